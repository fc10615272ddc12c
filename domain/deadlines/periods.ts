import type { LocalDate } from '../time.ts'
import { dayOrMonthEnd, monthEnd } from './calendar.ts'
import { type Level, type Mention, qualifierOf, type Reckoning, saysYear, yearAfter, yearOf } from './mention.ts'

const quarterNumber = '(?:iv|iii|ii|i|[1-4])(?![a-z\\d])'
const between = '\\s*(?:,|va|-|den(?:\\s+het)?|hoac|&)\\s*'
const monthPattern = new RegExp(
  `(?<![a-z])thang\\s*(?<list>\\d{1,2}(?!\\d)(?:${between}(?:thang\\s*)?\\d{1,2}(?!\\d)(?!\\s*/\\s*\\d{1,2}(?!\\d))(?!\\s*(?:thang|lan|ngay)))*)(?!\\s*lan)${yearAfter}`,
  'g',
)
const figurePattern = /(?<![\d/])(?<list>\d{1,2})\s*\/\s*(?<slashYear>20\d\d)(?!\d)/g
const quarterPattern = new RegExp(
  `(?<![a-z])quy\\s*(?<list>${quarterNumber}(?:${between}(?:quy\\s*)?${quarterNumber})*)(?!\\s*lan)${yearAfter}`,
  'g',
)

/** The first month of a period, how many months it has, and how finely it tells the time. */
interface Period {
  readonly level: Level
  readonly firstMonth: number
  readonly months: number
}

const roman: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 }
const quarterOf = (text: string): Period => ({
  level: 'quarter',
  firstMonth: 3 * (roman[text] ?? Number(text)) - 2,
  months: 3,
})
const monthOf = (text: string): Period => ({ level: 'month', firstMonth: Number(text), months: 1 })

/** "III, IV" is two periods; "I-II" is one that ends with the second, next year when it lies before the first. */
const periodsOfList = (list: string, periodOf: (text: string) => Period): { period: Period; yearsOn: number }[] =>
  list
    .replaceAll(/quy|thang|\s/g, '')
    .split(/,|va|hoac|&/)
    .map((part) => {
      const [first = '', last = first] = part.split(/-|den(?:het)?/)
      const period = periodOf(last)
      return { period, yearsOn: period.firstMonth < periodOf(first).firstMonth ? 1 : 0 }
    })

const weekPattern = /\btuan\s+(?:thu\s+)?(\d|nhat|hai|ba|tu|bon|dau(?: tien)?|cuoi)(?:\s+(?:cua|trong))?\s*$/
const weekNumbers: Readonly<Record<string, number>> = {
  nhat: 1,
  hai: 2,
  ba: 3,
  tu: 4,
  bon: 4,
  dau: 1,
  'dau tien': 1,
  cuoi: 5,
}

/** "tuần 2 tháng 10" ends on the 14th. */
const endOfWeek = (year: number, month: number, week: string): LocalDate => {
  const number = weekNumbers[week] ?? Number(week)
  return dayOrMonthEnd(year, month, number >= 5 ? 31 : number * 7)
}

/** The last day of the part of a period that the words before it name; null when none can be told. */
const lastDayOf = (period: Period, year: number, before: string): LocalDate | null => {
  const week = period.level === 'month' ? weekPattern.exec(before)?.[1] : undefined
  if (week !== undefined) return endOfWeek(year, period.firstMonth, week)
  if (/\bthang dau(?:\s+cua)?\s*$/.test(before)) return monthEnd(year, period.firstMonth)
  const qualifier = qualifierOf(before)
  if (qualifier.vague) return null
  return monthEnd(year, qualifier.before ? period.firstMonth - 1 : period.firstMonth + period.months - 1)
}

const dueIn = (period: Period, year: number | null, before: string): Pick<Mention, 'day' | 'problem'> => {
  if (period.firstMonth < 1 || period.firstMonth > 12) return { day: null, problem: 'impossible-date' }
  if (year === null) return { day: null, problem: 'no-plan-year' }
  const day = lastDayOf(period, year, before)
  return day === null ? { day, problem: 'deadline-not-understood' } : { day }
}

const mentionsOf = (
  text: string,
  match: RegExpExecArray,
  periodOf: (text: string) => Period,
  reckoning: Reckoning,
): Mention[] => {
  const groups = match.groups ?? {}
  const span = { start: match.index, end: match.index + match[0].length }
  const year = yearOf(groups, reckoning)
  const before = text.slice(0, match.index)
  const list = groups['list'] ?? ''
  const opens = qualifierOf(before).startOnly && !/-|den/.test(list)
  return periodsOfList(list, periodOf).map(({ period, yearsOn }): Mention => {
    const due = dueIn(period, year === null || saysYear(groups) ? year : year + yearsOn, before)
    return { ...span, level: period.level, ...due, ...(opens ? { startOnly: true } : {}) }
  })
}

/** Months and quarters that a text (in its plain form, days blotted out) names. */
export const findMonthsAndQuarters = (text: string, reckoning: Reckoning): Mention[] => {
  const months = [...text.matchAll(monthPattern)].flatMap((match) => mentionsOf(text, match, monthOf, reckoning))
  const taken = (match: RegExpExecArray): boolean =>
    months.some((month) => match.index >= month.start && match.index < month.end)
  const figures = [...text.matchAll(figurePattern)]
    .filter((match) => !taken(match))
    .flatMap((match) => mentionsOf(text, match, monthOf, reckoning))
  const quarters = [...text.matchAll(quarterPattern)].flatMap((match) => mentionsOf(text, match, quarterOf, reckoning))
  return [...months, ...figures, ...quarters]
}
