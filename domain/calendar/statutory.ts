import { addDays, type LocalDate, weekday } from '../time.ts'
import type { Basis, Holiday, KnownDay } from './known-day.ts'
import { lunarDate } from './lunar.ts'

/** Eleven days, and the day in lieu of one that falls on a weekly day of rest. */
export const labourCode = 'Bộ luật Lao động 2019, Điều 111 khoản 3 và Điều 112'
export const cultureResolution = 'Nghị quyết 28/2026/QH16, Điều 2 (hiệu lực từ 01/07/2026)'

const cultureSince = 2026

const isWeekend = (date: LocalDate): boolean => weekday(date) === 0 || weekday(date) === 6

const day = (date: LocalDate, name: Holiday, basis: Basis, source = labourCode): KnownDay => ({
  ...{ date, kind: 'off', name, basis, source },
})

/** The days that the law itself names. */
const namedDays = (year: number): readonly KnownDay[] => [
  day(`${year}-01-01`, 'new-year', 'law'),
  day(lunarDate(year, 3, 10), 'hung-kings', 'law'),
  day(`${year}-04-30`, 'victory', 'law'),
  day(`${year}-05-01`, 'labour', 'law'),
  day(`${year}-09-02`, 'national', 'law'),
  ...(year >= cultureSince ? [day(`${year}-11-24`, 'culture', 'law', cultureResolution)] : []),
]

/**
 * Five days, which the Prime Minister chooses each year: two before the first of the year and three from it on, or one
 * and four where the earlier of the two is a weekly day of rest anyway. So it was in every year from 2021 to 2026.
 */
const expectedTet = (year: number): readonly KnownDay[] => {
  const first = lunarDate(year, 1, 1)
  const before = isWeekend(addDays(first, -2)) ? 1 : 2
  return Array.from({ length: 5 }, (_, at) => day(addDays(first, at - before), 'tet', 'forecast'))
}

const sunday = 0
const monday = 1
const thursday = 4

/** The day before or after 2 September, also chosen each year: the one that makes the longer rest, as since 2021. */
const expectedNational = (year: number): KnownDay => {
  const national = `${year}-09-02`
  const isAfter = [sunday, monday, thursday].includes(weekday(national))
  return day(addDays(national, isAfter ? 1 : -1), 'national', 'forecast')
}

/**
 * A holiday on a Saturday or Sunday is made up for on the next day of work. The Code says so of its own days; the
 * resolution on 24 November does not.
 */
const daysInLieu = (holidays: readonly KnownDay[]): readonly KnownDay[] => {
  const taken = new Set(holidays.map(({ date }) => date))
  return holidays.flatMap((holiday) => {
    if (!isWeekend(holiday.date) || holiday.name === 'culture') return []
    let date = addDays(holiday.date, 1)
    while (isWeekend(date) || taken.has(date)) date = addDays(date, 1)
    taken.add(date)
    return [day(date, 'in-lieu', holiday.basis)]
  })
}

/**
 * The days off of a year for which nothing was announced: those that the law names, and as 'forecast' those of which
 * the law gives only the number. Days of work are never swapped in it.
 */
export const statutoryDays = (year: number): readonly KnownDay[] => {
  const holidays = [...namedDays(year), ...expectedTet(year), expectedNational(year)].toSorted((a, b) =>
    a.date.localeCompare(b.date),
  )
  return [...holidays, ...daysInLieu(holidays)].toSorted((a, b) => a.date.localeCompare(b.date))
}
