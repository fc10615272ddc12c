import { z } from 'zod'
import type { Reminders, ReminderSweep, WaitingReminder } from '../domain/ports/reminders.ts'
import { assignmentColumns, assignmentRow, assignmentTables } from './assignment-rows.ts'
import { Prisma } from './generated/client.ts'
import { listOffices } from './offices.ts'
import { findNext, findSaid, listSaid } from './said-reminders.ts'
import { findSilence, listLevels, listReported } from './reported.ts'
import { reminderKind } from './silences.ts'
import { claimDue } from './claim-reminders.ts'
import { isReachable } from './reachable.ts'
import { listClaimed, listTold } from './reminder-schedule.ts'
import { isDue } from './taken-reminders.ts'
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
  // All that is due is counted here: without a look at the assignment, which may be closed by now.
  listDueOffices: (now) =>
    listOffices(tx, isOfDue(Prisma.sql`"NextReminder" next WHERE next."remindAt" <= ${now}`, now)),

  claimDue: (wanted, decide) => claimDue(tx, wanted, decide),
  claimSnoozes: (wanted) => claimSnoozes(tx, wanted),

  // What another process has taken and not yet finished still counts as due here.
  listWaitingOffices: (now) =>
    listOffices(
      tx,
      Prisma.sql`EXISTS (
          SELECT 1 FROM "Reminder" reminder
          WHERE reminder."workspaceId" = workspace."id" AND reminder."messageKey" IS NULL)
        AND NOT ${isOfDue(
          Prisma.sql`"NextReminder" next JOIN "Assignment" a ON a."id" = next."assignmentId" WHERE ${isDue(now)}`,
          now,
        )}`,
    ),

  // Who cannot be reached any more keeps what waits for them and must not keep others waiting.
  listWaitingPeople: async (workspaceIds, limit) =>
    z.array(personRow).parse(
      await tx.$queryRaw`
        WITH RECURSIVE waiting AS (
          SELECT first.* FROM unnest(${[...workspaceIds]}::uuid[]) AS wanted (id), LATERAL (
            ${waitingAfter(Prisma.sql`wanted.id`, Prisma.sql`'00000000-0000-0000-0000-000000000000'`)}) first
          UNION ALL
          SELECT next.* FROM waiting, LATERAL (
            ${waitingAfter(Prisma.sql`waiting."workspaceId"`, Prisma.sql`waiting."personId"`)}) next
        )
        SELECT waiting."workspaceId", waiting."personId" FROM waiting
        WHERE ${isReachable(Prisma.sql`waiting."personId"`)}
        ORDER BY waiting."personId" LIMIT ${limit}::int`,
    ),
})

/** Whether a workspace has something of this, or a snooze whose day has come. */
const isOfDue = (due: Prisma.Sql, now: Date): Prisma.Sql => Prisma.sql`
  (workspace."id" IN (
    SELECT next."workspaceId" FROM ${due}
    UNION SELECT snooze."workspaceId" FROM "Snooze" snooze
    WHERE snooze."settledAt" IS NULL AND snooze."remindAt" <= ${now}))`

/** The next person of a workspace who has something waiting: each is looked up, however many reminders are before. */
const waitingAfter = (workspace: Prisma.Sql, person: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT reminder."workspaceId", reminder."personId" FROM "Reminder" reminder
  WHERE reminder."messageKey" IS NULL AND reminder."workspaceId" = ${workspace} AND reminder."personId" > ${person}
  ORDER BY reminder."personId" LIMIT 1`

const personRow = z.object({ workspaceId: z.string(), personId: z.string() })
