import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countingOf,
  milestoneDay,
  type MilestoneRule,
  milestonesOf,
  readRule,
  usualRule,
  writeRule,
} from '../../domain/milestone-rule.ts'
import { currentMilestone, firstReminderAt, nextMilestone } from '../../domain/milestones.ts'
import { instantAt, type LocalDate } from '../../domain/time.ts'

const zone = 'Asia/Ho_Chi_Minh'
const at = (day: LocalDate, time: string): Date => instantAt(day, time, zone)
const calendar = { own: new Map() }
const working = { rule: { ...usualRule, counted: 'working' }, calendar } as const

describe('a rule', () => {
  test.each([
    ['7,3,1,0;3;c', usualRule],
    ['14,7;-;w', { before: [14, 7], lateEvery: null, counted: 'working', rhythm: 'monthly' }],
    ['0;1;c', { before: [0], lateEvery: 1, counted: 'calendar', rhythm: 'monthly' }],
    ['7,3,1,0;3;c;q', { ...usualRule, rhythm: 'quarterly' }],
    ['7,3,1,0;3;c;-', { ...usualRule, rhythm: null }],
    ['7,3,1,0;3;c;m', null],
    ['3,7;3;c', null],
    ['7,7;3;c', null],
    ['99;3;c', null],
    ['7;0;c', null],
    ['9,8,7,6,5,4,3,2,1;3;c', null],
    ['7,3', null],
    ['', null],
  ])('%j is read as %j', (text, rule) => {
    expect(readRule(text)).toEqual(rule)
    if (rule !== null) expect(writeRule(rule as MilestoneRule)).toBe(text)
  })

  test('names every milestone in the order of time', () => {
    expect(milestonesOf({ ...usualRule, before: [5, 0], lateEvery: 7 })).toEqual([5, 0, -1, -8, -15, -22, -29])
    expect(milestonesOf({ ...usualRule, before: [5, 0], lateEvery: null })).toEqual([5, 0])
  })

  test('of a plan goes before that of its workspace, which goes before the usual one', () => {
    const weekly = { ...usualRule, lateEvery: 7 }
    const settings = { workspace: working, plans: new Map([['p', weekly]]) }
    expect(countingOf(settings, 'p').rule).toBe(weekly)
    expect(countingOf(settings, 'q').rule).toBe(working.rule)
    expect(countingOf(undefined, 'p').rule).toBe(usualRule)
  })
})

describe('in working days', () => {
  // Tết 2026 is off from Monday 16 to Friday 20 February.
  test('weekends and Tết are not counted', () => {
    expect(milestoneDay('2026-02-24', 3, working)).toBe('2026-02-12')
    expect(milestoneDay('2026-02-24', 0, working)).toBe('2026-02-24')
    expect(milestoneDay('2026-02-13', -1, working)).toBe('2026-02-23')
  })

  test('the milestone before Tết is the current one until the next is reached', () => {
    expect(currentMilestone('2026-02-24', at('2026-02-22', '10:00'), zone, working)).toEqual({
      ...{ milestone: 3, at: at('2026-02-12', '00:00') },
    })
    expect(nextMilestone('2026-02-24', at('2026-02-22', '10:00'), zone, working)).toEqual({
      ...{ milestone: 1, at: at('2026-02-23', '00:00') },
    })
  })

  test('milestones come one after the other whatever the due date, and end', () => {
    const days = fc.integer({ min: 0, max: 2000 }).map((n) => milestoneDay('2023-01-01', -n, working))
    fc.assert(
      fc.property(days, (day) => {
        const said: number[] = []
        let last = new Date('2022-01-01')
        for (let next = firstReminderAt(day, last, zone, working); next !== null; ) {
          expect(next.getTime()).toBeGreaterThan(last.getTime())
          said.push(currentMilestone(day, next, zone, working)?.milestone ?? Number.NaN)
          last = next
          next = nextMilestone(day, next, zone, working)?.at ?? null
        }
        expect(said).toEqual(milestonesOf(working.rule))
      }),
      { numRuns: 20 },
    )
  })
})
