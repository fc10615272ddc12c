import type { LocalDate } from '../time.ts'
import { dayOrMonthEnd, monthEnd } from './calendar.ts'
import {
  blot,
  type Groups,
  type Level,
  type Mention,
  monthLabel,
  nearBefore,
  qualifierOf,
  quarterLabel,
  type Reckoning,
  saysYear,
  yearAfter,
  yearOf,
} from './mention.ts'

const quarterNumber = '(?:iv|iii|ii|i|[1-4])(?![a-z\\d])'
const between = '\\s*(?:,|va|-|den(?:\\s+het)?|hoac|&|\\+)\\s*'
const notADay = '(?!\\d)(?!\\s*\\/\\s*\\d{1,2}(?!\\d))(?!\\s*(?:thang|lan|ngay|[.%?]\\S))'
const monthPattern = new RegExp(
  `(?<![a-z])thang\\s*(?<list>\\d{1,2}(?![\\d?])(?!\\s*%)(?:${between}(?:thang\\s*)?\\d{1,2}${notADay}){0,11})(?!\\s*lan)${yearAfter}`,
  'g',
)
/** "T9/2025", and "T6, T12" where nothing else stands: beside other words it may be a day of the week. */
const shortMonths = 't\\.?\\s?\\d{1,2}(?:\\s*(?:,|va|-|&|den)\\s*t\\.?\\s?\\d{1,2}){0,11}'
const shortMonthPattern = new RegExp(
  `(?<![a-z\\d])(?<list>${shortMonths})\\s*[/-]\\s*(?<slashYear>20\\d\\d)(?!\\d)|^(?<only>${shortMonths})$`,
  'g',
)
const figurePattern = /(?<![\d/.?…a-z-])(?<![/?…]\s)(?<list>\d{1,2})\s*[/]\s*(?<slashYear>20\d\d)(?!\d)(?!\s*\/)/g
const onlyFigures = /^(?<list>0?[1-9]|1[0-2])[.-](?<slashYear>20\d\d)$/g
const quarterPattern = new RegExp(
  `(?<![a-z])(?:quy|qui)\\s*(?<list>${quarterNumber}(?:${between}(?:quy\\s*)?${quarterNumber}(?!\\s*(?:thang|lan|ngay|\\/\\s*\\d{1,2}(?!\\d)))){0,11})(?!\\s*lan)${yearAfter}`,
  'g',
)
const shortQuarterPattern =
  /(?<![a-z\d])q\.?\s?(?<list>(?:iv|iii|ii|i|[1-4]))(?![a-z\d])(?:\s*[/-]\s*(?<slashYear>20\d\d)(?!\d)|(?=\s*(?:$|[,:;)])))/g

/** The first month of a period, how many months it has, and how finely it tells the time. */
interface Period {
  readonly level: Level
  readonly label: string
  readonly firstMonth: number
  readonly months: number
}

const roman: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 }

const quarterOf = (text: string): Period => {
  const number = roman[text] ?? Number(text)
  return { level: 'quarter', label: quarterLabel(number), firstMonth: 3 * number - 2, months: 3 }
}

const monthOf = (text: string): Period => {
  const number = Number(text)
  return { level: 'month', label: monthLabel(number), firstMonth: number, months: 1 }
}

/** "III, IV" is two periods; "I-II" is one that ends with the second, next year when it lies before the first. */
const periodsOfList = (list: string, periodOf: (text: string) => Period): { period: Period; yearsOn: number }[] =>
  list
    .replaceAll(/quy|qui|thang|t\.?\s?(?=\d)|\s/g, '')
    .split(/,|va|hoac|[&+]/)
    .map((part) => {
      const [first = '', last = first] = part.split(/-|den(?:het)?/)
      const period = periodOf(last)
      return { period, yearsOn: period.firstMonth < periodOf(first).firstMonth ? 1 : 0 }
    })

const weekPattern =
  /\btuan\s+(?:thu\s+)?(?:[\div|!l]{1,3}\s*(?:,|va|-|den)\s*(?:tuan\s+)?(?:thu\s+)?)?(\d|iv|i{1,3}|nhat|hai|ba|tu|bon|dau(?: tien)?|cuoi(?: cung)?)(?:\s+(?:cua|trong)|\s*\/)?\s*$/
const someWeek = /(?<!\bha )\btuan\s[^,;.]{0,12}$/
const weekNumbers: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  nhat: 1,
  hai: 2,
  ba: 3,
  tu: 4,
  bon: 4,
  dau: 1,
  'dau tien': 1,
  cuoi: 5,
  'cuoi cung': 5,
}

/** "tuần 2 tháng 10" ends on the 14th. */
const endOfWeek = (year: number, month: number, week: string): LocalDate => {
  const number = weekNumbers[week] ?? Number(week)
  return dayOrMonthEnd(year, month, number >= 5 ? 31 : number * 7)
}

/** "tuần 2 tháng 10"; null for a week that is not understood, undefined when none is named. */
const weekIn = (year: number, month: number, before: string): LocalDate | null | undefined => {
  const week = weekPattern.exec(before)?.[1]
  if (week !== undefined) return endOfWeek(year, month, week)
  return someWeek.test(before) ? null : undefined
}

/** The last day of the part of a period that the words before it name; null when none can be told. */
const lastDayOf = (period: Period, year: number, before: string): LocalDate | null => {
  const week = period.level === 'month' ? weekIn(year, period.firstMonth, before) : undefined
  if (week !== undefined) return week
  if (/\bthang dau(?: tien)?(?:\s+cua)?\s*$/.test(before)) return monthEnd(year, period.firstMonth)
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
  const groups: Groups = match.groups ?? {}
  const span = { start: match.index, end: match.index + match[0].length }
  const year = yearOf(groups, reckoning)
  const before = nearBefore(text, match.index)
  const list = groups['list'] ?? groups['only'] ?? ''
  const opens = qualifierOf(before).startOnly && !/-|den/.test(list)
  return periodsOfList(list, periodOf).map(({ period, yearsOn }): Mention => {
    const due = dueIn(period, year === null || saysYear(groups) ? year : year + yearsOn, before)
    const guessed = saysYear(groups) || groups['otherYear'] !== undefined ? {} : ({ guessedYear: true } as const)
    return {
      ...span,
      level: period.level,
      label: period.label,
      ...due,
      ...guessed,
      ...(opens ? { startOnly: true } : {}),
    }
  })
}

/** Months and quarters that a text (in its plain form, days blotted out) names. */
export const findMonthsAndQuarters = (text: string, reckoning: Reckoning): Mention[] => {
  let rest = text
  const found: Mention[] = []
  const find = (pattern: RegExp, periodOf: (text: string) => Period): void => {
    const more = [...rest.matchAll(pattern)].flatMap((match) => mentionsOf(text, match, periodOf, reckoning))
    found.push(...more)
    rest = blot(rest, more)
  }
  find(quarterPattern, quarterOf)
  find(shortQuarterPattern, quarterOf)
  find(monthPattern, monthOf)
  find(shortMonthPattern, monthOf)
  find(figurePattern, monthOf)
  find(onlyFigures, monthOf)
  return found
}
