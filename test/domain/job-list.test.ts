import { describe, expect, test } from 'vitest'
import { findClockStop } from '../../domain/clock-stop.ts'
import { jobTimes, missedBetween, nextRunAt, periodMs } from '../../domain/job-list.ts'

const at = (time: string) => new Date(`2026-03-02T${time}Z`)

describe('a job', () => {
  test.each([
    ['0 * * * * *', '08:59:59.999', '09:00:00'],
    ['0 * * * * *', '09:00:00', '09:01:00'],
    ['30 * * * * *', '09:00:31', '09:01:30'],
    ['*/10 * * * * *', '09:00:05', '09:00:10'],
    ['0 */15 * * * *', '09:01:00', '09:15:00'],
    ['0 5 * * * *', '09:05:00', '10:05:00'],
  ])('of "%s" runs after %s at %s', (every, after, next) => {
    expect(nextRunAt(every, at(after))).toEqual(at(next))
  })

  test.each([
    ['0 * * * * *', 60_000],
    ['*/10 * * * * *', 10_000],
    ['0 */15 * * * *', 900_000],
    ['0 5 * * * *', 3_600_000],
  ])('of "%s" has %i ms between two runs', (every, ms) => {
    expect(periodMs(every)).toBe(ms)
  })

  test.each([
    ['a minute', '09:01:00', 0],
    ['a minute and a moment', '09:01:01', 0],
    ['just under two', '09:01:59', 0],
    ['two minutes', '09:02:00', 1],
    ['an hour', '10:00:00', 59],
    ['a clock that was set back', '08:00:00', 0],
  ])('missed its runs after %s', (_what, next, missed) => {
    expect(missedBetween('0 * * * * *', at('09:00:00'), at(next))).toBe(missed)
  })

  test.each(['* * * *', '0 0 7 * * *', 'x * * * * *', ''])('never has the time "%s"', (every) => {
    expect(() => nextRunAt(every, at('09:00:00'))).toThrow('not a time of the clock')
  })

  test('each has a time that can be told', () => {
    for (const every of Object.values(jobTimes)) expect(periodMs(every)).toBeGreaterThan(0)
  })
})

describe('the clock', () => {
  test.each([
    ['was seen a minute ago', '08:59:00', false],
    ['was seen a second less than ten minutes ago', '08:50:01', false],
    ['was seen ten minutes ago', '08:50:00', true],
    ['was seen an hour ago', '08:00:00', true],
    ['was seen later than now', '10:00:00', false],
  ])('that %s had stopped: %s', (_what, seen, stopped) => {
    const stop = findClockStop(at(seen), at('09:00:00'), 10)
    expect(stop).toEqual(stopped ? { from: at(seen), until: at('09:00:00') } : null)
  })

  test('that was never seen has not stopped', () => {
    expect(findClockStop(null, at('09:00:00'), 10)).toBeNull()
  })
})
