/** What windows-1258 text of Vietnamese consists of once its marks are composed; other bytes give other characters. */
const vietnameseText =
  /^[\x20-\x7E\t\n\f\r\u00A0-\u00BF×÷–—‘’“”„†‡•…‰‹›₫€™ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]*$/u

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

/** How far a page's own statement of its encoding may stand from its beginning. */
const statementBytes = 2048
const statement = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|^<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/iu

const stated = (bytes: Uint8Array): string | null => {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, statementBytes))
  const match = statement.exec(start)
  return match === null ? null : (match[1] ?? match[2] ?? null)
}

/** Without a byte order mark, text of two bytes a letter still shows: every line break and space has a zero in it. */
const wideWithoutMark = (bytes: Uint8Array): string | null => {
  const start = bytes.subarray(0, statementBytes)
  const zeros = (from: number): number => start.filter((byte, at) => at % 2 === from && byte === 0).length
  if (start.length < 4 || Math.max(zeros(0), zeros(1)) < start.length / 8) return null
  return zeros(1) > zeros(0) ? 'utf-16le' : 'utf-16be'
}

const decodeAs = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The encoding of old Vietnamese Windows programs; only when all of it is Vietnamese, for any bytes can be read so. */
const decodeVietnameseWindows = (bytes: Uint8Array): string | null => {
  const text = decodeAs(bytes, 'windows-1258')?.normalize('NFC')
  return text !== undefined && vietnameseText.test(text) ? text : null
}

const isText = (text: string): boolean => !/[\0-\x08\x0E-\x1A\uFFFE\uFFFF]/u.test(text)

const candidates = function* (bytes: Uint8Array): Generator<string | null> {
  if (startsWith(bytes, 0xff, 0xfe)) yield decodeAs(bytes, 'utf-16le')
  if (startsWith(bytes, 0xfe, 0xff)) yield decodeAs(bytes, 'utf-16be')
  yield decodeAs(bytes, 'utf-8')
  const wide = wideWithoutMark(bytes)
  if (wide !== null) yield decodeAs(bytes, wide)
  const own = stated(bytes)
  if (own !== null) yield decodeAs(bytes, own)
  yield decodeVietnameseWindows(bytes)
}

/**
 * The text of a file in Unicode: UTF-8 or UTF-16 with or without a byte order mark, what an HTML page states of itself,
 * or windows-1258. Null when its bytes are no text.
 */
export const decodeText = (bytes: Uint8Array): string | null => {
  for (const text of candidates(bytes)) if (text !== null && isText(text)) return text
  return null
}
