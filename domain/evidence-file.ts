import { AppError } from './errors.ts'
import { largestFileMb } from './ports/files.ts'

/** Longer names lose their beginning: what kind of file it is stands at the end. */
const nameLimit = 150

/** The name alone, fit to be shown and to be saved under: no folders, nothing that turns the line around. */
export const cleanFileName = (name: string): string => {
  const base = name.toWellFormed().normalize('NFC').split(/[/\\]/u).at(-1) ?? ''
  const clean = base
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/["*:<>?|]/gu, '-')
    .replace(/\s+/gu, ' ')
    // Windows drops dots and spaces at the end: "a.exe." is "a.exe" there.
    .replace(/[. ]+$/u, '')
    .trim()
  const short = clean
    .slice(-nameLimit)
    // Half of a character that was cut through.
    .replace(/^[\uDC00-\uDFFF]/u, '')
    .trim()
  return short === '' ? 'tep' : short
}

const extensionOf = (name: string): string => /\.([a-z0-9]+)$/u.exec(name.toLowerCase())?.[1] ?? ''

/** What a computer would run when it is opened. */
const executables = new Set(
  (
    'exe bat cmd com scr pif cpl msi msp msc dll sys jar js jse mjs vb vbs vbe wsf wsh ws hta ps1 psm1 reg lnk inf ' +
    'sh bash run app command apk ipa deb rpm dmg iso img'
  ).split(' '),
)

/** Whether the bytes are a program of Windows or Linux, whatever the file is called. */
const isProgram = (bytes: Uint8Array): boolean => {
  const start = String.fromCharCode(...bytes.subarray(0, 4))
  if (start === '\u{7f}ELF') return true
  if (!start.startsWith('MZ') || bytes.length < 64) return false
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(60, true)
  return String.fromCharCode(...bytes.subarray(header, header + 2)) === 'PE'
}

const gap = String.raw`[\s_.-]+`
/** The degrees of state secrets in capitals, but for "BẢO MẬT", "BÍ MẬT NHÀ NƯỚC", "MẬT ĐỘ", "MẬT KHẨU". */
const inCapitals = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<!(?:BẢO|BÍ|CƠ)${gap})MẬT(?![\p{L}\p{N}])(?!${gap}(?:KHẨU|ĐỘ|MÃ|DANH|ONG))`,
  'u',
)
const higherDegrees = new RegExp(String.raw`(?<!\p{L})(?:tối|tuyệt)${gap}mật(?!\p{L})`, 'iu')
const kinds = 'độ|tài liệu|văn bản|công văn|hồ sơ|báo cáo|kế hoạch|quyết định'
const stated = new RegExp(
  String.raw`(?<!\p{L})(?:${kinds})${gap}mật(?!\p{L})(?!${gap}(?:khẩu|độ|mã|danh|ong))|[([]\s*mật\s*[)\]]|^mật(?:\.|$)`,
  'iu',
)
/** Names of files often have no diacritics. */
const withoutMarks =
  /(?<!\p{L})(?:TUYET|TOI)[\s_.-]+MAT(?!\p{L})|(?<!\p{L})(?:tuyet|toi|do|tai[-_]?lieu|van[-_]?ban)[-_]mat(?!\p{L})/u

/** Whether a name or a caption says that the document is a state secret. */
export const saysSecret = (words: string): boolean => {
  const text = words.normalize('NFC')
  return [inCapitals, higherDegrees, stated, withoutMarks].some((mark) => mark.test(text))
}

type Refusal = AppError<'file-secret' | 'file-executable' | 'file-empty' | 'file-too-large'>

/** Why a file is not taken as evidence, by what is known before its bytes are; null when it may be. */
export const whyNotTaken = (
  { name, size }: { readonly name: string; readonly size: number | null },
  caption: string,
): Refusal | null => {
  if (saysSecret(name) || saysSecret(caption)) return new AppError('file-secret', { name })
  if (executables.has(extensionOf(name))) return new AppError('file-executable', { name })
  if (size === 0) return new AppError('file-empty', { name })
  if (size !== null && size > largestFileMb * 1024 * 1024) {
    return new AppError('file-too-large', { name, limitMb: largestFileMb })
  }
  return null
}

/** The same for its bytes. */
export const whyBytesNotTaken = (name: string, bytes: Uint8Array): Refusal | null =>
  isProgram(bytes) ? new AppError('file-executable', { name }) : whyNotTaken({ name, size: bytes.length }, '')

const types = new Map(
  Object.entries({
    pdf: 'application/pdf',
    doc: 'application/msword',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    xls: 'application/vnd.ms-excel',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ppt: 'application/vnd.ms-powerpoint',
    pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    csv: 'text/csv; charset=utf-8',
    txt: 'text/plain; charset=utf-8',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    png: 'image/png',
    webp: 'image/webp',
    heic: 'image/heic',
    zip: 'application/zip',
    mp4: 'video/mp4',
  }),
)

/** The type by the name alone: what a sender claims is not believed. */
export const typeOfFile = (name: string): string => types.get(extensionOf(name)) ?? 'application/octet-stream'
