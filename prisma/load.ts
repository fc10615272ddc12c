import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Database } from './database.ts'
import { listTables, quoted } from './dump.ts'
import { closeAndHold, type Unfinished } from './restored-state.ts'
import { migrationTurn } from './migrations.ts'
import { migrationsPath } from './schema-engine.ts'
import { inOneTransaction, type SqlSession } from './sql-session.ts'

export type { Held, Unheard } from './restored-state.ts'

/** The database is not to be overwritten. */
class LoadRefused extends Error {
  override readonly name = 'LoadRefused'
  readonly reason: 'not-empty' | 'running'

  constructor(reason: LoadRefused['reason']) {
    super(`not loaded: ${reason}`)
    this.reason = reason
  }
}

interface LoadOptions {
  /** The schema that the rows are of. */
  readonly migrations: readonly string[]
  readonly sequences: Readonly<Record<string, string>>
  readonly takenAt: Date
  readonly replace: boolean
  readonly now: Date
}

export interface Load {
  /** Adds rows, each a JSON object. */
  readonly insert: (table: string, lines: readonly string[]) => Promise<void>
}

/**
 * Puts rows in the place of everything there is, in one transaction: the schema is made anew as it was when they were
 * read, and the migrations that came later are left to the caller. Rejects with LoadRefused.
 */
export const loadDatabase = (
  database: Database,
  options: LoadOptions,
  fill: (load: Load) => Promise<number>,
): Promise<Unfinished & { readonly files: number }> =>
  inOneTransaction(database, 'ISOLATION LEVEL READ COMMITTED', async (session) => {
    // A program that starts meanwhile waits for its turn to migrate.
    await session.query('SELECT pg_advisory_xact_lock($1)', [migrationTurn])
    await requireFree(session, options.replace)
    await rebuild(session, options.migrations)
    const links = await takeLinksOff(session)
    const files = await fill({ insert: (table, lines) => insert(session, table, lines) })
    for (const { table, name, rule } of links) {
      await session.run(`ALTER TABLE ${table} ADD CONSTRAINT ${quoted(name)} ${rule}`)
    }
    for (const [name, last] of Object.entries(options.sequences)) {
      await session.query('SELECT setval($1::text::regclass, $2::text::bigint)', [quoted(name), last])
    }
    return { files, ...(await closeAndHold(session, options.now)) }
  })

const found = z.tuple([z.object({ there: z.boolean() })])

/** pg-boss holds connections under its own name as long as a program runs. */
const requireFree = async (session: SqlSession, replace: boolean): Promise<void> => {
  const running = await session.query(
    `SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database()
     AND pid <> pg_backend_pid() AND application_name LIKE 'pgboss%') AS there`,
  )
  if (found.parse(running)[0].there) throw new LoadRefused('running')
  const rows = await session.query('SELECT EXISTS (SELECT 1 FROM "Workspace") AS there')
  if (found.parse(rows)[0].there && !replace) throw new LoadRefused('not-empty')
}

/** What the migration engine keeps is not made by any migration. */
const ownTable = '_prisma_migrations'

const rebuild = async (session: SqlSession, migrations: readonly string[]): Promise<void> => {
  const tables = (await listTables(session)).filter((table) => table !== ownTable)
  await session.run(tables.map((table) => `DROP TABLE ${quoted(table)} CASCADE;`).join('\n'))
  await session.run(dropTypesAndFunctions)
  for (const name of migrations) await session.run(await readFile(join(migrationsPath, name, 'migration.sql'), 'utf8'))
  await session.run(`DELETE FROM ${quoted(ownTable)}`)
}

const dropTypesAndFunctions = `
  DO $$
  DECLARE what text;
  BEGIN
    FOR what IN
      SELECT format('TYPE %I', typname) FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype = 'e'
      UNION ALL
      SELECT format('FUNCTION %s', own.oid::regprocedure) FROM pg_proc own
      WHERE own.pronamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = own.oid AND deptype = 'e')
    LOOP EXECUTE 'DROP ' || what || ' CASCADE'; END LOOP;
  END $$`

const linkRows = z.array(z.object({ table: z.string(), name: z.string(), rule: z.string() }))

/** Rows come table by table and some refer to each other: references are checked when all are there. */
const takeLinksOff = async (session: SqlSession): Promise<z.infer<typeof linkRows>> => {
  const links = linkRows.parse(
    await session.query(
      `SELECT conrelid::regclass::text AS "table", conname AS name, pg_get_constraintdef(oid) AS rule
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
    ),
  )
  for (const { table, name } of links) await session.run(`ALTER TABLE ${table} DROP CONSTRAINT ${quoted(name)}`)
  return links
}

const insert = async (session: SqlSession, table: string, lines: readonly string[]): Promise<void> => {
  const into = quoted(table)
  await session.query(`INSERT INTO ${into} SELECT * FROM json_populate_recordset(NULL::${into}, $1::text::json)`, [
    `[${lines.join(',')}]`,
  ])
}
