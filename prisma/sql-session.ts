import type { Database } from './database.ts'
import { createServerConnection } from './server-connection.ts'

/** Statements one after the other, within one transaction, whatever the database is. */
export interface SqlSession {
  query(sql: string, values?: readonly unknown[]): Promise<readonly unknown[]>
  /** Several statements at once. */
  run(script: string): Promise<void>
}

/** Instants are written and read as UTC, whatever zone the server lives by. */
const begin = (mode: string): string => `SET TRANSACTION ${mode}; SET LOCAL TIME ZONE 'UTC'`

/** Runs all of it or nothing, as of the moments that the mode allows to be seen ("ISOLATION LEVEL …"). */
export const inOneTransaction = async <T>(
  { connection }: Pick<Database, 'connection'>,
  mode: string,
  work: (session: SqlSession) => Promise<T>,
): Promise<T> => {
  if (connection.kind === 'postgres') return onServer(connection.url, mode, work)
  return connection.pglite.transaction(async (tx) => {
    const session: SqlSession = {
      query: async (sql, values = []) => (await tx.query(sql, [...values])).rows,
      run: async (script) => {
        await tx.exec(script)
      },
    }
    await session.run(begin(mode))
    return work(session)
  })
}

const onServer = async <T>(url: string, mode: string, work: (session: SqlSession) => Promise<T>): Promise<T> => {
  const client = createServerConnection({ connectionString: url, application_name: 'dondoc-backup' })
  await client.connect()
  const session: SqlSession = {
    query: async (sql, values = []) => (await client.query(sql, [...values])).rows as unknown[],
    run: async (script) => {
      await client.query(script)
    },
  }
  try {
    await session.run('BEGIN')
    await session.run(begin(mode))
    const done = await work(session)
    await session.run('COMMIT')
    return done
  } finally {
    // What is not committed is gone with the connection.
    await client.end()
  }
}
