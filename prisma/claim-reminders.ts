import type { Look } from '../domain/look.ts'
import type { DueAssignment, ReminderKind, ReminderSweep } from '../domain/ports/reminders.ts'
import { daysBetween } from '../domain/time.ts'
import { claimEscalations } from './claim-escalations.ts'
import { Prisma } from './generated/client.ts'
import { above, withRecipients, withStandIns } from './reminder-recipients.ts'
import type { Transaction } from './transaction.ts'

type Items = Parameters<ReminderSweep['claim']>[0]

/**
 * At most four statements whatever the number: a reminder per person and for those who stand in, what is reported
 * above, and the next time of each assignment or none.
 */
export const claimReminders = async (tx: Transaction, items: Items, now: Date): Promise<void> => {
  await claimMilestones(tx, items.flatMap(rowsOf), now)
  const steps = items.flatMap(({ due, look: { step } }) => (step === null ? [] : [{ due, step }]))
  if (steps.length > 0) await claimEscalations(tx, steps, now)
  await moveOn(tx, items)
}

interface Row {
  readonly due: DueAssignment
  readonly kind: ReminderKind
  readonly milestone: number
  readonly heads: boolean
}

/** A silence is named by the day it began on. */
const rowsOf = ({ due, look }: { readonly due: DueAssignment; readonly look: Look }): readonly Row[] => [
  ...(look.milestone === null
    ? []
    : [{ due, kind: 'due' as const, milestone: look.milestone.milestone, heads: look.heads }]),
  ...(look.silent
    ? [{ due, kind: 'silent' as const, milestone: daysBetween('1970-01-01', due.silence.since), heads: false }]
    : []),
]

/** Where nobody has joined from an agency its milestones reach the coordinators. */
const claimMilestones = async (tx: Transaction, rows: readonly Row[], now: Date): Promise<void> => {
  if (rows.length === 0) return
  const given = Prisma.sql`SELECT * FROM unnest(
    ${rows.map(({ due }) => due.id)}::uuid[], ${rows.map(({ due }) => due.agencyId)}::uuid[],
    ${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ milestone }) => milestone)}::int[],
    ${rows.map(({ heads }) => heads)}::boolean[], ${rows.map(({ due }) => due.dueVersion)}::int[],
    ${rows.map(({ due }) => due.remindAt.toISOString())}::timestamptz[]
  ) AS reached (id, agency, kind, milestone, heads, version, due_at)`
  const agencyIds = [...new Set(rows.map(({ due }) => due.agencyId))]
  const workspaceIds = [...new Set(rows.map(({ due }) => due.workspaceId))]
  const at = Prisma.sql`${now}::timestamptz`
  await tx.$executeRaw`
    ${withRecipients({ items: given, agencyIds, at })}, lost AS (
      SELECT item.*, upper."workspaceId", upper."personId" FROM item
      JOIN "Agency" agency ON agency."id" = item.agency
      JOIN (${above(['coordinator'], workspaceIds)}) upper ON upper."workspaceId" = agency."workspaceId"
      WHERE item.kind = 'due' AND NOT EXISTS (SELECT 1 FROM member WHERE member."agencyId" = item.agency)
    ), reached AS (
      SELECT "workspaceId", id, "toldId", kind, milestone, version, due_at FROM recipient
      UNION
      SELECT "workspaceId", id, "toldId", 'unreached', milestone, version, due_at
      FROM (${withStandIns(Prisma.sql`lost`, at)}) instead
    )
    INSERT INTO "Reminder"
      ("workspaceId", "assignmentId", "personId", "kind", "milestone", "dueVersion", "dueAt", "claimedAt")
    SELECT "workspaceId", id, "toldId", kind::"ReminderKind", milestone, version, due_at, ${at} FROM reached
    ON CONFLICT ("assignmentId", "personId", "kind", "milestone", "dueVersion") DO NOTHING`
}

const moveOn = async (tx: Transaction, items: Items): Promise<void> => {
  const nexts = items.flatMap(({ due, look: { following } }) =>
    following === null ? [] : [{ id: due.id, at: following.toISOString() }],
  )
  const lasts = items.flatMap(({ due, look }) => (look.following === null ? [due.id] : []))
  if (nexts.length > 0) {
    await tx.$executeRaw`
      UPDATE "NextReminder" next SET "remindAt" = item.at
      FROM unnest(${nexts.map(({ id }) => id)}::uuid[], ${nexts.map(({ at }) => at)}::timestamptz[]) AS item (id, at)
      WHERE next."assignmentId" = item.id`
  }
  if (lasts.length > 0) await tx.$executeRaw`DELETE FROM "NextReminder" WHERE "assignmentId" = ANY(${lasts}::uuid[])`
}
