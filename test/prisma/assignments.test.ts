import { beforeAll, describe, expect, test } from 'vitest'
import type { Assignment } from '../../domain/assignment.ts'
import type { ListName } from '../../domain/ports/assignments.ts'
import { addPlan, builtAt, createTestWorkspace, type TestWorkspace, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'

const today = '2026-06-15'

const database = await useTestDatabase()
let ward: TestWorkspace

beforeAll(async () => {
  ward = await createTestWorkspace(database)
  await addPlan(
    database,
    ward,
    [
      { title: 'Không thời hạn' },
      {
        title: 'Báo cáo quý',
        code: '1.3.1',
        requirement: 'Đúng mẫu',
        deadlineText: 'Quý I: trước 21/3; 6 tháng: trước 21/6',
        occurrences: ['2026-03-20', '2026-06-20'],
        cadence: 'periodic',
        lead: ['Phòng Y tế', 'Phòng Nội vụ'],
        support: ['Các phòng chuyên môn', 'Công an phường'],
        to: ['Phòng Y tế', 'Phòng Nội vụ'],
      },
      { title: 'Còn lâu', occurrences: ['2026-12-31'], to: ['Phòng Tư pháp'] },
      { title: 'Quá hạn một ngày', occurrences: ['2026-06-14'] },
    ],
    { number: '14/KH-UBND' },
  )
})

const list = (name: ListName, page = { offset: 0, limit: 50 }) =>
  within(database, ward.id, ({ assignments }) => assignments.list({ agencyIds: 'all' }, name, today, page))

const byNumber = (number: number) => within(database, ward.id, ({ assignments }) => assignments.findByNumber(number))

const places = (items: readonly Assignment[]) => items.map(({ number, dueOn }) => `nv${number} ${dueOn ?? '–'}`)

test('a task is found by its number with all occurrences and agencies, in order', async () => {
  const found = await byNumber(2)
  expect(found.map(({ agencyName, dueOn }) => [dueOn, agencyName])).toEqual([
    ['2026-03-20', 'Phòng Nội vụ'],
    ['2026-03-20', 'Phòng Y tế'],
    ['2026-06-20', 'Phòng Nội vụ'],
    ['2026-06-20', 'Phòng Y tế'],
  ])
  expect(await byNumber(99)).toEqual([])
})

test('an assignment carries the words of its plan', async () => {
  const [first] = await byNumber(2)
  const found = await within(database, ward.id, ({ assignments }) => assignments.find(first!.id))
  expect(found).toEqual({
    id: first!.id,
    number: 2,
    assigneeId: null,
    assigneeName: null,
    agencyId: ward.agency('Phòng Nội vụ'),
    agencyName: 'Phòng Nội vụ',
    state: 'assigned',
    percent: 0,
    obstacle: null,
    ...{ givenAt: builtAt, originalDueOn: '2026-03-20' },
    dueOn: '2026-03-20',
    dueVersion: 1,
    doneOn: null,
    task: {
      id: first!.task.id,
      code: '1.3.1',
      section: 'I. Cải cách thể chế',
      title: 'Báo cáo quý',
      requirement: 'Đúng mẫu',
      deadlineText: 'Quý I: trước 21/3; 6 tháng: trước 21/6',
      output: 'Báo cáo',
      cadence: 'periodic',
      lead: ['Phòng Y tế', 'Phòng Nội vụ'],
      support: ['Các phòng chuyên môn', 'Công an phường'],
      planId: expect.any(String) as unknown,
      planNumber: '14/KH-UBND',
      workflow: 'gon',
      requiresEvidence: false,
      occurrence: 1,
      occurrences: 2,
    },
  })
})

test.each(['01a1fac5-1b26-71da-9aa0-5439804bd581', 'not an id', ''])('%j finds no assignment', async (id) => {
  expect(await within(database, ward.id, ({ assignments }) => assignments.find(id))).toBeNull()
})

describe('lists', () => {
  test('begin with what is late, then go by due date and number, undated last', async () => {
    const { items, total } = await list('all')
    expect(total).toBe(7)
    expect(places(items)).toEqual([
      'nv2 2026-03-20',
      'nv2 2026-03-20',
      'nv4 2026-06-14',
      'nv2 2026-06-20',
      'nv2 2026-06-20',
      'nv3 2026-12-31',
      'nv1 –',
    ])
  })

  test('of everything put the late ones before what was done earlier', async () => {
    const [done] = await byNumber(2)
    await database.client.assignment.update({
      where: { id: done!.id },
      data: { state: 'done', doneOn: new Date('2026-03-01') },
    })
    expect(places((await list('all')).items).slice(0, 3)).toEqual([
      'nv2 2026-03-20',
      'nv4 2026-06-14',
      'nv2 2026-03-20',
    ])
    expect((await list('all')).items[2]?.state).toBe('done')
    await database.client.assignment.update({ where: { id: done!.id }, data: { state: 'assigned', doneOn: null } })
  })

  test('come in pages that together are the whole, with the total on each', async () => {
    const whole = (await list('open')).items.map(({ id }) => id)
    const pages = await Promise.all([0, 3, 6, 9].map((offset) => list('open', { offset, limit: 3 })))
    expect(pages.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(whole)
    expect(pages.map(({ total }) => total)).toEqual([7, 7, 7, 7])
  })

  test('are about the agencies asked for', async () => {
    const of = (agencyIds: readonly string[]) =>
      within(database, ward.id, ({ assignments }) =>
        assignments.list({ agencyIds }, 'all', today, { offset: 0, limit: 50 }),
      )
    expect(places((await of([ward.agency('Phòng Tư pháp')])).items)).toEqual(['nv3 2026-12-31'])
    expect((await of([])).total).toBe(0)
  })

  test.each<[ListName, string[]]>([
    ['late', ['nv2 2026-03-20', 'nv2 2026-03-20', 'nv4 2026-06-14']],
    ['due-soon', ['nv2 2026-06-20', 'nv2 2026-06-20']],
    ['in-time', ['nv3 2026-12-31']],
    ['undated', ['nv1 –']],
    ['done', []],
  ])('"%s" holds %j', async (name, expected) => {
    expect(places((await list(name)).items)).toEqual(expected)
  })
})
