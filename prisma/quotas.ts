import { z } from 'zod'
import type { MessageKind } from '../domain/message.ts'
import { mayStillSend, monthOf, type QuotaUse, rankOf } from '../domain/quota.ts'
import { sayElsewhere } from './elsewhere.ts'
import type { Transaction } from './transaction.ts'
import { lockTurn } from './turns.ts'

/** Why a message waits that waits for a quota. */
export const heldFailure = 'quota'

export const kindColumn = z.enum([
  ...(['reply', 'assignment', 'reminder', 'broadcast', 'summary', 'notice'] as const),
]) satisfies z.ZodType<MessageKind>

/** A quota with what has been used of it this month, on the calendar of its zone. */
export interface ReadQuota extends QuotaUse {
  readonly zone: string
}

/**
 * Counted from the messages themselves: those that left this month, for certain or perhaps, and those that are leaving
 * now. Null where there is no quota.
 */
export const readZaloQuota = async (tx: Transaction, now: Date): Promise<ReadQuota | null> => {
  const rows = await tx.$queryRaw`
    SELECT quota."monthly", quota."zone",
      ((SELECT count(*) FROM "OutboundMessage" message
        WHERE message."channel" = 'zalo' AND message."state" IN ('sent', 'unknown') AND message."settledAt" >=
          date_trunc('month', ${now}::timestamptz AT TIME ZONE quota."zone") AT TIME ZONE quota."zone")
      + (SELECT count(*) FROM "OutboundMessage" message
        WHERE message."state" = 'sending' AND message."channel" = 'zalo'))::int AS "used"
    FROM "SendQuota" quota WHERE quota."channel" = 'zalo'`
  const [quota] = z.array(z.object({ monthly: z.int(), zone: z.string(), used: z.int() })).parse(rows)
  return quota ?? null
}

/** How many messages a month the Zalo bot may send, by the calendar of a zone; 0 for as many as it likes. */
export const setZaloQuota = async (tx: Transaction, monthly: number, zone: string): Promise<void> => {
  if (monthly === 0) await tx.sendQuota.deleteMany({ where: { channel: 'zalo' } })
  else {
    await tx.$executeRaw`
      INSERT INTO "SendQuota" ("channel", "monthly", "zone") VALUES ('zalo', ${monthly}::int, ${zone})
      ON CONFLICT ("channel") DO UPDATE SET "monthly" = excluded."monthly", "zone" = excluded."zone"`
  }
}

/** What it takes to tell whether a message may leave. */
interface Leaving {
  readonly id: bigint
  readonly chatId: string
  readonly key: string
  readonly kind: string
  readonly urgent: boolean
}

/**
 * Whether a message may leave now; the quota is its until the transaction ends. One that may not is said on another
 * channel, or waits together with its further parts for the next month.
 */
export const passesQuota = async (tx: Transaction, message: Leaving, now: Date): Promise<boolean> => {
  await lockTurn(tx, 'zalo!quota')
  const quota = await readZaloQuota(tx, now)
  if (quota === null) return true
  // Whoever got the beginning gets the rest.
  const isRest = /#\d+$/u.test(message.key)
  const rank = isRest ? 1 : rankOf({ kind: kindColumn.parse(message.kind), urgent: message.urgent })
  if (mayStillSend(quota, rank)) return true
  const ids = await listParts(tx, message)
  const leaving = { ids, chatId: message.chatId, except: 'zalo', failure: heldFailure } as const
  if ((await sayElsewhere(tx, leaving, now)) !== null) return false
  await tx.outboundMessage.updateMany({
    where: { id: { in: [...ids] } },
    data: { failure: heldFailure, notBefore: monthOf(now, quota.zone).to },
  })
  return false
}

const listParts = async (tx: Transaction, { id, chatId, key }: Leaving): Promise<readonly bigint[]> => {
  const rows = await tx.outboundMessage.findMany({
    where: { chatId, state: 'pending', OR: [{ id }, { key: { startsWith: `${key}#` } }] },
    select: { id: true },
  })
  return rows.map((row) => row.id)
}
