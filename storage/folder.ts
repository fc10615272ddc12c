import { join } from 'node:path'
import type { FileStorage } from '../domain/ports/files.ts'
import { requireKey } from './key.ts'
import { readIfThere, writeWhole } from './whole-files.ts'

/** Files in a folder of this machine. Several processes may share it. */
export const createFolderStorage = (folder: string): FileStorage => ({
  put: async (key, bytes) => {
    requireKey(key)
    await writeWhole(join(folder, key), bytes)
  },

  get: async (key) => {
    requireKey(key)
    return readIfThere(join(folder, key))
  },
})
