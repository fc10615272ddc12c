import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AssignmentState, Workflow } from '../../domain/assignment.ts'
import { type Answer, type Decision, planChange, planUndo, type Said } from '../../domain/assignment-change.ts'
import { AppError } from '../../domain/errors.ts'
import { instantAt } from '../../domain/time.ts'

const zone = 'Asia/Ho_Chi_Minh'
const moment = { now: instantAt('2026-03-15', '10:00', zone), today: '2026-03-15', zone }

const standing = (state: AssignmentState, more: { percent?: number; obstacle?: string; workflow?: Workflow } = {}) => ({
  number: 12,
  state,
  percent: more.percent ?? (state === 'done' || state === 'submitted' ? 100 : 0),
  obstacle: more.obstacle ?? null,
  ...{ dueOn: '2026-03-20', givenAt: instantAt('2026-03-01', '09:00', zone) },
  doneOn: state === 'done' ? '2026-03-10' : null,
  task: { workflow: more.workflow ?? ('gon' as const) },
})

const say = (answer: Answer, note = '', links: readonly string[] = []): Said => ({ answer, note, links })
const acknowledge = say({ kind: 'acknowledge' })
const done = say({ kind: 'done' })
const progress = (percent: number | null, note = '') =>
  say({ kind: 'progress', percent, started: true, unblocked: false }, note)
const obstacle = say({ kind: 'obstacle', words: 'chưa có kinh phí', percent: null }, 'chưa có kinh phí')
const link = 'https://haiphong.gov.vn/1'
const evidence = say({ kind: 'evidence' }, '', [link])

const decided = (result: ReturnType<typeof planChange>): Decision => {
  if (result === 'already' || result instanceof AppError) throw new Error(`nothing was decided: ${String(result)}`)
  return result
}

describe('an answer about open work', () => {
  test.each([
    ['assigned', acknowledge, 'acknowledged', 0],
    ['assigned', progress(null), 'in_progress', 0],
    ['acknowledged', progress(60), 'in_progress', 60],
    ['in_progress', progress(0), 'in_progress', 0],
    ['assigned', done, 'done', 100],
    ['in_progress', done, 'done', 100],
    ['assigned', obstacle, 'acknowledged', 0],
    ['in_progress', obstacle, 'in_progress', 50],
    ['assigned', evidence, 'acknowledged', 0],
    ['submitted', progress(80), 'in_progress', 80],
    [
      'assigned',
      say({ kind: 'progress', percent: null, started: false, unblocked: false }, 'chưa làm'),
      'acknowledged',
      0,
    ],
  ] as const)('%s: %o becomes %s', (state, said, after, percent) => {
    const before = standing(state, { percent: state === 'in_progress' ? 50 : 0 })
    expect(decided(planChange(before, said, moment)).change).toMatchObject({ state: after, percent })
  })

  test('"xong" is done on that day in "gọn" and submitted in "chặt"', () => {
    expect(decided(planChange(standing('in_progress'), done, moment)).change).toEqual({
      ...{ state: 'done', percent: 100, obstacle: null, doneOn: '2026-03-15', remindAt: null },
    })
    expect(decided(planChange(standing('in_progress', { workflow: 'chat' }), done, moment)).change).toEqual({
      ...{ state: 'submitted', percent: 100, obstacle: null, doneOn: null, remindAt: null },
    })
  })

  test('100 % is not done by itself', () => {
    expect(decided(planChange(standing('in_progress'), progress(100), moment)).change.state).toBe('in_progress')
  })

  test('re-arms the next reminder', () => {
    const { change } = decided(planChange(standing('assigned'), progress(10), moment))
    expect(change.remindAt).toEqual(instantAt('2026-03-17', '00:00', zone))
  })

  test('an obstacle stays through progress until it is gone or the work is done', () => {
    const blocked = standing('in_progress', { obstacle: 'thiếu người' })
    expect(decided(planChange(blocked, progress(70), moment)).change.obstacle).toBe('thiếu người')
    expect(decided(planChange(blocked, done, moment)).change.obstacle).toBeNull()
    const unblocked = say({ kind: 'progress', percent: null, started: true, unblocked: true }, 'hết vướng')
    expect(decided(planChange(blocked, unblocked, moment)).change.obstacle).toBeNull()
  })
})

describe('the same again', () => {
  test.each([
    ['acknowledged', acknowledge],
    ['in_progress', acknowledge],
    ['in_progress', progress(50)],
    ['in_progress', progress(null)],
    ['done', done],
    ['done', acknowledge],
    ['submitted', acknowledge],
  ] as const)('%s: %o records nothing', (state, said) => {
    expect(planChange(standing(state, { percent: state === 'in_progress' ? 50 : 100 }), said, moment)).toBe('already')
  })

  test('in "chặt" a second "xong" records nothing', () => {
    expect(planChange(standing('submitted', { workflow: 'chat' }), done, moment)).toBe('already')
  })

  test('the same obstacle records nothing', () => {
    expect(planChange(standing('acknowledged', { obstacle: 'chưa có kinh phí' }), obstacle, moment)).toBe('already')
  })

  test('with new words it is recorded', () => {
    const result = planChange(standing('in_progress', { percent: 50 }), progress(50, 'chờ Sở Tài chính'), moment)
    expect(decided(result).kind).toBe('progress')
  })

  test('"xong" with a link about what is done already is evidence', () => {
    for (const [state, workflow] of [
      ['done', 'gon'],
      ['submitted', 'chat'],
    ] as const) {
      const result = planChange(standing(state, { workflow }), say({ kind: 'done' }, '', [link]), moment)
      expect(decided(result)).toMatchObject({ kind: 'evidence', change: { state, percent: 100 } })
    }
  })
})

describe('what is closed', () => {
  test.each([
    ['done', progress(50)],
    ['done', obstacle],
    ['returned', done],
    ['returned', evidence],
    ['cancelled', acknowledge],
  ] as const)('%s refuses %o', (state, said) => {
    expect(planChange(standing(state), said, moment)).toMatchObject({ code: 'task-closed', details: { number: 12 } })
  })

  test('done work still takes evidence and keeps its day', () => {
    expect(decided(planChange(standing('done'), evidence, moment)).change).toEqual({
      ...{ state: 'done', percent: 100, obstacle: null, doneOn: '2026-03-10', remindAt: null },
    })
  })
})

test.each([150, -5, 101])('%i %% is refused', (percent) => {
  expect(planChange(standing('assigned'), progress(percent), moment)).toMatchObject({
    ...{ code: 'percent-out-of-range', details: { typed: `${percent}%` } },
  })
})

describe('taking back', () => {
  const states = fc.constantFrom<AssignmentState>('assigned', 'acknowledged', 'in_progress', 'submitted', 'done')
  const answers = fc.oneof(
    ...[acknowledge, done, obstacle, evidence].map((said) => fc.constant(said)),
    fc.integer({ min: 0, max: 100 }).map((percent) => progress(percent, 'ghi chú')),
  )

  test('restores what was there, whatever was said', () => {
    fc.assert(
      fc.property(states, fc.constantFrom<Workflow>('gon', 'chat'), answers, (state, workflow, said) => {
        const before = standing(state, { workflow })
        const result = planChange(before, said, moment)
        if (result === 'already' || result instanceof AppError) return
        const after = { ...before, ...result.change }
        const { state: was, percent, obstacle: words, doneOn } = before
        expect(planUndo(after, { before: { state: was, percent, obstacle: words } }, moment)).toMatchObject({
          ...{ state: was, percent, obstacle: words, doneOn },
        })
      }),
    )
  })

  test('re-arms the reminders that "xong" had stopped', () => {
    const before = { state: 'acknowledged' as const, percent: 0, obstacle: null }
    const days = { dueOn: '2026-03-20', givenAt: instantAt('2026-03-01', '09:00', zone), doneOn: '2026-03-15' }
    expect(planUndo(days, { before }, moment)).toEqual({
      ...before,
      doneOn: null,
      remindAt: instantAt('2026-03-17', '00:00', zone),
    })
  })

  test('nothing but "xong" and evidence ever makes work done', () => {
    fc.assert(
      fc.property(states, answers, (state, said) => {
        const result = planChange(standing(state), said, moment)
        if (result === 'already' || result instanceof AppError || state === 'done') return
        expect(result.change.state === 'done').toBe(said.answer.kind === 'done')
      }),
    )
  })
})
