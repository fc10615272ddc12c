import { z } from 'zod'
import type { Reminders, ReminderSweep, WaitingReminder } from '../domain/ports/reminders.ts'
import { isOpen } from './assignment-conditions.ts'
import { assignmentColumns, assignmentRow, assignmentTables } from './assignment-rows.ts'
import { Prisma } from './generated/client.ts'
import { listOffices } from './offices.ts'
import { findNext, findSaid, listSaid } from './said-reminders.ts'
import { findSilence, listLevels, listReported } from './reported.ts'
import { reminderKind, silenceColumns, silenceRow } from './silences.ts'
import { claimReminders } from './claim-reminders.ts'
import { isReachable } from './reachable.ts'
import { listClaimed, listTold } from './reminder-schedule.ts'
import { claimSnoozes } from './snoozes.ts'
import type { Transaction } from './transaction.ts'

/** The reminders of one workspace's people. */
export const createReminders = (tx: Transaction, workspaceId: string): Reminders => ({
  listWaiting: (personId) => listWaiting(tx, workspaceId, personId),

  listSaid: (personId, wanted) => listSaid(tx, workspaceId, personId, wanted),
  findSaid: (personId, assignmentId) => findSaid(tx, workspaceId, personId, assignmentId),
  findNext: (assignmentId) => findNext(tx, workspaceId, assignmentId),
  listReported: (personId, assignmentId) => listReported(tx, workspaceId, personId, assignmentId),
  findSilence: (assignmentId) => findSilence(tx, workspaceId, assignmentId),
  listLevels: (agencyId) => listLevels(tx, workspaceId, agencyId),
  listClaimed: (assignmentId) => listClaimed(tx, workspaceId, assignmentId),
  listTold: (assignment, moments) => listTold(tx, workspaceId, assignment, moments),

  markSaid: (reminderIds, messageKey) => tx.$executeRaw`
    UPDATE "Reminder" reminder SET "messageKey" = ${messageKey}
    FROM (SELECT string_to_array(id, ':') AS part FROM unnest(${[...reminderIds]}::text[]) AS said (id)) said
    WHERE reminder."assignmentId" = said.part[1]::uuid AND reminder."personId" = said.part[2]::uuid
      AND reminder."milestone" = said.part[3]::int AND reminder."dueVersion" = said.part[4]::int
      AND reminder."kind" = said.part[5]::"ReminderKind"
      AND reminder."workspaceId" = ${workspaceId}::uuid AND reminder."messageKey" IS NULL`,
})

/** The key of a row as one text, which markSaid takes apart again. */
const reminderId = Prisma.sql`concat_ws(':', reminder."assignmentId", reminder."personId", reminder."milestone",
  reminder."dueVersion", reminder."kind")`

const listWaiting = async (
  tx: Transaction,
  workspaceId: string,
  personId: string,
): Promise<readonly WaitingReminder[]> => {
  const rows = await tx.$queryRaw`
    SELECT ${assignmentColumns}, ${reminderId} AS "reminderId", reminder."kind"::text AS "reminderKind",
      reminder."milestone", reminder."dueVersion" AS "ofVersion", reminder."dueAt", a."lastUpdateAt" AS "heardAt",
      presser."name" AS "urgedBy"
    FROM "Reminder" reminder JOIN "Assignment" a ON a."id" = reminder."assignmentId" ${assignmentTables}
    LEFT JOIN "Urging" urging ON reminder."kind" = 'urged' AND urging."assignmentId" = reminder."assignmentId"
      AND urging."turn" = reminder."milestone"
    LEFT JOIN "Person" presser ON presser."id" = urging."personId"
    WHERE reminder."workspaceId" = ${workspaceId}::uuid AND reminder."personId" = ${personId}::uuid
      AND reminder."messageKey" IS NULL
    ORDER BY a."dueOn", task."number", agency."folded", reminder."dueAt"`
  const extras = z.array(waitingRow).parse(rows)
  return z
    .array(assignmentRow)
    .parse(rows)
    .flatMap((assignment, index) => {
      const extra = extras[index]
      if (extra === undefined) return []
      const { reminderId: id, reminderKind: kind, milestone, ofVersion: dueVersion, ...rest } = extra
      return [{ id, kind, milestone, dueVersion, ...rest, assignment }]
    })
}

const waitingRow = z.object({
  ...{ reminderId: z.string(), reminderKind, milestone: z.int(), ofVersion: z.int() },
  ...{ dueAt: z.date(), heardAt: z.date().nullable(), urgedBy: z.string().nullable() },
})

/** The clock's side: whatever is due, in every workspace. */
export const createReminderSweep = (tx: Transaction): ReminderSweep => ({
  listDueOffices: (now) =>
    listOffices(
      tx,
      Prisma.sql`workspace."id" IN (
        SELECT next."workspaceId" FROM "NextReminder" next JOIN "Assignment" a ON a."id" = next."assignmentId"
        WHERE ${isDue(now)}
        UNION SELECT snooze."workspaceId" FROM "Snooze" snooze
        WHERE snooze."settledAt" IS NULL AND snooze."remindAt" <= ${now})`,
    ),

  takeDue: async (workspaceIds, now, limit) => {
    const rows = z.array(dueRow).parse(
      await tx.$queryRaw`
        SELECT a."id", a."workspaceId", a."agencyId", a."dueOn"::text AS "dueOn",
          CASE WHEN a."dueOn" IS NULL THEN 0 ELSE a."dueVersion" END AS "dueVersion", a."lastUpdateAt" AS "heardAt",
          coalesce(plan."milestones", workspace."milestones") AS "rule",
          coalesce(plan."escalation", workspace."escalation") AS "escalation",
          next."remindAt" AS "plannedAt", a."updatedAt" AS "changedAt",
          greatest(next."remindAt", a."updatedAt") AS "remindAt", ${silenceColumns}
        FROM "NextReminder" next JOIN "Assignment" a ON a."id" = next."assignmentId"
        JOIN "Task" task ON task."id" = a."taskId" JOIN "Plan" plan ON plan."id" = task."planId"
        JOIN "Workspace" workspace ON workspace."id" = next."workspaceId"
        WHERE ${isDue(now)} AND next."workspaceId" = ANY(${[...workspaceIds]}::uuid[])
        ORDER BY next."remindAt" LIMIT ${limit}::int
        FOR UPDATE OF next SKIP LOCKED`,
    )
    return rows.map(({ since, asked, ...due }) => ({ ...due, silence: { since, asked } }))
  },

  claim: (items, now) => claimReminders(tx, items, now),
  claimSnoozes: (workspaceIds, now, limit) => claimSnoozes(tx, workspaceIds, now, limit),

  listWaitingOffices: () =>
    listOffices(
      tx,
      Prisma.sql`EXISTS (
        SELECT 1 FROM "Reminder" reminder
        WHERE reminder."workspaceId" = workspace."id" AND reminder."messageKey" IS NULL)`,
    ),

  // Who cannot be reached any more keeps what waits for them and must not keep others waiting.
  listWaitingPeople: async (workspaceIds, limit) =>
    z.array(personRow).parse(
      await tx.$queryRaw`
        SELECT waiting."workspaceId", waiting."personId" FROM (
          SELECT DISTINCT reminder."workspaceId", reminder."personId"
          FROM "Reminder" reminder
          WHERE reminder."messageKey" IS NULL AND reminder."workspaceId" = ANY(${[...workspaceIds]}::uuid[])
        ) waiting
        WHERE ${isReachable(Prisma.sql`waiting."personId"`)}
        ORDER BY waiting."personId" LIMIT ${limit}::int`,
    ),
})

const isDue = (now: Date): Prisma.Sql => Prisma.sql`next."remindAt" <= ${now} AND ${isOpen}`

const dueRow = z.object({
  ...{ id: z.string(), workspaceId: z.string(), agencyId: z.string() },
  ...{ dueOn: z.string().nullable(), dueVersion: z.int(), heardAt: z.date().nullable() },
  ...{ rule: z.string().nullable(), escalation: z.string().nullable() },
  ...{ plannedAt: z.date(), changedAt: z.date(), remindAt: z.date() },
  ...silenceRow,
})

const personRow = z.object({ workspaceId: z.string(), personId: z.string() })
