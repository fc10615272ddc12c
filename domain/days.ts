import { addDays, type LocalDate, weekday } from './time.ts'

/** A stretch of days, the first and the last included. */
export interface Days {
  readonly from: LocalDate
  readonly to: LocalDate
}

const daysOfWeek = 7

/** Monday to Sunday. */
export const weekOf = (day: LocalDate): Days => {
  const from = addDays(day, -((weekday(day) + daysOfWeek - 1) % daysOfWeek))
  return { from, to: addDays(from, daysOfWeek - 1) }
}

const longestMonth = 31

export const monthOf = (day: LocalDate): Days => {
  const from = `${day.slice(0, 7)}-01`
  const next = `${addDays(from, longestMonth).slice(0, 7)}-01`
  return { from, to: addDays(next, -1) }
}
