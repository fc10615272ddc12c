import { lastWorkingDay, monthEnd } from './calendar.ts'
import { dayBefore, type Groups, monthLabel, quarterLabel, type Reckoning, yearAfter, yearOf } from './mention.ts'
import {
  type Due,
  every,
  monthsOfYear,
  numberOf,
  quartersOfYear,
  type Recurrence,
  spanOf,
  upcoming,
} from './recurrence.ts'

export const lastDay = new RegExp(
  `(?<before>truoc\\s+)?\\bngay\\s+(?<working>lam viec\\s+)?cuoi(?: cung)?(?<working2>\\s+lam viec)?\\s+(?:cua\\s+)?(?<every>${every}\\s+)?(?:thang(?:\\s+(?<month>\\d{1,2})(?!\\d|\\s*\\/\\s*\\d{1,2}(?!\\d))|\\s+cuoi\\s+(?:cua\\s+)?(?:${every}\\s+)?quy)?|quy(?:\\s+(?<quarter>iv|iii|ii|i|[1-4])(?![a-z\\d]))?|(?<year>nam))(?![a-z])${yearAfter}`,
  'g',
)
export const endOfEach = /\bcuoi\s+(?:moi|hang|tung)\s+(?:thang|quy)(?![a-z])/g

interface Dues {
  readonly dues: readonly Due[]
  /** One named period, not every one. */
  readonly counted: boolean
}

const inOne = (month: number, counted = true): Dues => ({ dues: [{ label: '', month }], counted })

const inQuarters = (named: readonly number[]): Dues => {
  const quarters = named.length > 0 ? named : quartersOfYear
  return {
    dues: quarters.map((number) => ({ label: quarterLabel(number), month: 3 * number })),
    counted: named.length > 0,
  }
}

/** What the last day is of: one named month or quarter, or every one. */
const endsOf = (named: readonly number[], { month, quarter, year, every: each, whole = '' }: Groups): Dues => {
  if (month !== undefined) return inOne(Number(month))
  if (quarter !== undefined) return inOne(3 * numberOf(quarter))
  if (year !== undefined) return inOne(12, each === undefined)
  if (/\bquy\b/.test(whole)) return inQuarters(named)
  return { dues: monthsOfYear.map((number) => ({ label: monthLabel(number), month: number })), counted: false }
}

/** "ngày làm việc cuối cùng của quý": the last day, or the last that is worked on, of what the words name. */
export const lastDayRecurrence = (
  match: RegExpExecArray,
  named: readonly number[],
  reckoning: Reckoning,
): Recurrence => {
  const groups: Groups = { ...match.groups, whole: match[0] }
  const span = spanOf(match)
  const { dues, counted } = endsOf(named, groups)
  const year = yearOf(groups, reckoning)
  if (year === null) return { ...span, days: [], problem: 'no-plan-year' }
  if (dues.some(({ month }) => month < 1 || month > 12)) return { ...span, days: [], problem: 'impossible-date' }
  const working = (groups['working'] ?? groups['working2']) !== undefined
  const days = dues.map(({ label, month }) => {
    const end = monthEnd(year, month)
    const day = working ? lastWorkingDay(end, reckoning.isWorkingDay) : end
    return { label, day: groups['before'] === undefined ? day : dayBefore(day, reckoning) }
  })
  return { ...span, days: counted ? days : upcoming(days, reckoning), ...(counted ? { listed: true } : {}) }
}
