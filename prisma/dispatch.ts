import { z } from 'zod'
import type { Chat, Dispatch, Outcome } from '../domain/ports/messages.ts'
import { blockedReasonOf, refusalsInARow } from '../domain/unreachable.ts'
import { moveChat } from './chat-moves.ts'
import { claim, findOldest } from './claims.ts'
import { sayElsewhere } from './elsewhere.ts'
import type { PrismaClient } from './generated/client.ts'
import { heldFailure } from './quotas.ts'
import { createSendSlots } from './send-slots.ts'
import type { Transaction } from './transaction.ts'

/** The courier's side of the outbox: claims one message at a time per chat and records what became of it. */
export const createDispatch = (client: PrismaClient): Dispatch => ({
  findNext: async (chatId, now) => {
    if ((await findOldest(client, chatId, now)) === null) return null
    return toChat(await client.chat.findUniqueOrThrow({ where: { id: chatId } }))
  },

  claim: (chat, now, claimedUntil) => claim(client, chat, now, claimedUntil),

  settle: async (id, outcome, now) => {
    if (outcome.kind === 'failed' || outcome.kind === 'migrated') {
      return client.$transaction(async (tx) =>
        (await settleOne(tx, id, outcome, now)) ? followUp(tx, id, outcome, now) : null,
      )
    }
    await settleOne(client, id, outcome, now)
    return null
  },

  findWaiting: async (now, limit) => {
    const rows = await client.$queryRaw`SELECT DISTINCT "chatId" FROM "OutboundMessage"
      WHERE "settledAt" IS NULL AND "state" = 'pending' AND "notBefore" <= ${now}
        AND "failure" IS DISTINCT FROM ${heldFailure} LIMIT ${limit}`
    return z
      .array(z.object({ chatId: z.string() }))
      .parse(rows)
      .map(({ chatId }) => chatId)
  },

  releaseStale: async (now) => {
    const { count } = await client.outboundMessage.updateMany({
      where: { state: 'sending', claimedUntil: { lt: now } },
      data: settled({ kind: 'unknown', failure: 'sender-died' }, now),
    })
    return count
  },

  ...createSendSlots(client),
})

/** Only the claim that is still standing may be settled: a sender that was given up for dead stays silent. */
const settleOne = async (tx: Transaction, id: bigint, outcome: Outcome, now: Date): Promise<boolean> => {
  const { count } = await tx.outboundMessage.updateMany({
    where: { id, state: 'sending' },
    data: settled(outcome, now),
  })
  return count > 0
}

const toChat = (row: Chat): Chat => ({
  id: row.id,
  workspaceId: row.workspaceId,
  channel: row.channel,
  externalId: row.externalId,
  kind: row.kind,
  title: row.title,
})

const settled = (outcome: Outcome, now: Date) => {
  switch (outcome.kind) {
    case 'sent':
      return {
        state: 'sent',
        settledAt: now,
        externalId: outcome.externalId,
        failure: null,
        claimedUntil: null,
      } as const
    case 'unknown':
    case 'failed':
      return { state: outcome.kind, settledAt: now, failure: outcome.failure, claimedUntil: null } as const
    case 'retry':
      return { state: 'pending', notBefore: outcome.at, ...blame(outcome), claimedUntil: null } as const
    case 'migrated':
      return { state: 'pending', claimedUntil: null } as const
  }
}

/** Attempts that say nothing about the message are not counted against it. */
const blame = ({ failure, giveUpAfter }: Outcome & { kind: 'retry' }) =>
  giveUpAfter === undefined ? { failure, attempts: { decrement: 1 } } : { failure }

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
    // Refusals of the channel ("zalo-400"), not what was withdrawn or given up here.
    where: { chatId, settledAt: { not: null }, OR: [{ state: { not: 'failed' } }, { failure: { contains: '-' } }] },
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
