import { fold } from '../domain/fold.ts'

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 }
const romanNumber = (text: string): number =>
  Array.from(text).reduce((sum, letter, at) => {
    const value = romanDigits[letter] ?? 0
    return sum + ((romanDigits[text.charAt(at + 1)] ?? 0) > value ? -value : value)
  }, 0)

const annexName = /^(?:phu luc(?: so)?(?: (\d{1,2}|[ivx]{1,5}))?|bieu(?: mau)?(?: so)? (\d{1,2}|[ivx]{1,5}))(?: |$)/

/** The number of the annex that a heading opens ("PHỤ LỤC 02", "Phụ lục II"); 0 without a number, null when it is none. */
export const annexOf = (text: string): number | null => {
  const match = annexName.exec(fold(text.slice(0, 80)))
  const isHeading = /^(?:PHỤ LỤC|BIỂU)/u.test(text) || text.split(/\s+/u).length <= 4
  if (match === null || !isHeading) return null
  const number = match[1] ?? match[2] ?? ''
  return /^\d/.test(number) ? Number(number) : romanNumber(number)
}

const onlyYearIn = (text: string): number | null => {
  const years = new Set([...text.matchAll(/năm\s+(20\d\d)(?!\s*[-–]\s*20)/giu)].map((match) => Number(match[1])))
  const [year] = years
  return years.size === 1 && year !== undefined ? year : null
}

/** The year that a title in capitals names ("… NĂM 2026"); null for a span of years and for every other line. */
export const yearInTitle = (text: string): number | null => {
  return /\p{Ll}/u.test(text) ? null : onlyYearIn(text)
}

const longestTitle = 200

/** The one year that a line over a table names, when the line is a title and no sentence: "Thực hiện nhiệm vụ năm 2026". */
export const yearOverTable = (text: string): number | null => {
  if (text.length > longestTitle || /^[(\-–+•]|[.;:,]\s*$/u.test(text)) return null
  return onlyYearIn(text)
}

/** Whether a text is a heading by its letters: capitals only. */
export const isCapitals = (text: string): boolean => text === text.toLocaleUpperCase('vi') && fold(text).length > 3

const numbered = /^(?:[IVXLC]{1,6}|[A-Z]|\d{1,2}(?:\.\d{1,2})*)\s?[.)/]\s*\p{L}/u
const longestHeading = 160

/** "II. NHIỆM VỤ CỤ THỂ", "1. Lĩnh vực tài chính": a paragraph over a table that says what its rows are about. */
export const isNumberedHeading = (text: string): boolean =>
  text.length <= longestHeading && numbered.test(text) && !/[.;,!?]$/u.test(text.trim())
