import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone.js'
import utc from 'dayjs/plugin/utc.js'

dayjs.extend(utc)
dayjs.extend(timezone)

/** A calendar day without a zone, "YYYY-MM-DD". */
export type LocalDate = string

const mostRemembered = 2000

/** Reckoning with a zone takes 50 µs, and a sweep asks for the same moments for each of its cases. */
const remembering = <Moment extends number | string, Result>(
  reckon: (moment: Moment, zone: string) => Result,
): ((moment: Moment, zone: string) => Result) => {
  const known = new Map<string, Result>()
  return (moment, zone) => {
    const key = `${moment} ${zone}`
    const found = known.get(key)
    if (found !== undefined) return found
    const result = reckon(moment, zone)
    if (known.size >= mostRemembered) known.clear()
    known.set(key, result)
    return result
  }
}

/** "2026-03-02 08:00:00" */
const clockAt = remembering((at: number, zone) => dayjs(at).tz(zone).format('YYYY-MM-DD HH:mm:ss'))
const instantOf = remembering((clock: string, zone) => dayjs.tz(clock, zone).valueOf())

/** The calendar day it is at an instant, in a named zone ("Asia/Ho_Chi_Minh"). */
export const localDate = (at: Date, zone: string): LocalDate => clockAt(at.getTime(), zone).slice(0, 10)

/** The instant at which the clock of a zone shows a time ("08:00") on a day. */
export const instantAt = (date: LocalDate, time: string, zone: string): Date =>
  new Date(instantOf(`${date} ${time}`, zone))

/** What the clock of a zone shows at an instant, "HH:mm:ss". */
export const localTime = (at: Date, zone: string): string => clockAt(at.getTime(), zone).slice(11)

/** Minutes since midnight on the clock of a zone. */
export const minuteOfDay = (at: Date, zone: string): number => {
  const [hours = 0, minutes = 0] = localTime(at, zone).split(':').map(Number)
  return hours * 60 + minutes
}

/** 0 for Sunday to 6 for Saturday. */
export const weekday = (date: LocalDate): number => dayjs.utc(date).day()

/** The day some days later (earlier when negative). */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  dayjs.utc(date).add(days, 'day').format('YYYY-MM-DD')

/** Days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayjs.utc(to).diff(dayjs.utc(from), 'day')
