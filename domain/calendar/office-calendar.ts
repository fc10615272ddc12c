import { addDays, type LocalDate, weekday } from '../time.ts'
import { decidedDays } from './decided-years.ts'
import type { KnownDay } from './known-day.ts'
import { statutoryDays } from './statutory.ts'

/** From one minute of the day until another, which is not in it any more. */
export interface OfficeSpan {
  readonly opens: number
  readonly closes: number
}

/** When the offices of one workspace work. */
export interface OfficeCalendar {
  readonly zone: string
  /** Of every working day, in order. */
  readonly hours: readonly OfficeSpan[]
  /** What the workspace itself decided; it goes before what ships with the program. */
  readonly own: ReadonlyMap<LocalDate, KnownDay>
}

const years = new Map<number, ReadonlyMap<LocalDate, KnownDay>>()

/** What ships with the program: the decided days of a year, or what the law says of one that it knows nothing of. */
const shippedIn = (year: number): ReadonlyMap<LocalDate, KnownDay> => {
  const known = years.get(year) ?? new Map((decidedDays(year) ?? statutoryDays(year)).map((day) => [day.date, day]))
  years.set(year, known)
  return known
}

/** Every day of a year about which the program knows something, in order. */
export const shippedDays = (year: number): readonly KnownDay[] => [...shippedIn(year).values()]

const shippedDay = (date: LocalDate): KnownDay | null => shippedIn(Number(date.slice(0, 4))).get(date) ?? null

/** What is known of a day; null for one that is what its weekday says. */
export const knownDay = (date: LocalDate, { own }: Pick<OfficeCalendar, 'own'>): KnownDay | null =>
  own.get(date) ?? shippedDay(date)

const isWorked = (date: LocalDate, known: KnownDay | null): boolean =>
  known === null ? weekday(date) !== 0 && weekday(date) !== 6 : known.kind === 'working'

/** Monday to Friday but for the days off, and the days of rest that are worked instead. */
export const isWorkingDay = (date: LocalDate, calendar: Pick<OfficeCalendar, 'own'>): boolean =>
  isWorked(date, knownDay(date, calendar))

/** The same for whoever has no workspace: by what ships with the program. */
export const isOfficialWorkingDay = (date: LocalDate): boolean => isWorked(date, shippedDay(date))

/** Longer than any row of days off: a calendar on which nobody ever works ends the search. */
const longestRest = 60

/** Some working days later, or earlier when negative; 0 is the day itself, worked on or not. */
export const addOfficeDays = (date: LocalDate, days: number, calendar: Pick<OfficeCalendar, 'own'>): LocalDate => {
  const step = days < 0 ? -1 : 1
  let day = date
  for (let left = Math.abs(days); left > 0; left -= 1) {
    day = addDays(day, step)
    for (let tries = 0; tries < longestRest && !isWorkingDay(day, calendar); tries += 1) day = addDays(day, step)
  }
  return day
}
