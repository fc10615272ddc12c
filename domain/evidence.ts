import { AppError } from './errors.ts'
import { stripMarks } from './fold.ts'

/** Tài liệu kiểm chứng, in the ways it can be given. */
type EvidenceKind = 'link' | 'document' | 'file' | 'photo'

/** A file that was sent and whose bytes are kept. */
export interface KeptFile {
  readonly name: string
  /** A picture from a camera or an album: it comes without a name of its own. */
  readonly photo: boolean
  /** Bytes. */
  readonly size: number
  /** Of the bytes, in hex. */
  readonly sha256: string
  readonly mime: string
  readonly storageKey: string
}

/** A file as it becomes evidence. */
export interface EvidenceFile extends Omit<KeptFile, 'photo'> {
  readonly kind: 'file' | 'photo'
  /** Counts the files of this name that the assignment has. */
  readonly version: number
}

/** One piece of evidence of an assignment. */
export interface Evidence {
  readonly id: string
  readonly assignmentId: string
  readonly kind: EvidenceKind
  /** The address of a link, the words of a document's number, the name of a file or photo. */
  readonly words: string
  /** Null for links and documents. */
  readonly file: Pick<EvidenceFile, 'size' | 'sha256' | 'mime' | 'storageKey' | 'version'> | null
  readonly giver: { readonly personId: string; readonly name: string }
  readonly at: Date
  readonly withdrawnAt: Date | null
}

/** More than this of one assignment is no proof any more but an archive. */
export const mostEvidence = 30

const address = /^(?:https?:\/\/|www\.|(?:[a-z0-9-]+\.)+[a-z]{2,}\/)/iu

/** An address, or else the number of a document. */
export const kindOfWords = (words: string): 'link' | 'document' => (address.test(words) ? 'link' : 'document')

interface PlannedFiles {
  readonly fresh: readonly EvidenceFile[]
  /** What the assignment has already, by what it was given as. */
  readonly known: readonly { readonly file: KeptFile; readonly as: Pick<Evidence, 'words' | 'giver' | 'at'> }[]
}

/**
 * What of these files is new to an assignment, under which name and as which version. The same bytes are the same
 * file, whatever they are called now; what was withdrawn may be given again and still counts as a version.
 */
export const planFiles = (
  { number, evidence }: { readonly number: number; readonly evidence: readonly Evidence[] },
  files: readonly KeptFile[],
): PlannedFiles | AppError<'evidence-full'> => {
  const there = evidence.filter(({ withdrawnAt }) => withdrawnAt === null)
  const known = files.flatMap((file) => {
    const as = there.find((item) => item.file?.sha256 === file.sha256)
    return as === undefined ? [] : [{ file, as }]
  })
  const isKnown = new Set(known.map(({ file }) => file.sha256))
  const unknown = [...new Map(files.map((file) => [file.sha256, file])).values()].filter(
    ({ sha256 }) => !isKnown.has(sha256),
  )
  if (unknown.length > 0 && there.length + unknown.length > mostEvidence) {
    return new AppError('evidence-full', { number, limit: mostEvidence })
  }
  return { fresh: nameAll(evidence, unknown), known }
}

const nameAll = (evidence: readonly Evidence[], files: readonly KeptFile[]): readonly EvidenceFile[] => {
  const versions = new Map<string, number>()
  for (const { words, file } of evidence) {
    if (file !== null) versions.set(keyOf(words), Math.max(versions.get(keyOf(words)) ?? 0, file.version))
  }
  let photos = evidence.filter(({ kind }) => kind === 'photo').length
  return files.map(({ photo, ...file }) => {
    if (photo) photos += 1
    const name = photo ? `anh-${photos}.jpg` : file.name
    const version = (versions.get(keyOf(name)) ?? 0) + 1
    versions.set(keyOf(name), version)
    return { ...file, name, version, kind: photo ? 'photo' : 'file' }
  })
}

/** Names that people take for the same: in whatever letters, composed or not. */
const keyOf = (name: string): string => stripMarks(name)

/** Who gave something may take it back for a while; afterwards it is for those who approve. */
export const mayWithdraw = (
  { giver, at, withdrawnAt }: Pick<Evidence, 'giver' | 'at' | 'withdrawnAt'>,
  { personId, approves, now }: { readonly personId: string; readonly approves: boolean; readonly now: Date },
): boolean =>
  withdrawnAt === null &&
  (approves || (giver.personId === personId && now.getTime() - at.getTime() <= withdrawMinutes * 60_000))

const withdrawMinutes = 10
