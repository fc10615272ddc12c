import { readDeadline } from '../domain/deadline.ts'
import type { LocalDate } from '../domain/time.ts'
import type { Line } from './task-tables.ts'

const symbolPart = String.raw`((?:\d{4}\s*\/\s*)?[A-ZĐ]{2,}[A-ZĐa-z&-]*)`
const numberPattern = new RegExp(String.raw`(?:^|\s)Số\s*[:.]?\s*(\d{1,5}[a-z]?)\s*\/\s*${symbolPart}`, 'u')
/** "S6:160 /BC-UBND", "S$: 4306 /UBND-KSTTHC": what scanning makes of "Số:". */
const damagedPattern = new RegExp(String.raw`(?:^\W*|\s)[S5]\S{0,2}\s*[:.]\s*(\d{1,5}[a-z]?)\s*\/\s*${symbolPart}`, 'u')
const damagedAmong = 20

/** Symbols of documents that lose their stroke. */
const strokes: Readonly<Record<string, string>> = { QD: 'QĐ', ND: 'NĐ', HDND: 'HĐND', CD: 'CĐ', DA: 'ĐA' }
const withStrokes = (symbol: string): string =>
  symbol
    .split('-')
    .map((part) => strokes[part] ?? part)
    .join('-')

const joined = (match: RegExpExecArray): string => `${match[1] ?? ''}/${match[2] ?? ''}`.replaceAll(/\s/gu, '')

/** A document's number ("229/KH-UBND") among its first lines; '' without one. */
export const numberIn = (lines: readonly Line[]): string => {
  for (const { text } of lines) {
    const match = numberPattern.exec(text)
    if (match !== null) return joined(match)
  }
  for (const { text } of lines.slice(0, damagedAmong)) {
    const match = damagedPattern.exec(text)
    if (match !== null) return withStrokes(joined(match))
  }
  return ''
}

/** "Hải Phòng, ngày 31 tháng 8 năm 2023" at the end of its line; "ngdy 11 thang 9 ndm 2025", "thang7" as scanning leaves it. */
const issuePattern = /(?<![\p{L}\d])[nN]\S{2,4}\s*(\d{1,2})\s*t[hb]\S{1,4}?\s*(\d{1,2})\s*n\S{1,3}\s*(20\d\d)[\s.*]*$/u
const longestDateLine = 120
/** Scanning may run a whole letterhead together in one of the first lines. */
const runTogether = 8
const longestLetterhead = 280

const dayOf = (match: RegExpExecArray): LocalDate | null =>
  readDeadline(`ngày ${match.slice(1, 4).join('/')}`, { planYear: null, issuedOn: null }).occurrences[0] ?? null

/** The day of issue printed in the letterhead; null where it is missing or left blank. */
export const issuedOnIn = (lines: readonly Line[]): LocalDate | null => {
  const match = lines
    .filter(
      ({ text }, at) => text.length <= (at < runTogether ? longestLetterhead : longestDateLine) && !text.includes('('),
    )
    .map(({ text }) => issuePattern.exec(text))
    .find((found) => found !== null)
  return match == null ? null : dayOf(match)
}
