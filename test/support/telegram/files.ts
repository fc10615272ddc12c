import { extname } from 'node:path'
import type { Document, PhotoSize } from 'grammy/types'

/** A file as the service keeps it. */
export interface StoredFile {
  readonly id: string
  readonly uniqueId: string
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
  /** What the service says its size is; a test may claim more than it sends. */
  readonly size: number
  /** Where it is downloaded: below /file/bot<token>/. */
  readonly path: string
}

const types: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.jpg': 'image/jpeg',
  '.md': 'text/markdown',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.txt': 'text/plain',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The files that went through the service. */
export class FileStore {
  readonly #byId = new Map<string, StoredFile>()
  readonly #byPath = new Map<string, StoredFile>()

  add(folder: 'documents' | 'photos', name: string, bytes: Uint8Array, size = bytes.length): StoredFile {
    const number = this.#byId.size + 1
    const file: StoredFile = {
      id: `BQACAgUAAxkB${String(number).padStart(8, '0')}`,
      uniqueId: `AgAD${String(number).padStart(6, '0')}`,
      name,
      type: types[extname(name).toLowerCase()] ?? 'application/octet-stream',
      bytes,
      size,
      path: `${folder}/file_${number}${extname(name)}`,
    }
    this.#byId.set(file.id, file)
    this.#byPath.set(file.path, file)
    return file
  }

  find(id: string): StoredFile | undefined {
    return this.#byId.get(id)
  }

  atPath(path: string): StoredFile | undefined {
    return this.#byPath.get(path)
  }
}

/** A file as a message shows it. */
export const asDocument = (file: StoredFile): Document => ({
  file_id: file.id,
  file_unique_id: file.uniqueId,
  file_name: file.name,
  mime_type: file.type,
  file_size: file.size,
})

/** Width and height of a PNG; of other pictures an ordinary size. */
export const pictureSize = (bytes: Uint8Array): { readonly width: number; readonly height: number } => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isPng = view.length >= 24 && view.readUInt32BE(0) === 0x89504e47
  return isPng ? { width: view.readUInt32BE(16), height: view.readUInt32BE(20) } : { width: 1280, height: 960 }
}

/** Whether the bytes begin like a picture that the service can show. */
export const isPicture = (bytes: Uint8Array): boolean => {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  return start === '89504e47' || start.startsWith('ffd8ff') || start === '47494638' || start === '52494646'
}

/** One size of a picture, as a message shows it. */
export const asPhotoSize = (file: StoredFile): PhotoSize => ({
  file_id: file.id,
  file_unique_id: file.uniqueId,
  file_size: file.size,
  ...pictureSize(file.bytes),
})
