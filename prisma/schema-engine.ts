import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg'
import { z } from 'zod'

export const schemaPath = join(import.meta.dirname, 'schema.prisma')
export const migrationsPath = join(import.meta.dirname, 'migrations')

/** The generated glue keeps one memory per process, so the module is instantiated once, when first needed. */
let loaded: Promise<void> | undefined

const loadEngine = async (): Promise<void> => {
  const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const { instance } = await WebAssembly.instantiate(readFileSync(glue.replace(/\.js$/, '.wasm')), {
    './schema_engine_bg.js': { ...engine },
  })
  engine.__wbg_set_wasm(instance.exports)
  z.object({ __wbindgen_start: z.custom<() => void>() }).parse(instance.exports).__wbindgen_start()
}

/**
 * Runs something with Prisma's own migration engine, as WebAssembly: it works on any adapter and downloads nothing.
 * The engine opens connections and never closes them: that is done here.
 */
export const withSchemaEngine = async <T>(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  run: (engine: Pick<SchemaEngine, 'applyMigrations' | 'diff'>) => Promise<T>,
): Promise<T> => {
  loaded ??= loadEngine()
  await loaded
  const opened: SqlDriverAdapter[] = []
  const keep = async (connecting: Promise<SqlDriverAdapter>) => {
    const connection = await connecting
    opened.push(connection)
    return connection
  }
  const { provider, adapterName } = adapter
  const connect = () => keep(adapter.connect())
  const connectToShadowDb = () => keep(adapter.connectToShadowDb())
  const started = await engine.SchemaEngine.new(
    { datamodels: [[schemaPath, readFileSync(schemaPath, 'utf8')]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory({ provider, adapterName, connect, connectToShadowDb }),
  )
  try {
    return await run(started)
  } finally {
    started.free()
    for (const connection of opened) await connection.dispose()
  }
}

/** The migrations of a folder as the engine wants them. */
export const migrationList = (names: readonly string[], folder = migrationsPath): MigrationList => ({
  baseDir: folder,
  lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
  shadowDbInitScript: '',
  migrationDirectories: names.map((name) => ({
    path: name,
    migrationFile: {
      path: 'migration.sql',
      content: { tag: 'ok', value: readFileSync(join(folder, name, 'migration.sql'), 'utf8') },
    },
  })),
})
