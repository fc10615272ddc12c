import { describe, expect, test } from 'vitest'
import { findAgenciesIn } from '../../domain/agency-mentions.ts'
import type { AssignmentState } from '../../domain/assignment.ts'
import { countExtensions, planExtension, whyNoDueDate, whyNotExtensible } from '../../domain/extension.ts'
import type { Agency } from '../../domain/ports/agencies.ts'
import { instantAt } from '../../domain/time.ts'

const zone = 'Asia/Ho_Chi_Minh'
const moment = { now: instantAt('2026-03-15', '10:00', zone), today: '2026-03-15', zone }

test.each([
  ['assigned', '2026-03-20', null],
  ['in_progress', '2026-03-01', null],
  ['submitted', '2026-03-20', 'submitted'],
  ['done', '2026-03-20', 'closed'],
  ['returned', '2026-03-20', 'closed'],
  ['assigned', null, 'undated'],
] as const)('%s, due on %s: %s', (state: AssignmentState, dueOn, problem) => {
  expect(whyNotExtensible({ state, dueOn })).toBe(problem)
})

describe('a day as the new due date', () => {
  test.each([
    ['2026-03-20', '2026-03-21', null],
    ['2026-03-20', '2026-03-20', 'not-later'],
    ['2026-03-20', '2026-03-16', 'not-later'],
    ['2026-03-20', '2026-03-14', 'past'],
    ['2026-03-01', '2026-03-10', 'past'],
    ['2026-03-01', '2026-03-15', null],
  ] as const)('due on %s, wanted %s: %s', (dueOn, day, problem) => {
    expect(whyNoDueDate({ dueOn }, day, moment.today)).toBe(problem)
  })
})

test('nothing changes but when it is reminded of: after two weeks of silence, should it come to that', () => {
  const dates = { dueOn: '2026-03-01', givenAt: new Date('2026-02-01T02:00:00Z'), doneOn: null }
  const before = { state: 'in_progress', percent: 40, obstacle: 'chờ Bộ', ...dates } as const
  expect(planExtension(before, '2026-04-15', moment)).toEqual({
    ...{ state: 'in_progress', percent: 40, obstacle: 'chờ Bộ', doneOn: null },
    remindAt: instantAt('2026-03-29', '00:00', zone),
  })
})

test('what was taken back was not asked for', () => {
  const all = (['granted', 'refused', 'withdrawn', 'pending'] as const).map((state) => ({ state }))
  expect(countExtensions(all)).toEqual({ asked: 3, granted: 1 })
})

const agency = (name: string, more: Partial<Agency> = {}): Agency => ({
  ...{ id: name, name, kind: 'phong', shortName: '', parentId: null, aliases: [], datedAliases: [] },
  ...{ validFrom: null, validTo: null, ...more },
})

test.each([
  ['việc này của phòng tư pháp, không phải của phòng em', ['Phòng Tư pháp']],
  ['cua phong van hoa hoac Phong Y te', ['Phòng Văn hóa', 'Phòng Y tế']],
  ['thuộc VHXH', []],
  ['thuộc phòng VH-XH', ['Phòng Văn hóa']],
  ['thuộc Phòng Cũ', []],
] as const)('agencies named in "%s"', (words, named) => {
  const agencies = [
    agency('Phòng Y tế'),
    agency('Phòng Tư pháp'),
    agency('Phòng Văn hóa', { aliases: ['Phòng VH-XH', 'VH'] }),
    agency('Phòng Cũ', { validTo: '2025-12-31' }),
  ]
  expect(findAgenciesIn(words, agencies, moment.today).map(({ name }) => name)).toEqual(named)
})
