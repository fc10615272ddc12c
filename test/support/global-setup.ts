import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startQueue } from '../../jobs/queue.ts'
import { createLog } from '../../log.ts'
import { type Database, openDatabase } from '../../prisma/database.ts'
import { applyMigrations } from '../../prisma/migrations.ts'
import { createServerDatabase, dropServerDatabase } from './server-database.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where tests get a migrated, empty database from. */
    databaseSource:
      | { readonly kind: 'snapshot'; readonly path: string }
      | { readonly kind: 'template'; readonly server: string; readonly name: string }
  }
}

/** Migrates once per run; every test database is a copy of the result. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const server = process.env['TEST_DATABASE_URL']
  return server === undefined ? provideSnapshot(project) : provideTemplate(project, server)
}

/** Our tables, and those of the queue. */
const prepare = async (database: Database): Promise<void> => {
  await applyMigrations(database)
  const queue = await startQueue(database.connection, createLog('error', []))
  await queue.stop()
}

const provideSnapshot = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-test-'))
  const path = join(folder, 'migrated.tar')
  const database = await openDatabase({ kind: 'pglite', folder: 'memory://' })
  await prepare(database)
  if (database.connection.kind === 'pglite') {
    const dump = await database.connection.pglite.dumpDataDir('none')
    writeFileSync(path, Buffer.from(await dump.arrayBuffer()))
  }
  await database.close()
  project.provide('databaseSource', { kind: 'snapshot', path })
  return () => rm(folder, { recursive: true, force: true })
}

const provideTemplate = async (project: TestProject, server: string): Promise<() => Promise<void>> => {
  const { name, url } = await createServerDatabase(server)
  const database = await openDatabase({ kind: 'postgres', url })
  await prepare(database)
  await database.close()
  project.provide('databaseSource', { kind: 'template', server, name })
  return () => dropServerDatabase(server, name)
}
