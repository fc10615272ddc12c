import { beforeEach, describe, expect, test } from 'vitest'
import { planAssignments } from '../../domain/plan-assignment.ts'
import { planAmendment } from '../../domain/plan-amendment.ts'
import { comparePlans } from '../../domain/plan-changes.ts'
import type { ParsedTask } from '../../domain/plan-document.ts'
import {
  addPlan,
  createTestWorkspace,
  parsedPlan,
  parsedTask,
  type TestWorkspace,
  within,
} from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'

const later = new Date('2026-02-02T02:00:00Z')
const remindAt = (dueOn: string | null) => (dueOn === null ? null : new Date(`${dueOn}T01:00:00Z`))

const database = await useTestDatabase()
let ward: TestWorkspace
let planId: string

const first = parsedTask({ code: '1', title: 'Rà soát thủ tục hành chính', occurrences: ['2026-03-20'] })
const second = parsedTask({ code: '2', title: 'Tập huấn chữ ký số', lead: ['Phòng Y tế'], occurrences: ['2026-06-30'] })
const third = parsedTask({
  code: '3',
  title: 'Báo cáo định kỳ',
  lead: ['Phòng Tư pháp'],
  occurrences: ['2026-03-25', '2026-06-25'],
  occurrenceLabels: ['Quý I', '6 tháng'],
})

beforeEach(async () => {
  ward = await createTestWorkspace(database)
  const plan = await addPlan(
    database,
    ward,
    [first, second, third].map((task) => ({ ...task, to: task.lead })),
    { remindAt },
  )
  planId = plan.planId
})

const amend = (after: readonly ParsedTask[], { cancel = false } = {}) =>
  within(database, ward.id, async ({ agencies, plans }) => {
    const parsed = parsedPlan(after)
    const directory = { agencies: await agencies.list(), groups: await agencies.listGroups() }
    const changes = comparePlans(await plans.listTasks(planId), after)
    const amendment = planAmendment(changes, planAssignments(parsed, directory, '2026-02-02'))
    const heading = { document: parsed.document, planYear: 2026, contentHash: `hash ${after.length}` }
    const leaving = await plans.countLeaving(planId, amendment.leaving)
    const done = await plans.amend({ planId, heading, ...amendment, cancel, remindAt }, later)
    return { ...done, leaving: [...leaving.values()].reduce((sum, count) => sum + count, 0) }
  })

/** Everything assigned of the plan, as lines. */
const assignments = async () => {
  const rows = await database.client.assignment.findMany({
    where: { workspaceId: ward.id },
    include: { agency: true, next: true, occurrence: { include: { task: true } } },
    orderBy: [
      { occurrence: { task: { number: 'asc' } } },
      { occurrence: { position: 'asc' } },
      { agency: { folded: 'asc' } },
    ],
  })
  const day = (date: Date | null | undefined) => date?.toISOString().slice(0, 10) ?? '–'
  return rows.map(
    ({ agency, occurrence, ...a }) =>
      `${occurrence.task.number} ${agency.name} ${day(a.dueOn)} v${a.dueVersion} ${a.state} nhắc ${day(a.next?.remindAt)}`,
  )
}

const start = async (number: number) => {
  await database.client.assignment.updateMany({
    where: { workspaceId: ward.id, occurrence: { task: { number } } },
    data: { state: 'in_progress', percent: 40 },
  })
}

describe('an amended plan', () => {
  test('that says the same leaves every row as it is', async () => {
    const before = await assignments()
    expect(await amend([first, { ...second, code: '2.1' }, third])).toMatchObject({ events: [], leaving: 0 })
    expect(await assignments()).toEqual(before)
    expect(await database.client.task.findFirst({ where: { planId, number: 2 } })).toMatchObject({ code: '2.1' })
  })

  test('moves a date with its progress, arms the reminder anew and keeps the original date', async () => {
    await start(1)
    const { events } = await amend([{ ...first, occurrences: ['2026-04-30'] }, second, third])
    expect(events).toMatchObject([{ kind: 'moved', dueOn: '2026-04-30', before: '2026-03-20' }])
    expect((await assignments())[0]).toBe('1 Phòng Nội vụ 2026-04-30 v2 in_progress nhắc 2026-04-30')
    const row = await database.client.assignment.findFirstOrThrow({ where: { workspaceId: ward.id, percent: 40 } })
    expect(row.originalDueOn?.toISOString().slice(0, 10)).toBe('2026-03-20')
  })

  test('leaves what is finished at its old date', async () => {
    await database.client.assignment.updateMany({ where: { workspaceId: ward.id }, data: { state: 'done' } })
    expect((await amend([{ ...first, occurrences: ['2026-04-30'] }, second, third])).events).toEqual([])
    expect((await assignments())[0]).toContain('1 Phòng Nội vụ 2026-03-20 v1 done')
  })

  test('gives a task to the new lead, and takes it from the old one only when that is wanted', async () => {
    const changed = [first, { ...second, lead: ['Phòng Nội vụ'] }, third]
    expect((await amend(changed)).leaving).toBe(1)
    expect((await assignments()).filter((line) => line.startsWith('2'))).toEqual([
      '2 Phòng Nội vụ 2026-06-30 v1 assigned nhắc 2026-06-30',
      '2 Phòng Y tế 2026-06-30 v1 assigned nhắc 2026-06-30',
    ])
    await amend([first, { ...second, lead: ['Phòng Tư pháp'] }, third], { cancel: true })
    expect((await assignments()).filter((line) => line.startsWith('2'))).toEqual([
      '2 Phòng Nội vụ 2026-06-30 v1 cancelled nhắc –',
      '2 Phòng Tư pháp 2026-06-30 v1 assigned nhắc 2026-06-30',
      '2 Phòng Y tế 2026-06-30 v1 cancelled nhắc –',
    ])
    // Named again, it is the old agency's again.
    await amend(changed, { cancel: true })
    expect((await assignments()).filter((line) => line.startsWith('2'))[0]).toBe(
      '2 Phòng Nội vụ 2026-06-30 v2 assigned nhắc 2026-06-30',
    )
  })

  test('adds tasks and dates behind what is there', async () => {
    const fourth = parsedTask({ code: '4', title: 'Mua sắm máy quét', occurrences: ['2026-09-30'] })
    const { addedIds, events } = await amend([
      ...[first, second],
      {
        ...third,
        occurrences: ['2026-03-25', '2026-06-25', '2026-12-10'],
        occurrenceLabels: ['Quý I', '6 tháng', 'Năm'],
      },
      fourth,
    ])
    expect(addedIds).toHaveLength(1)
    expect(events.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['assigned', '2026-12-10'],
      ['assigned', '2026-09-30'],
    ])
    expect((await assignments()).slice(2)).toEqual([
      '3 Phòng Tư pháp 2026-03-25 v1 assigned nhắc 2026-03-25',
      '3 Phòng Tư pháp 2026-06-25 v1 assigned nhắc 2026-06-25',
      '3 Phòng Tư pháp 2026-12-10 v1 assigned nhắc 2026-12-10',
      '4 Phòng Nội vụ 2026-09-30 v1 assigned nhắc 2026-09-30',
    ])
    expect(
      await database.client.occurrence.findMany({
        where: { task: { planId, number: 3 } },
        select: { position: true, label: true },
        orderBy: { position: 'asc' },
      }),
    ).toEqual([
      { position: 1, label: 'Quý I' },
      { position: 2, label: '6 tháng' },
      { position: 3, label: 'Năm' },
    ])
  })

  test('goes on with what it no longer has, or cancels what is open of it', async () => {
    expect((await amend([first, second])).leaving).toBe(2)
    expect((await assignments()).filter((line) => line.includes('cancelled'))).toEqual([])
    const kept = await within(database, ward.id, ({ plans }) => plans.listTasks(planId))
    expect(kept.map(({ number, kept: stays }) => [number, stays])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ])
    await amend([first], { cancel: true })
    expect((await assignments()).filter((line) => line.includes('cancelled'))).toEqual([
      '2 Phòng Y tế 2026-06-30 v1 cancelled nhắc –',
    ])
    const listed = await within(database, ward.id, ({ plans }) => plans.list())
    expect(listed[0]?.tasks).toBe(2)
  })

  test('drops a date with what is open of it', async () => {
    const once = { ...third, occurrences: ['2026-06-25'], occurrenceLabels: ['6 tháng'] }
    await amend([first, second, once], { cancel: true })
    expect((await assignments()).slice(2).toSorted()).toEqual([
      '3 Phòng Tư pháp 2026-03-25 v1 cancelled nhắc –',
      '3 Phòng Tư pháp 2026-06-25 v1 assigned nhắc 2026-06-25',
    ])
    // The date that went is no part of the plan: the same document again changes nothing.
    expect((await amend([first, second, once], { cancel: true })).events).toEqual([])
  })

  test('of another workspace is out of reach', async () => {
    const other = await createTestWorkspace(database)
    const before = await assignments()
    const [task] = await database.client.task.findMany({ where: { planId } })
    const amendment = { stayed: [], added: [], removedIds: [], leaving: { taskIds: [], occurrenceIds: [], leads: [] } }
    await within(database, other.id, async ({ plans }) => {
      expect(await plans.listTasks(planId)).toEqual([])
      const leaving = { taskIds: [task!.id], occurrenceIds: [], leads: [] }
      expect(await plans.countLeaving(planId, leaving)).toEqual(new Map())
      await plans.amend({ planId, heading: null, ...amendment, leaving, cancel: true, remindAt }, later)
      await expect(
        plans.amend({ planId, heading: null, ...amendment, removedIds: [task!.id], cancel: true, remindAt }, later),
      ).rejects.toThrow('another workspace')
    })
    expect(await assignments()).toEqual(before)
  })
})
