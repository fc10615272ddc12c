import { addDays, type LocalDate, weekday } from '../time.ts'

const pad = (number: number, length: number): string => String(number).padStart(length, '0')

/** Days of a month of the Gregorian calendar; `month` counts from 1. */
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The day of a calendar, or null when there is none such (31 February, month 13). */
export const dateOf = (year: number, month: number, day: number): LocalDate | null =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
    ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
    : null

/** The last day of a month; months beyond the year's end run on into the next ("13" is next January). */
export const monthEnd = (year: number, month: number): LocalDate => {
  const index = year * 12 + month - 1
  const [realYear, realMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return `${pad(realYear, 4)}-${pad(realMonth, 2)}-${pad(daysInMonth(realYear, realMonth), 2)}`
}

/** A numbered day of a month, or the month's last day when it is shorter; months run on like in `monthEnd`. */
export const dayOrMonthEnd = (year: number, month: number, day: number): LocalDate => {
  const end = monthEnd(year, month)
  return day >= Number(end.slice(8)) ? end : `${end.slice(0, 8)}${pad(day, 2)}`
}

/** The same day some months later, or that month's last day. */
export const addMonths = (date: LocalDate, months: number): LocalDate =>
  dayOrMonthEnd(Number(date.slice(0, 4)), Number(date.slice(5, 7)) + months, Number(date.slice(8)))

/** Some working days later, Monday to Friday; holidays and swapped days are the workspace calendar's business. */
export const addWorkingDays = (date: LocalDate, days: number): LocalDate => {
  let day = date
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    if (weekday(day) !== 0 && weekday(day) !== 6) left -= 1
  }
  return day
}
