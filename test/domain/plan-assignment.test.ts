import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countDueDates, planAssignments } from '../../domain/plan-assignment.ts'
import { parsedPlan, parsedTask } from '../support/builders.ts'

const today = '2026-01-05'

const directory = {
  agencies: [
    { id: 'nv', name: 'Sở Nội vụ', aliases: [] },
    { id: 'tc', name: 'Sở Tài chính', aliases: [] },
    { id: 'vp', name: 'Văn phòng UBND thành phố', aliases: ['Văn phòng Ủy ban'] },
    { id: 'an-bien', name: 'UBND phường An Biên', aliases: [] },
  ],
  groups: [
    { name: 'Các Sở, ban, ngành', aliases: ['Các Sở, ngành'], memberIds: ['nv', 'tc', 'vp'] },
    { name: 'UBND cấp xã', aliases: [], memberIds: ['an-bien'] },
    { name: 'Các hội', aliases: [], memberIds: [] },
  ],
}

const plan = (...leads: readonly (readonly string[])[]) =>
  planAssignments(parsedPlan(leads.map((lead, index) => parsedTask({ lead, line: index + 1 }))), directory, today)

describe('who gets what of a plan', () => {
  test('an agency is found by its name, its alias and its usual abbreviations', () => {
    const { tasks } = plan(['SNV'], ['Văn phòng Ủy ban'], ['VP UBND TP'], ['Ủy ban nhân dân phường An Biên'])
    expect(tasks.map(({ agencyIds }) => agencyIds)).toEqual([['nv'], ['vp'], ['vp'], ['an-bien']])
  })

  test('a group becomes its members, each once, under whatever name the plan calls it', () => {
    const { tasks, leads } = plan(['Sở Nội vụ', 'Các Sở, ban, ngành', 'Các Sở, ngành'], ['Các Sở, ngành'])
    expect(tasks[0]?.agencyIds).toEqual(['nv', 'tc', 'vp'])
    expect(leads).toEqual([
      { name: 'Các Sở, ngành', members: 3, tasks: 2 },
      { name: 'Sở Nội vụ', members: 1, tasks: 1 },
      { name: 'Các Sở, ban, ngành', members: 3, tasks: 1 },
    ])
  })

  test('names that nobody knows wait, each once, however they are spelled', () => {
    const { tasks, unknown, assignments } = plan(['Sở Du lịch'], ['sở du lịch', 'Sở Nội vụ'], ['Báo Hải Phòng'])
    expect(unknown).toMatchObject([
      { name: 'Sở Du lịch', spellings: ['Sở Du lịch', 'sở du lịch'], lines: [1, 2] },
      { name: 'Báo Hải Phòng', spellings: ['Báo Hải Phòng'], lines: [3] },
    ])
    expect(tasks.map(({ waitsFor }) => waitsFor)).toEqual([['Sở Du lịch'], ['Sở Du lịch'], ['Báo Hải Phòng']])
    expect(tasks[1]?.agencyIds).toEqual(['nv'])
    expect(assignments).toBe(1)
  })

  test('a group of nobody is an unknown name, so that its tasks are not lost', () => {
    expect(plan(['Các hội']).unknown.map(({ name }) => name)).toEqual(['Các hội'])
  })

  test('a name that is only like one of the directory waits for a yes', () => {
    const { unknown, assignments } = plan(['Sở Nộii vụ'])
    expect(unknown).toMatchObject([{ name: 'Sở Nộii vụ', clear: true }])
    expect(unknown[0]?.candidates[0]).toMatchObject({ name: 'Sở Nội vụ', former: false })
    expect(assignments).toBe(0)
  })

  test('a group is of those of its members that exist on the day the plan was issued', () => {
    const agencies = directory.agencies.map((agency) =>
      agency.id === 'tc' ? { ...agency, validTo: '2026-01-04' } : agency,
    )
    const { tasks } = planAssignments(
      parsedPlan([parsedTask({ lead: ['Các Sở, ngành'] })]),
      { ...directory, agencies },
      today,
    )
    expect(tasks[0]?.agencyIds).toEqual(['nv', 'vp'])
  })

  test('a task without a lead is nobody’s and is listed', () => {
    const { tasks, withoutLead, assignments } = plan([], ['Sở Nội vụ'])
    expect(tasks[0]?.agencyIds).toEqual([])
    expect(withoutLead.map(({ line }) => line)).toEqual([1])
    expect(assignments).toBe(1)
  })

  test('every due date of every agency is one assignment, and no due date is one as well', () => {
    const tasks = [
      parsedTask({ lead: ['Các Sở, ban, ngành'], occurrences: ['2026-03-20', '2026-06-20'] }),
      parsedTask({ lead: ['Sở Nội vụ', 'Sở Du lịch'], occurrences: [] }),
    ]
    expect(planAssignments(parsedPlan(tasks), directory, today).assignments).toBe(3 * 2 + 1)
  })

  test('the busiest lead comes first, by the name that the directory gives it', () => {
    const { leads, agencies } = plan(['STC'], ['SNV'], ['Sở Nội vụ', 'Sở Du lịch'], ['Sở nội vụ', 'SNV'])
    expect(leads).toEqual([
      { name: 'Sở Nội vụ', members: 1, tasks: 3 },
      { name: 'Sở Tài chính', members: 1, tasks: 1 },
      { name: 'Sở Du lịch', members: 0, tasks: 1 },
    ])
    expect(agencies).toBe(2)
  })

  test('the counts agree with one another for any plan', () => {
    const names = ['Sở Nội vụ', 'SNV', 'Các Sở, ban, ngành', 'UBND cấp xã', 'Sở Du lịch', 'Các hội', 'Báo Hải Phòng']
    const task = fc.record({
      lead: fc.array(fc.constantFrom(...names), { maxLength: 5 }),
      occurrences: fc.array(fc.constantFrom('2026-03-20', '2026-06-20', '2026-12-31'), { maxLength: 4 }),
    })
    fc.assert(
      fc.property(fc.array(task, { maxLength: 20 }), (tasks) => {
        const planned = planAssignments(parsedPlan(tasks.map((each) => parsedTask(each))), directory, today)
        const perTask = planned.tasks.map(({ agencyIds, waitsFor }) => agencyIds.length + waitsFor.length)
        const everybody = planned.tasks.flatMap(({ agencyIds }) => agencyIds)
        expect(planned.agencies).toBe(new Set(everybody).size)
        for (const lead of planned.leads) expect(lead.tasks).toBeLessThanOrEqual(tasks.length)
        expect(perTask.filter((count) => count === 0)).toHaveLength(planned.withoutLead.length)
        for (const { agencyIds } of planned.tasks) expect(new Set(agencyIds).size).toBe(agencyIds.length)
      }),
    )
  })
})

test('due dates are counted by month, with those that have passed and the tasks without any', () => {
  const tasks = [['2026-12-31'], ['2026-03-20', '2026-03-31', '2026-12-01'], []].map((occurrences) =>
    parsedTask({ occurrences }),
  )
  expect(countDueDates(tasks, '2026-03-31')).toEqual({
    months: [
      { month: '2026-03', count: 2 },
      { month: '2026-12', count: 2 },
    ],
    past: 1,
    undated: 1,
  })
})
