import { z } from 'zod'
import type { UnsaidDigests } from '../domain/ports/reminders.ts'
import { Prisma } from './generated/client.ts'
import { listOffices } from './offices.ts'
import { heldFailure } from './quotas.ts'
import type { Transaction } from './transaction.ts'
import { unsayPeriods } from './unsaid-periods.ts'

/** Gives up what has not left. Its key is free for whoever says it anew. */
export const giveUp = async (tx: Transaction, ids: readonly bigint[], now: Date): Promise<void> => {
  await tx.$executeRaw`
    UPDATE "OutboundMessage"
    SET "state" = 'failed', "failure" = 'overtaken', "settledAt" = ${now}, "key" = "key" || '~' || "id"
    WHERE "id" = ANY(${[...ids]}::bigint[]) AND "state" = 'pending'`
}

/**
 * Gives up what has not left and has its reminders, and what it says about periods, said in the words of another day. What
 * somebody else is about to send, or to give up as well, is left to them.
 */
export const giveUpToSayAnew = async (tx: Transaction, ids: readonly bigint[], now: Date): Promise<void> => {
  const locked = await lock(tx, Prisma.sql`message."id" = ANY(${[...ids]}::bigint[]) AND message."state" = 'pending'`)
  await waitAgain(tx, locked)
  await tx.$executeRaw(unsayPeriods(Prisma.sql`message."id" = ANY(${locked}::bigint[])`, now))
  await giveUp(tx, locked, now)
}

/** The clock's side: digests that are still to be sent, in every workspace. */
export const createUnsaidDigests = (tx: Transaction): UnsaidDigests => ({
  listOffices: () =>
    listOffices(
      tx,
      Prisma.sql`workspace."id" IN (SELECT message."workspaceId" FROM "OutboundMessage" message WHERE ${isUnsaid})`,
    ),

  takeBack: async (workspaceIds, limit, now) => {
    const firstParts = await lock(
      tx,
      Prisma.sql`${isUnsaid} AND message."workspaceId" = ANY(${[...workspaceIds]}::uuid[])
        ORDER BY message."id" LIMIT ${limit}::int`,
    )
    if (firstParts.length === 0) return 0
    await waitAgain(tx, firstParts)
    await giveUp(tx, await listParts(tx, firstParts), now)
    return firstParts.length
  },
})

/** Of "OutboundMessage" message: a digest, or its first part. One that waits for a quota is looked after there. */
const isUnsaid = Prisma.sql`
  message."settledAt" IS NULL AND message."state" = 'pending' AND message."kind" = 'reminder'
  AND message."key" LIKE 'reminder:%' AND message."key" NOT LIKE '%#%'
  AND message."failure" IS DISTINCT FROM ${heldFailure}`

/** Nobody can send these, or give them up, before the transaction is over. */
const lock = async (tx: Transaction, which: Prisma.Sql): Promise<readonly bigint[]> =>
  idsOf(await tx.$queryRaw`SELECT message."id" FROM "OutboundMessage" message WHERE ${which} FOR UPDATE SKIP LOCKED`)

/** These and their further parts, which leave only after them. */
const listParts = async (tx: Transaction, ids: readonly bigint[]): Promise<readonly bigint[]> =>
  idsOf(
    await tx.$queryRaw`
      SELECT message."id" FROM "OutboundMessage" message
      WHERE message."settledAt" IS NULL AND split_part(message."key", '#', 1) IN (
        SELECT first."key" FROM "OutboundMessage" first WHERE first."id" = ANY(${[...ids]}::bigint[]))`,
  )

/** What was spoken of again since then needs no second word. */
const waitAgain = async (tx: Transaction, ids: readonly bigint[]): Promise<void> => {
  await tx.$executeRaw`
    UPDATE "Reminder" reminder SET "messageKey" = NULL FROM "OutboundMessage" message
    WHERE message."id" = ANY(${[...ids]}::bigint[]) AND reminder."workspaceId" = message."workspaceId"
      AND reminder."messageKey" = message."key" AND NOT EXISTS (
        SELECT 1 FROM "Reminder" later
        WHERE later."assignmentId" = reminder."assignmentId" AND later."personId" = reminder."personId"
          AND later."claimedAt" > reminder."claimedAt")`
}

const idsOf = (rows: unknown): readonly bigint[] => idRows.parse(rows).map(({ id }) => id)

const idRows = z.array(z.object({ id: z.bigint() }))
