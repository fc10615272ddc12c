import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { ArchivePart } from './archive.ts'

/** The first part of a backup, and the last. Tables stand in between, then files. */
export const headerName = 'dondoc.json'
export const manifestName = 'manifest.json'

/** Of the way the parts are written; a program refuses what it does not know. */
export const backupFormat = 1

/** What a backup is of: enough to refuse it at once. */
export const headerSchema = z.object({
  format: z.int(),
  takenAt: z.iso.datetime(),
  /** The migrations of the database it was taken of: the version of its schema. */
  migrations: z.array(z.string()).min(1),
  sequences: z.record(z.string(), z.string()),
})

export type BackupHeader = z.infer<typeof headerSchema>

/** Everything there has to be. Without it, as the last part, a backup was cut off. */
export const manifestSchema = z.object({
  /** Rows of each table. */
  tables: z.record(z.string(), z.int()),
  files: z.int(),
  parts: z.array(z.object({ name: z.string(), sha256: z.string() })),
})

export type BackupManifest = z.infer<typeof manifestSchema>

export const jsonPart = (name: string, value: BackupHeader | BackupManifest): ArchivePart => ({
  name,
  bytes: Buffer.from(JSON.stringify(value, null, 1)),
})

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A piece of a table, by the order of its pieces. */
export const tablePartName = (table: string, piece: number): string =>
  `tables/${table}/${String(piece).padStart(6, '0')}.jsonl`

/** The table of a part; null for other parts. */
export const tableOf = (name: string): string | null => /^tables\/(\w+)\/\d+\.jsonl$/u.exec(name)?.[1] ?? null

/** The storage's key of a file; null for other parts. */
export const fileKeyOf = (name: string): string | null => (name.startsWith('files/') ? name.slice(6) : null)

/** Rows of a piece, a line each. */
export const linesOf = (bytes: Uint8Array): readonly string[] => {
  const text = Buffer.from(bytes).toString('utf8')
  return text === '' ? [] : text.split('\n')
}
