import { fold } from '../domain/fold.ts'

/** A column that stands for a stretch of the year: what is marked in it falls due at its end. */
export interface Period {
  readonly column: number
  /** As the header calls it, "Tháng" before a bare number. */
  readonly label: string
  /** As deadlines are written, without the year: "tháng 3", "quý II", "tuần 2 tháng 10". */
  readonly words: string
  /** The month of its last day, 1 to 12. */
  readonly month: number
  /** The year that its name states; null when it states none. */
  readonly year: number | null
}

const roman: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 }
const figures = ['I', 'II', 'III', 'IV']

interface Stretch {
  readonly words: string
  readonly month: number
}

const monthOf = (digits: string | undefined): Stretch | null => {
  const month = Number(digits)
  return month >= 1 && month <= 12 ? { words: `tháng ${month}`, month } : null
}

const quarterOf = (name: string | undefined): Stretch | null => {
  const quarter = roman[name ?? ''] ?? Number(name)
  return quarter >= 1 && quarter <= 4 ? { words: `quý ${figures[quarter - 1] ?? ''}`, month: quarter * 3 } : null
}

const weekOf = (name: string | undefined, above: Stretch | null): Stretch | null => {
  const week = Number(name)
  if (above === null || !above.words.startsWith('tháng') || !(week >= 1 && week <= 4)) return null
  return { words: `tuần ${week} ${above.words}`, month: above.month }
}

const year = String.raw`(?: (?:nam )?20\d\d)?$`
const monthName = new RegExp(String.raw`^(?:t|th|thang) ?0?(\d{1,2})${year}`)
const quarterName = new RegExp(String.raw`^(?:q|quy) ?(iv|iii|ii|i|[1-4])${year}`)
const weekName = /^(?:tuan|t|tuan thu) ?([1-4])$/
const bareMonth = /^0?(\d{1,2})(?: 20\d\d)?$/
const bareQuarter = /^(iv|iii|ii|i)$/
const timely = /\b(?:thang|thoi gian|tien do|quy|lo trinh|ke hoach)\b/

/** "3" under "Tháng" or "Thời gian", "II" under "Quý". */
const bareOf = (folded: string, group: string): Stretch | null => {
  if (/\bquy\b/.test(group) && bareQuarter.test(folded)) return quarterOf(folded)
  return timely.test(group) ? monthOf(bareMonth.exec(folded)?.[1]) : null
}

const stretchOf = (name: string, groups: readonly string[]): Stretch | null => {
  const folded = fold(name)
  const upper = groups.at(-1)
  const above = upper === undefined ? null : stretchOf(upper, groups.slice(0, -1))
  const matched = (pattern: RegExp): string | undefined => pattern.exec(folded)?.[1]
  return (
    weekOf(matched(weekName), above) ??
    monthOf(matched(monthName)) ??
    quarterOf(matched(quarterName)) ??
    bareOf(folded, fold(groups.join(' ')))
  )
}

const yearOf = (name: string): number | null => {
  const stated = /20\d\d/.exec(name)?.[0]
  return stated === undefined ? null : Number(stated)
}

const labelOf = (name: string, { words }: Stretch): string => {
  if (/\p{L}/u.test(name) && !bareQuarter.test(fold(name))) return name.replaceAll('\n', ' ')
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)
}

const kindOf = ({ words }: Stretch): string => words.split(' ')[0] ?? ''

const steps: Readonly<Record<string, number>> = { tháng: 1, quý: 3 }

const leavesOne = (before: Period, after: Period): boolean =>
  after.column === before.column + 2 &&
  kindOf(after) === kindOf(before) &&
  after.year === before.year &&
  after.month - before.month === 2 * (steps[kindOf(before)] ?? Number.NaN)

/** What stands between two periods of a kind, with one missing: "Quý H" between "Quý I" and "Quý III". */
const between = (before: Period | undefined, after: Period | undefined): Stretch | null => {
  if (before === undefined || after === undefined || !leavesOne(before, after)) return null
  const month = (before.month + after.month) / 2
  return kindOf(before) === 'quý' ? quarterOf(String(month / 3)) : monthOf(String(month))
}

const longestFigure = 8

/** A name that scanning damaged is known by its neighbours. */
const withMissing = (paths: readonly (readonly string[])[], periods: readonly Period[]): Period[] =>
  periods.flatMap((period, at) => {
    const column = period.column + 1
    const name = paths[column]?.at(-1) ?? ''
    const stretch = name === '' || name.length > longestFigure ? null : between(period, periods[at + 1])
    return stretch === null
      ? [period]
      : [period, { column, label: labelOf('', stretch), year: period.year, ...stretch }]
  })

/** Columns that are months, quarters or weeks by their names, each the last of the names over it; one alone is none. */
export const periodsOf = (paths: readonly (readonly string[])[]): Period[] => {
  const periods = paths.flatMap((path, column): Period[] => {
    const name = path.at(-1) ?? ''
    const stretch = name.length > 40 ? null : stretchOf(name, path.slice(0, -1))
    return stretch === null ? [] : [{ column, label: labelOf(name, stretch), year: yearOf(name), ...stretch }]
  })
  return periods.length >= 2 ? withMissing(paths, periods) : []
}
