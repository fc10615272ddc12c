import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Assignment } from '../../domain/assignment.ts'
import type { AssignmentChange, UpdateKind } from '../../domain/ports/assignments.ts'
import { ChangedMeanwhile } from '../../prisma/assignment-updates.ts'
import {
  addPerson,
  addPlan,
  createTestWorkspace,
  type TestPerson,
  type TestWorkspace,
  within,
} from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'

const today = '2026-06-15'
const morning = new Date('2026-06-15T02:00:00Z')
const noon = new Date('2026-06-15T05:00:00Z')

const database = await useTestDatabase()
let ward: TestWorkspace
let person: TestPerson
let assignment: Assignment

beforeAll(async () => {
  ward = await createTestWorkspace(database)
  person = await addPerson(database, ward)
})
beforeEach(async () => {
  const { planId } = await addPlan(database, ward, [{ occurrences: ['2026-06-20'] }], { createdById: person.id })
  const { id } = await database.client.assignment.findFirstOrThrow({
    where: { occurrence: { task: { planId } } },
  })
  assignment = await read(id)
})

const read = async (id: string): Promise<Assignment> =>
  (await within(database, ward.id, ({ assignments }) => assignments.find(id)))!

const stored = () =>
  database.client.assignment.findUniqueOrThrow({ where: { id: assignment.id }, include: { next: true } })

const untouched: AssignmentChange = { state: 'assigned', percent: 0, obstacle: null, doneOn: null, remindAt: null }
const done: AssignmentChange = { state: 'done', percent: 100, obstacle: null, doneOn: today, remindAt: null }
const half: AssignmentChange = { ...untouched, state: 'in_progress', percent: 50, remindAt: noon }

const record = (
  change: AssignmentChange,
  said: { kind?: UpdateKind; note?: string; links?: string[]; at?: Date; read?: Assignment } = {},
) => {
  const { kind = 'progress', note = '', links = [], at = morning, read: seen = assignment } = said
  return within(database, ward.id, ({ assignments }) =>
    assignments.record({ assignment: seen, personId: person.id, kind, note, links, change }, at),
  )
}

const evidence = async () => {
  const list = await within(database, ward.id, ({ assignments }) => assignments.listEvidence(assignment.id))
  return list.map(({ url }) => url)
}

const silent = async () => {
  const scope = { agencyIds: [assignment.agencyId] }
  const list = await within(database, ward.id, ({ assignments }) =>
    assignments.list(scope, 'silent', today, { offset: 0, limit: 1000 }),
  )
  return list.items.some(({ id }) => id === assignment.id)
}

describe('an answer', () => {
  test('changes the assignment and is kept with what it changed', async () => {
    const id = await record(half, { note: 'còn chờ Sở Tài chính' })
    expect(await read(assignment.id)).toMatchObject({ state: 'in_progress', percent: 50 })
    expect(await stored()).toMatchObject({ lastUpdateAt: morning, updatedAt: morning, doneAt: null })
    expect((await stored()).next).toMatchObject({ workspaceId: ward.id, remindAt: noon })
    const update = await within(database, ward.id, ({ assignments }) => assignments.findUpdate(id))
    expect(update).toEqual({
      id,
      assignmentId: assignment.id,
      personId: person.id,
      kind: 'progress',
      note: 'còn chờ Sở Tài chính',
      at: morning,
      undoneAt: null,
      before: { state: 'assigned', percent: 0, obstacle: null },
    })
  })

  test('keeps its links in their order, whatever is in them', async () => {
    const links = ['https://haiphong.gov.vn/?q=một&x="><b>', 'http://10.0.0.1/tệp.pdf']
    await record(done, { kind: 'done', links })
    expect(await evidence()).toEqual(links)
    expect(await stored()).toMatchObject({ doneAt: morning, doneOn: new Date(today) })
  })

  test('moves the next reminder, and leaves none when nothing is left to remind of', async () => {
    await record(half)
    await record({ ...half, percent: 60, remindAt: morning }, { read: await read(assignment.id) })
    expect((await stored()).next).toMatchObject({ remindAt: morning })
    await record(done, { kind: 'done', read: await read(assignment.id) })
    expect((await stored()).next).toBeNull()
  })

  test('ends the silence of the agency', async () => {
    expect(await silent()).toBe(true)
    await record({ ...untouched, state: 'acknowledged' }, { kind: 'acknowledge' })
    expect(await silent()).toBe(false)
  })

  test('about something done leaves the moment it was done', async () => {
    await record(done, { kind: 'done' })
    await record(done, { kind: 'evidence', at: noon, read: await read(assignment.id), links: ['https://a.vn'] })
    expect(await stored()).toMatchObject({ doneAt: morning, lastUpdateAt: noon })
  })

  test('decided on a state that is gone is refused, and nothing of it stays', async () => {
    await record(done, { kind: 'done' })
    await expect(record(half, { links: ['https://a.vn'] })).rejects.toBeInstanceOf(ChangedMeanwhile)
    expect(await read(assignment.id)).toMatchObject({ state: 'done', percent: 100 })
    expect(await evidence()).toEqual([])
  })

  test('of two at the same moment wins once', async () => {
    const results = await Promise.allSettled([record(done, { kind: 'done' }), record(half), record(half)])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await database.client.statusUpdate.count({ where: { assignmentId: assignment.id } })).toBe(1)
  })
})

describe('the latest answer', () => {
  const latest = () => within(database, ward.id, ({ assignments }) => assignments.findLatestUpdate(assignment.id))

  test('is the newest that was not taken back', async () => {
    expect(await latest()).toBeNull()
    const first = await record(half)
    const second = await record(done, { at: noon, read: await read(assignment.id) })
    expect((await latest())?.id).toBe(second)
    await within(database, ward.id, ({ assignments }) => assignments.undo(second, half, noon))
    expect((await latest())?.id).toBe(first)
  })
})

describe('taking an answer back', () => {
  const undo = (id: string, change: AssignmentChange) =>
    within(database, ward.id, ({ assignments }) => assignments.undo(id, change, noon))

  test('restores the assignment, withdraws its evidence and makes the agency silent again', async () => {
    const id = await record(done, { kind: 'done', links: ['https://a.vn'] })
    expect(await undo(id, { ...untouched, remindAt: noon })).toBe(true)
    expect(await read(assignment.id)).toEqual(assignment)
    expect(await stored()).toMatchObject({ doneAt: null, lastUpdateAt: null, next: { remindAt: noon } })
    expect(await evidence()).toEqual([])
    expect(await silent()).toBe(true)
    const update = await within(database, ward.id, ({ assignments }) => assignments.findUpdate(id))
    expect(update?.undoneAt).toEqual(noon)
  })

  test('leaves the evidence and the voice of what was said before', async () => {
    await record(half, { links: ['https://first.vn'] })
    const id = await record(done, { kind: 'done', at: noon, read: await read(assignment.id), links: ['https://2.vn'] })
    await undo(id, half)
    expect(await evidence()).toEqual(['https://first.vn'])
    expect(await stored()).toMatchObject({ state: 'in_progress', percent: 50, lastUpdateAt: morning })
  })

  test('happens once, however often it is asked for', async () => {
    const id = await record(done, { kind: 'done' })
    const results = await Promise.all([undo(id, untouched), undo(id, untouched), undo(id, untouched)])
    expect(results.filter(Boolean)).toHaveLength(1)
  })

  test('is refused when something newer stands on it', async () => {
    const id = await record(half)
    await record(done, { kind: 'done', at: noon, read: await read(assignment.id) })
    await expect(undo(id, untouched)).rejects.toBeInstanceOf(ChangedMeanwhile)
    expect(await read(assignment.id)).toMatchObject({ state: 'done' })
  })

  test.each(['01a1fac5-1b26-71da-9aa0-5439804bd581', 'not an id'])('%j was never said', async (id) => {
    expect(await within(database, ward.id, ({ assignments }) => assignments.findUpdate(id))).toBeNull()
  })
})
