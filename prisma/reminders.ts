import { z } from 'zod'
import type { DueAssignment, Reminders, ReminderSweep, WaitingReminder } from '../domain/ports/reminders.ts'
import { isOpen } from './assignment-conditions.ts'
import { assignmentColumns, assignmentRow, assignmentTables } from './assignment-rows.ts'
import { Prisma } from './generated/client.ts'
import { isReachable, tellable } from './reachable.ts'
import type { Transaction } from './transaction.ts'

/** The reminders of one workspace's people. */
export const createReminders = (tx: Transaction, workspaceId: string): Reminders => ({
  listWaiting: (personId) => listWaiting(tx, workspaceId, personId),

  markSaid: async (reminderIds, messageKey) => {
    const { count } = await tx.reminder.updateMany({
      where: { id: { in: [...reminderIds] }, workspaceId, messageKey: null },
      data: { messageKey },
    })
    return count
  },
})

const listWaiting = async (
  tx: Transaction,
  workspaceId: string,
  personId: string,
): Promise<readonly WaitingReminder[]> => {
  const rows = await tx.$queryRaw`
    SELECT ${assignmentColumns}, reminder."id" AS "reminderId", reminder."milestone", reminder."dueAt"
    FROM "Reminder" reminder JOIN "Assignment" a ON a."id" = reminder."assignmentId" ${assignmentTables}
    WHERE reminder."workspaceId" = ${workspaceId}::uuid AND reminder."personId" = ${personId}::uuid
      AND reminder."messageKey" IS NULL
    ORDER BY a."dueOn", task."number", agency."folded", reminder."dueAt"`
  const extras = z.array(waitingRow).parse(rows)
  return z
    .array(assignmentRow)
    .parse(rows)
    .flatMap((assignment, index) => {
      const extra = extras[index]
      return extra ? [{ id: extra.reminderId, milestone: extra.milestone, dueAt: extra.dueAt, assignment }] : []
    })
}

const waitingRow = z.object({ reminderId: z.string(), milestone: z.int(), dueAt: z.date() })

/** The clock's side: whatever is due, in every workspace. */
export const createReminderSweep = (tx: Transaction): ReminderSweep => ({
  listZones: async (now) =>
    z
      .array(z.object({ zone: z.string() }))
      .parse(
        await tx.$queryRaw`
          SELECT DISTINCT workspace."zone" FROM "Workspace" workspace
          WHERE workspace."id" IN (SELECT a."workspaceId" FROM "Assignment" a WHERE ${isDue(now)})
          ORDER BY workspace."zone"`,
      )
      .map(({ zone }) => zone),

  takeDue: async (zone, now, limit) =>
    z.array(dueRow).parse(
      await tx.$queryRaw`
        SELECT a."id", a."workspaceId", a."agencyId", a."dueOn"::text AS "dueOn", a."dueVersion", a."remindAt"
        FROM "Assignment" a JOIN "Workspace" workspace ON workspace."id" = a."workspaceId"
        WHERE ${isDue(now)} AND workspace."zone" = ${zone}
        ORDER BY a."remindAt" LIMIT ${limit}::int
        FOR UPDATE OF a SKIP LOCKED`,
    ),

  claim: (items, now) => claimReminders(tx, items, now),

  // Who cannot be reached any more keeps what waits for them and must not keep others waiting.
  listWaitingPeople: async (limit) =>
    z.array(personRow).parse(
      await tx.$queryRaw`
        SELECT waiting."workspaceId", waiting."personId", workspace."zone" FROM (
          SELECT DISTINCT reminder."workspaceId", reminder."personId" FROM "Reminder" reminder
          WHERE reminder."messageKey" IS NULL
        ) waiting
        JOIN "Workspace" workspace ON workspace."id" = waiting."workspaceId"
        WHERE ${isReachable(Prisma.sql`waiting."personId"`)}
        LIMIT ${limit}::int`,
    ),
})

const isDue = (now: Date): Prisma.Sql => Prisma.sql`a."remindAt" <= ${now} AND a."dueOn" IS NOT NULL AND ${isOpen}`

const dueRow: z.ZodType<DueAssignment> = z.object({
  id: z.string(),
  workspaceId: z.string(),
  agencyId: z.string(),
  dueOn: z.string(),
  dueVersion: z.int(),
  remindAt: z.date(),
})

const personRow = z.object({ workspaceId: z.string(), personId: z.string(), zone: z.string() })

/** Two statements whatever the number: a reminder per person, and the next milestone of each assignment. */
const claimReminders = async (
  tx: Transaction,
  items: Parameters<ReminderSweep['claim']>[0],
  now: Date,
): Promise<void> => {
  const ids = items.map(({ due }) => due.id)
  const agencyIds = [...new Set(items.map(({ due }) => due.agencyId))]
  const milestones = items.map(({ milestone }) => milestone)
  const versions = items.map(({ due }) => due.dueVersion)
  const dueAts = items.map(({ due }) => due.remindAt.toISOString())
  const nexts = items.map(({ next }) => next?.toISOString() ?? null)
  await tx.$executeRaw`
    INSERT INTO "Reminder"
      ("id", "workspaceId", "assignmentId", "personId", "milestone", "dueVersion", "dueAt", "claimedAt")
    SELECT gen_random_uuid(), a."workspaceId", a."id", told."personId", item.milestone, item.version,
      greatest(item.due_at, a."updatedAt"), ${now}
    FROM unnest(${ids}::uuid[], ${milestones}::int[], ${versions}::int[], ${dueAts}::timestamptz[])
      AS item (id, milestone, version, due_at)
    JOIN "Assignment" a ON a."id" = item.id
    JOIN (
      SELECT DISTINCT m."workspaceId", m."agencyId", m."personId" FROM "Membership" m
      WHERE m."agencyId" = ANY(${agencyIds}::uuid[]) AND m."role" = ANY(${tellable}::text[]::"Role"[])
        AND ${isReachable(Prisma.sql`m."personId"`)}
    ) told ON told."agencyId" = a."agencyId" AND told."workspaceId" = a."workspaceId"
    WHERE item.milestone IS NOT NULL
    ON CONFLICT ("assignmentId", "personId", "milestone", "dueVersion") DO NOTHING`
  await tx.$executeRaw`
    UPDATE "Assignment" a SET "remindAt" = item.next
    FROM unnest(${ids}::uuid[], ${nexts}::timestamptz[]) AS item (id, next)
    WHERE a."id" = item.id`
}
