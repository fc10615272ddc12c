import { z } from 'zod'
import type { Database } from './database.ts'
import { inOneTransaction, type SqlSession } from './sql-session.ts'

/** Everything that a database holds, as it is at one moment. */
export interface Dump {
  readonly tables: readonly string[]
  /** The migrations it has seen, in their order. */
  readonly migrations: readonly string[]
  /** The last number that each sequence gave. */
  readonly sequences: Readonly<Record<string, string>>
  /** The rows of a table as JSON, some hundred at a time. */
  readRows(table: string): AsyncGenerator<readonly string[]>
  /** The keys of the files that rows name, each once. */
  readFileKeys(): AsyncGenerator<string>
}

const rowsAtOnce = 500

/** Reads a database while the program may go on working with it; nobody waits for it. */
export const dumpDatabase = <T>(database: Database, work: (dump: Dump) => Promise<T>): Promise<T> =>
  inOneTransaction(database, 'ISOLATION LEVEL REPEATABLE READ READ ONLY', async (session) =>
    work({
      tables: await listTables(session),
      migrations: await listApplied(session),
      sequences: await readSequences(session),
      readRows: (table) => readLines(session, `SELECT row_to_json(row)::text AS line FROM ${quoted(table)} AS row`),
      readFileKeys: () => readKeys(session),
    }),
  )

/** A name as SQL takes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const names = z.array(z.object({ name: z.string() })).transform((rows) => rows.map(({ name }) => name))

export const listTables = async (session: SqlSession): Promise<readonly string[]> =>
  names.parse(await session.query(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`))

const listApplied = async (session: SqlSession): Promise<readonly string[]> =>
  names.parse(
    await session.query(
      `SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL ORDER BY 1`,
    ),
  )

const readSequences = async (session: SqlSession): Promise<Readonly<Record<string, string>>> => {
  const rows = await session.query(
    `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences
     WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1`,
  )
  const read = z.array(z.object({ name: z.string(), last: z.string() })).parse(rows)
  return Object.fromEntries(read.map(({ name, last }) => [name, last]))
}

const lineRows = z.array(z.object({ line: z.string() }))

async function* readLines(session: SqlSession, select: string): AsyncGenerator<readonly string[]> {
  await session.run(`DECLARE dump NO SCROLL CURSOR FOR ${select}`)
  for (;;) {
    const rows = lineRows.parse(await session.query(`FETCH ${rowsAtOnce} FROM dump`))
    if (rows.length > 0) yield rows.map(({ line }) => line)
    if (rows.length < rowsAtOnce) break
  }
  await session.run('CLOSE dump')
}

async function* readKeys(session: SqlSession): AsyncGenerator<string> {
  const tables = names.parse(
    await session.query(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'storageKey' ORDER BY 1`,
    ),
  )
  if (tables.length === 0) return
  const all = tables.map((table) => `SELECT "storageKey" AS line FROM ${quoted(table)} WHERE "storageKey" IS NOT NULL`)
  for await (const keys of readLines(session, all.join(' UNION '))) yield* keys
}
