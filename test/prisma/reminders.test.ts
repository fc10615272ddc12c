import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Office } from '../../domain/ports/calendar.ts'
import type { DueAssignment } from '../../domain/ports/reminders.ts'
import type { Database } from '../../prisma/database.ts'
import { createReminderSweep } from '../../prisma/reminders.ts'
import {
  addPerson,
  addPlan,
  createTestWorkspace,
  type TestPerson,
  type TestWorkspace,
  within,
  builtAt,
} from '../support/builders.ts'
import { openTestDatabase } from '../support/database.ts'
import { lookWith } from '../support/looks.ts'

const now = new Date('2026-06-15T02:00:00Z')
const tomorrow = new Date('2026-06-16T02:00:00Z')

let database: Database
let ward: TestWorkspace
let official: TestPerson
let head: TestPerson

beforeAll(async () => {
  database = await openTestDatabase()
})
beforeEach(async () => {
  await database.client.nextReminder.deleteMany()
  await database.client.reminder.deleteMany()
  ward = await createTestWorkspace(database)
  official = await addPerson(database, ward, { name: 'An', agency: 'Phòng Y tế' })
  head = await addPerson(database, ward, { name: 'Bình', agency: 'Phòng Y tế', role: 'head' })
})
afterAll(() => database.close())

const nextAt = async (assignmentId: string) =>
  (await database.client.nextReminder.findUnique({ where: { assignmentId } }))?.remindAt ?? null

/** Tasks for one agency, due to be reminded of at these moments. */
const addDue = async (remindAts: readonly string[], workspace = ward): Promise<void> => {
  await addPlan(
    database,
    workspace,
    remindAts.map((moment) => ({ occurrences: [moment.slice(0, 10)], to: ['Phòng Y tế'] })),
    { remindAt: (dueOn) => new Date(remindAts.find((moment) => moment.startsWith(dueOn ?? '')) ?? now) },
  )
}

const sweep = () => createReminderSweep(database.client)
const take = (limit = 100, workspace = ward) => sweep().takeDue([workspace.id], now, limit)
const idsOf = (offices: readonly Office[]) => offices.map(({ workspaceId }) => workspaceId)

const claim = (dues: readonly DueAssignment[], next: Date | null = tomorrow, milestone: number | null = 7) =>
  sweep().claim(
    dues.map((due) => ({ due, look: lookWith(milestone, next) })),
    now,
  )

const waiting = (person: TestPerson) => within(database, ward.id, ({ reminders }) => reminders.listWaiting(person.id))

describe('what is due', () => {
  test('is taken oldest first, and only what is due and open', async () => {
    await addDue(['2026-06-14T02:00:00Z', '2026-06-12T02:00:00Z', '2026-06-15T02:00:00Z', '2026-06-16T02:00:00Z'])
    const due = await take()
    expect(due.map(({ dueOn }) => dueOn)).toEqual(['2026-06-12', '2026-06-14', '2026-06-15'])
    expect(due[0]).toEqual({
      id: due[0]?.id,
      workspaceId: ward.id,
      agencyId: ward.agency('Phòng Y tế'),
      dueOn: '2026-06-12',
      dueVersion: 1,
      ...{ heardAt: null, rule: null, escalation: null, changedAt: builtAt },
      plannedAt: new Date('2026-06-12T02:00:00Z'),
      remindAt: new Date('2026-06-12T02:00:00Z'),
      silence: { since: '2026-01-05', asked: false },
    })
    expect(await take(1)).toHaveLength(1)
    await database.client.assignment.updateMany({ where: { id: due[0]!.id }, data: { state: 'done' } })
    await database.client.assignment.updateMany({ where: { id: due[1]!.id }, data: { dueOn: null, dueVersion: 7 } })
    expect((await take()).map(({ dueOn, dueVersion }) => ({ dueOn, dueVersion }))).toEqual([
      { dueOn: null, dueVersion: 0 },
      { dueOn: '2026-06-15', dueVersion: 1 },
    ])
  })

  test('is looked for in the workspaces whose offices are open', async () => {
    const tokyo = await createTestWorkspace(database, { zone: 'Asia/Tokyo' })
    await addDue(['2026-06-14T02:00:00Z'], tokyo)
    const [office] = await sweep().listDueOffices(now)
    expect(office).toMatchObject({ workspaceId: tokyo.id, calendar: { zone: 'Asia/Tokyo' } })
    expect(await take()).toEqual([])
    expect(await take(100, tokyo)).toHaveLength(1)
    await addDue(['2026-06-16T02:00:00Z'])
    expect(idsOf(await sweep().listDueOffices(now))).toEqual([tokyo.id])
    expect(idsOf(await sweep().listDueOffices(tomorrow))).toEqual([ward.id, tokyo.id].toSorted())
  })

  test('is taken by one process at a time', async () => {
    if (database.connection.kind === 'pglite') return // One connection: there is never a second process.
    await addDue(['2026-06-12T02:00:00Z', '2026-06-13T02:00:00Z', '2026-06-14T02:00:00Z'])
    await database.client.$transaction(async (first) => {
      const mine = await createReminderSweep(first).takeDue([ward.id], now, 2)
      const theirs = await take()
      expect(mine.map(({ dueOn }) => dueOn)).toEqual(['2026-06-12', '2026-06-13'])
      expect(theirs.map(({ dueOn }) => dueOn)).toEqual(['2026-06-14'])
    })
  })
})

describe('claiming', () => {
  test('leaves one reminder for each reachable official and head, and moves the assignment on', async () => {
    const gone = await addPerson(database, ward, { name: 'Chi', agency: 'Phòng Y tế' })
    await database.client.chat.update({ where: { id: gone.chatId }, data: { blockedAt: now } })
    const elsewhere = await addPerson(database, ward, { name: 'Dũng', agency: 'Phòng Nội vụ' })
    const coordinator = await addPerson(database, ward, { name: 'Giang', agency: 'Phòng Y tế', role: 'coordinator' })
    await within(database, ward.id, ({ people }) =>
      people.addMembership(official.id, { role: 'head', agencyId: ward.agency('Phòng Y tế') }, now),
    )
    await addDue(['2026-06-14T02:00:00Z'])
    const [due] = await take()
    await claim([due!])

    const [reminder, ...more] = await waiting(official)
    expect(more).toEqual([])
    expect(reminder).toMatchObject({ milestone: 7, dueAt: due!.remindAt, assignment: { id: due!.id, number: 1 } })
    expect(await waiting(head)).toHaveLength(1)
    for (const other of [gone, elsewhere, coordinator]) expect(await waiting(other)).toEqual([])
    expect(await take()).toEqual([])
    expect(await nextAt(due!.id)).toEqual(tomorrow)
  })

  test('the same again changes nothing; another milestone or due date is another reminder', async () => {
    await addDue(['2026-06-14T02:00:00Z'])
    const [due] = await take()
    await claim([due!])
    await claim([due!])
    expect(await waiting(official)).toHaveLength(1)
    await claim([due!], null, 3)
    await claim([{ ...due!, dueVersion: 2 }], null)
    expect(await waiting(official)).toHaveLength(3)
    expect(await nextAt(due!.id)).toBeNull()
  })

  test('without a milestone only puts off', async () => {
    await addDue(['2026-06-14T02:00:00Z'])
    await claim(await take(), tomorrow, null)
    expect(await waiting(official)).toEqual([])
    expect(await take()).toEqual([])
    expect(await sweep().takeDue([ward.id], tomorrow, 10)).toHaveLength(1)
  })

  test('nothing goes quietly, and what nobody can be told reaches the coordinators', async () => {
    await claim([])
    await addPlan(database, ward, [{ occurrences: ['2026-06-14'], to: ['Trạm Y tế'] }], { remindAt: () => now })
    await claim(await take())
    const [reminder, ...more] = await database.client.reminder.findMany()
    expect(more).toEqual([])
    expect(reminder).toMatchObject({ kind: 'unreached', milestone: 7 })
    expect(await take()).toEqual([])
  })

  test('many at once move on together', async () => {
    await addDue(Array.from({ length: 60 }, (_, index) => `2026-0${1 + (index % 6)}-1${index % 10}T02:00:00Z`))
    const due = await take(1000)
    await claim(due)
    expect(await waiting(official)).toHaveLength(due.length)
    expect(await waiting(head)).toHaveLength(due.length)
  })
})

describe('saying', () => {
  test('what was said waits no more, and is said in one digest only', async () => {
    await addDue(['2026-06-13T02:00:00Z', '2026-06-14T02:00:00Z'])
    await claim(await take())
    const reminders = await waiting(official)
    expect(reminders.map(({ assignment }) => assignment.dueOn)).toEqual(['2026-06-13', '2026-06-14'])
    const ids = reminders.map(({ id }) => id)
    const say = (key: string) => within(database, ward.id, (stores) => stores.reminders.markSaid(ids, key))
    expect(await say('digest:1')).toBe(2)
    expect(await say('digest:2')).toBe(0)
    expect(await waiting(official)).toEqual([])
    expect(await waiting(head)).toHaveLength(2)
  })

  test('people with something waiting are listed once, without those who cannot be reached any more', async () => {
    await addDue(['2026-06-13T02:00:00Z', '2026-06-14T02:00:00Z'])
    await claim(await take())
    const people = async (limit = 10) => {
      const list = await sweep().listWaitingPeople([ward.id], limit)
      return list.map(({ personId }) => personId)
    }
    expect(await people()).toEqual([official.id, head.id].sort())
    expect(await people(1)).toEqual([official.id, head.id].sort().slice(0, 1))
    await database.client.chat.update({ where: { id: head.chatId }, data: { blockedAt: now } })
    expect(await sweep().listWaitingPeople([ward.id], 10)).toEqual([{ workspaceId: ward.id, personId: official.id }])
  })

  test('people of a workspace that is not asked for take nobody’s place', async () => {
    const tokyo = await createTestWorkspace(database, { zone: 'Asia/Tokyo' })
    const abroad = await addPerson(database, tokyo, { agency: 'Phòng Y tế' })
    expect(await sweep().listWaitingOffices()).toEqual([])
    await addDue(['2026-06-14T02:00:00Z'])
    await addDue(['2026-06-14T02:00:00Z'], tokyo)
    await claim([...(await take()), ...(await take(10, tokyo))])
    expect(idsOf(await sweep().listWaitingOffices())).toEqual([ward.id, tokyo.id].toSorted())
    expect(await sweep().listWaitingPeople([tokyo.id], 1)).toEqual([{ workspaceId: tokyo.id, personId: abroad.id }])
    expect(await sweep().listWaitingPeople([], 10)).toEqual([])
  })
})
