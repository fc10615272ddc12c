import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { UploadedFiles } from '../../domain/ports/web.ts'

const referencePattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Uploaded files in a folder, under names of our own: what a person calls a file never becomes a path. */
export const createUploads = (folder: string): UploadedFiles => ({
  save: async (bytes) => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const reference = randomUUID()
    // Written aside and moved: a file that has its name is whole, even after a crash.
    const unfinished = join(folder, `${reference}.part`)
    try {
      await writeWhole(unfinished, bytes)
      await rename(unfinished, join(folder, reference))
    } catch (error) {
      // On a disk that is full, half a file takes the room that somebody else needs.
      await rm(unfinished, { force: true })
      throw error
    }
    return reference
  },

  read: async (reference) => {
    if (!referencePattern.test(reference)) return null
    try {
      return await readFile(join(folder, reference))
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
      throw error
    }
  },
})

const writeWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
