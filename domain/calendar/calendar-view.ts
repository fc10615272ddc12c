import { addDays, daysBetween, type LocalDate, weekday } from '../time.ts'
import type { KnownDay } from './known-day.ts'
import { knownDay, type OfficeCalendar, shippedDays } from './office-calendar.ts'

/** Days in a row of which the same is known. */
export interface CalendarStretch extends Omit<KnownDay, 'date'> {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** A year as it is shown. */
export interface CalendarYear {
  readonly year: number
  readonly off: readonly CalendarStretch[]
  readonly working: readonly CalendarStretch[]
  /** The documents behind it, each once, in the order of their days. */
  readonly sources: readonly string[]
  /** Whether days of it are only expected, because nothing was announced. */
  readonly isExpected: boolean
}

const nameOf = ({ name }: Pick<KnownDay, 'name'>): string => (typeof name === 'string' ? name : `“${name.words}”`)

const isSame = (one: Omit<KnownDay, 'date'>, other: Omit<KnownDay, 'date'>): boolean =>
  one.kind === other.kind && one.basis === other.basis && one.source === other.source && nameOf(one) === nameOf(other)

const isWeekend = (date: LocalDate): boolean => weekday(date) === 0 || weekday(date) === 6

/** Whether nothing but a weekend lies between: a rest from Friday to Monday is one rest. */
const follows = (before: LocalDate, after: LocalDate): boolean => {
  const between = daysBetween(before, after) - 1
  return between <= 2 && Array.from({ length: between }, (_, at) => addDays(before, at + 1)).every(isWeekend)
}

/** Days in their order, those that belong together as one. */
export const stretchesOf = (days: readonly KnownDay[]): readonly CalendarStretch[] => {
  const stretches: CalendarStretch[] = []
  for (const { date, ...what } of days) {
    const last = stretches.at(-1)
    const goesOn = last !== undefined && isSame(last, what) && follows(last.to, date)
    if (goesOn) stretches[stretches.length - 1] = { ...last, to: date }
    else stretches.push({ from: date, to: date, ...what })
  }
  return stretches
}

/** What ships with the program and what the workspace decided, as one. */
const daysIn = (year: number, calendar: Pick<OfficeCalendar, 'own'>): readonly KnownDay[] => {
  const own = [...calendar.own.keys()].filter((date) => date.startsWith(`${year}-`))
  const dates = [...new Set([...shippedDays(year).map(({ date }) => date), ...own])].toSorted()
  return dates.flatMap((date) => knownDay(date, calendar) ?? [])
}

export const calendarYear = (year: number, calendar: Pick<OfficeCalendar, 'own'>): CalendarYear => {
  const days = daysIn(year, calendar)
  const ofKind = (kind: KnownDay['kind']) => stretchesOf(days.filter((day) => day.kind === kind))
  return {
    ...{ year, off: ofKind('off'), working: ofKind('working') },
    sources: [...new Set(days.map(({ source }) => source).filter((source) => source !== ''))],
    isExpected: days.some(({ basis }) => basis === 'forecast'),
  }
}

/** The next rest or swapped day from a day on; null when nothing is known of this year and the next. */
export const nextStretch = (today: LocalDate, calendar: Pick<OfficeCalendar, 'own'>): CalendarStretch | null => {
  const year = Number(today.slice(0, 4))
  const days = [year, year + 1].flatMap((one) => daysIn(one, calendar))
  return stretchesOf(days).find(({ to }) => to >= today) ?? null
}
