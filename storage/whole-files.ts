import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Writes a file whole or not at all: one that has its name is complete, even after a crash. */
export const writeWhole = async (place: string, bytes: Uint8Array): Promise<void> => {
  await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  const unfinished = `${place}.${randomUUID()}.part`
  try {
    await writeSynced(unfinished, bytes)
    await rename(unfinished, place)
  } catch (error) {
    // On a disk that is full, half a file takes the room that somebody else needs.
    await rm(unfinished, { force: true })
    throw error
  }
}

const writeSynced = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The bytes of a file; null where there is none of that name. */
export const readIfThere = async (place: string): Promise<Uint8Array | null> => {
  try {
    return await readFile(place)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
