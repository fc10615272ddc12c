import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Stores } from '../../domain/ports/stores.ts'
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
import { attemptsOnAgencies } from './separation-agencies.ts'
import { attemptsOnAsking } from './separation-asking.ts'
import { attemptsOnBroadcasts, fillBroadcasts } from './separation-broadcasts.ts'
import { attemptsOnCalendar, fillCalendar } from './separation-calendar.ts'
import { attemptsOnCases, fillCases } from './separation-decisions.ts'
import { attemptsOnDelivery, fillDelivery } from './separation-delivery.ts'
import { attemptsOnPeriods, fillPeriods } from './separation-periods.ts'
import { attemptsOnPeople } from './separation-people.ts'
import { attemptsOnPlans } from './separation-plans.ts'
import { snapshotOf } from './separation-snapshot.ts'
import { attemptsOnSummaries, fillSummaries } from './separation-summaries.ts'
import { claimDue, lookWith } from '../support/looks.ts'

// Two workspaces; whoever asks in "ours" knows every id of "theirs", and gets nothing for it.

const today = '2026-06-15'
const later = new Date('2026-06-16T02:00:00Z')
const everything = { agencyIds: 'all' } as const
const page = { offset: 0, limit: 50 }

const database = await useTestDatabase()
let ours: TestWorkspace
let us: TestPerson
let theirs: Awaited<ReturnType<typeof fill>>

beforeAll(async () => {
  theirs = await fill()
  await fillDelivery(database, theirs.workspace)
  ours = await createTestWorkspace(database, { directory: { agencies: [agencyOf('Phòng Nội vụ')], groups: [] } })
  us = await addPerson(database, ours)
})

const agencyOf = (name: string) => ({ name, kind: 'phong', aliases: [] })

/** A workspace that has something of everything. */
const fill = async () => {
  const workspace = await createTestWorkspace(database)
  const person = await addPerson(database, workspace, { role: 'head' })
  const { planId } = await addPlan(
    database,
    workspace,
    [{ occurrences: ['2026-06-20'], title: 'Việc của họ' }, { title: 'Việc thứ hai của họ' }],
    { createdById: person.id, remindAt: () => builtAt },
  )
  const { contentHash } = await database.client.plan.findUniqueOrThrow({ where: { id: planId } })
  const occurrences = await database.client.occurrence.findMany({ where: { task: { planId } } })
  const planned = { taskIds: occurrences.map(({ taskId }) => taskId), occurrenceIds: occurrences.map(({ id }) => id) }
  await claimDue(database, { workspaceIds: [workspace.id], now: later }, () => lookWith(7, null))
  const due = await database.client.assignment.findFirstOrThrow({
    where: { workspaceId: workspace.id, dueOn: { not: null } },
  })
  const inside = await within(database, workspace.id, async (stores) => {
    const assignment = (await stores.assignments.find(due.id))!
    const change = { state: 'done', percent: 100, obstacle: null, doneOn: today, remindAt: null } as const
    const said = { assignment, personId: person.id, kind: 'done', note: '', links: ['https://a.vn'], change } as const
    const broadcasts = await fillBroadcasts(stores, person.id, builtAt)
    await stores.dialogs.save(person.chatId, person.id, { kind: 'theirs', data: 1 }, later)
    await fillSummaries(stores, person)
    await fillCalendar(stores, person.id)
    await stores.unknownNames.notePlan(planId, ['Phòng Nội vụ'], builtAt)
    const [unknown] = await stores.unknownNames.list()
    const updateId = await stores.assignments.record(said, builtAt)
    const cases = await fillCases(stores, { assignmentId: assignment.id, personId: person.id }, builtAt)
    return {
      ...{ assignment, change, ...broadcasts, ...cases, unknownId: unknown!.id, updateId },
      delegationId: await delegate(stores, person.id),
      draftId: await stores.plans.saveDraft(
        { fileName: 'x.docx', contentHash: 'draft', parsed: parsedPlan([]), personId: person.id },
        builtAt,
      ),
      reminders: await stores.reminders.listWaiting(person.id),
    }
  })
  const { id: groupId } = await database.client.agencyGroup.findFirstOrThrow({ where: { workspaceId: workspace.id } })
  const agencyId = workspace.agency('Phòng Nội vụ')
  const periodId = await within(database, workspace.id, (stores) => fillPeriods(stores, { agencyId, person }))
  return {
    ...inside,
    ...planned,
    periodId,
    workspace,
    person,
    planId,
    contentHash,
    groupId,
    agencyId,
  }
}

/** Somebody who stands in for themself is enough to be found or ended. */
const delegate = async ({ delegations }: Stores, id: string): Promise<string> => {
  await delegations.create({ fromPersonId: id, toPersonId: id, firstDay: today, lastDay: today }, builtAt)
  return (await delegations.list(id, today))[0]!.id
}

const here = <T>(work: (stores: Stores) => Promise<T>) => within(database, ours.id, work)

const snapshot = () => snapshotOf(database, theirs.workspace.id)

const onAgencies = attemptsOnAgencies(
  () => theirs,
  () => us,
  () => ours.agency('Phòng Nội vụ'),
)
const onPeople = attemptsOnPeople(
  () => theirs,
  () => us,
)
const onSummaries = attemptsOnSummaries(() => theirs.person)
const onCalendar = attemptsOnCalendar(() => theirs.person)
const onCases = attemptsOnCases(
  () => theirs,
  () => us,
)
const onPeriods = attemptsOnPeriods(
  () => theirs,
  () => us,
)
const onPlans = attemptsOnPlans(() => theirs)
const onBroadcasts = attemptsOnBroadcasts(
  () => theirs,
  () => us.id,
)

/** What finds nothing: the value it must come back with. */
const reads: Record<string, readonly [(stores: Stores) => Promise<unknown>, unknown]> = {
  ...onAgencies.reads,
  ...attemptsOnDelivery,
  'assignments.find': [({ assignments }) => assignments.find(theirs.assignment.id), null],
  'assignments.findCarriedOn': [({ assignments }) => assignments.findCarriedOn(theirs.assignment.id), null],
  'assignments.findByNumber': [({ assignments }) => assignments.findByNumber(1), []],
  'assignments.list': [({ assignments }) => assignments.list(everything, 'all', today, page), { items: [], total: 0 }],
  'assignments.list of their agency': [
    ({ assignments }) => assignments.list({ agencyIds: [theirs.agencyId] }, 'all', today, page),
    { items: [], total: 0 },
  ],
  'assignments.list of their plan': [
    ({ assignments }) => assignments.list({ ...everything, planId: theirs.planId }, 'all', today, page),
    { items: [], total: 0 },
  ],
  'assignments.figures': [({ assignments }) => assignments.figures(everything, today), []],
  'assignments.figures of their agency': [
    ({ assignments }) => assignments.figures({ agencyIds: [theirs.agencyId] }, today),
    [],
  ],
  'assignments.findUpdate': [({ assignments }) => assignments.findUpdate(theirs.updateId), null],
  'assignments.findLatestUpdate': [({ assignments }) => assignments.findLatestUpdate(theirs.assignment.id), null],
  'assignments.listNewestBy': [
    ({ assignments }) => assignments.listNewestBy(theirs.person.id, ['acknowledge', 'progress', 'done']),
    [],
  ],
  'assignments.listEvidence': [({ assignments }) => assignments.listEvidence(theirs.assignment.id), []],
  'audiences.listLate': [({ audiences }) => audiences.listLate('2027-01-01'), []],
  'audiences.list': [({ audiences }) => audiences.list({ agencyIds: [theirs.agencyId] }), []],
  ...onBroadcasts.reads,
  'dialogs.find': [({ dialogs }) => dialogs.find(theirs.person.chatId, theirs.person.id, builtAt), null],
  'people.listChannels': [({ people }) => people.listChannels(theirs.person.id), []],
  'people.listRecipients': [({ people }) => people.listRecipients({ personIds: [theirs.person.id] }), []],
  'people.listRecipients of their agency': [
    ({ people }) => people.listRecipients({ agencyIds: [theirs.agencyId] }),
    [],
  ],
  ...onCalendar.reads,
  ...onCases.reads,
  ...onPeople.reads,
  ...onPeriods.reads,
  ...onPlans.reads,
  ...attemptsOnAsking(() => theirs),
  ...onSummaries.reads,
  'weekly.read': [
    ({ weekly }) => weekly.read(everything, { from: '2026-01-01', to: today, since: new Date(0), until: later }),
    { figures: [], agencyWeeks: [], unreached: [] },
  ],
  'reminders.listWaiting': [({ reminders }) => reminders.listWaiting(theirs.person.id), []],
}

/** What has nothing to write: the value it must come back with. */
const writes: typeof reads = {
  ...onSummaries.writes,
  ...onAgencies.writes,
  'assignments.undo': [({ assignments }) => assignments.undo(theirs.updateId, theirs.change, later), false],
  ...onBroadcasts.writes,
  'dialogs.remove': [({ dialogs }) => dialogs.remove(theirs.person.chatId, theirs.person.id), undefined],
  ...onCalendar.writes,
  ...onCases.writes,
  ...onPeople.writes,
  ...onPeriods.writes,
  ...onPlans.writes,
  'reminders.markSaid': [
    ({ reminders }) =>
      reminders.markSaid(
        theirs.reminders.map(({ id }) => id),
        'ours',
      ),
    0,
  ],
}

const newPlan = (createdById: string, assignedTo: string) => ({
  ...{ parsed: parsedPlan([]), contentHash: randomUUID(), createdById, planYear: 2026, remindAt: () => null },
  tasks: [{ parsed: parsedTask(), assignedTo: [assignedTo] }],
})

const newInvite = (createdById: string, agencyId: string) =>
  ({ codeHash: randomUUID(), agencyId, role: 'official', createdById, expiresAt: later }) as const

const newDialog = { kind: 'ours', data: 2 }

/** What is refused outright, because no honest caller can ask for it. */
const refused: Record<string, (stores: Stores) => Promise<unknown>> = {
  ...onAgencies.refused,
  'assignments.record': ({ assignments }) =>
    assignments.record(
      { assignment: theirs.assignment, personId: us.id, kind: 'done', note: '', links: [], change: theirs.change },
      later,
    ),
  ...onBroadcasts.refused,
  'chats.get': ({ chats }) => chats.get(theirs.person.chatId),
  'chats.adopt': ({ chats }) => chats.adopt(theirs.person.chatId),
  'dialogs.save in their chat': ({ dialogs }) => dialogs.save(theirs.person.chatId, us.id, newDialog, later),
  'dialogs.save for their person': ({ dialogs }) => dialogs.save(us.chatId, theirs.person.id, newDialog, later),
  'dialogs.save over theirs': ({ dialogs }) => dialogs.save(theirs.person.chatId, theirs.person.id, newDialog, later),
  'invites.create in their name': ({ invites }) =>
    invites.create(newInvite(theirs.person.id, ours.agency('Phòng Nội vụ')), later),
  'invites.create to their agency': ({ invites }) => invites.create(newInvite(us.id, theirs.agencyId), later),
  'people.get': ({ people }) => people.get(theirs.person.id),
  'people.addMembership': ({ people }) =>
    people.addMembership(theirs.person.id, { role: 'admin', agencyId: null }, later),
  'people.addMembership in their agency': ({ people }) =>
    people.addMembership(us.id, { role: 'head', agencyId: theirs.agencyId }, later),
  'people.linkAccount of their person': ({ people }) =>
    people.linkAccount(theirs.person.id, 'zalo', randomUUID(), us.chatId),
  'people.linkAccount to their chat': ({ people }) =>
    people.linkAccount(us.id, 'zalo', randomUUID(), theirs.person.chatId),
  'people.linkAccount of their account': ({ people }) =>
    people.linkAccount(us.id, 'telegram', theirs.person.externalId, us.chatId),
  'people.setLocale': ({ people }) => people.setLocale(theirs.person.id, 'en'),
  ...onCalendar.refused,
  ...onSummaries.refused,
  'jobRuns.ask in their name': ({ jobRuns }) =>
    jobRuns.ask({ job: 'recover', personId: theirs.person.id, chatId: us.chatId }, later),
  'jobRuns.ask in their chat': ({ jobRuns }) =>
    jobRuns.ask({ job: 'recover', personId: us.id, chatId: theirs.person.chatId }, later),
  ...onCases.refused,
  ...onPeople.refused,
  ...onPeriods.refused,
  ...onPlans.refused,
  'plans.create in their name': ({ plans }) =>
    plans.create(newPlan(theirs.person.id, ours.agency('Phòng Nội vụ')), later),
  'plans.create for their agency': ({ plans }) => plans.create(newPlan(us.id, theirs.agencyId), later),
  'signInLinks.create': ({ signInLinks }) => signInLinks.create(theirs.person.id, randomUUID(), later),
}

describe('one workspace', () => {
  test.each(Object.keys(reads))('sees nothing of another by %s', async (name) => {
    const [ask, nothing] = reads[name]!
    expect(await here(ask)).toEqual(nothing)
  })

  test.each(Object.keys(writes))('changes nothing of another by %s', async (name) => {
    const before = await snapshot()
    const [attempt, nothing] = writes[name]!
    expect(await here(attempt)).toEqual(nothing)
    expect(await snapshot()).toEqual(before)
  })

  test.each(Object.keys(refused))('is refused %s', async (name) => {
    const before = await snapshot()
    await expect(here(refused[name]!)).rejects.toThrow()
    expect(await snapshot()).toEqual(before)
  })

  test('sees its own all the same', async () => {
    const list = await here(({ agencies }) => agencies.list())
    expect(list.map(({ name }) => name)).toEqual(['Phòng Nội vụ'])
    const ids = await here(({ agencies }) => agencies.ensure(['Phòng Nội vụ', 'Phòng Y tế']))
    expect([...ids.values()]).not.toContain(theirs.agencyId)
    const recipients = await here(({ people }) => people.listRecipients({}))
    expect(recipients.map(({ personId }) => personId)).toEqual([us.id])
  })

  test('leaves no store method unasked', async () => {
    const asked = Object.keys({ ...reads, ...writes, ...refused }).map((name) => name.split(' ')[0])
    const ownOnly = ['agencies.list', 'agencies.ensure', 'roster.list', 'people.create', 'audit.append']
    // What is sent has tests of its own; codes belong to whom they were given; the clock's jobs serve everybody.
    const elsewhere = /^(outbox|sentMessages|inviteCodes)\.|^jobRuns\.(listLast|countMissed|listStops)$/
    const methods = await here((stores) =>
      Promise.resolve(
        Object.entries(stores).flatMap(([noun, store]: [string, object]) =>
          Object.keys(store).map((verb) => `${noun}.${verb}`),
        ),
      ),
    )
    const unasked = methods.filter((name) => !elsewhere.test(name) && ![...asked, ...ownOnly].includes(name))
    expect(unasked).toEqual([])
  })
})
