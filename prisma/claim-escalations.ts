import { type Level, levels, rankOfLevel, type Step } from '../domain/escalation.ts'
import type { DueAssignment } from '../domain/ports/reminders.ts'
import { Prisma } from './generated/client.ts'
import { above, withRecipients, withStandIns } from './reminder-recipients.ts'
import type { Transaction } from './transaction.ts'

interface Reached {
  readonly due: DueAssignment
  readonly step: Step
}

/**
 * One statement whatever the number. A step that this due date has reached in the ledger, or one above it, is not
 * reached again; where nobody is at its level it goes to the next; nobody hears of one due date twice in two roles.
 * The people who do the work are told of what was really reported.
 */
export const claimEscalations = async (tx: Transaction, steps: readonly Reached[], now: Date): Promise<void> => {
  const given = Prisma.sql`SELECT * FROM unnest(
    ${steps.map(({ due }) => due.id)}::uuid[], ${steps.map(({ due }) => due.agencyId)}::uuid[],
    ${steps.map(({ due }) => due.workspaceId)}::uuid[], ${steps.map(({ step }) => rankOfLevel(step.level))}::int[],
    ${steps.map(({ step }) => [step.level, ...step.beyond].reduce((set, level) => set | bitOf(level), 0))}::int[],
    ${steps.map(({ due }) => due.dueVersion)}::int[], ${steps.map(({ due, step }) => laterOf(step.at, due.remindAt).toISOString())}::timestamptz[]
  ) AS step (id, agency, workspace, rank, levels, version, due_at)`
  const agencyIds = [...new Set(steps.map(({ due }) => due.agencyId))]
  const workspaceIds = [...new Set(steps.map(({ due }) => due.workspaceId))]
  const at = Prisma.sql`${now}::timestamptz`
  const reported = Prisma.sql`
    fresh AS (
      SELECT step.*, a."assigneeId" AS doer FROM (${given}) step JOIN "Assignment" a ON a."id" = step.id
      WHERE NOT EXISTS (
        SELECT 1 FROM "Reminder" before WHERE before."assignmentId" = step.id AND before."kind" = 'escalated'
          AND before."dueVersion" = step.version AND before."milestone" >= step.rank)
    ), upper AS (${above(levels, workspaceIds)}
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
      FROM (${withStandIns(Prisma.sql`chosen`, at)}) instead WHERE NOT EXISTS (
        SELECT 1 FROM "Reminder" lower WHERE lower."assignmentId" = instead.id AND lower."personId" = instead."toldId"
          AND lower."kind" = 'escalated' AND lower."dueVersion" = instead.version)
      ON CONFLICT ("assignmentId", "personId", "kind", "milestone", "dueVersion") DO NOTHING
      RETURNING "assignmentId", "personId", "milestone", "dueVersion", "dueAt"
    ),`
  const items = Prisma.sql`
    SELECT DISTINCT escalated."assignmentId" AS id, own."agencyId" AS agency, false AS heads,
      escalated."milestone" AS rank, escalated."dueVersion" AS version, escalated."dueAt" AS due_at
    FROM escalated JOIN "Assignment" own ON own."id" = escalated."assignmentId"`
  await tx.$executeRaw`
    ${withRecipients({ first: reported, items, agencyIds, at })}
    INSERT INTO "Reminder"
      ("workspaceId", "assignmentId", "personId", "kind", "milestone", "dueVersion", "dueAt", "claimedAt")
    SELECT DISTINCT "workspaceId", id, "toldId", 'told'::"ReminderKind", rank, version, due_at, ${at} FROM recipient
    WHERE NOT EXISTS (
      SELECT 1 FROM escalated WHERE escalated."assignmentId" = recipient.id AND escalated."personId" = recipient."toldId")
    ON CONFLICT ("assignmentId", "personId", "kind", "milestone", "dueVersion") DO NOTHING`
}

/**
 * A head who does it, or who hears of every milestone because nobody was named to do it, needs no report of it.
 */
const isToldAnyway: Prisma.Sql = Prisma.sql`
  candidate.reached = ${rankOfLevel('head')}::int AND (
    candidate."personId" = candidate.doer OR (
      NOT EXISTS (
        SELECT 1 FROM "Membership" named WHERE named."personId" = candidate.doer AND named."agencyId" = candidate.agency)
      AND EXISTS (
        SELECT 1 FROM "Reminder" said WHERE said."assignmentId" = candidate.id AND said."kind" = 'due'
          AND said."personId" = candidate."personId" AND said."dueVersion" = candidate.version
          AND said."milestone" < 0)))`

/** Levels as a set in one number. */
const bitOf = (level: Level): number => 1 << rankOfLevel(level)

const laterOf = (one: Date, other: Date): Date => (one > other ? one : other)
