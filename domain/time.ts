import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone.js'
import utc from 'dayjs/plugin/utc.js'

dayjs.extend(utc)
dayjs.extend(timezone)

/** A calendar day without a zone, "YYYY-MM-DD". */
export type LocalDate = string

/** The calendar day it is at an instant, in a named zone ("Asia/Ho_Chi_Minh"). */
export const localDate = (at: Date, zone: string): LocalDate => dayjs(at).tz(zone).format('YYYY-MM-DD')

/** The instant at which the clock of a zone shows a time ("08:00") on a day. */
export const instantAt = (date: LocalDate, time: string, zone: string): Date =>
  dayjs.tz(`${date} ${time}`, zone).toDate()

/** What the clock of a zone shows at an instant, "HH:mm:ss". */
export const localTime = (at: Date, zone: string): string => dayjs(at).tz(zone).format('HH:mm:ss')

/** Minutes since midnight on the clock of a zone. */
export const minuteOfDay = (at: Date, zone: string): number => {
  const local = dayjs(at).tz(zone)
  return local.hour() * 60 + local.minute()
}

/** 0 for Sunday to 6 for Saturday. */
export const weekday = (date: LocalDate): number => dayjs.utc(date).day()

/** The day some days later (earlier when negative). */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  dayjs.utc(date).add(days, 'day').format('YYYY-MM-DD')

/** Days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayjs.utc(to).diff(dayjs.utc(from), 'day')
