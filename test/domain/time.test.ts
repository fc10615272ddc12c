import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, instantAt, localDate, localTime, minuteOfDay, weekday } from '../../domain/time.ts'

const hanoi = 'Asia/Ho_Chi_Minh'

test.each([
  ['2026-03-01T16:59:59.999Z', hanoi, '2026-03-01', '23:59:59', 23 * 60 + 59],
  ['2026-03-01T17:00:00.000Z', hanoi, '2026-03-02', '00:00:00', 0],
  ['2026-01-01T00:30:00.000Z', 'UTC', '2026-01-01', '00:30:00', 30],
  ['2026-01-01T00:30:00.000Z', 'America/New_York', '2025-12-31', '19:30:00', 19 * 60 + 30],
])('at %s the clock in %s shows %s %s', (at, zone, date, time, minute) => {
  expect(localDate(new Date(at), zone)).toBe(date)
  expect(localTime(new Date(at), zone)).toBe(time)
  expect(minuteOfDay(new Date(at), zone)).toBe(minute)
})

test('eight in the morning in Hà Nội is one at night in UTC, whatever the zone of this machine', () => {
  expect(instantAt('2026-03-02', '08:00', hanoi).toISOString()).toBe('2026-03-02T01:00:00.000Z')
})

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('a time on a day is on that day again when read back', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 23 }), (date, hour) => {
      const at = instantAt(date, `${String(hour).padStart(2, '0')}:30`, hanoi)
      expect(localDate(at, hanoi)).toBe(date)
      expect(minuteOfDay(at, hanoi)).toBe(hour * 60 + 30)
    }),
    { numRuns: 200 },
  )
})

test('days added are days between, and move the weekday along', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
      const other = addDays(date, days)
      expect(daysBetween(date, other)).toBe(days)
      expect(weekday(other)).toBe((((weekday(date) + days) % 7) + 7) % 7)
    }),
  )
})

test.each([
  ['2026-03-01', 0],
  ['2026-03-02', 1],
  ['2026-03-07', 6],
])('%s is weekday %s', (date, number) => {
  expect(weekday(date)).toBe(number)
})

test.each([
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-02-28', 1, '2026-03-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-03-01', -1, '2026-02-28'],
])('%s and %s day(s) more is %s', (date, days, other) => {
  expect(addDays(date, days)).toBe(other)
})
