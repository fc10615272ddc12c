import { z } from 'zod'
import type { Decisions } from '../domain/ports/decisions.ts'
import { ChangedMeanwhile, changed, doneAt, standing } from './assignment-updates.ts'
import { findReturn, findFinishing, findLatestReturn } from './deeds.ts'
import { saveNextReminder } from './next-reminders.ts'
import { requireOwn, storableText, toDate } from './rows.ts'
import type { Transaction } from './transaction.ts'
import { listWaiting } from './waiting-decisions.ts'

/** What is decided about the assignments of one workspace. */
export const createDecisions = (tx: Transaction, workspaceId: string): Decisions => ({
  record: (decision, now) => recordDecision(tx, workspaceId, decision, now),
  findFinishing: (assignmentId) => findFinishing(tx, workspaceId, assignmentId),
  findReturn: (updateId) => findReturn(tx, workspaceId, updateId),
  findLatestReturn: (assignmentId) => findLatestReturn(tx, workspaceId, assignmentId),
  assignTo: (assignment, agencyId, remindAt, now) => assignTo(tx, workspaceId, { assignment, agencyId, remindAt }, now),
  listWaiting: (wanted) => listWaiting(tx, workspaceId, wanted),
})

const recordDecision = async (
  tx: Transaction,
  workspaceId: string,
  { assignment, personId, kind, note, change, dueOn }: Parameters<Decisions['record']>[0],
  now: Date,
): Promise<string> => {
  const { count } = await tx.assignment.updateMany({
    where: { id: assignment.id, workspaceId, dueVersion: assignment.dueVersion, ...standing(assignment) },
    data: {
      ...{ ...changed(change), ...doneAt(change, assignment, now), updatedAt: now },
      ...(dueOn !== undefined && { dueOn: toDate(dueOn), dueVersion: { increment: 1 } }),
      // Only the agency itself breaks its silence.
      ...(kind === 'return' && { lastUpdateAt: now }),
    },
  })
  if (count === 0) throw new ChangedMeanwhile(assignment.id)
  await saveNextReminder(tx, workspaceId, assignment.id, change.remindAt)
  const { id } = await tx.statusUpdate.create({
    data: {
      ...{ workspaceId, assignmentId: assignment.id, personId, kind, note: storableText(note), at: now },
      ...{ stateBefore: assignment.state, stateAfter: change.state },
      ...{ percentBefore: assignment.percent, percentAfter: change.percent },
      ...{ obstacleBefore: assignment.obstacle, obstacleAfter: change.obstacle },
      ...{ dueBefore: toDate(assignment.dueOn), dueAfter: toDate(dueOn ?? assignment.dueOn) },
    },
    select: { id: true },
  })
  return id
}

const sourceRow = z.object({ occurrenceId: z.string(), taskId: z.string(), planId: z.string() })
const idRow = z.object({ id: z.string() })

const assignTo = async (
  tx: Transaction,
  workspaceId: string,
  {
    assignment,
    agencyId,
    remindAt,
  }: {
    readonly assignment: Parameters<Decisions['assignTo']>[0]
    readonly agencyId: string
    readonly remindAt: Date | null
  },
  now: Date,
): ReturnType<Decisions['assignTo']> => {
  await requireOwn('agency', tx.agency.count({ where: { id: agencyId, workspaceId } }))
  const [source] = z.array(sourceRow).parse(
    await tx.$queryRaw`
      SELECT a."occurrenceId", a."taskId", task."planId" FROM "Assignment" a JOIN "Task" task ON task."id" = a."taskId"
      WHERE a."id" = ${assignment.id}::uuid AND a."workspaceId" = ${workspaceId}::uuid FOR NO KEY UPDATE OF a`,
  )
  if (source === undefined) throw new Error('assignment of another workspace')
  const { occurrenceId, taskId, planId } = source
  const made = z.array(idRow).parse(
    await tx.$queryRaw`
      INSERT INTO "Assignment"
        ("id", "workspaceId", "taskId", "occurrenceId", "agencyId", "originalDueOn", "dueOn", "createdAt", "updatedAt")
      SELECT gen_random_uuid(), ${workspaceId}::uuid, ${taskId}::uuid, o."id", ${agencyId}::uuid, o."dueOn",
        ${assignment.dueOn}::date, ${now}, ${now}
      FROM "Occurrence" o WHERE o."id" = ${occurrenceId}::uuid
      ON CONFLICT ("occurrenceId", "agencyId") DO NOTHING
      RETURNING "id"`,
  )
  const [created] = made
  if (created !== undefined) {
    await saveNextReminder(tx, workspaceId, created.id, remindAt)
    return { kind: 'created', assignmentId: created.id, planId }
  }
  const { id } = await tx.assignment.findFirstOrThrow({
    where: { occurrenceId, agencyId, workspaceId },
    select: { id: true },
  })
  return { kind: 'there', assignmentId: id, planId }
}
