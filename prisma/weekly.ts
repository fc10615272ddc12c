import { z } from 'zod'
import type { Scope } from '../domain/ports/assignments.ts'
import type { SummarySweep, Weekly } from '../domain/ports/weekly.ts'
import { hasWork } from '../domain/unreached.ts'
import type { AgencyWeek, Week } from '../domain/weekly.ts'
import { inScope, listConditions } from './assignment-conditions.ts'
import { countFigures } from './assignment-figures.ts'
import { Prisma } from './generated/client.ts'
import { listOffices } from './offices.ts'
import { isReachable } from './reachable.ts'
import type { Transaction } from './transaction.ts'
import { listUnreached } from './unreached.ts'

/** What the weekly summaries of one workspace are made of. */
export const createWeekly = (tx: Transaction, workspaceId: string): Weekly => ({
  read: async (scope, week) => ({
    figures: await countFigures(tx, workspaceId, scope, week.to),
    agencyWeeks: await listWeekChanges(tx, workspaceId, scope, week),
    unreached: (await listUnreached(tx, workspaceId, week.to)).filter(hasWork),
  }),
})

const listWeekChanges = async (
  tx: Transaction,
  workspaceId: string,
  scope: Scope,
  week: Week,
): Promise<readonly AgencyWeek[]> => {
  const { all, done, late } = listConditions(week.to)
  const rows = await tx.$queryRaw`
    SELECT a."agencyId",
      (count(*) FILTER (WHERE ${all} AND a."createdAt" <= ${week.since}))::int AS "before",
      (count(*) FILTER (WHERE ${done} AND a."doneAt" > ${week.since} AND a."doneAt" <= ${week.until}))::int AS "done",
      (count(*) FILTER (WHERE ${late} AND a."dueOn" >= ${week.from}::date))::int AS "newlyLate",
      coalesce(sum(said."updates"), 0)::int AS "updates"
    FROM "Assignment" a
    LEFT JOIN (
      SELECT u."assignmentId", count(*) AS "updates" FROM "StatusUpdate" u
      WHERE u."workspaceId" = ${workspaceId}::uuid AND u."at" > ${week.since} AND u."at" <= ${week.until}
        AND u."undoneAt" IS NULL
      GROUP BY u."assignmentId"
    ) said ON said."assignmentId" = a."id"
    WHERE ${inScope(workspaceId, scope)}
    GROUP BY a."agencyId"`
  return z.array(agencyWeekRow).parse(rows)
}

const agencyWeekRow: z.ZodType<AgencyWeek> = z.object({
  agencyId: z.string(),
  before: z.int(),
  done: z.int(),
  newlyLate: z.int(),
  updates: z.int(),
})

/** The clock's side: whatever summary is due, in every workspace. Who cannot be reached keeps theirs until they can. */
export const createSummarySweep = (tx: Transaction): SummarySweep => ({
  listDueOffices: (now) =>
    listOffices(tx, Prisma.sql`workspace."id" IN (SELECT due."workspaceId" FROM (${dueBy(now)}) due)`),

  listDue: async (workspaceIds, now, limit) =>
    z.array(dueRow).parse(
      await tx.$queryRaw`
        SELECT due."kind", due."id", due."workspaceId" FROM (${dueBy(now)}) due
        WHERE due."workspaceId" = ANY(${[...workspaceIds]}::uuid[])
        ORDER BY due."summaryDueAt" LIMIT ${limit}::int`,
    ),
})

const dueBy = (now: Date): Prisma.Sql => Prisma.sql`
  SELECT 'group' AS "kind", chat."id", chat."workspaceId", chat."summaryDueAt" FROM "Chat" chat
  WHERE chat."summaryDueAt" <= ${now} AND chat."kind" = 'group' AND chat."blockedAt" IS NULL
  UNION ALL
  SELECT 'person', person."id", person."workspaceId", person."summaryDueAt" FROM "Person" person
  WHERE person."summaryDueAt" <= ${now} AND ${isReachable(Prisma.sql`person."id"`)}`

const dueRow = z.object({ kind: z.enum(['group', 'person']), id: z.string(), workspaceId: z.string() })
