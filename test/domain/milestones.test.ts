import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currentMilestone, firstReminderAt, nextMilestone } from '../../domain/milestones.ts'
import { addDays, instantAt, type LocalDate, localDate } from '../../domain/time.ts'

const zone = 'Asia/Ho_Chi_Minh'
const at = (day: LocalDate, time: string): Date => instantAt(day, time, zone)
const dueOn = '2026-03-20'

const days = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2020-01-01', n))
const moments = fc.date({ min: new Date('2019-12-01'), max: new Date('2031-02-01'), noInvalidDate: true })
const zones = fc.constantFrom(zone, 'UTC', 'America/New_York', 'Pacific/Auckland')

describe('the next milestone', () => {
  test.each([
    ['2026-03-01', '09:00', 7, '2026-03-13'],
    ['2026-03-12', '23:59', 7, '2026-03-13'],
    ['2026-03-13', '00:00', 3, '2026-03-17'],
    ['2026-03-17', '12:00', 1, '2026-03-19'],
    ['2026-03-19', '23:59', 0, '2026-03-20'],
    ['2026-03-20', '07:00', -1, '2026-03-21'],
    ['2026-03-21', '08:00', -4, '2026-03-24'],
    ['2026-04-14', '08:00', -28, '2026-04-17'],
  ])('after %s %s it is %i, from the beginning of %s on', (day, time, milestone, on) => {
    expect(nextMilestone(dueOn, at(day, time), zone)).toEqual({ milestone, at: at(on, '00:00') })
  })

  test('there is none a month after the due date', () => {
    expect(nextMilestone(dueOn, at('2026-04-17', '08:00'), zone)).toBeNull()
  })
})

test.each([
  ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z'],
  ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z'],
  ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z'],
])('in %s, where midnight of %s is not there or twice, the day begins all the same', (where, day, begins) => {
  const instant = new Date(begins)
  const before = new Date(instant.getTime() - 1)
  expect([before, instant].map((now) => localDate(now, where))).toEqual([addDays(day, -1), day])
  expect(currentMilestone(day, before, where)?.milestone).toBe(1)
  expect(currentMilestone(day, instant, where)?.milestone).toBe(0)
})

describe('the milestone that is current', () => {
  test.each([
    ['2026-03-13', '00:00', 7],
    ['2026-03-16', '20:00', 7],
    ['2026-03-18', '10:00', 3],
    ['2026-03-20', '23:59', 0],
    ['2026-03-23', '10:00', -1],
    ['2026-12-31', '10:00', -28],
  ])('at %s %s is %i, whatever was missed before', (day, time, milestone) => {
    expect(currentMilestone(dueOn, at(day, time), zone)?.milestone).toBe(milestone)
  })

  test('is none before the first', () => {
    expect(currentMilestone(dueOn, at('2026-03-12', '23:59'), zone)).toBeNull()
  })
})

describe('a new assignment', () => {
  test('far from its due date is first spoken of seven days before', () => {
    expect(firstReminderAt(dueOn, at('2026-03-01', '09:00'), zone)).toEqual(at('2026-03-13', '00:00'))
  })

  test('made between two milestones is spoken of by the one it is in', () => {
    expect(firstReminderAt(dueOn, at('2026-03-18', '09:00'), zone)).toEqual(at('2026-03-17', '00:00'))
  })

  test('that was overdue from the beginning is spoken of once', () => {
    const now = at('2027-01-05', '09:00')
    expect(firstReminderAt(dueOn, now, zone)).toEqual(at('2026-04-17', '00:00'))
    expect(nextMilestone(dueOn, now, zone)).toBeNull()
  })
})

describe('for any due date, moment and zone', () => {
  test('the current milestone is reached and the next is not', () => {
    fc.assert(
      fc.property(days, moments, zones, (day, now, where) => {
        const current = currentMilestone(day, now, where)
        const next = nextMilestone(day, now, where)
        if (current !== null) expect(current.at.getTime()).toBeLessThanOrEqual(now.getTime())
        if (next !== null) expect(next.at.getTime()).toBeGreaterThan(now.getTime())
        if (current !== null && next !== null) expect(next.milestone).toBeLessThan(current.milestone)
        expect(current !== null || next !== null).toBe(true)
      }),
    )
  })

  test('going from one to the next says each once, in order, and comes to an end', () => {
    fc.assert(
      fc.property(days, zones, (day, where) => {
        const said: number[] = []
        let after = new Date('2019-01-01')
        for (let next = nextMilestone(day, after, where); next !== null; next = nextMilestone(day, after, where)) {
          said.push(next.milestone)
          expect(currentMilestone(day, next.at, where)).toEqual(next)
          after = next.at
        }
        expect(said).toEqual([7, 3, 1, 0, -1, -4, -7, -10, -13, -16, -19, -22, -25, -28])
      }),
      { numRuns: 30 },
    )
  })

  test('the first reminder is never later than the next milestone', () => {
    fc.assert(
      fc.property(days, moments, zones, (day, now, where) => {
        const first = firstReminderAt(day, now, where)
        const next = nextMilestone(day, now, where)
        expect(first).not.toBeNull()
        if (next !== null) expect(first!.getTime()).toBeLessThanOrEqual(next.at.getTime())
      }),
    )
  })
})
