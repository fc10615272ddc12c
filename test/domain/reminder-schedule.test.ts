import { expect, test } from 'vitest'
import { usualHours } from '../../domain/calendar/office-hours.ts'
import type { ClaimedReminder } from '../../domain/ports/reminders.ts'
import { groupClaimed, planReminders } from '../../domain/reminder-schedule.ts'
import { instantAt } from '../../domain/time.ts'

const zone = 'Asia/Ho_Chi_Minh'
const at = (day: string, time: string): Date => instantAt(day, time, zone)
const calendar = { zone, hours: usualHours, own: new Map() }
const standing = { dueOn: '2026-03-09', givenOn: '2026-01-05', dueVersion: 2, next: at('2026-03-06', '00:00') }
const now = at('2026-03-02', '09:00')

test('a milestone on a day off is said at the next opening, and says so', () => {
  const sunday = { ...standing, dueOn: '2026-03-11', next: at('2026-03-08', '00:00') }
  expect(planReminders(sunday, [], now, calendar).slice(0, 2)).toEqual([
    { milestone: 3, at: at('2026-03-09', '07:30'), heads: false, movedFrom: '2026-03-08' },
    { milestone: 1, at: at('2026-03-10', '07:30'), heads: false, movedFrom: null },
  ])
})

test('a milestone on the day of the opening is said instead of what a rest held back', () => {
  const planned = planReminders(standing, [], now, calendar)
  expect(planned.slice(0, 3)).toEqual([
    { milestone: 3, at: at('2026-03-06', '07:30'), heads: false, movedFrom: null },
    { milestone: 0, at: at('2026-03-09', '07:30'), heads: false, movedFrom: null },
    { milestone: -1, at: at('2026-03-10', '07:30'), heads: true, movedFrom: null },
  ])
  expect(planned.at(-1)).toEqual({ milestone: -28, at: at('2026-04-06', '07:30'), heads: true, movedFrom: null })
})

test('what was claimed for this due date is not said again; for an earlier due date it does not count', () => {
  const claimed = [
    { kind: 'due' as const, milestone: 3, dueVersion: 2 },
    { kind: 'due' as const, milestone: 0, dueVersion: 1 },
  ]
  expect(planReminders(standing, claimed, now, calendar)[0]).toMatchObject({ milestone: 0 })
})

test('what should have been looked at is looked at now, and only its nearest milestone is said', () => {
  const late = planReminders(standing, [], at('2026-03-12', '10:00'), calendar)
  expect(late[0]).toEqual({ milestone: -1, at: at('2026-03-12', '10:00'), heads: true, movedFrom: '2026-03-10' })
  expect(late[1]).toMatchObject({ milestone: -4 })
})

test('nothing is planned where nothing is left', () => {
  expect(planReminders({ ...standing, next: null }, [], now, calendar)).toEqual([])
})

test('the ledger is told milestone by milestone, and which due date it was about', () => {
  const one = (name: string, milestone: number, dueVersion: number, day: string): ClaimedReminder => ({
    ...{ kind: 'due', name, milestone, dueVersion, at: at(day, '08:01'), outcome: 'sent' },
  })
  const ledger = [one('A', 3, 2, '2026-03-06'), one('B', 3, 2, '2026-03-06'), one('A', 3, 1, '2026-02-06')]
  expect(
    groupClaimed(ledger, 2, zone).map(({ people, ...said }) => ({ ...said, names: people.map(({ name }) => name) })),
  ).toEqual([
    { day: '2026-03-06', kind: 'due', milestone: 3, moved: false, names: ['A', 'B'] },
    { day: '2026-02-06', kind: 'due', milestone: 3, moved: true, names: ['A'] },
  ])
})
