import type { Chat, Claimed } from '../domain/ports/messages.ts'
import { type OutboundMessage, Prisma, type PrismaClient } from './generated/client.ts'
import { renderedSchema } from './outbox.ts'
import { heldFailure, passesQuota } from './quotas.ts'
import type { Transaction } from './transaction.ts'

/** The oldest message of a chat, when it may leave now. */
export const findOldest = async (tx: Transaction, chatId: string, now: Date): Promise<OutboundMessage | null> => {
  const oldest = await tx.outboundMessage.findFirst({
    where: {
      ...{ chatId, settledAt: null },
      // What was never tried and is planned for later has no place in the queue yet; what waits for a quota has none
      // any more, so that what matters more is not behind it.
      OR: [{ failure: null, notBefore: { lte: now } }, { failure: { not: heldFailure } }],
    },
    orderBy: { id: 'asc' },
  })
  return oldest === null || oldest.state !== 'pending' || oldest.notBefore > now ? null : oldest
}

/** Takes the oldest message, to be sent at once; null when somebody else was faster, or a quota has it wait. */
export const claim = async (
  client: PrismaClient,
  chat: Chat,
  now: Date,
  claimedUntil: Date,
): Promise<Claimed | null> => {
  const next = await findOldest(client, chat.id, now)
  if (next === null) return null
  // Read before the claim: whatever fails here leaves the message where it was.
  const content = renderedSchema.parse(next.content)
  const isWon =
    chat.channel === 'zalo'
      ? client.$transaction(async (tx) => (await passesQuota(tx, next, now)) && (await take(tx, next, claimedUntil)))
      : take(client, next, claimedUntil)
  if (!(await isWon.catch(refusedByIndex))) return null
  return { id: next.id, key: next.key, attempts: next.attempts + 1, edits: next.edits, chat, content }
}

/** One conditional write, backed by a unique index on what is being sent per chat: of two senders one gets none. */
const take = async (tx: Transaction, { id, notBefore }: OutboundMessage, claimedUntil: Date): Promise<boolean> => {
  const { count } = await tx.outboundMessage.updateMany({
    where: { id, state: 'pending', notBefore },
    data: { state: 'sending', claimedUntil, attempts: { increment: 1 } },
  })
  return count > 0
}

const refusedByIndex = (error: unknown): boolean => {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return false
  throw error
}
