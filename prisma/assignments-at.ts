import { z } from 'zod'
import type { LateBecause } from '../domain/ports/periods.ts'
import { Prisma } from './generated/client.ts'
import type { Transaction } from './transaction.ts'

// What stood at a moment that has passed, told by the history. Everything that moves an assignment writes what was
// before it and after it ("StatusUpdate"), but for two things: an amended plan, which moves due dates and cancels
// without a word in it, and what was taken back, whose moment is in "undoneAt".

interface Past {
  readonly workspaceId: string
  readonly at: Date
  readonly zone: string
}

/** Who does it and what others contribute moves nothing. */
const moves = Prisma.sql`u."kind" NOT IN ('assignee', 'contribute')`

/** What the assignments went through after the moment, with what they were before and after it. */
const events = ({ workspaceId, at }: Past): Prisma.Sql => Prisma.sql`
  SELECT u."assignmentId", u."id", u."at" AS "when", 0 AS "turn",
    u."stateBefore" AS "from", u."stateAfter" AS "to", u."obstacleBefore" AS "obstacleFrom",
    u."obstacleAfter" AS "obstacleTo", u."dueBefore" AS "dueFrom", u."dueAfter" AS "dueTo"
  FROM "StatusUpdate" u WHERE u."workspaceId" = ${workspaceId}::uuid AND u."at" > ${at} AND ${moves}
  UNION ALL
  SELECT u."assignmentId", u."id", u."undoneAt", 1, u."stateAfter", u."stateBefore", u."obstacleAfter",
    u."obstacleBefore", u."dueAfter", u."dueBefore"
  FROM "StatusUpdate" u WHERE u."workspaceId" = ${workspaceId}::uuid AND u."undoneAt" > ${at} AND ${moves}`

/** What the agency itself said by the moment: since it has the work, where that was moved to it. */
const hadSpoken = ({ at }: Past): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM "StatusUpdate" u WHERE u."assignmentId" = a."id" AND u."at" <= ${at}
    AND (u."undoneAt" IS NULL OR u."undoneAt" > ${at})
    AND u."kind" IN ('acknowledge', 'progress', 'done', 'obstacle', 'evidence', 'return')
    AND NOT EXISTS (
      SELECT 1 FROM "StatusUpdate" taken WHERE taken."assignmentId" = a."id" AND taken."at" <= ${at}
        AND taken."at" > u."at" AND taken."kind" = 'reassign' AND taken."stateBefore" IN ('returned', 'cancelled')))`

/** The day on which it was done, of what was opened again after the moment. */
const dayDone = ({ at, zone }: Past): Prisma.Sql => Prisma.sql`(
  SELECT (u."at" AT TIME ZONE ${zone}::text)::date FROM "StatusUpdate" u
  WHERE u."assignmentId" = a."id" AND u."at" <= ${at} AND (u."undoneAt" IS NULL OR u."undoneAt" > ${at})
    AND u."stateAfter" = 'done' AND u."stateBefore" <> 'done'
  ORDER BY u."at" DESC, u."id" DESC LIMIT 1)`

/**
 * The assignments of a workspace as they were at a moment, as a table in the place of "Assignment": the columns that
 * figures are made of, and "isProven", whether the history leads from there to what they are now without a gap.
 */
export const assignmentsAt = (past: Past): Prisma.Sql => Prisma.sql`(
  WITH event AS MATERIALIZED (${events(past)}), first AS (
    SELECT DISTINCT ON (event."assignmentId") event.* FROM event
    ORDER BY event."assignmentId", event."when", event."turn", event."id"
  ), first_due AS (
    SELECT DISTINCT ON (event."assignmentId") event."assignmentId", event."dueFrom" FROM event
    WHERE event."dueFrom" IS DISTINCT FROM event."dueTo"
    ORDER BY event."assignmentId", event."when", event."turn", event."id"
  ), step AS (
    SELECT event."assignmentId", event."to", event."obstacleTo",
      lead(event."from") OVER following AS "nextFrom", lead(event."obstacleFrom") OVER following AS "nextObstacle",
      lead(event."id") OVER following IS NULL AS "isLast"
    FROM event WINDOW following AS (PARTITION BY event."assignmentId" ORDER BY event."when", event."turn", event."id")
  ), gap AS (
    SELECT DISTINCT step."assignmentId" FROM step JOIN "Assignment" now ON now."id" = step."assignmentId"
    WHERE CASE WHEN step."isLast" THEN step."to" <> now."state" OR step."obstacleTo" IS DISTINCT FROM now."obstacle"
      ELSE step."to" <> step."nextFrom" OR step."obstacleTo" IS DISTINCT FROM step."nextObstacle" END
  )
  SELECT a."id", a."workspaceId", a."taskId", a."agencyId", a."originalDueOn", coalesce(first."from", a."state") AS "state",
    CASE WHEN first."id" IS NULL THEN a."obstacle" ELSE first."obstacleFrom" END AS "obstacle",
    CASE WHEN first_due."assignmentId" IS NULL THEN a."dueOn" ELSE first_due."dueFrom" END AS "dueOn",
    CASE WHEN coalesce(first."from", a."state") <> 'done' THEN NULL
      WHEN first."id" IS NULL OR (SELECT bool_and(event."from" = 'done' AND event."to" = 'done') FROM event
        WHERE event."assignmentId" = a."id") THEN a."doneOn"
      ELSE ${dayDone(past)} END AS "doneOn",
    CASE WHEN first."id" IS NULL THEN a."lastUpdateAt"
      WHEN first."from" = 'submitted' OR ${hadSpoken(past)} THEN ${past.at}::timestamptz END AS "lastUpdateAt",
    gap."assignmentId" IS NULL AS "isProven"
  FROM "Assignment" a LEFT JOIN first ON first."assignmentId" = a."id"
  LEFT JOIN first_due ON first_due."assignmentId" = a."id" LEFT JOIN gap ON gap."assignmentId" = a."id"
  WHERE a."workspaceId" = ${past.workspaceId}::uuid AND a."createdAt" <= ${past.at})`

/** Why the history does not tell what stood at a moment; null when it does. */
export const findGap = async (tx: Transaction, past: Past): Promise<LateBecause | null> => {
  const { workspaceId, at } = past
  const amended = await tx.auditEvent.count({
    where: { workspaceId, at: { gt: at }, action: 'amend', subject: 'plan' },
  })
  if (amended > 0) return 'amended'
  const rows = await tx.$queryRaw`
    SELECT count(*)::int AS "count" FROM ${assignmentsAt(past)} AS a
    WHERE NOT a."isProven" OR (a."state" = 'done' AND a."doneOn" IS NULL)`
  return z.tuple([z.object({ count: z.int() })]).parse(rows)[0].count > 0 ? 'history' : null
}
