import { randomUUID } from 'node:crypto'
import type { AssignmentEvent, Plans } from '../domain/ports/plans.ts'
import { moveAssignments, openAssignments, cancelLeaving } from './plan-amend-assignments.ts'
import { insertAssignments, insertOccurrences, insertTaskAgencies, insertTasks, numberTasks } from './plan-rows.ts'
import { chunk, requireOwn, storableText, toDate } from './rows.ts'
import type { Transaction } from './transaction.ts'

type Amendment = Parameters<Plans['amend']>[0]

/** Makes a plan what an amended document says, in a few statements whatever its size. */
export const amendPlan = async (
  tx: Transaction,
  workspaceId: string,
  amendment: Amendment,
  now: Date,
): Promise<{ readonly addedIds: readonly string[]; readonly events: readonly AssignmentEvent[] }> => {
  const { planId, stayed, added, removedIds } = amendment
  const taskIds = [...stayed.map(({ id }) => id), ...removedIds]
  await requireOwn('task', tx.task.count({ where: { id: { in: taskIds }, planId, workspaceId } }), taskIds.length)
  const agencyIds = [
    ...new Set([...stayed.flatMap(({ assignedTo }) => assignedTo ?? []), ...added.flatMap((task) => task.assignedTo)]),
  ]
  await requireOwn('agency', tx.agency.count({ where: { id: { in: agencyIds }, workspaceId } }), agencyIds.length)

  await rewritePlan(tx, workspaceId, amendment)
  await rewriteTasks(tx, workspaceId, stayed)
  await rewriteNames(tx, workspaceId, stayed)
  await rewriteDates(tx, workspaceId, amendment)
  const context = { workspaceId, planId, now, remindAt: amendment.remindAt }
  const moved = await moveAssignments(tx, context, stayed)
  // What goes on is no less cancelled for being named: first what leaves goes, then what is named comes.
  const cancelled = amendment.cancel ? await cancelLeaving(tx, context, amendment.leaving) : []
  const opened = await openAssignments(tx, context, stayed)
  const { addedIds, events } = await addTasks(tx, workspaceId, amendment, now)
  await tx.task.updateMany({
    where: { id: { in: [...removedIds] }, workspaceId },
    data: { leftPlan: amendment.cancel ? 'cancelled' : 'kept' },
  })
  return { addedIds, events: [...moved, ...cancelled, ...opened, ...events] }
}

const rewritePlan = async (tx: Transaction, workspaceId: string, { planId, heading }: Amendment): Promise<void> => {
  if (heading === null) return
  const { document, planYear, contentHash } = heading
  const { number, kind, title, issuer, issuedOn } = document
  await tx.plan.updateMany({
    where: { id: planId, workspaceId },
    data: {
      ...{ planYear, contentHash, number: storableText(number), kind: storableText(kind) },
      ...{ title: storableText(title), issuer: storableText(issuer), issuedOn: toDate(issuedOn) },
    },
  })
}

const rowsPerStatement = 2000

const rewriteTasks = async (tx: Transaction, workspaceId: string, stayed: Amendment['stayed']): Promise<void> => {
  for (const part of chunk(stayed, rowsPerStatement)) {
    const rows = part.map(({ id, parsed }) => {
      const { code, section, title, requirement, deadlineText, output, cadence, sourceText, line } = parsed
      return { id, code, section, title, requirement, deadlineText, output, cadence, sourceText, line }
    })
    await tx.$executeRaw`
      UPDATE "Task" task SET "code" = row."code", "section" = row."section", "title" = row."title",
        "requirement" = row."requirement", "deadlineText" = row."deadlineText", "output" = row."output",
        "cadence" = row."cadence", "sourceText" = row."sourceText", "line" = row."line", "leftPlan" = NULL
      FROM json_populate_recordset(NULL::"Task", ${storableJson(rows)}::json) row
      WHERE task."id" = row."id" AND task."workspaceId" = ${workspaceId}::uuid`
  }
}

const storableJson = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'string' ? storableText(value) : value))

const rewriteNames = async (tx: Transaction, workspaceId: string, stayed: Amendment['stayed']): Promise<void> => {
  const renamed = stayed.filter((task) => task.renamed)
  if (renamed.length === 0) return
  await tx.taskAgency.deleteMany({ where: { workspaceId, taskId: { in: renamed.map(({ id }) => id) } } })
  await insertTaskAgencies(tx, workspaceId, renamed)
}

/** Positions are unique within a task, so what stays first steps out of the way. */
const outOfTheWay = 10_000

const rewriteDates = async (tx: Transaction, workspaceId: string, { stayed, cancel }: Amendment): Promise<void> => {
  const dates = stayed.flatMap(({ id: taskId, dates: { kept } }) => kept.map((date) => ({ ...date, taskId })))
  const removed = stayed.flatMap(({ dates: { removed: ids } }) => ids)
  await tx.$executeRaw`
    UPDATE "Occurrence" SET "position" = "position" + ${outOfTheWay}::int
    WHERE "workspaceId" = ${workspaceId}::uuid AND "taskId" = ANY(${stayed.map(({ id }) => id)}::uuid[])`
  await tx.$executeRaw`
    UPDATE "Occurrence" SET "leftPlan" = ${cancel ? 'cancelled' : 'kept'}::text::"LeftPlan"
    WHERE "workspaceId" = ${workspaceId}::uuid AND "id" = ANY(${removed}::uuid[])`
  await tx.$executeRaw`
    UPDATE "Occurrence" occurrence SET "position" = row.position, "dueOn" = row.due, "label" = row.label
    FROM unnest(
      ${dates.map(({ id }) => id)}::uuid[], ${dates.map(({ position }) => position)}::int[],
      ${dates.map(({ dueOn }) => dueOn)}::date[], ${dates.map(({ label }) => storableText(label))}::text[]
    ) AS row (id, position, due, label)
    WHERE occurrence."id" = row.id AND occurrence."workspaceId" = ${workspaceId}::uuid`
  const added = stayed.flatMap(({ id: taskId, dates: change }) =>
    change.added.map((date) => ({
      ...{ id: randomUUID(), workspaceId, taskId, position: date.position },
      ...{ dueOn: toDate(date.dueOn), label: storableText(date.label) },
    })),
  )
  await tx.occurrence.createMany({ data: added })
}

const addTasks = async (
  tx: Transaction,
  workspaceId: string,
  { planId, added, remindAt }: Amendment,
  now: Date,
): Promise<{ readonly addedIds: readonly string[]; readonly events: readonly AssignmentEvent[] }> => {
  if (added.length === 0) return { addedIds: [], events: [] }
  const tasks = await numberTasks(tx, workspaceId, added)
  await insertTasks(tx, { workspaceId, planId, tasks })
  await insertTaskAgencies(tx, workspaceId, tasks)
  const occurrences = await insertOccurrences(tx, workspaceId, tasks)
  await insertAssignments(tx, { workspaceId, occurrences, remindAt, now })
  const events = occurrences.flatMap(({ taskId, dueOn, assignedTo }) =>
    assignedTo.map((agencyId) => ({ kind: 'assigned' as const, agencyId, taskId, dueOn, before: null })),
  )
  return { addedIds: tasks.map(({ id }) => id), events }
}
