import { mendFigures } from './mend-figures.ts'
import { mendWords } from './mend-words.ts'
import { replaceIn, type Words, wordsIn } from './words.ts'

const printedDay = '(?:\\d{1,2}\\s*[/.-]\\s*\\d{1,2}(?:\\s*[/.-]\\s*\\d{4})?|\\d{1,2} thang \\d{1,2}(?: nam \\d{4})?)'
const fullDay = '(?:\\d{1,2}\\s*[/.-]\\s*\\d{1,2}\\s*[/.-]\\s*\\d{4}|\\d{1,2} thang \\d{1,2} nam \\d{4})'
/** What says that a date is a deadline: a citation does not reach across it. */
const due = '\\b(?:truoc|cham nhat|muon nhat|hoan thanh|den|het|xong|han)\\b'
const upTo = (length: number, stop: string): string => `(?:(?!${due})[^${stop}]){0,${length}}?`

/** "Quyết định số 123/QĐ-UBND ngày 5/3/2025 của …": a document's number and date say nothing of when to act. */
const numbered = new RegExp(
  `\\b(?:so\\s*:?\\s*)?\\d+[a-z]?\\s*/\\s*(?:\\d{4}\\s*/\\s*)?(?!nam\\b|quy\\b|thang\\b|ngay\\b|lan\\b|tuan\\b|\\d)[a-z]{2,}[a-z0-9&-]*(?:${upTo(60, ';\\n')}\\bngay\\s+${printedDay})?`,
  'g',
)
const cited = new RegExp(`\\b(?:theo|tai|can cu)\\b${upTo(80, ';,\\n')}\\bngay\\s+${printedDay}`, 'g')
const documents =
  'nghi quyet|nghi dinh|quyet dinh|thong tu|chi thi|cong van|cong dien|thong bao|ket luan|phap lenh|luat|to trinh|giay moi|van ban|ke hoach|chuong trinh|huong dan|cuoc hop|hoi nghi|phien hop|ky hop'
const dated = new RegExp(`\\b(?:${documents})\\b${upTo(80, ';,\\n')}\\bngay\\s+${fullDay}`, 'g')
/** "ISO 9001:2015" is a standard, "có hiệu lực từ ngày …" a law's own date. */
const standards = /\b(?:iso|tcvn|iec)(?:\s+(?:iso|iec))?\s*[\d-]+(?:\s*:\s*\d{4})?/g
const inForce = new RegExp(`\\bhieu luc\\s+(?:thi hanh\\s+)?(?:ke\\s+)?(?:tu\\s+)?ngay\\s+${printedDay}`, 'g')

/** A line that goes on where the one before broke off: in lower case, or behind a word that asks for more. */
const goesOn = /(?:\b(?:ngay|thang|quy|nam|truoc|den|tu|va|hang|cham|nhat|trong|cuoi|dau|het|la|cac)|[/,(-])\s*$/

/** "ngày" at the end of a line, "15/8" at the beginning of the next. */
const figures = /^[\doil|!]{1,2}(?:\s*[/.-]|\s+thang|\d)|^\d/

const isBroken = ({ plain }: Words, from: number, to: number, next: string): boolean =>
  goesOn.test(plain.slice(Math.max(0, from - 12), from)) ||
  /\p{Ll}/u.test(next) ||
  (/[a-z]/.test(plain.charAt(from - 1)) && figures.test(plain.slice(to, to + 12)))

const joinLines = (words: Words, raw: string): Words =>
  replaceIn(words, /\s*\n\s*/g, ({ 0: seen, index }) => {
    const next = index + seen.length
    return isBroken(words, index, next, raw.charAt(words.at[next] ?? raw.length)) ? ' ' : '\n'
  })

/** "Trước ngày khai giảng 05/9": what the day is kept for stands between the word and its date. */
const occasion = new RegExp(
  `(?<=\\b(?:truoc|cham nhat|muon nhat|den|het)(?: vao| la| den)? ngay )(?:le|hop|thi|khai giang|khai mac|be mac|bau cu|quoc khanh|ky niem|tong ket|so ket|dai hoi|tet)(?: [a-z]+){0,4} (?=${printedDay})`,
  'g',
)

const blotted = ({ 0: seen }: RegExpExecArray): string => '·'.repeat(seen.length)

const readWords = (raw: string): Words => {
  const mended = mendFigures(mendWords(joinLines(wordsIn(raw), raw), raw))
  const bare = replaceIn(mended, occasion, () => '')
  return [numbered, cited, dated, standards, inForce].reduce(
    (words, pattern) => replaceIn(words, pattern, blotted),
    bare,
  )
}

/** The cells of a table say the same again and again. */
const known = new Map<string, Words>()
const longestKept = 200
const mostKept = 1_000

/**
 * Words as deadlines are read from: lower case without diacritics, damaged words of time put right, citations of
 * documents blotted out, broken lines joined.
 */
export const plainWords = (raw: string): Words => {
  const before = known.get(raw)
  if (before !== undefined) return before
  const words = readWords(raw)
  if (known.size >= mostKept) known.clear()
  if (raw.length <= longestKept) known.set(raw, words)
  return words
}

/** A part of a deadline that is read alone, and where it begins. */
export interface Clause {
  readonly text: string
  readonly start: number
}

const separator = /[;\n]|\.(?=\s|$)|\s[-+•*]\s(?=[^:;]{1,40}:)/gu
const edges = /^[\s\-+•*,.]+|[\s,.]+$/gu

const trimmed = (text: string, start: number): Clause => {
  const clean = text.replace(edges, '')
  return { text: clean, start: start + Math.max(0, text.indexOf(clean)) }
}

/** By semicolon, line, sentence, and bullets that open with a label. */
export const clausesOf = (plain: string): Clause[] => {
  const clauses: Clause[] = []
  let done = 0
  for (const match of plain.matchAll(separator)) {
    clauses.push(trimmed(plain.slice(done, match.index), done))
    done = match.index + match[0].length
  }
  return [...clauses, trimmed(plain.slice(done), done)].filter(({ text }) => text !== '')
}
