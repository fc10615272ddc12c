import type { FileStorage } from '../domain/ports/files.ts'
import { createFolderStorage } from './folder.ts'
import { createS3Storage, type S3Settings } from './s3.ts'

export type StorageSettings =
  | { readonly kind: 'folder'; readonly folder: string }
  | ({ readonly kind: 's3' } & S3Settings)

/** Where files are kept, by the settings. */
export const createStorage = (settings: StorageSettings, now: () => Date): FileStorage =>
  settings.kind === 'folder' ? createFolderStorage(settings.folder) : createS3Storage(settings, now)
