import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
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
    const file = await open(unfinished, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, join(folder, reference))
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
