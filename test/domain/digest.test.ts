import { describe, expect, test } from 'vitest'
import type { Assignment } from '../../domain/assignment.ts'
import { usualHours } from '../../domain/calendar/office-hours.ts'
import { planDigest } from '../../domain/digest.ts'
import type { WaitingReminder } from '../../domain/ports/reminders.ts'
import { snoozeNumber } from '../../domain/snooze.ts'

const calendar = { zone: 'Asia/Ho_Chi_Minh', hours: usualHours, own: new Map() }
/** Monday 2 March 2026, 09:00 in Hà Nội. */
const now = new Date('2026-03-02T02:00:00Z')
const thisMorning = new Date('2026-03-02T01:00:00Z')

const assignmentOf = (number: number, dueOn: string, some: Partial<Assignment> = {}): Assignment => ({
  ...{ id: `a${number}`, number, agencyId: 'nv', agencyName: 'Phòng Nội vụ', state: 'assigned', percent: 0 },
  ...{ obstacle: null, originalDueOn: dueOn, dueOn, dueVersion: 1, givenAt: new Date(0), doneOn: null },
  ...{ assigneeId: null, assigneeName: null },
  task: {
    ...{ id: `t${number}`, code: '1', section: '', title: 'Rà soát văn bản', requirement: '', deadlineText: '' },
    ...{ output: '', cadence: 'once', lead: [], support: [], planId: 'p', planNumber: '01' },
    ...{ workflow: 'gon', requiresEvidence: false },
    ...{ occurrence: 1, occurrences: 1 },
  },
  ...some,
})

const waiting = (milestone: number, assignment: Assignment, dueAt = thisMorning): WaitingReminder => ({
  ...{ id: `r${assignment.number}:${milestone}`, kind: 'due', milestone, dueVersion: 1, dueAt },
  ...{ heardAt: null, urgedBy: null },
  assignment,
})

const digestOf = (...reminders: WaitingReminder[]) =>
  planDigest(reminders, { agencyIds: ['nv'], oversees: false, mayOpen: (id) => id === 'below' }, now, calendar)

describe('one digest', () => {
  test('groups by days left, the most overdue first, and sorts by number', () => {
    const digest = digestOf(
      waiting(7, assignmentOf(3, '2026-03-09')),
      waiting(-1, assignmentOf(2, '2026-03-01')),
      waiting(0, assignmentOf(9, '2026-03-02')),
      waiting(-4, assignmentOf(8, '2026-02-26')),
      waiting(0, assignmentOf(4, '2026-03-02')),
    )
    expect(digest.groups.map(({ daysLeft, items }) => [daysLeft, items.map(({ number }) => number)])).toEqual([
      [-4, [8]],
      [-1, [2]],
      [0, [4, 9]],
      [7, [3]],
    ])
  })

  test('says a task once, whatever number of milestones waits', () => {
    const task = assignmentOf(1, '2026-03-05')
    expect(digestOf(waiting(7, task), waiting(3, task)).items).toHaveLength(1)
  })

  test.each([
    ['done meanwhile', assignmentOf(1, '2026-03-05', { state: 'done' })],
    ['given back meanwhile', assignmentOf(1, '2026-03-05', { state: 'returned' })],
    ['due much later by now', assignmentOf(1, '2026-04-05', { dueVersion: 2 })],
    ['without a due date by now', assignmentOf(1, '2026-03-05', { dueOn: null })],
    ["another agency's", assignmentOf(1, '2026-03-05', { agencyId: 'tp' })],
  ])('leaves out what is %s', (_name, task) => {
    expect(digestOf(waiting(3, task)).items).toEqual([])
  })

  test('says what somebody wanted to hear of again, whosever it is, if they may look at it', () => {
    const of = (number: number, agencyId: string) => assignmentOf(number, '2026-03-05', { agencyId })
    const digest = digestOf(
      waiting(snoozeNumber(1), of(1, 'below')),
      waiting(snoozeNumber(1), of(2, 'elsewhere')),
      waiting(3, of(3, 'below')),
    )
    expect(digest.items.map(({ number }) => number)).toEqual([1])
    expect(digest.snoozed).toEqual(new Set(['a1']))
  })

  test('holds what was claimed by working days, of which there are fewer', () => {
    expect(digestOf(waiting(3, assignmentOf(1, '2026-03-09'))).items).toHaveLength(1)
  })
})

describe('a digest that comes late', () => {
  test.each([
    ['said on the day it is not late', '2026-03-02T01:00:00Z', null],
    ['what fell on Saturday is not late on Monday morning', '2026-02-28T01:00:00Z', null],
    ['nor is what came up on Friday evening', '2026-02-27T12:00:00Z', null],
    ['but what should have been said on Friday morning is', '2026-02-27T01:00:00Z', '2026-02-27'],
    ['after a week of silence it is', '2026-02-24T01:00:00Z', '2026-02-24'],
    ['what fell into Tết is late from the first opening after it on', '2026-02-18T01:00:00Z', '2026-02-23'],
  ])('%s', (_name, dueAt, expected) => {
    expect(digestOf(waiting(3, assignmentOf(1, '2026-03-05'), new Date(dueAt))).lateSince).toBe(expected)
  })

  test('names the longest wait', () => {
    const late = waiting(3, assignmentOf(1, '2026-03-05'), new Date('2026-02-24T01:00:00Z'))
    expect(digestOf(waiting(0, assignmentOf(2, '2026-03-02')), late).lateSince).toBe('2026-02-24')
  })
})
