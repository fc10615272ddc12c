import { addDays, instantAt, type LocalDate, localDate, minuteOfDay } from '../time.ts'
import { isWorkingDay, type OfficeCalendar, type OfficeSpan } from './office-calendar.ts'

/** 07:30 to 17:00: most offices have it so, and a reminder at noon disturbs nobody. */
export const usualHours: readonly OfficeSpan[] = [{ opens: 7 * 60 + 30, closes: 17 * 60 }]

/** What the clock of a zone shows at a moment. */
export interface LocalMoment {
  readonly day: LocalDate
  readonly minute: number
}

export const localMoment = (at: Date, zone: string): LocalMoment => ({
  day: localDate(at, zone),
  minute: minuteOfDay(at, zone),
})

/** Whether people may be spoken to unasked at a moment of their own zone. */
export const isOpenAt = ({ day, minute }: LocalMoment, calendar: Omit<OfficeCalendar, 'zone'>): boolean =>
  calendar.hours.some(({ opens, closes }) => minute >= opens && minute < closes) && isWorkingDay(day, calendar)

export const isOfficeHours = (at: Date, calendar: OfficeCalendar): boolean =>
  isOpenAt(localMoment(at, calendar.zone), calendar)

/** The same for whoever has no workspace: the usual hours, by what ships with the program. */
export const isUsualOfficeHours = (at: Date, zone: string): boolean =>
  isOfficeHours(at, { zone, hours: usualHours, own: new Map() })

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** A calendar on which nobody ever works ends the search. */
const longestRest = 60

/** From when on something may be said that is due at a moment: that moment itself, or the next opening. */
export const nextOpening = (at: Date, calendar: OfficeCalendar): Date => {
  const { day, minute } = localMoment(at, calendar.zone)
  if (isOpenAt({ day, minute }, calendar)) return at
  for (let later = 0; later < longestRest; later += 1) {
    const date = addDays(day, later)
    const next = calendar.hours.find(({ opens }) => later > 0 || opens > minute)
    if (next !== undefined && isWorkingDay(date, calendar)) return instantAt(date, clock(next.opens), calendar.zone)
  }
  return at
}

const minuteOf = (hour: string, minutes = '0'): number => Number(hour) * 60 + Number(minutes)
const span = /([01]?\d|2[0-4])[:hg]([0-5]\d)?\s*[-–]\s*([01]?\d|2[0-4])[:hg]([0-5]\d)?/gu
const shortest = 30
const midnight = 24 * 60
const mostSpans = 3

/** Whether a span is long enough and begins only when the one before it has ended. */
const follows = ({ opens, closes }: OfficeSpan, before: OfficeSpan | undefined): boolean =>
  closes - opens >= shortest && closes <= midnight && opens >= (before?.closes ?? 0)

/** "07:30-11:30, 13:30-17:00": one span or more in their order; null when that is not what it says. */
export const readHours = (text: string): readonly OfficeSpan[] | null => {
  const spans = [...text.matchAll(span)].map(([, hour = '', minutes, until = '', untilMinutes]) => ({
    opens: minuteOf(hour, minutes),
    closes: minuteOf(until, untilMinutes),
  }))
  const isAll = !/\d/u.test(text.replace(span, ' '))
  const isInOrder = spans.every((one, at) => follows(one, spans[at - 1]))
  return isAll && isInOrder && spans.length > 0 && spans.length <= mostSpans ? spans : null
}

/** As it is kept and read again: "07:30-11:30, 13:30-17:00". */
export const writeHours = (hours: readonly OfficeSpan[]): string =>
  hours.map(({ opens, closes }) => `${clock(opens)}-${clock(closes)}`).join(', ')
