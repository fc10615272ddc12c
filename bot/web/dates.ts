import { localDate, minuteOfDay, weekday } from '../../domain/time.ts'
import type { WebMessages } from '../../locales/vi/web.ts'

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** "09:05", on the clock of a zone. */
export const clockTime = (at: Date, zone: string): string => {
  const minutes = minuteOfDay(at, zone)
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}

/** "20/11/2026". */
const dayOf = (at: Date, zone: string): string => localDate(at, zone).split('-').reverse().join('/')

/** "20/11/2026 09:05". */
export const dateAndTime = (at: Date, zone: string): string => `${dayOf(at, zone)} ${clockTime(at, zone)}`

/** "Thứ sáu, 20/11/2026": what separates the days of a conversation. */
export const dayTitle = (at: Date, zone: string, m: WebMessages): string =>
  `${m.weekdays[weekday(localDate(at, zone))] ?? ''}, ${dayOf(at, zone)}`
