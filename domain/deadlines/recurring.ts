import { dayOrMonthEnd, monthEnd } from './calendar.ts'
import { endOfEach, lastDay, lastDayRecurrence } from './last-day.ts'
import {
  blot,
  type Dated,
  dayBefore,
  type Groups,
  monthLabel,
  quarterLabel,
  type Reckoning,
  yearAfter,
  yearOf,
} from './mention.ts'
import {
  type Due,
  every,
  monthsOfYear,
  numberOf,
  quartersNamed,
  quartersOfYear,
  type Recurrence,
  spanOf,
  upcoming,
} from './recurrence.ts'

/** Longer lists than any plan has would be gone through again from each of their members. */
const dayList = '\\d{1,2}(?:\\s*(?:,|va)\\s*(?:ngay\\s+)?\\d{1,2}){0,5}'
const dayNumber = `(?<before>truoc\\s+)?(?:(?:cac\\s+)?ngay\\s+)?(?<![\\d/.])(?<!\\b(?:tuan|thu)\\s)(?<days>${dayList})(?!\\s*[/\\d])`
const later = 'sau|tiep theo|ke tiep|lien ke|lien sau'
const dayOfQuarter = new RegExp(
  `${dayNumber}\\s*(?:cua\\s+)?(?:thang\\s+|(?=cuoi))(?<which>cuoi(?: cung)?|dau(?: tien)?|thu (?:nhat|hai|ba|[123])|giua)(?:\\s+cua)?(?:\\s+${every})?\\s+quy(?:\\s+(?<quarter>iv|iii|ii|i|[1-4])(?![a-z\\d])${yearAfter}|\\s+(?<next>${later}))?`,
  'g',
)
const monthOfQuarter = new RegExp(
  `\\bthang\\s+(?<which>cuoi(?: cung)?|dau(?: tien)?|thu (?:nhat|hai|ba|[123])|giua)\\s+(?:cua\\s+)?(?:${every}\\s+)?quy(?!\\s*(?:[iv1-4]|${later}))`,
  'g',
)
const dayOfMonth = new RegExp(
  `${dayNumber}\\s*(?:cua\\s+)?(?:(?:${every}|cua moi)\\s+thang(?:\\s+(?<next>${later}))?(?!\\s*\\d)|thang\\s+(?:(?<following>${later})|bao cao)(?![a-z]))`,
  'g',
)
const monthThenDay = new RegExp(
  `(?:${every}|bao cao)\\s+thang(?:\\s+(?:mot|0?1)\\s+lan)?[\\s,:(-]*(?:(?:gui|nop|bao cao|truoc khi|hoan thanh|xong)\\s+){0,2}(?:(?:cham|muon) nhat\\s+(?:la\\s+)?)?(?<before>truoc\\s+)?(?:vao\\s+)?ngay\\s+(?<days>${dayList})(?!\\s*[/\\d]|\\s*(?:cua\\s+)?thang(?!\\s+(?:${later})))(?:\\s+(?:cua\\s+)?thang\\s+(?<next>${later}))?`,
  'g',
)
const weekOfMonth = new RegExp(
  `\\btuan\\s+(?:thu\\s+)?(?<week>[1-4]|cuoi(?: cung)?|dau(?: tien)?)\\s+(?:cua\\s+)?${every}\\s+thang(?!\\s*\\d)`,
  'g',
)
const dayOfMonths = new RegExp(
  `${dayNumber}\\s*(?:cua\\s+)?(?:cac\\s+)?thang\\s+(?<months>\\d{1,2}(?:\\s*(?:,|va)\\s*(?:thang\\s+)?\\d{1,2}(?!\\d|\\s*(?:/|thang|ngay))){1,11})${yearAfter}`,
  'g',
)
const datedIn = (
  year: number,
  dues: readonly Due[],
  numbers: readonly number[],
  isBefore: boolean,
  reckoning: Reckoning,
): Dated[] =>
  dues.flatMap(({ label, month }) =>
    numbers.map((number) => {
      const day = dayOrMonthEnd(year, month, number)
      return { day: isBefore ? dayBefore(day, reckoning) : day, label }
    }),
  )

const stated = (
  match: RegExpExecArray,
  year: number | null,
  dues: readonly Due[],
  counted: boolean,
  reckoning: Reckoning,
): Recurrence => {
  const groups: Groups = match.groups ?? {}
  const span = spanOf(match)
  if (year === null) return { ...span, days: [], problem: 'no-plan-year' }
  const numbers = [...(groups['days'] ?? '').matchAll(/\d+/g)].map(Number)
  const wrong = numbers.some((number) => number < 1 || number > 31) || dues.some(({ month }) => month < 1 || month > 15)
  if (wrong) return { ...span, days: [], problem: 'impossible-date' }
  const days = datedIn(year, dues, numbers, groups['before'] !== undefined, reckoning)
  return { ...span, days: counted ? days : upcoming(days, reckoning), ...(counted ? { listed: true } : {}) }
}

const monthInQuarter = (which: string): number => {
  if (which.startsWith('dau') || /nhat|1/.test(which)) return 1
  return which === 'giua' || /hai|2/.test(which) ? 2 : 3
}

const quarterRecurrence = (match: RegExpExecArray, quarters: readonly number[], reckoning: Reckoning): Recurrence => {
  const groups: Groups = match.groups ?? {}
  const named = groups['quarter'] === undefined ? quarters : [numberOf(groups['quarter'])]
  const place = monthInQuarter(groups['which'] ?? '') + (groups['next'] === undefined ? 0 : 3)
  const dues = (named.length > 0 ? named : quartersOfYear).map((quarter) => ({
    label: quarterLabel(quarter),
    month: 3 * (quarter - 1) + place,
  }))
  return stated(match, yearOf(groups, reckoning), dues, named.length > 0, reckoning)
}

/** "tuần thứ 2 hằng tháng" ends on the 14th of each. */
const weekRecurrence = (match: RegExpExecArray, reckoning: Reckoning): Recurrence => {
  const { year } = reckoning
  const week = match.groups?.['week'] ?? ''
  if (year === null) return { ...spanOf(match), days: [], problem: 'no-plan-year' }
  const number = week.startsWith('dau') ? 7 : week.startsWith('cuoi') ? 31 : 7 * Number(week)
  const days = monthsOfYear.map((month) => ({ label: monthLabel(month), day: dayOrMonthEnd(year, month, number) }))
  return { ...spanOf(match), days: upcoming(days, reckoning) }
}

/** "tháng cuối quý" without a day: the end of that month of every quarter. */
const quarterMonths = (match: RegExpExecArray, reckoning: Reckoning): Recurrence => {
  const { year } = reckoning
  if (year === null) return { ...spanOf(match), days: [], problem: 'no-plan-year' }
  const place = monthInQuarter(match.groups?.['which'] ?? '')
  const days = quartersOfYear.map((quarter) => ({
    label: quarterLabel(quarter),
    day: monthEnd(year, 3 * (quarter - 1) + place),
  }))
  return { ...spanOf(match), days: upcoming(days, reckoning) }
}

const monthRecurrence = (match: RegExpExecArray, reckoning: Reckoning): Recurrence => {
  const after = match.groups?.['next'] ?? match.groups?.['following']
  const dues = monthsOfYear.map((month) => ({ label: monthLabel(month), month: month + (after === undefined ? 0 : 1) }))
  return stated(match, reckoning.year, dues, false, reckoning)
}

const listedMonths = (match: RegExpExecArray, reckoning: Reckoning): Recurrence => {
  const groups: Groups = match.groups ?? {}
  const months = [...(groups['months'] ?? '').matchAll(/\d+/g)].map(Number)
  const dues = months.map((month) => ({ label: monthLabel(month), month: month > 12 ? 99 : month }))
  return stated(match, yearOf(groups, reckoning), dues, true, reckoning)
}

/** Everything in a text (in its plain form) that comes back on a stated day of every month or quarter. */
export const findStatedRecurring = (text: string, reckoning: Reckoning): Recurrence[] => {
  const quarters = quartersNamed(text)
  let rest = text
  const found: Recurrence[] = []
  const find = (pattern: RegExp, read: (match: RegExpExecArray) => Recurrence): void => {
    const more = [...rest.matchAll(pattern)].map(read)
    found.push(...more)
    rest = blot(rest, more)
  }
  find(lastDay, (match) => lastDayRecurrence(match, quarters, reckoning))
  find(weekOfMonth, (match) => weekRecurrence(match, reckoning))
  find(dayOfQuarter, (match) => quarterRecurrence(match, quarters, reckoning))
  find(endOfEach, (match) => lastDayRecurrence(match, quarters, reckoning))
  find(monthThenDay, (match) => monthRecurrence(match, reckoning))
  find(dayOfMonth, (match) => monthRecurrence(match, reckoning))
  find(monthOfQuarter, (match) => quarterMonths(match, reckoning))
  find(dayOfMonths, (match) => listedMonths(match, reckoning))
  return found
}
