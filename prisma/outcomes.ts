import { z } from 'zod'
import type { Outcome } from '../domain/ports/messages.ts'
import type { Transaction } from './transaction.ts'

/** What became of a message, and when that was known. */
export interface SettledMessage {
  readonly id: bigint
  readonly outcome: Outcome
  readonly now: Date
}

/**
 * Records outcomes in one statement and tells for each whether its claim was still standing: a sender that was given up
 * for dead stays silent.
 */
export const recordOutcomes = async (
  tx: Transaction,
  settled: readonly SettledMessage[],
): Promise<readonly boolean[]> => {
  const rows = await tx.$queryRaw`
    UPDATE "OutboundMessage" message SET "claimedUntil" = NULL, "state" = became."state"::"MessageState",
      "settledAt" = became."settledAt", "failure" = became."failure",
      "externalId" = coalesce(became."externalId", message."externalId"),
      "notBefore" = coalesce(became."notBefore", message."notBefore"),
      "attempts" = message."attempts" - became."uncounted"
    FROM json_to_recordset(${JSON.stringify(settled.map(toRow))}::json) AS became ("id" bigint, "state" text,
      "settledAt" timestamptz, "failure" text, "externalId" text, "notBefore" timestamptz, "uncounted" int)
    WHERE message."id" = became."id" AND message."state" = 'sending' RETURNING message."id"`
  const recorded = new Set(idRows.parse(rows).map(({ id }) => id))
  return settled.map(({ id }) => recorded.has(id))
}

const idRows = z.array(z.object({ id: z.bigint() }))

const toRow = ({ id, outcome, now }: SettledMessage) => ({ id: String(id), uncounted: 0, ...toColumns(outcome, now) })

const toColumns = (outcome: Outcome, settledAt: Date) => {
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', settledAt, externalId: outcome.externalId }
    case 'unknown':
    case 'failed':
      return { state: outcome.kind, settledAt, failure: outcome.failure }
    case 'retry':
      // Attempts that say nothing about the message are not counted against it.
      return {
        ...{ state: 'pending', notBefore: outcome.at, failure: outcome.failure },
        uncounted: outcome.giveUpAfter === undefined ? 1 : 0,
      }
    case 'migrated':
      return { state: 'pending' }
  }
}
