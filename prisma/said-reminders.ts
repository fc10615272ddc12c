import { z } from 'zod'
import type { SaidReminder, SaidWanted } from '../domain/ports/reminders.ts'
import { snoozeNumbers } from '../domain/snooze.ts'
import { assignmentColumns, assignmentRow, assignmentTables } from './assignment-rows.ts'
import { Prisma } from './generated/client.ts'
import { isId } from './rows.ts'
import { reminderKind } from './silences.ts'
import type { Transaction } from './transaction.ts'

const mostListed = 15

/** By way of the agencies' assignments, which have an index; a person's reminders have none once they are said. */
export const listSaid = async (
  tx: Transaction,
  workspaceId: string,
  personId: string,
  { messageKey, agencyIds }: SaidWanted,
): Promise<readonly SaidReminder[]> => {
  const theirs = Prisma.sql`a."workspaceId" = ${workspaceId}::uuid
    AND reminder."workspaceId" = ${workspaceId}::uuid AND reminder."personId" = ${personId}::uuid`
  const own = Prisma.sql`${theirs} AND a."agencyId" = ANY(${[...agencyIds]}::uuid[])
    AND reminder."kind" NOT IN ('escalated', 'unreached')`
  const wanted = Prisma.sql`reminder."kind" = 'due'
    AND reminder."milestone" BETWEEN ${snoozeNumbers.first}::int AND ${snoozeNumbers.last}::int
    AND a."agencyId" <> ALL(${[...agencyIds]}::uuid[])`
  const above = Prisma.sql`${theirs} AND (reminder."kind" IN ('escalated', 'unreached') OR (${wanted}))`
  const said = await listOf(tx, own, messageKey)
  const needsMore = messageKey !== null || said.length === 0
  return needsMore ? [...said, ...(await listOf(tx, above, messageKey))].slice(0, mostListed) : said
}

const listOf = (tx: Transaction, mine: Prisma.Sql, messageKey: string | null): Promise<readonly SaidReminder[]> => {
  const key =
    messageKey === null
      ? Prisma.sql`(
          SELECT reminder."messageKey" FROM "Assignment" a JOIN "Reminder" reminder ON reminder."assignmentId" = a."id"
          WHERE ${mine} AND reminder."messageKey" IS NOT NULL
          ORDER BY reminder."claimedAt" DESC, reminder."messageKey" LIMIT 1)`
      : Prisma.sql`${messageKey}`
  return selectSaid(
    tx,
    Prisma.sql`${mine} AND reminder."messageKey" = ${key}
      ORDER BY a."dueOn", task."number", a."id" LIMIT ${mostListed}`,
  )
}

export const findSaid = async (
  tx: Transaction,
  workspaceId: string,
  personId: string,
  assignmentId: string,
): Promise<SaidReminder | null> => {
  if (!isId(assignmentId)) return null
  const [last] = await selectSaid(
    tx,
    Prisma.sql`reminder."assignmentId" = ${assignmentId}::uuid AND reminder."personId" = ${personId}::uuid
      AND reminder."workspaceId" = ${workspaceId}::uuid AND reminder."messageKey" IS NOT NULL
      ORDER BY reminder."claimedAt" DESC, reminder."milestone" LIMIT 1`,
  )
  return last ?? null
}

export const findNext = async (tx: Transaction, workspaceId: string, assignmentId: string): Promise<Date | null> => {
  if (!isId(assignmentId)) return null
  return (await tx.nextReminder.findFirst({ where: { assignmentId, workspaceId } }))?.remindAt ?? null
}

const selectSaid = async (tx: Transaction, which: Prisma.Sql): Promise<readonly SaidReminder[]> => {
  const rows = await tx.$queryRaw`
    SELECT ${assignmentColumns}, reminder."kind"::text AS "saidKind", reminder."milestone",
      reminder."dueVersion" AS "saidVersion",
      reminder."claimedAt" AS "saidAt"
    FROM "Assignment" a JOIN "Reminder" reminder ON reminder."assignmentId" = a."id" ${assignmentTables}
    WHERE ${which}`
  const said = z.array(saidRow).parse(rows)
  return z
    .array(assignmentRow)
    .parse(rows)
    .flatMap((assignment, index) => {
      const row = said[index]
      return row === undefined
        ? []
        : [
            {
              assignment,
              kind: row.saidKind,
              milestone: row.milestone,
              dueVersion: row.saidVersion,
              saidAt: row.saidAt,
            },
          ]
    })
}

const saidRow = z.object({ saidKind: reminderKind, milestone: z.int(), saidVersion: z.int(), saidAt: z.date() })
