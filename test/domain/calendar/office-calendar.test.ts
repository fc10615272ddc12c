import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownDay } from '../../../domain/calendar/calendar-change.ts'
import { decidedDays } from '../../../domain/calendar/decided-years.ts'
import type { KnownDay } from '../../../domain/calendar/known-day.ts'
import {
  addOfficeDays,
  isOfficialWorkingDay,
  isWorkingDay,
  knownDay,
  shippedDays,
} from '../../../domain/calendar/office-calendar.ts'
import { statutoryDays } from '../../../domain/calendar/statutory.ts'
import { addDays, weekday } from '../../../domain/time.ts'

const isWeekend = (date: string): boolean => [0, 6].includes(weekday(date))
const daysIn = (year: number): readonly string[] =>
  Array.from({ length: 366 }, (_, at) => addDays(`${year}-01-01`, at)).filter((day) => day.startsWith(`${year}`))
const restOf = (days: readonly KnownDay[]) =>
  days.flatMap(({ date, kind }) => (kind === 'off' && !isWeekend(date) ? [date.slice(5)] : []))

// Counted from the notices by hand: the weekdays on which public offices were closed, and the weekends they worked.
const years = [
  [2022, '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02', ''],
  [2023, '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04', ''],
  [2024, '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03', '05-04'],
  [2025, '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02', '04-26'],
  [2026, '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24', '01-10 08-22'],
] as const

describe('the years that were decided', () => {
  test.each(years)('%i is off on %s and worked on %s', (year, off, worked) => {
    const weekdaysOff = daysIn(year).filter((day) => !isWeekend(day) && !isOfficialWorkingDay(day))
    const weekendsWorked = daysIn(year).filter((day) => isWeekend(day) && isOfficialWorkingDay(day))
    expect(weekdaysOff.map((day) => day.slice(5)).join(' ')).toBe(off)
    expect(weekendsWorked.map((day) => day.slice(5)).join(' ')).toBe(worked)
  })

  test.each(years.map(([year]) => year))('but for swaps %i is what the law and the usual choice make of it', (year) => {
    const decided = decidedDays(year)!.filter(({ name }) => name !== 'swap')
    expect(restOf(statutoryDays(year))).toEqual(restOf(decided))
  })

  test('name their source, each day once and in order', () => {
    for (const year of [2022, 2023, 2024, 2025, 2026, 2027]) {
      const days = decidedDays(year)!
      expect(days.every(({ source }) => /\d/.test(source))).toBe(true)
      expect(days.map(({ date }) => date)).toEqual([...new Set(days.map(({ date }) => date))].toSorted())
    }
  })
})

describe('a year without a notice', () => {
  test('2027 ships as what the law makes of it, and says which days are only expected', () => {
    expect(decidedDays(2027)).toEqual(statutoryDays(2027))
    const expected = decidedDays(2027)!.filter(({ basis }) => basis === 'forecast')
    expect(restOf(expected)).toEqual(['02-04', '02-05', '02-08', '02-09', '02-10', '09-03'])
  })

  test('later years are reckoned: 2028 begins on a Saturday that is made up for, 24 November 2029 is not', () => {
    expect(decidedDays(2028)).toBeNull()
    expect(shippedDays(2028).slice(0, 2)).toMatchObject([
      { date: '2028-01-01', name: 'new-year' },
      { date: '2028-01-03', name: 'in-lieu' },
    ])
    expect(weekday('2029-11-24')).toBe(6)
    expect(isOfficialWorkingDay('2029-11-26')).toBe(true)
  })

  test('24 November is off from 2026 on', () => {
    expect(['2025-11-24', '2026-11-24', '2027-11-24', '2028-11-24'].map(isOfficialWorkingDay)).toEqual([
      ...[true, false, false, false],
    ])
  })

  test('any year has its twelve days and each that falls on a weekend made up for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2026, max: 2099 }), (year) => {
        const days = statutoryDays(year)
        const named = days.filter(({ name }) => name !== 'in-lieu')
        const missed = named.filter(({ date, name }) => isWeekend(date) && name !== 'culture')
        expect(new Set(named.map(({ date }) => date)).size).toBe(12)
        expect(days.length - named.length).toBe(missed.length)
        expect(days.filter(({ name, date }) => name === 'in-lieu' && isWeekend(date))).toEqual([])
      }),
    )
  })
})

const day = (date: string, kind: 'off' | 'working') =>
  [date, ownDay({ date, kind, words: 'do cơ quan', source: '' })] as const
const calendar = {
  own: new Map([day('2026-03-04', 'off'), day('2026-03-07', 'working'), day('2026-04-30', 'working')]),
}

describe('what the workspace itself decided', () => {
  test('goes before what ships with the program', () => {
    const asked = ['2026-03-04', '2026-03-05', '2026-03-07', '2026-03-08', '2026-04-30', '2026-05-01']
    expect(asked.map((date) => isWorkingDay(date, calendar))).toEqual([false, true, true, false, true, false])
    expect(knownDay('2026-04-30', calendar)?.basis).toBe('own')
  })

  test.each([
    ['2026-03-03', 1, '2026-03-05'],
    ['2026-03-06', 1, '2026-03-07'],
    ['2026-03-06', 2, '2026-03-09'],
    ['2026-03-09', -1, '2026-03-07'],
    ['2026-02-13', 1, '2026-02-23'],
    ['2026-02-23', -1, '2026-02-13'],
    ['2026-02-18', 0, '2026-02-18'],
  ])('from %s %i working days lead to %s', (date, days, expected) => {
    expect(addOfficeDays(date, days, calendar)).toBe(expected)
  })

  test('counting forth and back from a working day comes to the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 40 }), (offset, days) => {
        const from = addOfficeDays(addDays('2024-01-01', offset), 1, calendar)
        expect(addOfficeDays(addOfficeDays(from, days, calendar), -days, calendar)).toBe(from)
      }),
    )
  })
})
