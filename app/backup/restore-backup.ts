import type { FileStorage } from '../../domain/ports/files.ts'
import type { Database } from '../../prisma/database.ts'
import { type Held, type Load, loadDatabase, type Unheard } from '../../prisma/load.ts'
import { applyMigrations, listMigrations } from '../../prisma/migrations.ts'
import { readArchive } from './archive.ts'
import {
  backupFormat,
  type BackupHeader,
  type BackupManifest,
  fileKeyOf,
  hashOf,
  headerName,
  headerSchema,
  linesOf,
  manifestName,
  manifestSchema,
  tableOf,
} from './manifest.ts'
import { BackupRefused } from './refused.ts'
import { tellOfRestore } from './tell-of-restore.ts'

interface RestoreOptions {
  readonly database: Database
  /** Null leaves the files out. */
  readonly storage: FileStorage | null
  readonly path: string
  /** Whether what is in the database may go. */
  readonly replace: boolean
  readonly now: Date
}

interface RestoreReport {
  readonly takenAt: Date
  readonly rows: number
  readonly files: number
  readonly held: readonly Held[]
  readonly unheard: readonly Unheard[]
}

/**
 * Puts a backup in the place of whatever the database holds, all of it or nothing. The file is read twice: the first
 * time only to see that it is whole. What waited to be sent when it was taken stays unsent, what waited to be handled
 * stays undone, everything that opens a door is closed, and those who look after the workspaces are told. Rejects with BackupRefused.
 */
export const restoreBackup = async (options: RestoreOptions): Promise<RestoreReport> => {
  const { database, now } = options
  const { header, manifest } = await checkBackup(options.path)
  await applyMigrations(database)
  const taken = { takenAt: new Date(header.takenAt), migrations: header.migrations, sequences: header.sequences }
  const { files, held, unheard } = await loadDatabase(database, { ...taken, replace: options.replace, now }, (load) =>
    loadParts(options, load),
  ).catch((error: unknown) => {
    throw isRefusal(error) ? new BackupRefused(error.reason, { cause: error }) : error
  })
  await applyMigrations(database)
  await tellOfRestore(database, { takenAt: taken.takenAt, held, unheard, now })
  const rows = Object.values(manifest.tables).reduce((sum, count) => sum + count, 0)
  return { takenAt: taken.takenAt, rows, files, held, unheard }
}

const isRefusal = (error: unknown): error is { readonly reason: 'not-empty' | 'running' } =>
  error instanceof Error && error.name === 'LoadRefused'

const loadParts = async ({ path, storage }: RestoreOptions, load: Load): Promise<number> => {
  let files = 0
  for await (const { name, bytes } of readArchive(path)) {
    const table = tableOf(name)
    const key = fileKeyOf(name)
    if (table !== null) await load.insert(table, linesOf(bytes))
    if (key !== null && storage !== null) {
      await storage.put(key, bytes)
      files += 1
    }
  }
  return files
}

interface Checked {
  readonly header: BackupHeader
  readonly manifest: BackupManifest
}

/** Throws BackupRefused unless every part is there as it was written, and this program knows its schema. */
const checkBackup = async (path: string): Promise<Checked> => {
  let header: BackupHeader | null = null
  let manifest: BackupManifest | null = null
  const seen: BackupManifest['parts'] = []
  const rows: Record<string, number> = {}
  for await (const { name, bytes } of readArchive(path)) {
    header ??= readHeader(name, bytes)
    if (name === manifestName) manifest = read(manifestSchema, bytes)
    else seen.push({ name, sha256: hashOf(bytes) })
    countRows(rows, name, bytes)
  }
  if (header === null || manifest === null || !isWhole(manifest, seen, rows)) throw new BackupRefused('damaged')
  return { header, manifest }
}

const countRows = (rows: Record<string, number>, name: string, bytes: Uint8Array): void => {
  const table = tableOf(name)
  if (table !== null) rows[table] = (rows[table] ?? 0) + linesOf(bytes).length
}

const isWhole = (
  { parts, tables }: BackupManifest,
  seen: BackupManifest['parts'],
  rows: Readonly<Record<string, number>>,
): boolean =>
  JSON.stringify(parts) === JSON.stringify(seen) &&
  Object.entries(tables).every(([table, count]) => count === (rows[table] ?? 0))

const readHeader = (name: string, bytes: Uint8Array): BackupHeader => {
  if (name !== headerName) throw new BackupRefused('damaged')
  const header = read(headerSchema, bytes)
  const known = new Set(listMigrations())
  const isKnown = header.format <= backupFormat && header.migrations.every((migration) => known.has(migration))
  if (!isKnown) throw new BackupRefused('newer')
  return header
}

const read = <T>(schema: { parse(value: unknown): T }, bytes: Uint8Array): T => {
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  } catch (error) {
    throw new BackupRefused('damaged', { cause: error })
  }
}
