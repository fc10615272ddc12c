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

/** Whether an office works on a day. */
export type IsWorkingDay = (day: LocalDate) => boolean

/** Monday to Friday: who knows the holidays and swapped days says better. */
export const isWeekday: IsWorkingDay = (day) => weekday(day) !== 0 && weekday(day) !== 6

/** Longer than any row of days off: a calendar on which nobody ever works ends the search. */
const longestHoliday = 60

/** The next day that is worked on, `step` days at a time; the day itself counts. */
const workingDayFrom = (date: LocalDate, step: 1 | -1, isWorkingDay: IsWorkingDay): LocalDate => {
  let day = date
  for (let tries = 0; tries < longestHoliday && !isWorkingDay(day); tries += 1) day = addDays(day, step)
  return day
}

/** Some working days later. */
export const addWorkingDays = (date: LocalDate, days: number, isWorkingDay: IsWorkingDay): LocalDate => {
  let day = date
  for (let left = days; left > 0; left -= 1) day = workingDayFrom(addDays(day, 1), 1, isWorkingDay)
  return day
}

/** The last day up to a date that is worked on. */
export const lastWorkingDay = (date: LocalDate, isWorkingDay: IsWorkingDay): LocalDate =>
  workingDayFrom(date, -1, isWorkingDay)
