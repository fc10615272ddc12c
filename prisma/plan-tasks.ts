import { z } from 'zod'
import type { KnownTask } from '../domain/plan-changes.ts'
import type { Leaving } from '../domain/ports/plans.ts'
import { isOpen } from './assignment-conditions.ts'
import { Prisma } from './generated/client.ts'
import { toLocalDate } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** The tasks of a plan as it stands now; what was cancelled is no part of it any more. */
export const listPlanTasks = async (
  tx: Transaction,
  workspaceId: string,
  planId: string,
): Promise<readonly KnownTask[]> => {
  const inPlan = { workspaceId, planId, OR: [{ leftPlan: null }, { leftPlan: 'kept' as const }] }
  const tasks = await tx.task.findMany({ where: inPlan, orderBy: { number: 'asc' } })
  const names = await tx.taskAgency.findMany({
    where: { workspaceId, task: inPlan },
    select: { taskId: true, part: true, name: true },
    orderBy: { position: 'asc' },
  })
  const occurrences = await tx.occurrence.findMany({
    where: { workspaceId, leftPlan: null, task: inPlan },
    select: { id: true, taskId: true, dueOn: true, label: true },
    orderBy: { position: 'asc' },
  })
  const namesOf = Map.groupBy(names, ({ taskId, part }) => `${taskId} ${part}`)
  const datesOf = Map.groupBy(occurrences, ({ taskId }) => taskId)
  return tasks.map(({ id, number, code, title, requirement, output, deadlineText, leftPlan }) => ({
    ...{ id, number, code, title, requirement, output, deadlineText, kept: leftPlan === 'kept' },
    lead: (namesOf.get(`${id} lead`) ?? []).map(({ name }) => name),
    support: (namesOf.get(`${id} support`) ?? []).map(({ name }) => name),
    occurrences: (datesOf.get(id) ?? []).map((date) => ({
      ...{ id: date.id, label: date.label, dueOn: toLocalDate(date.dueOn) },
    })),
  }))
}

/** The open assignments (as "a") that an amended plan no longer asks for. */
export const isLeaving = (
  workspaceId: string,
  planId: string,
  { taskIds, occurrenceIds, leads }: Leaving,
): Prisma.Sql => {
  const pairs = leads.flatMap(({ taskId, agencyIds }) => agencyIds.map((agencyId) => ({ taskId, agencyId })))
  return Prisma.sql`a."workspaceId" = ${workspaceId}::uuid AND ${isOpen}
    AND a."taskId" IN (SELECT "id" FROM "Task" WHERE "planId" = ${planId}::uuid AND "workspaceId" = ${workspaceId}::uuid)
    AND (
      a."taskId" = ANY(${[...taskIds]}::uuid[]) OR a."occurrenceId" = ANY(${[...occurrenceIds]}::uuid[])
      OR (a."taskId" = ANY(${leads.map(({ taskId }) => taskId)}::uuid[]) AND NOT EXISTS (
        SELECT 1 FROM unnest(
          ${pairs.map(({ taskId }) => taskId)}::uuid[], ${pairs.map(({ agencyId }) => agencyId)}::uuid[]
        ) AS named (task, agency)
        WHERE named.task = a."taskId" AND named.agency = a."agencyId"))
    )`
}

export const countLeaving = async (
  tx: Transaction,
  workspaceId: string,
  planId: string,
  leaving: Leaving,
): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx.$queryRaw`
    SELECT a."taskId", count(*)::int AS "count" FROM "Assignment" a
    WHERE ${isLeaving(workspaceId, planId, leaving)} GROUP BY a."taskId"`
  return new Map(
    z
      .array(z.object({ taskId: z.string(), count: z.int() }))
      .parse(rows)
      .map(({ taskId, count }) => [taskId, count]),
  )
}
