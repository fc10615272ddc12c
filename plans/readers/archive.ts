import { finished } from 'node:stream/promises'
import { fromBufferPromise } from 'yauzl'

/** What an archive holds, found without keeping any of it. */
export interface Contents {
  readonly names: ReadonlySet<string>
  /** Unpacked bytes; counting stops once it is past the limit. */
  readonly bytes: number
}

/**
 * Measures a zip archive by really unpacking it, piece by piece: the sizes that its directory states may lie.
 * Stops as soon as there are more bytes than the limit. Fails on what is no archive.
 */
export const measureArchive = async (archive: Uint8Array, limit: number): Promise<Contents> => {
  const zip = await fromBufferPromise(Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength), {
    lazyEntries: true,
  })
  const names = new Set<string>()
  let bytes = 0
  for await (const entry of zip.eachEntry()) {
    names.add(entry.fileName)
    bytes += entry.uncompressedSize
    if (bytes > limit) return { names, bytes }
    // yauzl fails when an entry unpacks to more or less than the directory states, so the sum above holds.
    const stream = await zip.openReadStreamPromise(entry)
    await finished(stream.resume())
  }
  return { names, bytes }
}
