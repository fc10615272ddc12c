import { rankOfLevel } from '../domain/escalation.ts'
import { Prisma } from './generated/client.ts'
import { above, withRecipients, withStandIns } from './reminder-recipients.ts'
import { type Decided, decidedRows } from './taken-reminders.ts'
import type { Transaction } from './transaction.ts'

/**
 * One statement whatever the number. What was reported before is looked up by its assignment: compared as text, so that
 * the index of what was reported to whom is not taken for it, which a database that has not counted yet does. A step that this due date has reached in the ledger, or one above it, is not
 * reached again; where nobody is at its level it goes to the next; nobody hears of one due date twice in two roles.
 * The people who do the work are told of what was really reported.
 */
export const claimEscalations = async (tx: Transaction, decided: readonly Decided[], now: Date): Promise<void> => {
  const reaching = decided.filter(({ look }) => look.step !== null)
  if (reaching.length === 0) return
  const at = Prisma.sql`${now}::timestamptz`
  const reported = Prisma.sql`
    fresh AS (
      SELECT taken.id, taken.workspace, taken.agency, taken.version, taken.doer, step.levels,
        greatest(step.step_at, taken.planned_at, taken.changed_at) AS due_at, before.people AS told_before
      FROM taken JOIN (${decidedRows(reaching)}) step USING (number) CROSS JOIN LATERAL (
        SELECT coalesce(max(one."milestone"), 0) AS rank, coalesce(array_agg(one."personId"), '{}') AS people
        FROM "Reminder" one
        WHERE one."assignmentId" = taken.id AND one."kind"::text = 'escalated' AND one."dueVersion" = taken.version
      ) before
      WHERE before.rank < step.rank
    ), upper AS (${above(Prisma.sql`SELECT taken.workspace FROM taken`)}
    ), candidate AS (
      SELECT fresh.*, upper."workspaceId", upper."personId", upper.rank AS reached,
        min(upper.rank) OVER (PARTITION BY fresh.id) AS nearest
      FROM fresh JOIN upper ON upper."workspaceId" = fresh.workspace AND (fresh.levels & (1 << upper.rank)) > 0
        AND (upper.rank > ${rankOfLevel('head')}::int OR upper."agencyId" = fresh.agency)
    ), chosen AS (
      SELECT candidate.* FROM candidate WHERE reached = nearest AND NOT (${isToldAnyway})
    ), escalated AS (
      INSERT INTO "Reminder"
        ("workspaceId", "assignmentId", "personId", "kind", "milestone", "dueVersion", "dueAt", "claimedAt")
      SELECT DISTINCT "workspaceId", id, "toldId", 'escalated'::"ReminderKind", reached, version, due_at, ${at}
      FROM (${withStandIns(Prisma.sql`chosen`, at)}) instead WHERE "toldId" <> ALL(told_before)
      ON CONFLICT ("assignmentId", "personId", "kind", "milestone", "dueVersion") DO NOTHING
      RETURNING "assignmentId", "personId", "milestone", "dueVersion", "dueAt"
    ),`
  const items = Prisma.sql`
    SELECT DISTINCT taken.id, taken.agency, taken.doer, false AS heads, escalated."milestone" AS rank,
      escalated."dueVersion" AS version, escalated."dueAt" AS due_at
    FROM escalated JOIN taken ON taken.id = escalated."assignmentId"`
  await tx.$executeRaw`
    ${withRecipients({ first: reported, items, agencies: Prisma.sql`SELECT taken.agency FROM taken`, at })}
    INSERT INTO "Reminder"
      ("workspaceId", "assignmentId", "personId", "kind", "milestone", "dueVersion", "dueAt", "claimedAt")
    SELECT DISTINCT "workspaceId", id, "toldId", 'told'::"ReminderKind", rank, version, due_at, ${at} FROM recipient
    WHERE (id, "toldId") NOT IN (SELECT escalated."assignmentId", escalated."personId" FROM escalated)
    ON CONFLICT ("assignmentId", "personId", "kind", "milestone", "dueVersion") DO NOTHING`
}

/** A head who does it, or who was told that it is late because nobody was named to do it, needs no report of it. */
const isToldAnyway: Prisma.Sql = Prisma.sql`
  candidate.reached = ${rankOfLevel('head')}::int AND (
    candidate."personId" IS NOT DISTINCT FROM candidate.doer OR (
      NOT EXISTS (
        SELECT 1 FROM "Membership" named WHERE named."personId" = candidate.doer AND named."agencyId" = candidate.agency)
      AND EXISTS (
        SELECT 1 FROM "Reminder" said WHERE said."assignmentId" = candidate.id AND said."kind" = 'due'
          AND said."personId" = candidate."personId" AND said."dueVersion" = candidate.version
          AND said."milestone" < 0)))`
