import { afterAll } from 'vitest'
import type { Database } from '../../prisma/database.ts'
import { openTestDatabase } from './database.ts'

/**
 * One database for all conversations of a file: opening one takes longer than many a conversation does. It is emptied
 * before it is used again, and used by one at a time.
 */
let kept: Database | null = null

/** An empty, migrated database; `close` hands it back. */
export const borrowDatabase = async (): Promise<Database> => {
  const database = kept ?? (await openTestDatabase())
  kept = null
  return { ...database, close: () => handBack(database) }
}

const handBack = async (database: Database): Promise<void> => {
  await database.client.$executeRawUnsafe(emptyAllTables)
  await kept?.close()
  kept = database
}

/** Rows of append-only tables too: as a replica no trigger and no foreign key is asked. The queues themselves stay. */
const emptyAllTables = `
  DO $$
  DECLARE name text;
  BEGIN
    SET LOCAL session_replication_role = replica;
    FOR name IN
      SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
      WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
         OR schemaname = 'pgboss' AND tablename NOT IN ('version', 'queue')
    LOOP EXECUTE 'DELETE FROM ' || name; END LOOP;
    FOR name IN SELECT format('%I.%I', schemaname, sequencename) FROM pg_sequences WHERE schemaname = 'public'
    LOOP EXECUTE format('SELECT setval(%L, 1, false)', name); END LOOP;
  END $$`

afterAll(async () => {
  await kept?.close()
  kept = null
})
