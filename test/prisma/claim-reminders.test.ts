import { describe, expect, test } from 'vitest'
import type { Office } from '../../domain/ports/calendar.ts'
import { daysBetween } from '../../domain/time.ts'
import { createReminderSweep } from '../../prisma/reminders.ts'
import { addPerson, addPlan, createTestWorkspace, within } from '../support/builders.ts'
import { claimDue, lookWith, wholeShare } from '../support/looks.ts'
import { now, tomorrow, useDueStage } from './due-stage.ts'

const stageOf = await useDueStage()

const nextAt = async (assignmentId: string) =>
  (await stageOf().database.client.nextReminder.findUnique({ where: { assignmentId } }))?.remindAt ?? null

const sweep = () => createReminderSweep(stageOf().database.client)
const idsOf = (offices: readonly Office[]) => offices.map(({ workspaceId }) => workspaceId)
const remindAgain = () => stageOf().database.client.nextReminder.updateMany({ data: { remindAt: now } })

describe('what is due', () => {
  test('is taken oldest first, and only what is due and open, case by case', async () => {
    const { database, ward, addDue, claim } = stageOf()
    await addDue(['2026-06-14T02:00:00Z', '2026-06-12T02:00:00Z', '2026-06-15T02:00:00Z', '2026-06-16T02:00:00Z'])
    const ids = await database.client.assignment.findMany({ orderBy: { dueOn: 'asc' }, select: { id: true } })
    const stay = { milestone: null, next: now }
    const { count, cases } = await claim({ ...stay, limit: 1 })
    expect(count).toBe(1)
    expect(cases).toEqual([
      {
        workspaceId: ward.id,
        ...{ dueOn: '2026-06-12', givenOn: null },
        ...{ rule: null, escalation: null, silence: { since: '2026-01-05', asked: false } },
      },
    ])
    expect((await claim(stay)).dueOns).toEqual(['2026-06-12', '2026-06-14', '2026-06-15'])
    await database.client.assignment.update({ where: { id: ids[0]!.id }, data: { state: 'done' } })
    await database.client.assignment.update({ where: { id: ids[1]!.id }, data: { dueOn: null, dueVersion: 7 } })
    expect(await claim(stay)).toMatchObject({ count: 2, dueOns: ['2026-06-15', null] })
  })

  test('what is alike is decided once, whatever it is', async () => {
    const { database, ward, claim } = stageOf()
    await addPlan(
      database,
      ward,
      Array.from({ length: 7 }, (_, at) => ({ occurrences: [`2026-06-1${at % 2}`], to: ['Phòng Y tế', 'Trạm Y tế'] })),
      { remindAt: () => now },
    )
    const [first] = await database.client.assignment.findMany({ where: { dueOn: new Date('2026-06-10') } })
    await database.client.assignment.update({
      where: { id: first!.id },
      data: { lastUpdateAt: new Date('2026-06-01') },
    })
    expect(await claim()).toMatchObject({ count: 14, dueOns: ['2026-06-10', '2026-06-10', '2026-06-11'] })
    // What was asked about its silence once is not counted anew, whatever day that began.
    await database.client.reminder.updateMany({ data: { kind: 'silent', messageKey: 'x' } })
    await remindAgain()
    const { cases } = await claim()
    expect(cases.map(({ dueOn, silence }) => [dueOn, silence.asked])).toEqual([
      ['2026-06-10', true],
      ['2026-06-11', true],
    ])
  })

  test('is looked for in the workspaces whose offices are open', async () => {
    const { database, ward, addDue, claim } = stageOf()
    const tokyo = await createTestWorkspace(database, { zone: 'Asia/Tokyo' })
    await addDue(['2026-06-14T02:00:00Z'], tokyo)
    const [office] = await sweep().listDueOffices(now)
    expect(office).toMatchObject({ workspaceId: tokyo.id, calendar: { zone: 'Asia/Tokyo' } })
    expect((await claim()).count).toBe(0)
    expect((await claim({ workspace: tokyo, next: now })).count).toBe(1)
    await addDue(['2026-06-16T02:00:00Z'])
    expect(idsOf(await sweep().listDueOffices(now))).toEqual([tokyo.id])
    expect(idsOf(await sweep().listDueOffices(tomorrow))).toEqual([ward.id, tokyo.id].toSorted())
  })

  test('is taken by one process at a time', async () => {
    const { database, ward, official, addDue, claim, waiting } = stageOf()
    if (database.connection.kind === 'pglite') return // One connection: there is never a second process.
    await addDue(['2026-06-12T02:00:00Z', '2026-06-13T02:00:00Z', '2026-06-14T02:00:00Z'])
    await database.client.$transaction(async (first) => {
      const decide = () => lookWith(7, tomorrow)
      expect(
        await createReminderSweep(first).claimDue(
          { workspaceIds: [ward.id], now, limit: 2, share: wholeShare },
          decide,
        ),
      ).toBe(2)
      expect(await claim()).toMatchObject({ count: 1, dueOns: ['2026-06-14'] })
    })
    expect(await waiting(official)).toHaveLength(3)
  })

  test('is in one of the shares in which it is taken', async () => {
    const { database, ward, official, addDue, waiting } = stageOf()
    await addDue(Array.from({ length: 14 }, (_, day) => `2026-06-${String(day + 1).padStart(2, '0')}T02:00:00Z`))
    const counts = await Promise.all(
      [0, 1, 2].map((index) =>
        claimDue(database, { workspaceIds: [ward.id], now, share: { index, of: 3 } }, () => lookWith(7, tomorrow)),
      ),
    )
    expect(counts.reduce((sum, count) => sum + count)).toBe(14)
    expect(Math.max(...counts)).toBeLessThan(14)
    expect(await waiting(official)).toHaveLength(14)
  })
})

describe('claiming', () => {
  test('leaves one reminder for each reachable official and head, and moves the assignment on', async () => {
    const { database, ward, official, head, addDue, claim, waiting } = stageOf()
    const gone = await addPerson(database, ward, { name: 'Chi', agency: 'Phòng Y tế' })
    await database.client.chat.update({ where: { id: gone.chatId }, data: { blockedAt: now } })
    const elsewhere = await addPerson(database, ward, { name: 'Dũng', agency: 'Phòng Nội vụ' })
    const coordinator = await addPerson(database, ward, { name: 'Giang', agency: 'Phòng Y tế', role: 'coordinator' })
    await within(database, ward.id, ({ people }) =>
      people.addMembership(official.id, { role: 'head', agencyId: ward.agency('Phòng Y tế') }, now),
    )
    await addDue(['2026-06-14T02:00:00Z'])
    await claim()

    const [reminder, ...more] = await waiting(official)
    expect(more).toEqual([])
    const dueAt = new Date('2026-06-14T02:00:00Z')
    expect(reminder).toMatchObject({ kind: 'due', milestone: 7, dueAt, assignment: { number: 1 } })
    expect(await waiting(head)).toHaveLength(1)
    for (const other of [gone, elsewhere, coordinator]) expect(await waiting(other)).toEqual([])
    expect((await claim()).count).toBe(0)
    expect(await nextAt(reminder!.assignment.id)).toEqual(tomorrow)
  })

  test('the same again changes nothing; another milestone or due date is another reminder', async () => {
    const { database, official, addDue, claim, waiting } = stageOf()
    await addDue(['2026-06-14T02:00:00Z'])
    await claim({ next: now })
    await claim({ next: now })
    const [reminder, ...more] = await waiting(official)
    expect(more).toEqual([])
    await claim({ next: now, milestone: 3 })
    await database.client.assignment.updateMany({ data: { dueVersion: 2 } })
    await claim({ next: null })
    expect(await waiting(official)).toHaveLength(3)
    expect(await nextAt(reminder!.assignment.id)).toBeNull()
  })

  test('without a milestone only puts off', async () => {
    const { official, addDue, claim, waiting } = stageOf()
    await addDue(['2026-06-14T02:00:00Z'])
    await claim({ milestone: null })
    expect(await waiting(official)).toEqual([])
    expect((await claim()).count).toBe(0)
    expect((await claim({ at: tomorrow })).count).toBe(1)
  })

  test.each([
    ['planned for it', { planned: '2026-06-12', changed: '2026-06-13' }, true],
    ['unchanged since', { planned: '2026-06-13', changed: '2026-06-12' }, true],
    ['planned for something later and changed since', { planned: '2026-06-13', changed: '2026-06-13' }, false],
  ])('a milestone that lapses is said where it was %s: %o', async (_name, { planned, changed }, isSaid) => {
    const { database, official, addDue, claim, waiting } = stageOf()
    await addDue([`${planned}T02:00:00Z`])
    await database.client.assignment.updateMany({ data: { updatedAt: new Date(`${changed}T01:00:00Z`) } })
    const usual = lookWith(7, tomorrow)
    const lapsesAfter = new Date('2026-06-12T02:00:00Z')
    await claim({ look: () => ({ ...usual, milestone: { ...usual.milestone!, lapsesAfter } }) })
    expect(await waiting(official)).toHaveLength(isSaid ? 1 : 0)
  })

  test('a request is not said where it was answered', async () => {
    const { database, official, addDue, claim, waiting } = stageOf()
    await addDue(['2026-06-12T02:00:00Z', '2026-06-13T02:00:00Z', '2026-06-14T02:00:00Z'])
    const answer = (day: string, at: string) =>
      database.client.assignment.updateMany({ where: { dueOn: new Date(day) }, data: { lastUpdateAt: new Date(at) } })
    await answer('2026-06-12', '2026-05-31T17:00:00Z')
    await answer('2026-06-13', '2026-05-31T16:59:59Z')
    const usual = lookWith(24_000, tomorrow)
    const answeredFrom = new Date('2026-05-31T17:00:00Z')
    await claim({ look: () => ({ ...usual, milestone: { ...usual.milestone!, answeredFrom } }) })
    expect((await waiting(official)).map(({ assignment }) => assignment.dueOn)).toEqual(['2026-06-13', '2026-06-14'])
  })

  test('each case goes its own way', async () => {
    const { database, official, addDue, claim, waiting } = stageOf()
    await addDue(['2026-06-12T02:00:00Z', '2026-06-13T02:00:00Z', '2026-06-14T02:00:00Z'])
    const silent = { silent: true, heads: false }
    await claim({
      look: ({ dueOn }) =>
        dueOn === '2026-06-12'
          ? lookWith(null, null, silent)
          : lookWith(dueOn === '2026-06-13' ? 3 : null, dueOn === '2026-06-13' ? tomorrow : null),
    })
    const said = (await waiting(official)).map(({ kind, milestone, assignment }) => [kind, milestone, assignment.dueOn])
    const since = daysBetween('1970-01-01', '2026-01-05')
    expect(said).toEqual([...[['silent', since, '2026-06-12']], ['due', 3, '2026-06-13']])
    const left = await database.client.nextReminder.findMany({ select: { remindAt: true } })
    expect(left).toEqual([{ remindAt: tomorrow }])
  })

  test('nothing goes quietly, and what nobody can be told reaches the coordinators', async () => {
    const { database, ward, claim } = stageOf()
    await claim()
    await addPlan(database, ward, [{ occurrences: ['2026-06-14'], to: ['Trạm Y tế'] }], { remindAt: () => now })
    await claim()
    const [reminder, ...more] = await database.client.reminder.findMany()
    expect(more).toEqual([])
    expect(reminder).toMatchObject({ kind: 'unreached', milestone: 7 })
    expect((await claim()).count).toBe(0)
  })

  test('many at once move on together', async () => {
    const { official, head, addDue, claim, waiting } = stageOf()
    await addDue(Array.from({ length: 60 }, (_, index) => `2026-0${1 + (index % 6)}-1${index % 10}T02:00:00Z`))
    const { count } = await claim({ limit: 1000 })
    expect(count).toBeGreaterThan(20)
    expect(await waiting(official)).toHaveLength(count)
    expect(await waiting(head)).toHaveLength(count)
  })
})
