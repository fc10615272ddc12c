import { fold } from '../fold.ts'
import { addDays, daysBetween, type LocalDate } from '../time.ts'
import type { OfficeSpan } from './office-calendar.ts'
import { readHours } from './office-hours.ts'

/** A day that somebody wants off or worked, in their own words. */
export interface WantedDay {
  readonly date: LocalDate
  readonly kind: 'off' | 'working'
  /** What they call it; empty when they do not. */
  readonly words: string
  /** The document that decides it, as they name it. */
  readonly source: string
}

/** What somebody asks of the calendar. */
export type CalendarWords =
  | { readonly kind: 'show'; readonly year: number | null }
  | { readonly kind: 'days'; readonly wanted: readonly WantedDay[] }
  | { readonly kind: 'forget'; readonly dates: readonly LocalDate[] }
  | { readonly kind: 'hours'; readonly hours: readonly OfficeSpan[] }
  | { readonly kind: 'unclear'; readonly about: 'days' | 'hours' }

const verbs: Readonly<Record<string, 'off' | 'working' | 'forget' | 'hours'>> = {
  ...{ nghi: 'off', off: 'off', holiday: 'off' },
  ...{ lam: 'working', bu: 'working', work: 'working', working: 'working' },
  ...{ bo: 'forget', xoa: 'forget', remove: 'forget', forget: 'forget' },
  ...{ gio: 'hours', hours: 'hours' },
}

const year = /^(?:nam |year )?(20\d\d)$/u

/** "nghỉ 04/01/2027: hoán đổi", "làm 10/01", "bỏ 2/1", "giờ 7:30-17:00", "2027", or nothing. */
export const readCalendarWords = (typed: string, today: LocalDate): CalendarWords => {
  const text = typed.replace(/\s+/gu, ' ').trim()
  const asked = year.exec(fold(text))?.[1]
  if (text === '' || asked !== undefined) return { kind: 'show', year: asked === undefined ? null : Number(asked) }
  return readChange(text, today)
}

/** A verb and what it is about. */
const readChange = (text: string, today: LocalDate): CalendarWords => {
  const [first = ''] = text.split(' ')
  const verb = verbs[fold(first)]
  const rest = text.slice(first.length).trim()
  if (verb === 'hours') return readWantedHours(rest)
  const said = readDays(rest, today)
  if (verb === undefined || said === null) return { kind: 'unclear', about: 'days' }
  if (verb === 'forget') return { kind: 'forget', dates: said.dates }
  return { kind: 'days', wanted: said.dates.map((date) => ({ date, kind: verb, ...said.about })) }
}

const readWantedHours = (text: string): CalendarWords => {
  const hours = readHours(text)
  return hours === null ? { kind: 'unclear', about: 'hours' } : { kind: 'hours', hours }
}

const datePattern = '\\d{1,2}\\s?[/.-]\\s?\\d{1,2}(?:\\s?[/.-]\\s?\\d{4})?'
const dates = new RegExp(
  `^(?:ngay |từ |tu |from )?(?:ngày )?(?<from>${datePattern})(?:\\s*(?:-|–|đến|den|to)\\s*(?:ngày )?(?<to>${datePattern}))?(?<rest>.*)$`,
  'iu',
)
/** The longest rest that is said at once. */
const longest = 31
const longestWords = 120

interface SaidDays {
  readonly dates: readonly LocalDate[]
  readonly about: { readonly words: string; readonly source: string }
}

const readDays = (text: string, today: LocalDate): SaidDays | null => {
  const { from = '', to = from, rest = '' } = dates.exec(text)?.groups ?? {}
  const about = readAbout(rest)
  const said = readSpan(readOfficeDate(from, today), to)
  return about === null || said === null ? null : { dates: said, about }
}

/** All days from the first to the last; null where there are none, or too many for a rest. */
const readSpan = (first: LocalDate | null, to: string): readonly LocalDate[] | null => {
  const last = first === null ? null : readOfficeDate(to, first)
  if (first === null || last === null || last < first) return null
  return daysBetween(first, last) < longest ? daysFrom(first, last) : null
}

export const daysFrom = (first: LocalDate, last: LocalDate): readonly LocalDate[] =>
  Array.from({ length: daysBetween(first, last) + 1 }, (_, at) => addDays(first, at))

/** ": hoán đổi (Công văn số …)"; null when something else stands behind the days. */
const readAbout = (rest: string): SaidDays['about'] | null => {
  const said = /^\s*(?::\s*(?<words>.*))?$/u.exec(rest)
  if (said === null) return null
  const { words = '' } = said.groups ?? {}
  const [, before = words, source = ''] = /^(.*?)\s*\(([^()]*)\)\s*$/u.exec(words) ?? []
  return { words: before.trim().slice(0, longestWords), source: source.trim().slice(0, longestWords) }
}

/**
 * "04/01/2027", "2/1", "2027-01-04"; without a year the next such day from `today` on. Null for what no calendar has.
 */
export const readOfficeDate = (text: string, today: LocalDate): LocalDate | null => {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text.trim())
  const [, y, m, d] = iso ?? []
  if (iso !== null) return existing(Number(y), Number(m), Number(d))
  const [, day, month, written] = /^(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{4}))?$/u.exec(text.trim()) ?? []
  if (day === undefined) return null
  if (written !== undefined) return existing(Number(written), Number(month), Number(day))
  const thisYear = Number(today.slice(0, 4))
  const candidates = [0, 1, 2, 3, 4].flatMap((later) => existing(thisYear + later, Number(month), Number(day)) ?? [])
  return candidates.find((date) => date >= today) ?? null
}

const firstYear = 2000
const lastYear = 2100
const two = (number: number): string => String(number).padStart(2, '0')

const existing = (inYear: number, month: number, day: number): LocalDate | null => {
  const isShape = inYear >= firstYear && inYear <= lastYear && month >= 1 && month <= 12 && day >= 1 && day <= 31
  const date = `${inYear}-${two(month)}-${two(day)}`
  return isShape && addDays(date, 0) === date ? date : null
}
