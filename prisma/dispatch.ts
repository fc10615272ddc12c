import { z } from 'zod'
import type { Dispatch, Outcome } from '../domain/ports/messages.ts'
import { blockedReasonOf, refusals, refusalsInARow } from '../domain/unreachable.ts'
import { moveChat } from './chat-moves.ts'
import { createClaim } from './claims.ts'
import { sayElsewhere } from './elsewhere.ts'
import type { PrismaClient } from './generated/client.ts'
import { type AskedChat, findOldest } from './oldest.ts'
import { recordOutcomes, type SettledMessage } from './outcomes.ts'
import { heldFailure } from './quotas.ts'
import { createSendSlots } from './send-slots.ts'
import { createTogether } from './together.ts'
import type { Transaction } from './transaction.ts'

/**
 * The courier's side of the outbox: claims one message at a time per chat and records what became of it. Chats that ask
 * at the same moment share their statements (together.ts).
 */
export const createDispatch = (client: PrismaClient): Dispatch => {
  const findOne = createTogether((asked: readonly AskedChat[]) => findOldest(client, asked))
  const claim = createClaim(client)
  const record = createTogether((settled: readonly SettledMessage[]) => recordOutcomes(client, settled))
  return {
    findNext: (chatId, now) => findOne({ chatId, now }),

    claim: (waiting, now, claimedUntil) => claim({ waiting, now, claimedUntil }),

    settle: async (id, outcome, now) => {
      if (outcome.kind === 'failed' || outcome.kind === 'migrated') {
        return client.$transaction(async (tx) => {
          const [recorded] = await recordOutcomes(tx, [{ id, outcome, now }])
          return recorded ? followUp(tx, id, outcome, now) : null
        })
      }
      await record({ id, outcome, now })
      return null
    },

    findWaiting: async (now, limit) => {
      const rows = await client.$queryRaw`SELECT DISTINCT "chatId" FROM "OutboundMessage"
        WHERE "settledAt" IS NULL AND "state" = 'pending'
          AND ("notBefore" <= ${now} OR "failure" IS NULL AND "notBefore" <= "createdAt")
          AND "failure" IS DISTINCT FROM ${heldFailure} LIMIT ${limit}`
      return z
        .array(z.object({ chatId: z.string() }))
        .parse(rows)
        .map(({ chatId }) => chatId)
    },

    releaseStale: async (now, which) => {
      const { count } = await client.outboundMessage.updateMany({
        where: { state: 'sending', ...(which === undefined && { claimedUntil: { lt: now } }) },
        data: { state: 'unknown', settledAt: now, failure: 'sender-died', claimedUntil: null },
      })
      return count
    },

    ...createSendSlots(client),
  }
}

/** What an outcome says about the chat itself; the chat in which the person is told instead. */
const followUp = async (
  tx: Transaction,
  id: bigint,
  outcome: Extract<Outcome, { kind: 'failed' | 'migrated' }>,
  now: Date,
): Promise<string | null> => {
  const { chatId } = await tx.outboundMessage.findUniqueOrThrow({ where: { id }, select: { chatId: true } })
  if (outcome.kind === 'migrated') {
    await moveChat(tx, chatId, outcome.newChatId)
    return null
  }
  const reason = blockedReasonOf(outcome, await countRefusals(tx, chatId))
  const ids = [id]
  if (reason !== null) {
    await tx.chat.update({ where: { id: chatId }, data: { blockedAt: now, blockedReason: reason } })
    ids.push(...(await listWaiting(tx, chatId)))
  }
  return sayElsewhere(tx, { ids, chatId, except: null, failure: outcome.failure }, now)
}

/** How many messages were refused in a chat since one was taken there. */
const countRefusals = async (tx: Transaction, chatId: string): Promise<number> => {
  const latest = await tx.outboundMessage.findMany({
    where: { chatId, settledAt: { not: null }, OR: [{ state: { not: 'failed' } }, { failure: { in: [...refusals] } }] },
    orderBy: { id: 'desc' },
    take: refusalsInARow,
    select: { state: true },
  })
  const taken = latest.findIndex(({ state }) => state !== 'failed')
  return taken === -1 ? latest.length : taken
}

const listWaiting = async (tx: Transaction, chatId: string): Promise<readonly bigint[]> => {
  const rows = await tx.outboundMessage.findMany({
    where: { chatId, settledAt: null, state: 'pending' },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
