import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWorkingDay } from '../../domain/calendar/office-calendar.ts'
import { usualHours } from '../../domain/calendar/office-hours.ts'
import { isSnoozed, mostSnoozes, planSnooze, snoozeNumber, type SnoozeWanted } from '../../domain/snooze.ts'
import { isStatusRequest } from '../../domain/status-requests.ts'
import { addDays, instantAt } from '../../domain/time.ts'

const zone = 'Asia/Ho_Chi_Minh'
const calendar = { zone, hours: usualHours, own: new Map() }
/** A Wednesday. */
const today = '2026-03-04'
const moment = { today, calendar }
const open = { state: 'in_progress', dueOn: '2026-03-12', dueVersion: 2 } as const
const at = instantAt('2026-03-04', '09:00', zone)
const had = (turn: number, some: object = {}) => ({
  dueVersion: 2,
  turn,
  day: '2026-03-03',
  at,
  isWaiting: false,
  ...some,
})

describe('being reminded again', () => {
  test.each<[SnoozeWanted, string]>([
    [{ days: 1 }, '2026-03-05'],
    [{ days: 3 }, '2026-03-09'],
    [{ on: '2026-03-10' }, '2026-03-10'],
    [{ on: '2026-03-07' }, '2026-03-09'],
    [{ on: '2026-03-12' }, '2026-03-12'],
  ])('in %j is from the beginning of the working day %s on', (wanted, day) => {
    expect(planSnooze(open, [], wanted, moment)).toEqual({
      ...{ kind: 'planned', turn: 1, day, at: instantAt(day, '00:00', zone), instead: null, left: 1 },
    })
  })

  test('another day for what still waits is no further time', () => {
    const waiting = had(2, { day: '2026-03-06', isWaiting: true })
    expect(planSnooze(open, [had(1), waiting], { days: 1 }, moment)).toMatchObject({
      ...{ kind: 'planned', turn: 2, day: '2026-03-05', instead: '2026-03-06', left: 0 },
    })
  })

  test('is for a due date twice, and again after that was changed', () => {
    expect(planSnooze(open, [had(1), had(2)], { days: 1 }, moment)).toEqual({ kind: 'used-up' })
    const before = [had(1, { dueVersion: 1 }), had(2, { dueVersion: 1 })]
    expect(planSnooze(open, before, { days: 1 }, moment)).toMatchObject({ kind: 'planned', turn: 1, left: 1 })
  })

  test('without a due date is twice a month', () => {
    const undated = { ...open, dueOn: null }
    const inFebruary = [1, 2].map((turn) => had(turn, { at: instantAt('2026-02-27', '09:00', zone) }))
    expect(planSnooze(undated, inFebruary, { days: 1 }, moment)).toMatchObject({ kind: 'planned', turn: 3, left: 1 })
    expect(planSnooze(undated, [had(1), had(2)], { days: 1 }, moment)).toEqual({ kind: 'used-up' })
    expect(planSnooze(undated, [], { on: '2026-05-04' }, moment)).toEqual({ kind: 'too-far', days: 30 })
  })

  test.each([
    ['what is late', { dueOn: '2026-03-02' }, { days: 1 }, { kind: 'late', dueOn: '2026-03-02' }],
    ['what is due today', { dueOn: today }, { days: 1 }, { kind: 'due-today' }],
    ['what is done', { state: 'done' }, { days: 1 }, { kind: 'closed' }],
    ['what is handed in', { state: 'submitted' }, { days: 1 }, { kind: 'submitted' }],
    ['a day that has passed', {}, { on: '2026-03-03' }, { kind: 'passed', day: '2026-03-03' }],
    [
      'a day after the due date',
      { dueOn: '2026-03-07' },
      { days: 3 },
      { kind: 'after-due', day: '2026-03-09', dueOn: '2026-03-07', last: '2026-03-06' },
    ],
    [
      'where no working day is left',
      { dueOn: '2026-03-08' },
      { days: 1 },
      { kind: 'after-due', day: '2026-03-09', dueOn: '2026-03-08', last: null },
      '2026-03-06',
    ],
  ] as const)('is refused for %s', (_, some, wanted, expected, on: string = today) => {
    expect(planSnooze({ ...open, ...some }, [], wanted, { today: on, calendar })).toEqual(expected)
  })

  test('whatever is wanted, it comes on a working day from tomorrow to the due date, twice at most', () => {
    const wanted = fc.oneof(
      fc.record({ days: fc.integer({ min: 1, max: 40 }) }),
      fc.record({ on: fc.integer({ min: -5, max: 60 }).map((days) => addDays(today, days)) }),
    )
    const dues = fc.integer({ min: -3, max: 45 }).map((days) => addDays(today, days))
    fc.assert(
      fc.property(dues, fc.array(wanted, { maxLength: 8 }), (dueOn, wishes) => {
        const made: ReturnType<typeof had>[] = []
        for (const wish of wishes) {
          const plan = planSnooze({ ...open, dueOn }, made, wish, moment)
          if (plan.kind !== 'planned') continue
          expect(plan.day > today && plan.day <= dueOn).toBe(true)
          expect(isWorkingDay(plan.day, calendar)).toBe(true)
          made.push(had(plan.turn, { day: plan.day }))
        }
        expect(made.length).toBeLessThanOrEqual(mostSnoozes)
        expect(made.map(({ turn }) => turn)).toEqual(made.map((_, index) => index + 1))
      }),
    )
  })

  test('has numbers in the ledger that no milestone and no request has', () => {
    expect([1, 2, 40].map(snoozeNumber).every((number) => isSnoozed(number) && !isStatusRequest(number))).toBe(true)
    expect([60, 0, -31, 2026 * 12].some(isSnoozed)).toBe(false)
  })
})
