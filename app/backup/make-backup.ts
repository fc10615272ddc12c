import type { FileStorage } from '../../domain/ports/files.ts'
import type { Database } from '../../prisma/database.ts'
import { type Dump, dumpDatabase } from '../../prisma/dump.ts'
import { createStores } from '../../prisma/stores.ts'
import { silentOutbox } from '../../prisma/outbox.ts'
import { listWorkspaces } from '../../prisma/workspaces.ts'
import { type ArchivePart, writeArchive } from './archive.ts'
import {
  backupFormat,
  type BackupManifest,
  hashOf,
  headerName,
  jsonPart,
  manifestName,
  tablePartName,
} from './manifest.ts'

interface BackupOptions {
  readonly database: Database
  /** Null leaves the files out. */
  readonly storage: FileStorage | null
  readonly path: string
  readonly now: Date
}

/** What a backup holds. */
interface BackupReport {
  readonly rows: number
  readonly files: number
  /** Files that the database names and the storage does not have. */
  readonly missingFiles: number
}

/**
 * Writes everything into one file: all rows as they are at one moment, and the files they name. The program may go on
 * running where the database is a server. Rejects with BackupRefused.
 */
export const makeBackup = async ({ database, storage, path, now }: BackupOptions): Promise<BackupReport> => {
  const report = await dumpDatabase(database, async (dump) => {
    const manifest = { tables: {}, files: 0, parts: [] }
    const missing = { count: 0 }
    await writeArchive(path, partsOf({ dump, storage, now, manifest, missing }))
    const rows = Object.values<number>(manifest.tables).reduce((sum, count) => sum + count, 0)
    return { rows, files: manifest.files, missingFiles: missing.count }
  })
  await recordBackup(database, report, now)
  return report
}

interface Writing {
  readonly dump: Dump
  readonly storage: FileStorage | null
  readonly now: Date
  readonly manifest: { tables: BackupManifest['tables']; files: number; parts: BackupManifest['parts'] }
  readonly missing: { count: number }
}

async function* partsOf(writing: Writing): AsyncGenerator<ArchivePart> {
  const { dump, now, manifest } = writing
  const { migrations, sequences } = dump
  const header = { format: backupFormat, takenAt: now.toISOString(), migrations: [...migrations], sequences }
  for await (const part of withContents(jsonPart(headerName, header), writing)) {
    manifest.parts.push({ name: part.name, sha256: hashOf(part.bytes) })
    yield part
  }
  yield jsonPart(manifestName, manifest)
}

async function* withContents(header: ArchivePart, writing: Writing): AsyncGenerator<ArchivePart> {
  yield header
  yield* tableParts(writing)
  yield* fileParts(writing)
}

async function* tableParts({ dump, manifest }: Writing): AsyncGenerator<ArchivePart> {
  for (const table of dump.tables) {
    let piece = 0
    manifest.tables[table] = 0
    for await (const rows of dump.readRows(table)) {
      piece += 1
      manifest.tables[table] += rows.length
      yield { name: tablePartName(table, piece), bytes: Buffer.from(rows.join('\n')) }
    }
  }
}

async function* fileParts({ dump, storage, manifest, missing }: Writing): AsyncGenerator<ArchivePart> {
  if (storage === null) return
  for await (const key of dump.readFileKeys()) {
    const bytes = await storage.get(key)
    if (bytes === null) missing.count += 1
    else {
      manifest.files += 1
      yield { name: `files/${key}`, bytes }
    }
  }
}

/** Everything left the building, so to say: each workspace's record has it. */
const recordBackup = ({ client }: Database, { rows, files }: BackupReport, now: Date): Promise<void> =>
  client.$transaction(async (tx) => {
    for (const { id } of await listWorkspaces(tx)) {
      const entry = { action: 'backup', subject: 'workspace', subjectId: id, after: { rows, files } }
      await createStores(tx, id, silentOutbox).audit.append(entry, now)
    }
  })
