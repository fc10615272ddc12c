import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { UploadedFiles } from '../domain/ports/web.ts'
import { readIfThere, writeWhole } from './whole-files.ts'

const referencePattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Uploaded files in a folder, under names of our own: what a person calls a file never becomes a path. */
export const createUploads = (folder: string): UploadedFiles => ({
  save: async (bytes) => {
    const reference = randomUUID()
    await writeWhole(join(folder, reference), bytes)
    return reference
  },

  read: async (reference) => (referencePattern.test(reference) ? readIfThere(join(folder, reference)) : null),
})
