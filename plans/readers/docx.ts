import mammoth from 'mammoth'
import type { PlanDocument } from '../document.ts'
import { readHtml } from './html.ts'

/** Pictures are not read, so they are not unpacked either. */
const withoutPictures = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))

/** Reads a Word file: its paragraphs and tables with merged cells, tracked changes as accepted. */
export const readDocx = async (bytes: Uint8Array): Promise<PlanDocument> => {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    { convertImage: withoutPictures, includeEmbeddedStyleMap: false, externalFileAccess: false },
  )
  return readHtml(value)
}
