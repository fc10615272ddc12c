import { describe, expect, test } from 'vitest'
import {
  addPerson,
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

const fresh = async (): Promise<void> => {
  ward = await createTestWorkspace(database)
  person = await addPerson(database, ward, { role: 'coordinator' })
}

/** A plan of these leads, of which none is assigned; two dates a task. */
const planOf = (...leads: readonly (readonly string[])[]): Promise<string> =>
  within(database, ward.id, async ({ plans }) => {
    const occurrences = ['2026-03-20', '2026-06-20']
    const parsed = parsedPlan(leads.map((lead, at) => parsedTask({ lead, line: at + 5, occurrences })))
    const tasks = parsed.tasks.map((task) => ({ parsed: task, assignedTo: [] }))
    const plan = { parsed, createdById: person.id, planYear: 2026, tasks, remindAt: () => null }
    return (await plans.create({ ...plan, contentHash: crypto.randomUUID() }, builtAt)).planId
  })

const list = () => within(database, ward.id, ({ unknownNames }) => unknownNames.list())
const later = new Date('2026-03-13T01:00:00Z')

const resolve = (nameId: string, agencyIds: readonly string[]) =>
  within(database, ward.id, ({ unknownNames }) =>
    unknownNames.resolve(
      nameId,
      { personId: person.id, agencyIds: () => agencyIds, remindAt: (dueOn) => (dueOn === null ? null : later) },
      builtAt,
    ),
  )

describe('a name that nobody knows', () => {
  test('waits once, however it is spelled, with every task that it leads', async () => {
    await fresh()
    const planId = await planOf(['Tổ Một cửa'], ['tổ một cửa', 'Phòng Y tế'], ['Phòng Y tế'])
    const note = () =>
      within(database, ward.id, ({ unknownNames }) =>
        unknownNames.notePlan(planId, ['Tổ Một cửa', 'tổ một cửa'], builtAt),
      )
    await note()
    const [unknown, ...more] = await list()
    expect(more).toEqual([])
    expect(unknown).toMatchObject({ name: 'Tổ Một cửa', draftLines: [] })
    expect(unknown?.waiting.map(({ number, line, planNumber }) => [number, line, planNumber])).toEqual([
      [1, 5, '01/KH-UBND'],
      [2, 6, '01/KH-UBND'],
    ])
  })

  test('gives its tasks to whom it means, once, with their reminders, and leaves the queue', async () => {
    await fresh()
    const planId = await planOf(['Tổ Một cửa'], ['Tổ Một cửa'])
    await within(database, ward.id, ({ unknownNames }) => unknownNames.notePlan(planId, ['Tổ Một cửa'], builtAt))
    const [unknown] = await list()
    const ids = ['Phòng Nội vụ', 'Phòng Y tế'].map(ward.agency)
    const results = await Promise.all([resolve(unknown!.id, ids), resolve(unknown!.id, ids)])
    expect(results.map((made) => made.flatMap(({ assignments }) => assignments).length).toSorted()).toEqual([0, 8])
    expect(await list()).toEqual([])
    const where = { workspaceId: ward.id }
    expect(await database.client.assignment.count({ where })).toBe(8)
    expect(await database.client.nextReminder.count({ where: { ...where, remindAt: later } })).toBe(8)
    expect(await database.client.unknownAgencyName.findFirst({ where })).toMatchObject({ resolvedById: person.id })
  })

  test('keeps what is assigned already, and ties the plan’s words to a single agency', async () => {
    await fresh()
    const planId = await planOf(['Tổ Một cửa'])
    const occurrence = await database.client.occurrence.findFirstOrThrow({ where: { workspaceId: ward.id } })
    const agencyId = ward.agency('Phòng Nội vụ')
    const { taskId } = occurrence
    const mine = { workspaceId: ward.id, taskId, occurrenceId: occurrence.id, agencyId, percent: 40 }
    await database.client.assignment.create({ data: { ...mine, createdAt: builtAt, updatedAt: builtAt } })
    await within(database, ward.id, ({ unknownNames }) => unknownNames.notePlan(planId, ['Tổ Một cửa'], builtAt))
    const [unknown] = await list()
    const [made] = await resolve(unknown!.id, [agencyId])
    expect(made?.assignments).toHaveLength(1)
    const kept = await database.client.assignment.findMany({
      where: { workspaceId: ward.id },
      orderBy: { percent: 'desc' },
    })
    expect(kept.map(({ percent }) => percent)).toEqual([40, 0])
    const [named] = await database.client.taskAgency.findMany({ where: { taskId } })
    expect(named).toMatchObject({ name: 'Tổ Một cửa', agencyId })
  })

  test('of a draft waits as long as the draft, and is open again when it comes back', async () => {
    await fresh()
    const draftId = await within(database, ward.id, ({ plans }) =>
      plans.saveDraft({ fileName: 'x', contentHash: 'y', parsed: parsedPlan([]), personId: person.id }, builtAt),
    )
    const note = (...lines: readonly number[]) =>
      within(database, ward.id, ({ unknownNames }) =>
        unknownNames.noteDraft(draftId, lines.length === 0 ? [] : [{ name: 'Tổ Một cửa', lines }], builtAt),
      )
    await note(12, 15)
    expect((await list()).map(({ draftLines }) => draftLines)).toEqual([[12, 15]])
    await note()
    expect(await list()).toEqual([])
    await note(20)
    const [unknown] = await list()
    expect(await resolve(unknown!.id, [ward.agency('Phòng Y tế')])).toEqual([])
    expect(await list()).toEqual([])
    await note(21)
    expect((await list()).map(({ id }) => id)).toEqual([unknown!.id])
    await within(database, ward.id, ({ plans }) => plans.removeDraft(draftId))
    expect(await list()).toEqual([])
  })

  test('is nobody’s business when its id is no id', async () => {
    await fresh()
    expect(await resolve('x', [])).toEqual([])
    expect(await within(database, ward.id, ({ unknownNames }) => unknownNames.find("' OR 1=1"))).toBeNull()
  })
})

describe('a learned alias', () => {
  test('is found from then on, with who taught it; twice is once', async () => {
    await fresh()
    const target = { kind: 'agency', id: ward.agency('Phòng Y tế') } as const
    const teach = (name: string) =>
      within(database, ward.id, ({ agencies }) => agencies.addAlias(target, name, person.id, builtAt))
    for (const name of ['Tổ Y tế', 'tổ y tế', 'Phòng Y tế']) await teach(name)
    const found = await within(database, ward.id, ({ agencies }) => agencies.findByName('to y te'))
    expect(found).toMatchObject({ name: 'Phòng Y tế', aliases: ['Tổ Y tế'] })
    const [alias] = await database.client.agencyAlias.findMany({ where: { agencyId: target.id } })
    expect(alias).toMatchObject({ addedById: person.id, addedAt: builtAt })
  })

  test('of a group is one more of its names', async () => {
    await fresh()
    const [group] = await within(database, ward.id, ({ agencies }) => agencies.listGroups())
    const target = { kind: 'group', id: group!.id } as const
    for (const name of ['Các ban', 'các BAN']) {
      await within(database, ward.id, ({ agencies }) => agencies.addAlias(target, name, person.id, builtAt))
    }
    const [after] = await within(database, ward.id, ({ agencies }) => agencies.listGroups())
    expect(after?.aliases).toEqual([...(group?.aliases ?? []), 'Các ban'])
  })
})
