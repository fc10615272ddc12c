import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStorage } from '../domain/ports/files.ts'
import { requireKey } from './key.ts'

/** Files in a folder of this machine. Several processes may share it. */
export const createFolderStorage = (folder: string): FileStorage => ({
  put: async (key, bytes) => {
    requireKey(key)
    const place = join(folder, key)
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    // Written aside and moved: a file that has its name is whole, even after a crash.
    const unfinished = `${place}.${randomUUID()}.part`
    try {
      await writeWhole(unfinished, bytes)
      await rename(unfinished, place)
    } catch (error) {
      await rm(unfinished, { force: true })
      throw error
    }
  },

  get: async (key) => {
    requireKey(key)
    try {
      return await readFile(join(folder, key))
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
