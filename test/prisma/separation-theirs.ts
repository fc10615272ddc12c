import type { Stores } from '../../domain/ports/stores.ts'
import type { Database } from '../../prisma/database.ts'
import { addPerson, addPlan, builtAt, createTestWorkspace, parsedPlan, within } from '../support/builders.ts'
import { claimDue, lookWith } from '../support/looks.ts'
import { fillBroadcasts } from './separation-broadcasts.ts'
import { fillCalendar } from './separation-calendar.ts'
import { fillCases } from './separation-decisions.ts'
import { fillDelivery } from './separation-delivery.ts'
import { fillPeriods } from './separation-periods.ts'
import { fillSummaries } from './separation-summaries.ts'

const today = '2026-06-15'
const later = new Date('2026-06-16T02:00:00Z')

/** A workspace that has something of everything. */
export const fillTheirs = async (database: Database) => {
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
  await fillDelivery(database, workspace)
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

export type Theirs = Awaited<ReturnType<typeof fillTheirs>>

/** Somebody who stands in for themself is enough to be found or ended. */
const delegate = async ({ delegations }: Stores, id: string): Promise<string> => {
  await delegations.create({ fromPersonId: id, toPersonId: id, firstDay: today, lastDay: today }, builtAt)
  return (await delegations.list(id, today))[0]!.id
}
