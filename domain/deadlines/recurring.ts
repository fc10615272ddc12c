import type { PlanWarningCode } from '../plan-document.ts'
import type { LocalDate } from '../time.ts'
import { dayOrMonthEnd, monthEnd } from './calendar.ts'
import { dayBefore, type Reckoning, yearAfter, yearOf } from './mention.ts'

/** Words that stand for a date in every month, quarter or half of the plan's year. */
export interface Recurrence {
  readonly start: number
  readonly end: number
  readonly days: readonly LocalDate[]
  readonly problem?: PlanWarningCode
  /** "hằng quý" alone: gives way to days that the same words state. */
  readonly general?: true
}

const every = '(?:hang|moi|tung|cac)'
const dayNumber = '(?<before>truoc\\s+)?(?:ngay\\s+)?(?<![\\d/])(?<day>\\d{1,2})(?!\\s*[/\\d])'
const dayOfQuarter = new RegExp(
  `${dayNumber}\\s*(?:cua\\s+)?thang\\s+(?<which>cuoi|dau|thu hai|giua)(?:\\s+cua)?(?:\\s+${every})?\\s+quy(?:\\s+(?<quarter>iv|iii|ii|i|[1-4])(?![a-z\\d])${yearAfter}|\\s+(?<next>sau|tiep theo|ke tiep))?`,
  'g',
)
const dayOfMonth = new RegExp(
  `${dayNumber}\\s*(?:cua\\s+)?(?:${every}\\s+thang|thang\\s+(?<next>sau|tiep theo|ke tiep))`,
  'g',
)
const monthThenDay = new RegExp(
  `${every}\\s+thang[\\s,:(]*(?:cham nhat\\s+)?(?<before>truoc\\s+)?ngay\\s+(?<day>\\d{1,2})(?!\\s*[/\\d]|\\s+thang)`,
  'g',
)
const generalPattern =
  /(?<![a-z])(?:(?:hang|moi|tung|dinh ky)\s+(?<unit>thang|quy(?! dinh| che| trinh| mo| hoach)|nam)(?!\s*\d)|(?<halves>0?6\s+thang\s*(?:\/|mot|0?1)\s*lan|(?:dinh ky|moi|hang)\s+0?6\s+thang(?!\s*(?:dau|cuoi|,|va)))|(?:1|mot|0?1)\s+lan\s*\/\s*(?<per>thang|quy|nam)|(?<quarters>0?3\s+thang\s*(?:\/|mot|0?1)\s*lan))(?![a-z])/g

const monthsOfYear = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
const quartersOfYear = [1, 2, 3, 4] as const
const roman: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 }
const monthInQuarter: Readonly<Record<string, number>> = { dau: 1, giua: 2, 'thu hai': 2, cuoi: 3 }

const spanOf = (match: RegExpExecArray): { start: number; end: number } => ({
  start: match.index,
  end: match.index + match[0].length,
})

const stated = (
  match: RegExpExecArray,
  year: number | null,
  months: readonly number[],
  reckoning: Reckoning,
): Recurrence => {
  if (year === null) return { ...spanOf(match), days: [], problem: 'no-plan-year' }
  const number = Number(match.groups?.['day'])
  if (number < 1 || number > 31) return { ...spanOf(match), days: [], problem: 'impossible-date' }
  const before = match.groups?.['before'] !== undefined
  const days = months.map((month) => {
    const day = dayOrMonthEnd(year, month, number)
    return before ? dayBefore(day, reckoning) : day
  })
  return { ...spanOf(match), days }
}

/** "Quý I, Quý III gửi trước ngày 10 tháng cuối của quý" names the quarters elsewhere; otherwise all four are meant. */
const quartersNamed = (text: string): readonly number[] => {
  const named = [...text.matchAll(/(?<![a-z])quy\s*(iv|iii|ii|i|[1-4])(?![a-z\d])/g)].map(
    ([, quarter = '']) => roman[quarter] ?? Number(quarter),
  )
  return named.length > 0 ? named : quartersOfYear
}

const quarterRecurrence = (text: string, match: RegExpExecArray, reckoning: Reckoning): Recurrence => {
  const groups = match.groups ?? {}
  const quarter = groups['quarter']
  const quarters = quarter === undefined ? quartersNamed(text) : [roman[quarter] ?? Number(quarter)]
  const place = (monthInQuarter[groups['which'] ?? ''] ?? 3) + (groups['next'] === undefined ? 0 : 3)
  const months = quarters.map((number) => 3 * (number - 1) + place)
  return stated(match, yearOf(groups, reckoning), months, reckoning)
}

const monthRecurrence = (match: RegExpExecArray, reckoning: Reckoning): Recurrence => {
  const later = match.groups?.['next'] === undefined ? 0 : 1
  return stated(
    match,
    reckoning.year,
    monthsOfYear.map((month) => month + later),
    reckoning,
  )
}

const endsOf = (groups: Readonly<Record<string, string | undefined>>): readonly number[] => {
  const unit = groups['unit'] ?? groups['per']
  if (unit === 'thang') return monthsOfYear
  if (unit === 'nam') return [12]
  return groups['halves'] === undefined ? [3, 6, 9, 12] : [6, 12]
}

const generalRecurrence = (match: RegExpExecArray, { year }: Reckoning): Recurrence =>
  year === null
    ? { ...spanOf(match), days: [], problem: 'no-plan-year', general: true }
    : { ...spanOf(match), days: endsOf(match.groups ?? {}).map((month) => monthEnd(year, month)), general: true }

const overlaps = (one: Recurrence, other: Recurrence): boolean => one.start < other.end && other.start < one.end

/** Everything in a text (in its plain form) that comes back every month, quarter, half or year. */
export const findRecurring = (text: string, reckoning: Reckoning): Recurrence[] => {
  const found = [
    ...[...text.matchAll(dayOfQuarter)].map((match) => quarterRecurrence(text, match, reckoning)),
    ...[...text.matchAll(dayOfMonth)].map((match) => monthRecurrence(match, reckoning)),
    ...[...text.matchAll(monthThenDay)].map((match) => monthRecurrence(match, reckoning)),
    ...[...text.matchAll(generalPattern)].map((match) => generalRecurrence(match, reckoning)),
  ]
  return found.filter((one, at) => !found.slice(0, at).some((earlier) => overlaps(one, earlier)))
}
