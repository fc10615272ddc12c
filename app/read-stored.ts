import { createHash } from 'node:crypto'
import type { FileStorage } from '../domain/ports/files.ts'

/** The bytes of a file that was kept. Throws where they are gone or are not what was kept. */
export const readStored = async (
  storage: FileStorage,
  { storageKey, sha256 }: { readonly storageKey: string; readonly sha256: string },
  what: string,
): Promise<Uint8Array> => {
  const bytes = await storage.get(storageKey)
  if (bytes === null) throw new Error(`${what} is not in the storage`)
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`${what} is not what was stored`)
  return bytes
}
