import { measureArchive } from './readers/archive.ts'

/** What a file is by its bytes, whatever it is called. */
export type Format =
  | { readonly kind: 'docx' | 'xlsx' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'too-large'; readonly limitMb: number }
  | { readonly kind: 'unknown' }

/** Unpacked, an office file may not be larger: its readers hold all of it in memory several times over. */
const maxUnpackedMb = 64
const megabyte = 1024 * 1024

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

const encodingOf = (bytes: Uint8Array): string => {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le'
  return startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : 'utf-8'
}

/** The text of a file in Unicode; null when its bytes are no text. */
const decode = (bytes: Uint8Array): string | null => {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
    return /[\0-\x08\x0E-\x1A]/u.test(text) || /^(?:%PDF-|\{\\rtf)/u.test(text) ? null : text
  } catch {
    return null
  }
}

/** Looks at the first bytes, and into an archive. Fails when an archive is broken. */
export const sniff = async (bytes: Uint8Array): Promise<Format> => {
  if (!startsWith(bytes, 0x50, 0x4b)) {
    const text = decode(bytes)
    return text === null ? { kind: 'unknown' } : { kind: 'text', text }
  }
  const contents = await measureArchive(bytes, maxUnpackedMb * megabyte)
  if (contents.bytes > maxUnpackedMb * megabyte) return { kind: 'too-large', limitMb: maxUnpackedMb }
  if (contents.names.has('word/document.xml')) return { kind: 'docx' }
  return contents.names.has('xl/workbook.xml') ? { kind: 'xlsx' } : { kind: 'unknown' }
}
