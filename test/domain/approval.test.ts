import { describe, expect, test } from 'vitest'
import {
  chainOf,
  isUndoable,
  needsEvidence,
  planGivingBack,
  planReopening,
  planReturn,
  planVerdict,
} from '../../domain/approval.ts'
import type { AssignmentState } from '../../domain/assignment.ts'
import { instantAt } from '../../domain/time.ts'

const zone = 'Asia/Ho_Chi_Minh'
const moment = { now: instantAt('2026-03-15', '10:00', zone), today: '2026-03-15', zone }
const states = ['assigned', 'acknowledged', 'in_progress', 'submitted', 'done', 'returned', 'cancelled'] as const

const standing = (state: AssignmentState, percent = state === 'submitted' || state === 'done' ? 100 : 30) => ({
  ...{ state, percent, obstacle: null, dueOn: '2026-03-20', givenAt: new Date('2026-03-01T02:00:00Z') },
  doneOn: state === 'done' ? '2026-03-10' : null,
})

const handedIn = { id: 'u2', personId: 'official', percentBefore: 60 }
const by = (personId: string, verdict: 'approve' | 'reject' = 'approve', seen = 'u2') => ({ personId, verdict, seen })

describe('a verdict on what was handed in', () => {
  test('approved it is done on that day, and nobody is reminded', () => {
    expect(planVerdict(standing('submitted'), handedIn, by('head'), moment)).toEqual({
      ...{ state: 'done', percent: 100, obstacle: null, doneOn: '2026-03-15', remindAt: null },
    })
  })

  test('returned it goes on where it was, and is reminded of again', () => {
    expect(planVerdict(standing('submitted'), handedIn, by('head', 'reject'), moment)).toEqual({
      ...{ state: 'in_progress', percent: 60, obstacle: null, doneOn: null },
      remindAt: instantAt('2026-03-17', '00:00', zone),
    })
  })

  test.each(['approve', 'reject'] as const)('nobody may %s their own', (verdict) => {
    expect(planVerdict(standing('submitted'), handedIn, by('official', verdict), moment)).toBe('own')
  })

  test('what was handed in since has to be seen first', () => {
    expect(planVerdict(standing('submitted'), handedIn, by('head', 'approve', 'u1'), moment)).toBe('handed-in-anew')
  })

  test.each(states.filter((state) => state !== 'submitted'))('%s: nothing waits', (state) => {
    expect(planVerdict(standing(state), handedIn, by('head'), moment)).toBe('not-waiting')
  })
})

describe('what is done, returned and given back', () => {
  test.each(states)('%s: only what is done can be reopened', (state) => {
    const plan = planReopening(standing(state), handedIn, moment)
    if (state === 'done') expect(plan).toMatchObject({ state: 'in_progress', percent: 60, doneOn: null })
    else expect(plan).toBe('not-done')
  })

  test.each(states)('%s: only what is open can be returned', (state) => {
    const plan = planReturn(standing(state), moment)
    if (['done', 'returned', 'cancelled'].includes(state)) expect(plan).toBe('closed')
    else expect(plan).toMatchObject({ state: 'returned', remindAt: null })
  })

  test.each(states)('%s: only what was returned or cancelled can be given back', (state) => {
    const plan = planGivingBack(standing(state), moment)
    if (state !== 'returned' && state !== 'cancelled') expect(plan).toBe('not-closed')
    else expect(plan).toMatchObject({ state: 'assigned', remindAt: instantAt('2026-03-17', '00:00', zone) })
  })
})

test.each([
  [true, 'in_progress', 'done', true],
  [true, 'in_progress', 'submitted', true],
  [true, 'submitted', 'done', false],
  [true, 'in_progress', 'in_progress', false],
  [false, 'in_progress', 'done', false],
] as const)('evidence required %s, from %s to %s: asked for %s', (requiresEvidence, before, after, asked) => {
  expect(needsEvidence({ state: before, task: { requiresEvidence } }, { state: after })).toBe(asked)
})

test('what was said can be taken back, what was decided cannot', () => {
  expect(['done', 'progress', 'return'].map((kind) => isUndoable(kind as 'done'))).toEqual([true, true, true])
  expect(['approve', 'reject', 'reopen', 'reassign', 'extend'].map((kind) => isUndoable(kind as 'approve'))).toEqual(
    Array(5).fill(false),
  )
})

test('the agencies above, the nearest first, even where the directory goes in a circle', () => {
  const tree = [
    { id: 'a', parentId: 'b' },
    { id: 'b', parentId: 'c' },
    { id: 'c', parentId: null },
    { id: 'x', parentId: 'y' },
    { id: 'y', parentId: 'x' },
  ]
  expect(chainOf('a', tree)).toEqual(['a', 'b', 'c'])
  expect(chainOf('x', tree)).toEqual(['x', 'y'])
})
