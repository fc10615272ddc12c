import { readFileSync } from 'node:fs'
import { afterAll, inject } from 'vitest'
import { type Database, openDatabase } from '../../prisma/database.ts'
import { createServerDatabase, dropServerDatabase } from './server-database.ts'

/**
 * A migrated, empty database of its own: PGlite in memory, or a new database of the server that TEST_DATABASE_URL
 * names, which is dropped when it is closed.
 */
export const openTestDatabase = async (): Promise<Database> => {
  const source = inject('databaseSource')
  if (source.kind === 'snapshot') {
    return openDatabase({ kind: 'pglite', folder: 'memory://', load: new Blob([readFileSync(source.path)]) })
  }
  const { name, url } = await createServerDatabase(source.server, source.name)
  const database = await openDatabase({ kind: 'postgres', url })
  return {
    ...database,
    close: async () => {
      await database.close()
      await dropServerDatabase(source.server, name)
    },
  }
}

/** The same for the tests of one file: it is closed after the last of them. */
export const useTestDatabase = async (): Promise<Database> => {
  const database = await openTestDatabase()
  afterAll(() => database.close())
  return database
}
