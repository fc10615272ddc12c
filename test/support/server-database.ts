import { randomUUID } from 'node:crypto'
import pg from 'pg'

const runOnServer = async (server: string, statement: string): Promise<readonly unknown[]> => {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    return (await client.query(statement)).rows as unknown[]
  } finally {
    await client.end()
  }
}

/** Creates a database with a name of its own, empty or as a copy of another. */
export const createServerDatabase = async (
  server: string,
  template?: string,
): Promise<{ readonly name: string; readonly url: string }> => {
  const name = `dondoc_test_${randomUUID().replaceAll('-', '').slice(0, 16)}`
  await runOnServer(server, `CREATE DATABASE ${name}${template === undefined ? '' : ` TEMPLATE ${template}`}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { name, url: url.href }
}

export const dropServerDatabase = async (server: string, name: string): Promise<void> => {
  await runOnServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
}

/** Ends every connection to a database, as a restart of the server or an operator does; returns how many there were. */
export const endConnections = async (server: string, name: string): Promise<number> =>
  (await runOnServer(server, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`)).length
