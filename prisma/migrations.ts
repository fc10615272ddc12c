import { existsSync, readdirSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Database } from './database.ts'
import { migrationList, migrationsPath, schemaPath, withSchemaEngine } from './schema-engine.ts'
import { createServerConnection } from './server-connection.ts'

const filters = { externalTables: [], externalEnums: [] }

/** The names of the migrations in a folder, oldest first. */
export const listMigrations = (folder = migrationsPath): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : []

/**
 * Applies the migrations that a database has not seen, in order, and returns their names.
 * Several processes may start at once: on a server one goes first and the others wait for it.
 */
export const applyMigrations = async (database: Database): Promise<readonly string[]> => {
  if (database.connection.kind === 'pglite') return applyMissing(database)
  const turn = createServerConnection({ connectionString: database.connection.url })
  await turn.connect()
  try {
    await turn.query('SELECT pg_advisory_lock($1)', [migrationTurn])
    return await applyMissing(database)
  } finally {
    await turn.end()
  }
}

/** Any number that nobody else uses as an advisory lock of this database. */
export const migrationTurn = 20_240_229

const applyMissing = async (database: Database): Promise<readonly string[]> => {
  const missing = await findMissingMigrations(database)
  if (missing.length === 0) return []
  // Loading the engine costs a fifth of a second and some memory, so only where there is something to do.
  const { appliedMigrationNames } = await withSchemaEngine(database.adapter, (engine) =>
    engine.applyMigrations({ migrationsList: migrationList(listMigrations()), filters }),
  )
  return appliedMigrationNames
}

/** The migrations of this program that a database has not seen. */
export const findMissingMigrations = async (database: Database): Promise<readonly string[]> => {
  const known = await database.client.$queryRaw`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS "exists"`
  if (!z.tuple([z.object({ exists: z.boolean() })]).parse(known)[0].exists) return listMigrations()
  const rows = await database.client
    .$queryRaw`SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL`
  const applied = new Set(
    z
      .array(z.object({ name: z.string() }))
      .parse(rows)
      .map((row) => row.name),
  )
  return listMigrations().filter((name) => !applied.has(name))
}

/** The SQL that leads from the migrations to the schema; empty when they agree. */
export const diffMigrations = async (folder = migrationsPath, schema = schemaPath): Promise<string> => {
  const scratch = await PGlite.create()
  try {
    const content = await readFile(schema, 'utf8')
    const { exitCode, stdout } = await withSchemaEngine(new PrismaPGlite(scratch), (engine) =>
      engine.diff({
        from: { tag: 'migrations', ...migrationList(listMigrations(folder), folder) },
        to: { tag: 'schemaDatamodel', files: [{ path: schema, content }] },
        script: true,
        exitCode: true,
        filters,
      }),
    )
    return exitCode === 0 ? '' : (stdout ?? '')
  } finally {
    await scratch.close()
  }
}
