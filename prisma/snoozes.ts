import { z } from 'zod'
import type { DueWanted } from '../domain/ports/reminders.ts'
import type { Snooze, Snoozes } from '../domain/ports/snoozes.ts'
import { snoozeNumber } from '../domain/snooze.ts'
import { ChangedMeanwhile } from './assignment-updates.ts'
import { Prisma } from './generated/client.ts'
import { isId, requireOwn } from './rows.ts'
import { isInShare } from './taken-reminders.ts'
import type { Transaction } from './transaction.ts'

/** Who of one workspace wants to be reminded again, and when. */
export const createSnoozes = (tx: Transaction, workspaceId: string): Snoozes => ({
  list: async (assignmentId) => {
    if (!isId(assignmentId)) return []
    const rows = await tx.$queryRaw`
      SELECT snooze."personId", person."name", snooze."dueVersion", snooze."turn", snooze."remindOn"::text AS "day",
        snooze."at", snooze."settledAt" IS NULL AS "isWaiting"
      FROM "Snooze" snooze JOIN "Person" person ON person."id" = snooze."personId"
      WHERE snooze."assignmentId" = ${assignmentId}::uuid AND snooze."workspaceId" = ${workspaceId}::uuid
      ORDER BY snooze."remindOn", person."name", snooze."turn"`
    return z.array(snoozeRow).parse(rows)
  },

  save: async ({ assignmentId, personId, dueVersion, turn, day, remindAt }, now) => {
    await requireOwn('assignment', tx.assignment.count({ where: { id: assignmentId, workspaceId } }))
    await requireOwn('person', tx.person.count({ where: { id: personId, workspaceId } }))
    const saved = await tx.$executeRaw`
      INSERT INTO "Snooze" AS snooze
        ("workspaceId", "assignmentId", "personId", "dueVersion", "turn", "remindOn", "remindAt", "at")
      VALUES (${workspaceId}::uuid, ${assignmentId}::uuid, ${personId}::uuid, ${dueVersion}::int, ${turn}::int,
        ${day}::date, ${remindAt}::timestamptz, ${now}::timestamptz)
      ON CONFLICT ("assignmentId", "personId", "dueVersion", "turn") DO UPDATE
        SET "remindOn" = excluded."remindOn", "remindAt" = excluded."remindAt", "at" = excluded."at"
        WHERE snooze."settledAt" IS NULL`
    if (saved === 0) throw new ChangedMeanwhile(assignmentId)
  },

  remove: async ({ assignmentId, personId, dueVersion, turn }) => {
    if (!isId(assignmentId)) return false
    const { count } = await tx.snooze.deleteMany({
      where: { workspaceId, assignmentId, personId, dueVersion, turn, settledAt: null },
    })
    return count > 0
  },
})

const snoozeRow: z.ZodType<Snooze> = z.object({
  ...{ personId: z.string(), name: z.string(), dueVersion: z.int(), turn: z.int(), day: z.string() },
  ...{ at: z.date(), isWaiting: z.boolean() },
})

/**
 * Takes those whose day has come and writes their reminders into the ledger, in one statement; not those of
 * work that is done or handed in, or due on another day by now. Returns how many were taken.
 */
export const claimSnoozes = async (
  tx: Transaction,
  { workspaceIds, now, share, limit }: DueWanted,
): Promise<number> => {
  const rows = await tx.$queryRaw`
    WITH due AS (
      SELECT snooze."assignmentId", snooze."personId", snooze."dueVersion", snooze."turn" FROM "Snooze" snooze
      WHERE snooze."settledAt" IS NULL AND snooze."remindAt" <= ${now}
        AND snooze."workspaceId" = ANY(${[...workspaceIds]}::uuid[])
        AND ${isInShare(Prisma.sql`snooze."assignmentId"`, share)}
      ORDER BY snooze."remindAt" LIMIT ${limit}::int FOR UPDATE OF snooze SKIP LOCKED
    ), settled AS (
      UPDATE "Snooze" snooze SET "settledAt" = ${now}::timestamptz FROM due
      WHERE (snooze."assignmentId", snooze."personId", snooze."dueVersion", snooze."turn")
        = (due."assignmentId", due."personId", due."dueVersion", due."turn")
      RETURNING snooze.*
    ), claimed AS (
      INSERT INTO "Reminder"
        ("workspaceId", "assignmentId", "personId", "milestone", "dueVersion", "dueAt", "claimedAt")
      SELECT settled."workspaceId", a."id", settled."personId", ${snoozeNumber(0)}::int + settled."turn",
        settled."dueVersion", settled."remindAt", ${now}::timestamptz
      FROM settled JOIN "Assignment" a ON a."id" = settled."assignmentId" AND a."dueVersion" = settled."dueVersion"
      WHERE a."state" IN ('assigned', 'acknowledged', 'in_progress')
      ON CONFLICT ("assignmentId", "personId", "kind", "milestone", "dueVersion") DO NOTHING
    )
    SELECT count(*)::int AS "count" FROM settled`
  return z.tuple([z.object({ count: z.int() })]).parse(rows)[0].count
}
