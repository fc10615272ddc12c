import { beforeAll, describe, expect, test } from 'vitest'
import type { ParsedPlan } from '../../domain/plan-document.ts'
import {
  addPerson,
  addPlan,
  builtAt,
  createTestWorkspace,
  parsedPlan,
  parsedTask,
  type TestPerson,
  type TestWorkspace,
  within,
} from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'

const database = await useTestDatabase()
let ward: TestWorkspace
let person: TestPerson

beforeAll(async () => {
  ward = await createTestWorkspace(database)
  person = await addPerson(database, ward, { role: 'coordinator' })
})

describe('drafts', () => {
  test('keep what was found in a file until they are removed', async () => {
    const parsed: ParsedPlan = {
      ...parsedPlan([
        parsedTask({
          support: ['UBND cấp huyện'],
          occurrences: ['2026-03-20'],
          warnings: [{ code: 'deadline-not-understood', detail: '“đầu năm”', line: 3 }],
        }),
      ]),
      warnings: [{ code: 'no-plan-year', detail: '', line: 0 }],
    }
    const draft = { fileName: 'kế hoạch.docx', contentHash: 'abc', parsed }
    const id = await within(database, ward.id, ({ plans }) =>
      plans.saveDraft({ ...draft, personId: person.id }, builtAt),
    )
    expect(await within(database, ward.id, ({ plans }) => plans.findDraft(id))).toEqual({
      ...{ id, ...draft, personId: person.id, fixes: [], updatedAt: builtAt },
    })
    await within(database, ward.id, ({ plans }) => plans.removeDraft(id))
    expect(await within(database, ward.id, ({ plans }) => plans.findDraft(id))).toBeNull()
  })

  test('of a damaged file lose what no database can hold, and nothing else', async () => {
    const damaged = parsedTask({ title: 'Rà\0 soát \ud800văn bản', lead: ['Phòng\0 Nội vụ'] })
    const parsed = { ...parsedPlan([damaged]), document: { ...parsedPlan([]).document, title: 'Kế hoạch\0' } }
    const id = await within(database, ward.id, ({ plans }) =>
      plans.saveDraft({ fileName: 'x', contentHash: 'damaged', parsed, personId: person.id }, builtAt),
    )
    const draft = await within(database, ward.id, ({ plans }) => plans.findDraft(id))
    expect(draft?.parsed.tasks[0]?.title).toBe('Rà soát \ufffdvăn bản')
    const plan = { parsed, contentHash: 'damaged', createdById: person.id, planYear: 2026, remindAt: () => null }
    const { planId } = await within(database, ward.id, ({ plans }) =>
      plans.create({ ...plan, tasks: [{ parsed: damaged, assignedTo: [] }] }, builtAt),
    )
    const stored = await database.client.plan.findUniqueOrThrow({ where: { id: planId }, include: { tasks: true } })
    expect([stored.title, stored.tasks[0]?.title]).toEqual(['Kế hoạch', 'Rà soát \ufffdvăn bản'])
  })

  test('are not found by what is no id', async () => {
    expect(await within(database, ward.id, ({ plans }) => plans.findDraft('x'))).toBeNull()
  })
})

describe('a plan', () => {
  test('makes one assignment of each due date and agency, each once', async () => {
    const workspace = await createTestWorkspace(database)
    const plan = await addPlan(
      database,
      workspace,
      [
        { occurrences: ['2026-03-20', '2026-06-20'], to: ['Phòng Nội vụ', 'Phòng Y tế', 'Phòng Y tế'] },
        { occurrences: [], to: ['Phòng Tư pháp'] },
        { occurrences: ['2026-09-30'], to: [] },
      ],
      { remindAt: (dueOn) => (dueOn === null ? null : new Date(`${dueOn}T01:00:00Z`)) },
    )
    expect(plan.assignments).toBe(5)
    const rows = await database.client.assignment.findMany({
      where: { workspaceId: workspace.id },
      orderBy: [{ dueOn: 'asc' }, { agency: { folded: 'asc' } }],
      include: { agency: true, next: true, occurrence: { include: { task: true } } },
    })
    expect(
      rows.map((row) => [
        row.occurrence.task.number,
        row.occurrence.position,
        row.agency.name,
        row.dueOn?.toISOString().slice(0, 10) ?? null,
        row.next?.remindAt.toISOString() ?? null,
      ]),
    ).toEqual([
      [1, 1, 'Phòng Nội vụ', '2026-03-20', '2026-03-20T01:00:00.000Z'],
      [1, 1, 'Phòng Y tế', '2026-03-20', '2026-03-20T01:00:00.000Z'],
      [1, 2, 'Phòng Nội vụ', '2026-06-20', '2026-06-20T01:00:00.000Z'],
      [1, 2, 'Phòng Y tế', '2026-06-20', '2026-06-20T01:00:00.000Z'],
      [2, 1, 'Phòng Tư pháp', null, null],
    ])
    for (const row of rows) {
      expect(row).toMatchObject({
        state: 'assigned',
        percent: 0,
        dueVersion: 1,
        createdAt: builtAt,
        lastUpdateAt: null,
      })
      expect(row.originalDueOn).toEqual(row.dueOn)
      expect(row.taskId).toBe(row.occurrence.taskId)
    }
  })

  test('keeps the names of the document and ties those it knows to the directory', async () => {
    const workspace = await createTestWorkspace(database)
    await addPlan(database, workspace, [{ lead: ['phòng nội vụ', 'Ban lạ'], support: ['Các phòng chuyên môn', 'PNV'] }])
    const named = await database.client.taskAgency.findMany({
      where: { workspaceId: workspace.id },
      orderBy: [{ part: 'asc' }, { position: 'asc' }],
    })
    expect(named.map(({ part, name, agencyId }) => [part, name, agencyId])).toEqual([
      ['lead', 'phòng nội vụ', workspace.agency('Phòng Nội vụ')],
      ['lead', 'Ban lạ', null],
      ['support', 'Các phòng chuyên môn', null],
      ['support', 'PNV', workspace.agency('Phòng Nội vụ')],
    ])
  })

  test('is found by its content and listed with its number of tasks', async () => {
    const workspace = await createTestWorkspace(database)
    const first = await addPlan(database, workspace, [{}, {}], { number: '1/KH' })
    const second = await addPlan(database, workspace, [{}], { number: '2/KH' })
    const { contentHash } = await database.client.plan.findUniqueOrThrow({ where: { id: first.planId } })
    await within(database, workspace.id, async ({ plans }) => {
      expect(await plans.findByContent(contentHash)).toMatchObject({ id: first.planId, number: '1/KH', tasks: 2 })
      expect(await plans.findByContent('another file')).toBeNull()
      const list = await plans.list()
      expect(list.map(({ id, tasks }) => [id, tasks])).toEqual([
        [first.planId, 2],
        [second.planId, 1],
      ])
    })
  })

  test('that fails leaves nothing behind', async () => {
    const workspace = await createTestWorkspace(database)
    await addPlan(database, workspace, [{}])
    const before = await database.client.plan.findFirstOrThrow({ where: { workspaceId: workspace.id } })
    const again = within(database, workspace.id, ({ plans }) =>
      plans.create(
        {
          ...{ parsed: parsedPlan([]), contentHash: before.contentHash, createdById: before.createdById },
          ...{ planYear: 2026, tasks: [{ parsed: parsedTask(), assignedTo: [] }], remindAt: () => null },
        },
        builtAt,
      ),
    )
    await expect(again).rejects.toThrow()
    expect(await database.client.task.count({ where: { workspaceId: workspace.id } })).toBe(1)
  })
})

test('imports at the same time never give one number twice', async () => {
  const workspace = await createTestWorkspace(database)
  const { id: createdById } = await addPerson(database, workspace, { role: 'coordinator' })
  await Promise.all([3, 5, 2, 4].map((n) => addPlan(database, workspace, Array(n).fill({}), { createdById })))
  const tasks = await database.client.task.findMany({
    where: { workspaceId: workspace.id },
    orderBy: { number: 'asc' },
  })
  expect(tasks.map(({ number }) => number)).toEqual(Array.from({ length: 14 }, (_, index) => index + 1))
})

test('a large plan is imported in pieces without losing any', async () => {
  const workspace = await createTestWorkspace(database)
  const tasks = Array.from({ length: 1500 }, (_, index) => ({
    code: `${index}`,
    occurrences: ['2026-03-20', '2026-06-20'],
    to: ['Phòng Nội vụ', 'Phòng Y tế', 'Phòng Tư pháp', 'Trạm Y tế'],
  }))
  const plan = await addPlan(database, workspace, tasks)
  expect(plan.assignments).toBe(12_000)
  expect(await database.client.assignment.count({ where: { workspaceId: workspace.id } })).toBe(12_000)
}, 60_000)
