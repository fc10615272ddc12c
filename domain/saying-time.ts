import { usualHours } from './calendar/office-hours.ts'
import { instantAt, type LocalDate, localDate, minuteOfDay } from './time.ts'

/**
 * The moment from which a day is spoken of: its beginning. Office hours alone decide when that is said, so that what
 * waited for the end of a rest and what falls on the day of the opening are one message.
 */
export const saidOn = (day: LocalDate, zone: string): Date => instantAt(day, '00:00', zone)

const opening = Math.min(...usualHours.map(({ opens }) => opens))

/**
 * Until when something that is done at a moment speaks for what should have been said: until that moment, but before
 * offices usually open only until the day before. Who opens a task at seven still hears that it is due today.
 */
export const speaksUntil = (now: Date, zone: string): Date =>
  minuteOfDay(now, zone) < opening ? new Date(saidOn(localDate(now, zone), zone).getTime() - 1) : now
