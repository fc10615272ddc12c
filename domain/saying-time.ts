import { addDays, instantAt, type LocalDate, localDate, minuteOfDay } from './time.ts'

const hour = 8

/** The moment of a day from which it is spoken of, when the office is open. */
export const saidOn = (day: LocalDate, zone: string): Date =>
  instantAt(day, `${String(hour).padStart(2, '0')}:00`, zone)

/** The last day whose moment of saying has come: before 08:00 it is yesterday. */
export const lastSaidDay = (now: Date, zone: string): LocalDate => {
  const today = localDate(now, zone)
  return minuteOfDay(now, zone) >= hour * 60 ? today : addDays(today, -1)
}
