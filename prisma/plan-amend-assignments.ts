import { z } from 'zod'
import type { AmendedTask, AssignmentEvent, Leaving } from '../domain/ports/plans.ts'
import type { LocalDate } from '../domain/time.ts'
import { isOpen } from './assignment-conditions.ts'
import { isLeaving } from './plan-tasks.ts'
import { dayColumn } from './rows.ts'
import type { Transaction } from './transaction.ts'

interface AmendingContext {
  readonly workspaceId: string
  readonly planId: string
  readonly now: Date
  readonly remindAt: (dueOn: LocalDate | null) => Date | null
}

const eventRow = z.object({
  id: z.string(),
  agencyId: z.string(),
  taskId: z.string(),
  dueOn: dayColumn,
  before: dayColumn,
})
type EventRow = z.infer<typeof eventRow>

const toEvents = (kind: AssignmentEvent['kind'], rows: readonly EventRow[]): readonly AssignmentEvent[] =>
  rows.map(({ agencyId, taskId, dueOn, before }) => ({ kind, agencyId, taskId, dueOn, before }))

/**
 * Open assignments follow their occurrence to its new date, whatever extension they had: the plan itself says another
 * day now. A counted up version arms the reminders again; the original date stays what the first plan said.
 */
export const moveAssignments = async (
  tx: Transaction,
  { workspaceId, now, remindAt }: AmendingContext,
  stayed: readonly AmendedTask[],
): Promise<readonly AssignmentEvent[]> => {
  const moved = stayed.filter(({ assignedTo }) => assignedTo !== null)
  const dates = moved.flatMap(({ dates: { kept } }) => kept)
  const rows = z.array(eventRow).parse(
    await tx.$queryRaw`
      WITH old AS (
        SELECT a."id", a."dueOn" FROM "Assignment" a
        JOIN unnest(${dates.map(({ id }) => id)}::uuid[], ${dates.map(({ dueOn }) => dueOn)}::date[]) AS date (id, due)
          ON date.id = a."occurrenceId" AND a."dueOn" IS DISTINCT FROM date.due
        WHERE a."workspaceId" = ${workspaceId}::uuid AND ${isOpen}
        FOR UPDATE OF a
      )
      UPDATE "Assignment" a SET "dueOn" = occurrence."dueOn", "dueVersion" = a."dueVersion" + 1, "updatedAt" = ${now}
      FROM old, "Occurrence" occurrence
      WHERE a."id" = old."id" AND occurrence."id" = a."occurrenceId"
      RETURNING a."id", a."agencyId", a."taskId", a."dueOn", old."dueOn" AS "before"`,
  )
  await remind(tx, workspaceId, rows, remindAt)
  return toEvents('moved', rows)
}

/** Nobody is reminded of what is cancelled. */
export const cancelLeaving = async (
  tx: Transaction,
  { workspaceId, planId, now }: AmendingContext,
  leaving: Leaving,
): Promise<readonly AssignmentEvent[]> => {
  const rows = z.array(eventRow).parse(
    await tx.$queryRaw`
      UPDATE "Assignment" a SET "state" = 'cancelled', "updatedAt" = ${now}
      WHERE ${isLeaving(workspaceId, planId, leaving)}
      RETURNING a."id", a."agencyId", a."taskId", a."dueOn", NULL::date AS "before"`,
  )
  await remind(tx, workspaceId, rows, () => null)
  return toEvents('cancelled', rows)
}

/**
 * Every occurrence of these tasks that the plan has is assigned to every agency it names; what was cancelled and is
 * named again opens anew. What is assigned already stays as it is.
 */
export const openAssignments = async (
  tx: Transaction,
  { workspaceId, now, remindAt }: AmendingContext,
  stayed: readonly AmendedTask[],
): Promise<readonly AssignmentEvent[]> => {
  const pairs = stayed.flatMap(({ id, assignedTo }) => [...new Set(assignedTo ?? [])].map((agency) => ({ id, agency })))
  if (pairs.length === 0) return []
  const rows = z.array(eventRow).parse(
    await tx.$queryRaw`
      INSERT INTO "Assignment" AS a
        ("id", "workspaceId", "taskId", "occurrenceId", "agencyId", "originalDueOn", "dueOn", "createdAt", "updatedAt")
      SELECT gen_random_uuid(), o."workspaceId", o."taskId", o."id", given.agency, o."dueOn", o."dueOn", ${now}, ${now}
      FROM unnest(${pairs.map(({ id }) => id)}::uuid[], ${pairs.map(({ agency }) => agency)}::uuid[])
        AS given (task, agency)
      JOIN "Occurrence" o ON o."taskId" = given.task AND o."workspaceId" = ${workspaceId}::uuid AND o."leftPlan" IS NULL
      ON CONFLICT ("occurrenceId", "agencyId") DO UPDATE
        SET "state" = 'assigned', "percent" = 0, "obstacle" = NULL, "dueOn" = excluded."dueOn",
          "dueVersion" = a."dueVersion" + 1, "updatedAt" = excluded."updatedAt"
        WHERE a."state" = 'cancelled'
      RETURNING a."id", a."agencyId", a."taskId", a."dueOn", NULL::date AS "before"`,
  )
  await remind(tx, workspaceId, rows, remindAt)
  return toEvents('assigned', rows)
}

/** When each of these is next reminded of, from now on. */
const remind = async (
  tx: Transaction,
  workspaceId: string,
  rows: readonly EventRow[],
  remindAt: AmendingContext['remindAt'],
): Promise<void> => {
  if (rows.length === 0) return
  const times = new Map([...new Set(rows.map(({ dueOn }) => dueOn))].map((day) => [day, remindAt(day)]))
  await tx.$executeRaw`
    DELETE FROM "NextReminder"
    WHERE "workspaceId" = ${workspaceId}::uuid AND "assignmentId" = ANY(${rows.map(({ id }) => id)}::uuid[])`
  await tx.nextReminder.createMany({
    data: rows.flatMap(({ id, dueOn }) => {
      const at = times.get(dueOn) ?? null
      return at === null ? [] : [{ assignmentId: id, workspaceId, remindAt: at }]
    }),
  })
}
