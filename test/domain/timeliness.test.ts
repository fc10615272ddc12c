import { describe, expect, test } from 'vitest'
import type { AssignmentState } from '../../domain/assignment.ts'
import { type Timeliness, timelinessOf } from '../../domain/timeliness.ts'

const today = '2026-03-10'

describe('an assignment that is not finished', () => {
  test.each<[string | null, Timeliness]>([
    ['2026-03-18', 'in-time'],
    ['2026-03-17', 'due-soon'],
    ['2026-03-11', 'due-soon'],
    ['2026-03-10', 'due-soon'],
    ['2026-03-09', 'late'],
    ['2025-03-10', 'late'],
    ['2027-03-10', 'in-time'],
    [null, 'undated'],
  ])('due on %s is %s', (dueOn, timeliness) => {
    for (const state of ['assigned', 'acknowledged', 'in_progress', 'submitted'] as const) {
      expect(timelinessOf({ state, dueOn, doneOn: null }, today)).toBe(timeliness)
    }
  })
})

describe('an assignment that is done', () => {
  test.each<[string | null, string | null, Timeliness]>([
    ['2026-03-09', '2026-03-08', 'done-in-time'],
    ['2026-03-09', '2026-03-09', 'done-in-time'],
    ['2026-03-09', '2026-03-10', 'done-late'],
    [null, '2026-03-10', 'done-in-time'],
    ['2026-03-09', null, 'done-in-time'],
  ])('due on %s and finished on %s is %s', (dueOn, doneOn, timeliness) => {
    expect(timelinessOf({ state: 'done', dueOn, doneOn }, today)).toBe(timeliness)
  })
})

test.each<AssignmentState>(['returned', 'cancelled'])(
  'an assignment that was %s is neither late nor in time',
  (state) => {
    expect(timelinessOf({ state, dueOn: '2026-03-09', doneOn: null }, today)).toBe('closed')
  },
)

test('a month and a leap day apart are counted in days', () => {
  const open = { state: 'assigned', doneOn: null } as const
  expect(timelinessOf({ ...open, dueOn: '2028-03-01' }, '2028-02-23')).toBe('due-soon')
  expect(timelinessOf({ ...open, dueOn: '2028-03-01' }, '2028-02-22')).toBe('in-time')
  expect(timelinessOf({ ...open, dueOn: '2026-03-01' }, '2026-02-22')).toBe('due-soon')
})
