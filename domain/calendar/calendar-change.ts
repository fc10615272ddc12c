import { addDays, daysBetween, type LocalDate } from '../time.ts'
import type { WantedDay } from './calendar-words.ts'
import type { KnownDay } from './known-day.ts'
import { type Changed, type Counted, findMoved } from './moved-milestones.ts'
import { isWorkingDay, knownDay, type OfficeCalendar, type OfficeSpan, shippedDays } from './office-calendar.ts'
import { nextOpening } from './office-hours.ts'

/** What is to be written into a workspace's own calendar. */
export interface CalendarChange {
  readonly save: readonly WantedDay[]
  /** Expected days off that what is saved leaves out: they become days of work. */
  readonly dropped: readonly LocalDate[]
  readonly forget: readonly LocalDate[]
  /** Null where they stay. */
  readonly hours: readonly OfficeSpan[] | null
  /** Days that are so already. */
  readonly unchanged: number
}

export const nothingChanged: CalendarChange = { save: [], dropped: [], forget: [], hours: null, unchanged: 0 }

export const isNothing = ({ save, dropped, forget, hours }: CalendarChange): boolean =>
  save.length + dropped.length + forget.length === 0 && hours === null

/** What has to be written for these days; what the calendar says already is left alone. */
export const planDays = (wanted: readonly WantedDay[], calendar: OfficeCalendar): CalendarChange => {
  const each = [...new Map(wanted.map((day) => [day.date, day])).values()]
  const save = each.filter((day) => !isSo(day, calendar))
  return { ...nothingChanged, save, dropped: findDropped(each, calendar), unchanged: each.length - save.length }
}

/** An expected day is not so before it is decided; a workspace's own may be called something else. */
const isSo = ({ date, kind, words, source }: WantedDay, calendar: OfficeCalendar): boolean => {
  const known = knownDay(date, calendar)
  if (isWorkingDay(date, calendar) !== (kind === 'working') || known?.basis === 'forecast') return false
  return known?.basis !== 'own' || (wordsOf(known) === words && known.source === source)
}

const wordsOf = ({ name }: KnownDay): string => (typeof name === 'string' ? '' : name.words)

const near = 7
/** A single day more or less around Tết decides nothing about Tết. */
const enough = 3

/** The expected days of a holiday, in stretches: Tết is one, the day beside 2 September another. */
const forecastStretches = (year: number): readonly (readonly LocalDate[])[] => {
  const stretches: LocalDate[][] = []
  for (const { date, basis } of shippedDays(year)) {
    const last = stretches.at(-1)
    const before = last?.at(-1)
    if (basis !== 'forecast') continue
    if (last !== undefined && before !== undefined && daysBetween(before, date) <= near) last.push(date)
    else stretches.push([date])
  }
  return stretches
}

/** Where what is wanted is the decision on a holiday that was only expected so far, expected days it has not are none. */
const findDropped = (wanted: readonly WantedDay[], calendar: OfficeCalendar): readonly LocalDate[] => {
  const offDays = wanted.filter(({ kind }) => kind === 'off').map(({ date }) => date)
  const years = [...new Set(offDays.map((date) => Number(date.slice(0, 4))))]
  return years.flatMap(forecastStretches).flatMap((stretch) => {
    const [from, to] = [addDays(stretch[0] ?? '', -near), addDays(stretch.at(-1) ?? '', near)]
    const about = offDays.filter((date) => date >= from && date <= to)
    if (about.length < Math.min(enough, stretch.length)) return []
    return stretch.filter(
      (date) =>
        !wanted.some((day) => day.date === date) &&
        knownDay(date, calendar)?.basis === 'forecast' &&
        !isWorkingDay(date, calendar),
    )
  })
}

/** What the workspace itself decided about these days is forgotten; what ships with the program holds again. */
export const planForgetting = (dates: readonly LocalDate[], { own }: OfficeCalendar): CalendarChange => ({
  ...nothingChanged,
  forget: dates.filter((date) => own.has(date)),
})

/** What is kept of a change, day by day; an expected day that is dropped is a day of work without a name. */
export const daysToSave = ({ save, dropped }: Pick<CalendarChange, 'save' | 'dropped'>): readonly WantedDay[] => [
  ...save,
  ...dropped.map((date) => ({ date, kind: 'working', words: '', source: '' }) as const),
]

/** A day that the workspace itself decided, as the calendar has it. */
export const ownDay = ({ words, ...day }: WantedDay): KnownDay => ({ ...day, name: { words }, basis: 'own' })

/** The calendar as it is after a change. */
export const calendarAfter = (calendar: OfficeCalendar, change: CalendarChange): OfficeCalendar => {
  const own = new Map(calendar.own)
  for (const date of change.forget) own.delete(date)
  for (const day of daysToSave(change)) own.set(day.date, ownDay(day))
  return { ...calendar, own, hours: change.hours ?? calendar.hours }
}

/** How many reminders of work that is spoken of alike are due at a moment. */
export interface DueAt extends Counted {
  readonly at: Date
  readonly count: number
}

/** How many of these reminders are said at another time when the calendar changes; none is ever lost. */
export const countMoved = (reminders: readonly DueAt[], { before, after }: Changed, now: Date): number =>
  reminders
    .filter((reminder) => {
      const due = reminder.at < now ? now : reminder.at
      const isPutOff = nextOpening(due, before).getTime() !== nextOpening(due, after).getTime()
      return isPutOff || findMoved(reminder, { before, after }, now)?.getTime() === reminder.at.getTime()
    })
    .reduce((sum, { count }) => sum + count, 0)
