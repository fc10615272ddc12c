import { finished } from 'node:stream/promises'
import { TextDecoder } from 'node:util'
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'

/** What an archive holds, found without keeping any of it. */
export interface Contents {
  readonly names: ReadonlySet<string>
  /** Unpacked bytes, those of sheets for a quarter; counting stops once it is past the limit. */
  readonly bytes: number
}

/** An office file has some hundreds of parts at most. */
const maxEntries = 10_000

const open = (archive: Uint8Array): Promise<ZipFile> =>
  fromBufferPromise(Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength), { lazyEntries: true })

/** Unpacks an entry piece by piece. Fails when it is not what the archive's directory says, in size or in content. */
const check = async (zip: ZipFile, entry: Entry): Promise<void> => {
  // yauzl fails when an entry unpacks to more or less than the directory states.
  const stream = await zip.openReadStreamPromise(entry)
  let sum = 0
  stream.on('data', (piece: Buffer) => {
    sum = crc32(piece, sum)
  })
  await finished(stream)
  if (sum !== entry.crc32) throw new Error(`${entry.fileName} is damaged`)
}

/** Sheets are read row by row and never held whole: they may be several times larger than the other parts. */
const weightOf = ({ fileName, uncompressedSize }: Entry): number =>
  /^xl\/worksheets\/\w+\.xml$/u.test(fileName) ? uncompressedSize / 4 : uncompressedSize

/**
 * Measures a zip archive by really unpacking it, piece by piece: the sizes that its directory states may lie.
 * Stops as soon as there are more bytes than the limit. Fails on what is no archive, and on a damaged one.
 */
export const measureArchive = async (archive: Uint8Array, limit: number): Promise<Contents> => {
  const zip = await open(archive)
  if (zip.entryCount > maxEntries) throw new Error('too many parts')
  const names = new Set<string>()
  let bytes = 0
  for await (const entry of zip.eachEntry()) {
    names.add(entry.fileName)
    bytes += weightOf(entry)
    if (bytes > limit) return { names, bytes }
    await check(zip, entry)
  }
  return { names, bytes }
}

/** Takes the text of one part, piece by piece. */
export interface PartReader {
  write(piece: string): void
  end(): void
  /** Whether the rest of the part may stay packed. */
  hasEnough?(): boolean
}

/**
 * Unpacks the parts of an archive that somebody wants, in the order of its directory. For archives that were measured
 * before: what they unpack to is known to be bearable.
 */
export const followParts = async (
  archive: Uint8Array,
  readerOf: (name: string) => PartReader | null,
): Promise<void> => {
  const zip = await open(archive)
  for await (const entry of zip.eachEntry()) {
    const reader = readerOf(entry.fileName)
    if (reader !== null) await writeText(await zip.openReadStreamPromise(entry), reader)
  }
}

const writeText = async (stream: AsyncIterable<Buffer>, reader: PartReader): Promise<void> => {
  let decoder: TextDecoder | null = null
  for await (const piece of stream) {
    decoder ??= new TextDecoder(encodingOf(piece))
    reader.write(decoder.decode(piece, { stream: true }))
    if (reader.hasEnough?.() === true) return
  }
  reader.write(decoder?.decode() ?? '')
  reader.end()
}

const encodingOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

/** The parts whose names fit, as text. */
export const readParts = async (archive: Uint8Array, wanted: RegExp): Promise<ReadonlyMap<string, string>> => {
  const parts = new Map<string, string>()
  await followParts(archive, (name) => {
    if (!wanted.test(name)) return null
    const pieces: string[] = []
    return { write: (piece) => pieces.push(piece), end: () => parts.set(name, pieces.join('')) }
  })
  return parts
}
