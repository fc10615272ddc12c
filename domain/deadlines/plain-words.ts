import { stripMarks } from '../fold.ts'

const printedDay = '(?:\\d{1,2}\\s*[/.-]\\s*\\d{1,2}(?:\\s*[/.-]\\s*\\d{4})?|\\d{1,2} thang \\d{1,2}(?: nam \\d{4})?)'
/** "Quyết định số 123/QĐ-UBND ngày 5/3/2025 của …": a document's number and date say nothing of when to act. */
const numbered = new RegExp(
  `\\b(?:so\\s*:?\\s*)?\\d+[a-z]?\\s*/\\s*(?:\\d{4}\\s*/\\s*)?(?!nam\\b|quy\\b|thang\\b|ngay\\b|lan\\b)[a-z]{2,}[a-z0-9&-]*(?:[^;\\n]{0,60}?\\bngay\\s+${printedDay})?`,
  'g',
)
const cited = new RegExp(
  `\\b(?:theo|tai|can cu)\\b(?:(?!\\b(?:truoc|cham nhat|den|xong|muon nhat)\\b)[^;,\\n]){0,80}?\\bngay\\s+${printedDay}`,
  'g',
)

/** Words as deadlines are read from: lower case without diacritics, one kind of dash, citations of documents blotted out. */
export const plainWords = (text: string): string =>
  stripMarks(text)
    .replace(/[‐-―−]/gu, '-')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(numbered, '·')
    .replace(cited, '·')
    .trim()

/** The parts of a deadline that are read alone: by semicolon, line, sentence, and bullets that open with a label. */
export const clausesOf = (plain: string): string[] =>
  plain
    .split(/[;\n]|\.(?=\s|$)|\s[-+•*]\s(?=[^:;]{1,40}:)/u)
    .map((clause) => clause.replace(/^[\s\-+•*,.]+|[\s,.]+$/gu, ''))
    .filter((clause) => clause !== '')
