import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import { typeOfFile } from '../domain/evidence-file.ts'
import { AppError } from '../domain/errors.ts'
import type { FileStorage } from '../domain/ports/files.ts'
import type { FileTools } from '../handlers/route.ts'

/**
 * Keeps the bytes of a file under what they are: keeping them again, after a crash or by another name, adds nothing.
 * Throws AppError 'file-not-stored' when the storage does not take them.
 */
export const createKeeping =
  (storage: FileStorage, log: Pick<Logger, 'error'>): FileTools['keep'] =>
  async (workspaceId, { name, bytes, photo }, shelf) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const storageKey = `${shelf}/${workspaceId}/${sha256}`
    try {
      await storage.put(storageKey, bytes)
    } catch (error) {
      log.error({ err: error }, 'the storage does not take files')
      throw new AppError('file-not-stored', { name }, { cause: error })
    }
    return { name, photo, sha256, storageKey, size: bytes.length, mime: typeOfFile(name) }
  }
