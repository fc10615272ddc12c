import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import {
  bindMigrationAwareSqlAdapterFactory,
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

/** Prisma's own migration engine, as WebAssembly: it runs on any adapter and downloads nothing. */
export const startSchemaEngine = async (adapter: SqlMigrationAwareDriverAdapterFactory): Promise<SchemaEngine> => {
  loaded ??= loadEngine()
  await loaded
  return engine.SchemaEngine.new(
    { datamodels: [[schemaPath, readFileSync(schemaPath, 'utf8')]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  )
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
