import { z } from 'zod'
import type { Chat, Claimed, Dispatch, Outcome } from '../domain/ports/messages.ts'
import { moveChat } from './chat-moves.ts'
import { Prisma, type PrismaClient } from './generated/client.ts'
import { renderedSchema } from './outbox.ts'
import { createSendSlots } from './send-slots.ts'
import type { Transaction } from './transaction.ts'

/** The courier's side of the outbox: claims one message at a time per chat and records what became of it. */
export const createDispatch = (client: PrismaClient): Dispatch => ({
  findNext: (chatId, now) => findNext(client, chatId, now),

  claim: (chat, now, claimedUntil) => claim(client, chat, now, claimedUntil),

  settle: async (id, outcome, now) => {
    if (!saysMore(outcome)) {
      await settleOne(client, id, outcome, now)
      return
    }
    await client.$transaction(async (tx) => {
      if (await settleOne(tx, id, outcome, now)) await followUp(tx, id, outcome, now)
    })
  },

  findWaiting: async (now, limit) => {
    const rows = await client.$queryRaw`SELECT DISTINCT "chatId" FROM "OutboundMessage"
      WHERE "settledAt" IS NULL AND "state" = 'pending' AND "notBefore" <= ${now} LIMIT ${limit}`
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

/** The oldest message of a chat, when it may leave now. */
const findOldest = async (client: PrismaClient, chatId: string, now: Date) => {
  const oldest = await client.outboundMessage.findFirst({
    // What was never tried and is planned for later has no place in the queue yet.
    where: { chatId, settledAt: null, OR: [{ notBefore: { lte: now } }, { failure: { not: null } }] },
    orderBy: { id: 'asc' },
  })
  return oldest === null || oldest.state !== 'pending' || oldest.notBefore > now ? null : oldest
}

const findNext = async (client: PrismaClient, chatId: string, now: Date): Promise<Chat | null> => {
  if ((await findOldest(client, chatId, now)) === null) return null
  return toChat(await client.chat.findUniqueOrThrow({ where: { id: chatId } }))
}

const claim = async (client: PrismaClient, chat: Chat, now: Date, claimedUntil: Date): Promise<Claimed | null> => {
  const next = await findOldest(client, chat.id, now)
  if (next === null) return null
  // Read before the claim: whatever fails here leaves the message where it was.
  const content = renderedSchema.parse(next.content)
  // One conditional write, backed by a unique index on what is being sent per chat: of two senders one gets none.
  const won = await client.outboundMessage
    .updateMany({
      where: { id: next.id, state: 'pending', notBefore: next.notBefore },
      data: { state: 'sending', claimedUntil, attempts: { increment: 1 } },
    })
    .catch(refusedByIndex)
  if (won.count === 0) return null
  return { id: next.id, key: next.key, attempts: next.attempts + 1, edits: next.edits, chat, content }
}

const refusedByIndex = (error: unknown): { count: number } => {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return { count: 0 }
  throw error
}

/** Only the claim that is still standing may be settled: a sender that was given up for dead stays silent. */
const settleOne = async (tx: Transaction, id: bigint, outcome: Outcome, now: Date): Promise<boolean> => {
  const { count } = await tx.outboundMessage.updateMany({
    where: { id, state: 'sending' },
    data: settled(outcome, now),
  })
  return count > 0
}

/** Whether an outcome says something about the chat itself. */
const saysMore = ({ kind }: Outcome): boolean => kind === 'failed' || kind === 'migrated'

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

/** What an outcome says about the chat itself. */
const followUp = async (tx: Prisma.TransactionClient, id: bigint, outcome: Outcome, now: Date): Promise<void> => {
  const gone = outcome.kind === 'failed' && outcome.chatGone
  if (!gone && outcome.kind !== 'migrated') return
  const { chatId } = await tx.outboundMessage.findUniqueOrThrow({ where: { id }, select: { chatId: true } })
  if (outcome.kind === 'migrated') await moveChat(tx, chatId, outcome.newChatId)
  else await tx.chat.update({ where: { id: chatId }, data: { blockedAt: now } })
}
