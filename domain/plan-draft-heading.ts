import { dateOf } from './deadlines/calendar.ts'
import { fold } from './fold.ts'
import type { DraftCommand } from './plan-draft-command.ts'

/** What begins a correction of the document itself, folded; the rest of the words is its value. */
const beginnings: readonly (readonly [RegExp, (text: string) => DraftCommand | null])[] = [
  [/^(?:(?:ke hoach )?nam(?: ke hoach)?(?: la)?|year)\s*:?\s*(?=\d)/, (text) => yearOf(text)],
  [/^(?:so ky hieu|so hieu|ky hieu|so van ban|so|number)\s*:?\s*(?=\S*\d\S*[/-])/, (text) => numberOf(text)],
  [
    /^(?:thay the|thay|replaces)(?: cho)?(?: ke hoach)?(?: so)?\s*:?\s*(?=\S*\d\S*[/-])/,
    (text) => amending(text, false),
  ],
  [
    /^(?:sua doi,? bo sung|sua doi|bo sung|dieu chinh|amends)(?: ke hoach)?(?: so)?\s*:?\s*(?=\S*\d\S*[/-])/,
    (text) => amending(text, true),
  ],
  [/^(?:(?:ngay )?ban hanh(?: ngay)?|issued)\s*:?\s*(?=\d)/, (text) => issuedOn(text)],
  [/^(?:noi|co quan|don vi) ban hanh\s*:?\s*/, (text) => (text === '' ? null : { kind: 'issuer', text })],
  [/^(?:ten|trich yeu)(?: cua)? ke hoach\s*:?\s*/, (text) => (text === '' ? null : { kind: 'plan-title', text })],
]

/** A correction of the plan as a whole: its year, its number, when and by whom it was issued, what it replaces. */
export const readHeading = (words: string): DraftCommand | null => {
  // Letter by letter as long as what was typed, so that the rest can be taken as it stands.
  const plain = Array.from(words.normalize('NFC'), (letter) => fold(letter) || letter).join('')
  for (const [begins, read] of beginnings) {
    const length = begins.exec(plain)?.[0].length
    const command = length === undefined ? null : read(words.normalize('NFC').slice(length).trim())
    if (command !== null) return command
  }
  return null
}

const yearOf = (text: string): DraftCommand | null =>
  /^20\d\d\.?$/.test(text) ? { kind: 'year', year: Number(text.slice(0, 4)) } : null

/** "15/KH-UBND", "12/2026/QĐ-UBND": a number, and letters after a slash. */
const documentNumber = /^\d+[\d/]*[/-]\s?\p{L}[\p{L}\d/ .-]*$/u

const numberOf = (text: string): DraftCommand | null =>
  documentNumber.test(text) ? { kind: 'number', text: text.replace(/\s+/g, '') } : null

const amending = (text: string, partial: boolean): DraftCommand | null =>
  documentNumber.test(text) ? { kind: 'replaces', text: text.replace(/\s+/g, ''), partial } : null

const issuedOn = (text: string): DraftCommand | null => {
  const [, day, month, year] =
    /^(\d{1,2})\s?(?:[/.-]|tháng|thang)\s?(\d{1,2})\s?(?:[/.-]|năm|nam)\s?(20\d\d)$/iu.exec(text) ?? []
  const date = dateOf(Number(year), Number(month), Number(day))
  return day === undefined || date === null ? null : { kind: 'issued-on', day: date }
}
