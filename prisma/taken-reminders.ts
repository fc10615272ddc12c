import { z } from 'zod'
import { type Level, rankOfLevel } from '../domain/escalation.ts'
import type { Look, Silence } from '../domain/look.ts'
import type { DueCase, DueWanted, Share } from '../domain/ports/reminders.ts'
import { isOpen } from './assignment-conditions.ts'
import { Prisma } from './generated/client.ts'
import { givenLate } from './given-late.ts'
import { silenceColumns } from './silences.ts'
import type { Transaction } from './transaction.ts'

// Thousands of assignments are due on one morning, in a few dozen cases. What was taken stays in the database, in a
// table of the transaction's own; the cases come out to be decided, and the decisions go back.

/** Of "NextReminder" AS next and "Assignment" AS a. */
export const isDue = (now: Date): Prisma.Sql => Prisma.sql`next."remindAt" <= ${now} AND ${isOpen}`

/** Whether an assignment (its id) is in a share: the last byte of an id is as good as drawn. */
export const isInShare = (assignmentId: Prisma.Sql, { index, of }: Share): Prisma.Sql => Prisma.sql`
  get_byte(uuid_send(${assignmentId}), 15) % ${of}::int = ${index}::int`

/** A case by its number among those taken together. */
export interface TakenCase {
  readonly number: number
  readonly count: number
  readonly due: DueCase
}

/** Takes what is due, as the table `taken`, until the end of the transaction. Returns its cases. */
export const takeDue = async (
  tx: Transaction,
  { workspaceIds, now, share, limit }: DueWanted,
): Promise<readonly TakenCase[]> => {
  await tx.$executeRaw`
    CREATE TEMPORARY TABLE taken ON COMMIT DROP AS
    WITH due AS (
      SELECT a."id", a."workspaceId" AS workspace, a."agencyId" AS agency, a."assigneeId" AS doer, a."dueOn" AS due_on,
        CASE WHEN a."dueOn" IS NULL THEN 0 ELSE a."dueVersion" END AS version, a."lastUpdateAt" AS heard_at,
        coalesce(plan."milestones", workspace."milestones") AS rule,
        coalesce(plan."escalation", workspace."escalation") AS escalation,
        next."remindAt" AS planned_at, a."updatedAt" AS changed_at, ${givenLate} AS given_on, ${silenceColumns}
      FROM "NextReminder" next JOIN "Assignment" a ON a."id" = next."assignmentId"
      JOIN "Task" task ON task."id" = a."taskId" JOIN "Plan" plan ON plan."id" = task."planId"
      JOIN "Workspace" workspace ON workspace."id" = next."workspaceId"
      WHERE ${isDue(now)} AND next."workspaceId" = ANY(${[...workspaceIds]}::uuid[])
        AND ${isInShare(Prisma.sql`next."assignmentId"`, share)}
      ORDER BY next."remindAt" LIMIT ${limit}::int
      FOR UPDATE OF next SKIP LOCKED
    ), known AS (
      SELECT id, workspace, agency, doer, due_on, given_on, version, heard_at, rule, escalation, planned_at, changed_at,
        CASE WHEN due_on IS NOT NULL AND NOT asked THEN since END AS since
      FROM due
    )
    SELECT dense_rank() OVER (ORDER BY workspace, due_on, given_on, rule, escalation, since)::int AS number, known.* FROM known`
  const rows = await tx.$queryRaw`
    SELECT number, count(*)::int AS "count", workspace::text AS "workspaceId", due_on::text AS "dueOn",
      given_on::text AS "givenOn", rule, escalation, since::text AS "since"
    FROM taken GROUP BY number, workspace, due_on, given_on, rule, escalation, since ORDER BY number`
  return z
    .array(caseRow)
    .parse(rows)
    .map(({ number, count, since, ...due }) => ({ number, count, due: { ...due, silence: silenceFrom(since) } }))
}

const caseRow = z.object({
  ...{ number: z.int(), count: z.int(), workspaceId: z.string(), dueOn: z.string().nullable() },
  givenOn: z.string().nullable(),
  ...{ rule: z.string().nullable(), escalation: z.string().nullable(), since: z.string().nullable() },
})

/** Where it was asked about already, or never is, it does not matter since when. */
const silenceFrom = (since: string | null): Silence =>
  since === null ? { since: '1970-01-01', asked: true } : { since, asked: false }

/** What was decided about a case. */
export interface Decided {
  readonly number: number
  readonly look: Look
}

/** The decisions as a query: by number what columns of these names say, null where there is nothing. */
export const decidedRows = (decided: readonly Decided[]): Prisma.Sql => {
  const looks = decided.map(({ look }) => look)
  return Prisma.sql`SELECT * FROM unnest(
    ${decided.map(({ number }) => number)}::int[],
    ${looks.map(({ milestone }) => milestone?.milestone ?? null)}::int[],
    ${looks.map(({ milestone }) => timeOf(milestone?.lapsesAfter))}::timestamptz[],
    ${looks.map(({ milestone }) => timeOf(milestone?.answeredFrom))}::timestamptz[],
    ${looks.map(({ heads }) => heads)}::boolean[], ${looks.map(({ silent }) => silent)}::boolean[],
    ${looks.map(({ step }) => step && rankOfLevel(step.level))}::int[],
    ${looks.map(({ step }) => (step === null ? 0 : [step.level, ...step.beyond].reduce(withLevel, 0)))}::int[],
    ${looks.map(({ step }) => timeOf(step?.at))}::timestamptz[],
    ${looks.map(({ following }) => timeOf(following))}::timestamptz[]
  ) AS one (number, milestone, lapses_after, answered_from, heads, silent, rank, levels, step_at, following)`
}

const timeOf = (at: Date | null | undefined): string | null => at?.toISOString() ?? null

/** Levels as a set in one number. */
const withLevel = (set: number, level: Level): number => set | (1 << rankOfLevel(level))
