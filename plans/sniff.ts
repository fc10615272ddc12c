import type { PlanFile } from '../domain/plan-document.ts'
import { measureArchive } from './readers/archive.ts'
import { decodeText } from './readers/encoding.ts'
import { type TextKind, textKind } from './text-kind.ts'

/** What a file is by its bytes, whatever it is called. */
export type Format = ReadableFormat | RefusedFormat

type ReadableFormat =
  /** With pictures in it a file without words is a scan that somebody pasted, not an empty file. */
  { readonly kind: 'docx' | 'xlsx'; readonly pictures: boolean } | { readonly kind: 'pdf' | 'image' } | TextFormat

export interface TextFormat {
  readonly kind: TextKind
  readonly text: string
}

export type RefusedFormat =
  | { readonly kind: 'unpacks-too-large'; readonly limitMb: number }
  /** An office file from before 2007, or one of that time's other formats. */
  | { readonly kind: 'old'; readonly saveAs: '.docx' | '.xlsx' }
  | { readonly kind: 'protected' }
  | { readonly kind: 'unknown' }

/** Unpacked, an office file may not be larger: its readers hold all of it in memory several times over. */
const maxUnpackedMb = 64
const megabyte = 1024 * 1024

const latin = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0))

/** How pictures begin that people send: PNG, JPEG, GIF, BMP, TIFF of both kinds. */
const pictures = [
  [0x89, ...latin('PNG')],
  [0xff, 0xd8, 0xff],
  latin('GIF8'),
  latin('BM'),
  [...latin('II'), 42, 0],
  [...latin('MM'), 0, 42],
]

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

const isWebPicture = (bytes: Uint8Array): boolean =>
  startsWith(bytes, latin('RIFF')) && startsWith(bytes.subarray(8), latin('WEBP'))

const holds = (bytes: Uint8Array, name: string): boolean => {
  const { buffer, byteOffset, byteLength } = bytes
  return Buffer.from(buffer, byteOffset, byteLength).includes(Buffer.from(name, 'utf16le'))
}

/** The container of old Office files also wraps the encrypted new ones; its directory names what is inside. */
const inContainer = (bytes: Uint8Array): Format => {
  if (holds(bytes, 'EncryptedPackage')) return { kind: 'protected' }
  if (holds(bytes, 'WordDocument')) return { kind: 'old', saveAs: '.docx' }
  return holds(bytes, 'Workbook') || holds(bytes, 'Book') ? { kind: 'old', saveAs: '.xlsx' } : { kind: 'unknown' }
}

const inArchive = async (bytes: Uint8Array): Promise<Format> => {
  const contents = await measureArchive(bytes, maxUnpackedMb * megabyte)
  if (contents.bytes > maxUnpackedMb * megabyte) return { kind: 'unpacks-too-large', limitMb: maxUnpackedMb }
  const names = [...contents.names]
  const pictures = names.some((name) => /^(?:word|xl)\/media\//u.test(name))
  if (names.some((name) => /^word\/document\d*\.xml$/u.test(name))) return { kind: 'docx', pictures }
  if (contents.names.has('xl/workbook.xml')) return { kind: 'xlsx', pictures }
  return contents.names.has('xl/workbook.bin') ? { kind: 'old', saveAs: '.xlsx' } : { kind: 'unknown' }
}

/** Word and Excel of 2003 could save as one XML file, which says who wrote it. */
const officeXml = /^\s*<\?xml[^>]*>\s*<\?mso-application\s+progid="(Word|Excel)\./u

const asText = ({ bytes, name }: PlanFile): Format => {
  const text = decodeText(bytes)
  if (text === null) return { kind: 'unknown' }
  const program = officeXml.exec(text)?.[1]
  if (program !== undefined) return { kind: 'old', saveAs: program === 'Word' ? '.docx' : '.xlsx' }
  return { kind: textKind(text, name), text }
}

/**
 * Looks at the first bytes, and into an archive. The name decides only between kinds of text that their content leaves
 * open. Fails when an archive is broken.
 */
export const sniff = async (file: PlanFile): Promise<Format> => {
  const { bytes } = file
  if (startsWith(bytes, latin('PK'))) return inArchive(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return inContainer(bytes)
  if (startsWith(bytes, latin('%PDF-'))) return { kind: 'pdf' }
  if (startsWith(bytes, latin('{\\rtf'))) return { kind: 'old', saveAs: '.docx' }
  if (isWebPicture(bytes) || pictures.some((start) => startsWith(bytes, start))) return { kind: 'image' }
  return asText(file)
}
