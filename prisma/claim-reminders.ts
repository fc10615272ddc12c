import type { ReminderSweep } from '../domain/ports/reminders.ts'
import { Prisma } from './generated/client.ts'
import { withRecipients } from './reminder-recipients.ts'
import type { Transaction } from './transaction.ts'

type Items = Parameters<ReminderSweep['claim']>[0]

/** Three statements whatever the number: a reminder per person and for those who stand in, and the next milestone of each assignment or none. */
export const claimReminders = async (tx: Transaction, items: Items, now: Date): Promise<void> => {
  const reached = items.flatMap(({ due, milestone }) => (milestone === null ? [] : [{ due, milestone }]))
  const given = Prisma.sql`SELECT * FROM unnest(
    ${reached.map(({ due }) => due.id)}::uuid[], ${reached.map(({ due }) => due.agencyId)}::uuid[],
    ${reached.map(({ milestone }) => milestone)}::int[], ${reached.map(({ due }) => due.dueVersion)}::int[],
    ${reached.map(({ due }) => due.remindAt.toISOString())}::timestamptz[]
  ) AS reached (id, agency, milestone, version, due_at)`
  const agencyIds = [...new Set(reached.map(({ due }) => due.agencyId))]
  const at = Prisma.sql`${now}::timestamptz`
  await tx.$executeRaw`
    ${withRecipients({ items: given, agencyIds, at })}
    INSERT INTO "Reminder"
      ("workspaceId", "assignmentId", "personId", "milestone", "dueVersion", "dueAt", "claimedAt")
    SELECT "workspaceId", id, "toldId", milestone, version, due_at, ${at} FROM recipient
    ON CONFLICT ("assignmentId", "personId", "milestone", "dueVersion") DO NOTHING`
  await moveOn(tx, items)
}

const moveOn = async (tx: Transaction, items: Items): Promise<void> => {
  const nexts = items.flatMap(({ due, next }) => (next === null ? [] : [{ id: due.id, at: next.toISOString() }]))
  const lasts = items.flatMap(({ due, next }) => (next === null ? [due.id] : []))
  if (nexts.length > 0) {
    await tx.$executeRaw`
      UPDATE "NextReminder" next SET "remindAt" = item.at
      FROM unnest(${nexts.map(({ id }) => id)}::uuid[], ${nexts.map(({ at }) => at)}::timestamptz[]) AS item (id, at)
      WHERE next."assignmentId" = item.id`
  }
  if (lasts.length > 0) await tx.$executeRaw`DELETE FROM "NextReminder" WHERE "assignmentId" = ANY(${lasts}::uuid[])`
}
