import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { BackupRefused } from './refused.ts'

/** One file within an archive. Each is small enough to be held in memory; the archive is not. */
export interface ArchivePart {
  readonly name: string
  readonly bytes: Uint8Array
}

const block = 512

/**
 * Writes a .tar.gz, part by part: `tar tzf` reads it too. It has its name only once it is whole. Rejects with
 * BackupRefused where that name is taken.
 */
export const writeArchive = async (path: string, parts: AsyncIterable<ArchivePart>): Promise<void> => {
  const unfinished = `${path}.part`
  const target = createWriteStream(unfinished, { mode: 0o600, flush: true })
  try {
    await pipeline(Readable.from(tarOf(parts)), createGzip(), target)
    // Taking the name only where nobody has it: an older backup is not lost to a mistyped name.
    await (await open(path, 'wx', 0o600)).close()
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw isTaken(error) ? new BackupRefused('file-exists', { cause: error }) : error
  }
}

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST'

async function* tarOf(parts: AsyncIterable<ArchivePart>): AsyncGenerator<Uint8Array> {
  for await (const { name, bytes } of parts) {
    yield headerOf(name, bytes.length)
    yield bytes
    yield Buffer.alloc(paddingOf(bytes.length))
  }
  yield Buffer.alloc(2 * block)
}

const paddingOf = (size: number): number => (block - (size % block)) % block

/** The ustar header: a name longer than 100 letters is cut at a slash into a prefix and the rest. */
const headerOf = (name: string, size: number): Buffer => {
  const cut = name.length <= 100 ? -1 : name.indexOf('/', name.length - 101)
  const header = Buffer.alloc(block)
  header.write(name.slice(cut + 1), 0, 100)
  header.write('0000600\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  header.write(`${'0'.repeat(11)}\0`, 136)
  header.write('0', 156)
  header.write('ustar\u000000', 257)
  if (cut > 0) header.write(name.slice(0, cut), 345, 155)
  header.write(`${checksumOf(header).toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/** The sum of the header with its own place filled with spaces. */
const checksumOf = (header: Uint8Array): number =>
  header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0)

/** Reads the parts of an archive, one at a time. Rejects with BackupRefused for a file that is damaged or none. */
export async function* readArchive(path: string): AsyncGenerator<ArchivePart> {
  const bytes = byteReader(unpacked(path))
  for (;;) {
    const header = await bytes.take(block)
    if (header.every((byte) => byte === 0)) return
    const { name, size } = readHeader(header)
    const body = await bytes.take(size)
    await bytes.take(paddingOf(size))
    yield { name, bytes: body }
  }
}

/** What cannot be unpacked is damaged; a file that is not there is something else. */
async function* unpacked(path: string): AsyncGenerator<Buffer> {
  const source = createReadStream(path)
  const gunzip = createGunzip()
  source.once('error', (error) => gunzip.destroy(error))
  try {
    yield* source.pipe(gunzip) as AsyncIterable<Buffer>
  } catch (error) {
    const isThere = !(error instanceof Error && 'syscall' in error)
    throw new BackupRefused(isThere ? 'damaged' : 'file-missing', { cause: error })
  } finally {
    source.destroy()
  }
}

const textOf = (header: Buffer, from: number, to: number): string =>
  header.subarray(from, to).toString('utf8').replace(/\0.*$/su, '')

const readHeader = (header: Buffer): { readonly name: string; readonly size: number } => {
  const prefix = textOf(header, 345, 500)
  const name = textOf(header, 0, 100)
  const size = Number.parseInt(textOf(header, 124, 136), 8)
  const checksum = Number.parseInt(textOf(header, 148, 156), 8)
  if (checksum !== checksumOf(header) || !Number.isSafeInteger(size)) throw new BackupRefused('damaged')
  return { name: prefix === '' ? name : `${prefix}/${name}`, size }
}

const byteReader = (source: AsyncGenerator<Buffer>): { take(count: number): Promise<Buffer> } => {
  let rest: Buffer = Buffer.alloc(0)
  return {
    take: async (count) => {
      const pieces = [rest]
      let length = rest.length
      while (length < count) {
        const next = await source.next()
        if (next.done === true) throw new BackupRefused('damaged')
        pieces.push(next.value)
        length += next.value.length
      }
      const whole = pieces.length === 1 ? rest : Buffer.concat(pieces)
      rest = whole.subarray(count)
      return whole.subarray(0, count)
    },
  }
}
