import { describe, expect, test } from 'vitest'
import type { AssignmentState } from '../../domain/assignment.ts'
import { type Holder, nearestNamed, planHandover } from '../../domain/handover.ts'
import type { Giving } from '../../domain/ports/transfers.ts'
import { countTransfer, planTransfer, readChoices, toggleMerge, writeChoices } from '../../domain/transfer.ts'
import { readTransfer } from '../../domain/transfer-words.ts'

describe('what is said after /chuyen', () => {
  test.each([
    ['', '', '', null],
    ['Phòng Y tế', 'Phòng Y tế', '', null],
    ['Phòng Y tế sang Phòng Nội vụ', 'Phòng Y tế', 'Phòng Nội vụ', null],
    ['từ Phòng Y tế sang cho Phòng Nội vụ.', 'Phòng Y tế', 'Phòng Nội vụ', null],
    ['việc của Chuyên viên Một sang Chuyên viên Hai', 'Chuyên viên Một', 'Chuyên viên Hai', null],
    ['viec cua chuyen vien mot sang chuyen vien hai', 'chuyen vien mot', 'chuyen vien hai', null],
    ['tất cả việc của Phòng Y tế cho Phòng Nội vụ', 'Phòng Y tế', 'Phòng Nội vụ', null],
    ['Phòng Kinh tế sang Phòng Kinh tế, Hạ tầng và Đô thị', 'Phòng Kinh tế', 'Phòng Kinh tế, Hạ tầng và Đô thị', null],
    ['Phòng Y tế -> Phòng Nội vụ', 'Phòng Y tế', 'Phòng Nội vụ', null],
    ['Phòng Y tế sang Phòng Nội vụ 229/KH-UBND', 'Phòng Y tế', 'Phòng Nội vụ', '229/KH-UBND'],
    ['việc của Phòng Y tế theo kế hoạch số 229 sang Phòng Nội vụ', 'Phòng Y tế', 'Phòng Nội vụ', '229'],
    ['Phòng Y tế sang Phòng Nội vụ (kế hoạch 229)', 'Phòng Y tế', 'Phòng Nội vụ', '229'],
    ['Trường Tiểu học 3 sang Trường Tiểu học 1', 'Trường Tiểu học 3', 'Trường Tiểu học 1', null],
    ['sang Phòng Nội vụ', '', 'Phòng Nội vụ', null],
    ['Phòng Y tế\nPhòng Nội vụ', 'Phòng Y tế', 'Phòng Nội vụ', null],
    ['all tasks of Phòng Y tế to Phòng Nội vụ', 'Phòng Y tế', 'Phòng Nội vụ', null],
    ['Phòng Sang trọng sang Phòng Nội vụ', 'Phòng Sang trọng', 'Phòng Nội vụ', null],
  ])('%s', (typed, from, to, plan) => {
    expect(readTransfer(typed)).toEqual({ from, to, plan })
  })
})

let count = 0
const giving = (state: AssignmentState, there: AssignmentState | null = null, more: Partial<Giving> = {}): Giving => {
  count += 1
  return {
    ...{ id: `a${count}`, number: count, planId: 'p1', planNumber: '1/KH', state, dueOn: '2026-03-20' },
    ...{ asksForTime: false, there: there === null ? null : { id: `b${count}`, state: there }, ...more },
  }
}

describe('what becomes of the work that is moved', () => {
  test.each<[AssignmentState, AssignmentState | null, 'left' | 'passed' | 'reopened', string | undefined]>([
    ['assigned', null, 'passed', 'assigned'],
    ['in_progress', null, 'passed', 'assigned'],
    ['submitted', null, 'passed', 'submitted'],
    ['in_progress', 'returned', 'reopened', 'assigned'],
    ['submitted', 'cancelled', 'reopened', 'submitted'],
    ['assigned', 'assigned', 'left', undefined],
    ['assigned', 'submitted', 'left', undefined],
    ['submitted', 'done', 'left', undefined],
  ])('%s, while the other has it as %s, is %s', (state, there, part, newState) => {
    const plan = planTransfer([giving(state, there)])
    expect(plan[part]).toHaveLength(1)
    expect(plan.passed.length + plan.reopened.length + plan.left.length).toBe(1)
    expect([...plan.passed, ...plan.reopened][0]?.newState).toBe(newState)
  })

  test('figures count all of it, and what waits only where it goes', () => {
    const all = [
      giving('submitted', null, { dueOn: '2026-03-01' }),
      giving('submitted', 'done'),
      giving('assigned', null, { asksForTime: true, dueOn: null, planId: 'p2', planNumber: '2/KH' }),
      giving('assigned', 'returned'),
    ]
    expect(countTransfer(all, '2026-03-02')).toEqual({
      ...{ total: 4, late: 1, submitted: 1, askingForTime: 1, reopened: 1, left: 1 },
      plans: [
        { id: 'p1', number: '1/KH', total: 3 },
        { id: 'p2', number: '2/KH', total: 1 },
      ],
    })
  })
})

describe('what is chosen besides', () => {
  const none = { people: false, close: false, names: false }

  test('names go over only together with the closing', () => {
    const named = toggleMerge(none, 'names')
    expect(named).toEqual({ people: false, close: true, names: true })
    expect(toggleMerge(named, 'close')).toEqual(none)
    expect(toggleMerge(toggleMerge(named, 'people'), 'names')).toEqual({ people: true, close: true, names: false })
  })

  test.each(['-', 'p', 'c', 'pc', 'cn', 'pcn'])('a button carries %s there and back', (written) => {
    expect(writeChoices(readChoices(written)!)).toBe(written)
  })

  test.each(['', 'n', 'pn', 'np', 'x', '--'])('%s is no choice', (written) => {
    expect(readChoices(written)).toBeNull()
  })
})

describe('what one person hands to another', () => {
  const holder = (personId: string, ...agencyIds: string[]): Holder => ({
    ...{ personId, name: `Chuyên viên ${personId}`, agencyIds, agencies: agencyIds, gone: false },
  })
  const held = (id: string, agencyId: string) => ({ id, number: 1, agencyId, agencyName: agencyId, dueOn: null })
  const absence = (absent: string, standIn: string) => ({
    ...{ id: `${absent}-${standIn}`, firstDay: '2026-03-05', lastDay: '2026-03-12' },
    ...{ from: { id: absent, name: absent }, to: { id: standIn, name: standIn } },
  })
  const holders = [holder('Một', 'A', 'B'), holder('Hai', 'A'), holder('Ba', 'A'), holder('Bốn', 'B')]
  const [one, two] = holders as [Holder, Holder]
  const found = {
    held: [held('t1', 'A'), held('t2', 'B')],
    delegations: [absence('Ba', 'Một'), absence('Bốn', 'Một'), absence('Hai', 'Một'), absence('Một', 'Ba')],
    holders,
  }

  test('only what is of the other’s agencies goes; standing in goes where they are colleagues', () => {
    const plan = planHandover(one, two, found)
    expect(plan.going.map(({ id }) => id)).toEqual(['t1'])
    expect(plan.staying.map(({ id }) => id)).toEqual(['t2'])
    expect(plan.standIns.map(({ id }) => id)).toEqual(['Ba-Một'])
  })

  test('the whole agency takes all of it and stands in for nobody', () => {
    expect(planHandover(one, null, found)).toMatchObject({ going: found.held, staying: [], standIns: [] })
  })

  test('names nearly typed right are offered', () => {
    expect(nearestNamed('chuyen vien mot', holders)[0]?.name).toBe('Chuyên viên Một')
    expect(nearestNamed('Giám đốc', holders)).toEqual([])
  })
})
