import { randomUUID } from 'node:crypto'
import pg from 'pg'

const run = async (server: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
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
  await run(server, `CREATE DATABASE ${name}${template === undefined ? '' : ` TEMPLATE ${template}`}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { name, url: url.href }
}

export const dropServerDatabase = (server: string, name: string): Promise<void> =>
  run(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
