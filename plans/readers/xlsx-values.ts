/** How the numbers of a cell's format are shown. */
export type NumberShape = 'number' | 'percent' | 'date' | 'month' | 'time'

/** Formats that every workbook has, by the numbers that the standard gives them; the dates of East Asia among them. */
const builtIn: readonly (readonly [first: number, last: number, NumberShape])[] = [
  [9, 10, 'percent'],
  [17, 17, 'month'],
  [55, 55, 'month'],
  [18, 21, 'time'],
  [45, 47, 'time'],
  [14, 22, 'date'],
  [27, 36, 'date'],
  [50, 58, 'date'],
]

/** A format's code without what it prints as it stands: quoted words, escaped letters, colours and locales in brackets. */
const bare = (code: string): string =>
  (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '').toLowerCase()

const byLetters = (letters: string): NumberShape => {
  if (letters.includes('general')) return 'number'
  if (letters.includes('d')) return 'date'
  if (letters.includes('y')) return 'month'
  if (/[hs]/u.test(letters)) return 'time'
  if (letters.includes('m')) return 'month'
  return letters.includes('%') ? 'percent' : 'number'
}

/** What a number format makes of a number, by its id and, for formats of the workbook's own, its code. */
export const numberShape = (id: number, code: string | undefined): NumberShape =>
  code === undefined
    ? (builtIn.find(([first, last]) => id >= first && id <= last)?.[2] ?? 'number')
    : byLetters(bare(code))

const dayMs = 86_400_000
const epoch = Date.UTC(1899, 11, 30)
const epoch1904 = Date.UTC(1904, 0, 1)
/** Excel's last day, 31/12/9999. */
const lastSerial = 2_958_465

/** Excel counts a 29 February 1900 that never was. */
const dayOf = (serial: number, from1904: boolean): Date => {
  if (from1904) return new Date(epoch1904 + Math.floor(serial) * dayMs)
  return new Date(epoch + (Math.floor(serial) + (serial < 60 ? 1 : 0)) * dayMs)
}

const two = (number: number): string => String(number).padStart(2, '0')

/** A day as plans print it. */
const printDay = (date: Date): string =>
  `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`

const printTime = (part: number): string => {
  const minutes = Math.round(part * 24 * 60)
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`
}

/** Without the noise of binary fractions: 0.1 + 0.2 is 0.3. */
const printNumber = (number: number): string => String(Number(number.toPrecision(12)))

/**
 * A number as it is shown: a date as dd/mm/yyyy whatever its format, except that a format with month and year alone
 * means the month, and one of hours the time.
 */
export const printValue = (number: number, shape: NumberShape, from1904: boolean): string => {
  if (shape === 'percent') return `${printNumber(number * 100)}%`
  if (shape === 'number' || number < 0 || number > lastSerial) return printNumber(number)
  if (shape === 'time' && number < 1) return printTime(number)
  const day = printDay(dayOf(number, from1904))
  return shape === 'month' ? day.slice(3) : day
}

/** A date that the file states in words of ISO 8601. */
export const printIsoDate = (text: string): string => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/u.exec(text) ?? []
  return day === undefined ? text : `${day}/${month ?? ''}/${year ?? ''}`
}
