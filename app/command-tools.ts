import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Config } from '../config.ts'
import type { Workspace } from '../domain/ports/stores.ts'
import { type Database, openDatabase } from '../prisma/database.ts'
import { applyMigrations } from '../prisma/migrations.ts'
import type { Transaction } from '../prisma/transaction.ts'
import { listWorkspaces } from '../prisma/workspaces.ts'

// What most commands of the terminal need: a file, the database, and the workspace that they are about.

/** What was typed is no command of ours, or something it names is not there; the message is for the terminal. */
export class UsageError extends Error {}

/** A file that was named at the terminal. Rejects with UsageError where it cannot be read. */
export const readNamedFile = async (path: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new UsageError(`Không đọc được tệp ${path} (the file cannot be read)`, { cause: error })
  })
  return { name: basename(path), bytes }
}

/** Works on the database, brought up to date before and closed behind it. */
export const onDatabase = async <T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> => {
  const database = await openDatabase(config.database)
  try {
    await applyMigrations(database)
    return await work(database)
  } finally {
    await database.close()
  }
}

/** The workspace of this name, or the only one. Rejects with UsageError, which names those there are. */
export const chooseWorkspace = async (tx: Transaction, name: string | undefined): Promise<Workspace> => {
  const all = await listWorkspaces(tx)
  const [only, ...others] = all.filter((workspace) => name === undefined || workspace.name === name)
  if (only !== undefined && others.length === 0) return only
  const names = all.map((workspace) => `--workspace "${workspace.name}"`).join('\n')
  throw new UsageError(`Chọn một không gian làm việc (choose a workspace):\n${names}`)
}
