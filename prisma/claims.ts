import { z } from 'zod'
import type { Claimed, Waiting } from '../domain/ports/messages.ts'
import { Prisma, type PrismaClient } from './generated/client.ts'
import { passesQuota } from './quotas.ts'
import { createTogether } from './together.ts'
import type { Transaction } from './transaction.ts'

/** Who is about to send a message, and until when it counts as being sent. */
interface Asked {
  readonly waiting: Waiting
  readonly now: Date
  readonly claimedUntil: Date
}

/** Takes a message, to be sent at once; null when it is not any more what was read, or a quota has it wait. */
export const createClaim = (client: PrismaClient): ((asked: Asked) => Promise<Claimed | null>) => {
  const takeOneOfMany = createTogether((asked: readonly Asked[]) => takeAll(client, asked))
  return async (asked) => {
    const { chat, message } = asked.waiting
    const isTaken = chat.channel === 'zalo' ? takeWithinQuota(client, asked) : takeOneOfMany(asked)
    if (!(await isTaken)) return null
    const { id, key, attempts, content, edits } = message
    return { id, key, attempts: attempts + 1, chat, content, edits }
  }
}

/** A quota is counted for one message after the other. */
const takeWithinQuota = (client: PrismaClient, asked: Asked): Promise<boolean> => {
  const { chat, message } = asked.waiting
  return client
    .$transaction(
      async (tx) => (await passesQuota(tx, { ...message, chatId: chat.id }, asked.now)) && (await takeOne(tx, asked)),
    )
    .catch(refusedByIndex)
}

const takeAll = async (client: PrismaClient, asked: readonly Asked[]): Promise<readonly boolean[]> => {
  const [first] = asked
  if (first !== undefined && asked.length === 1) return [await takeOne(client, first).catch(refusedByIndex)]
  const taken = new Set(await takeTogether(client, asked))
  // Of two who asked for the same message one gets it.
  return asked.map(({ waiting }) => taken.delete(waiting.message.id))
}

/** One statement, which waits for nobody: whoever holds several rows and waits for more is soon waited for himself. */
const takeTogether = async (tx: Transaction, asked: readonly Asked[]): Promise<readonly bigint[]> => {
  const rows = await tx.$queryRaw`
    WITH free AS (
      SELECT message."id", wanted."until"
      FROM unnest(${asked.map(({ waiting }) => String(waiting.message.id))}::bigint[],
        ${asked.map(({ waiting }) => waiting.chat.id)}::uuid[],
        ${asked.map(({ waiting }) => waiting.message.notBefore.toISOString())}::timestamptz[],
        ${asked.map(({ claimedUntil }) => claimedUntil.toISOString())}::timestamptz[]
      ) AS wanted ("id", "chatId", "notBefore", "until")
      JOIN "OutboundMessage" message ON message."id" = wanted."id"
      WHERE message."state" = 'pending' AND message."chatId" = wanted."chatId"
        AND message."notBefore" = wanted."notBefore"
      FOR UPDATE OF message SKIP LOCKED
    )
    UPDATE "OutboundMessage" message
    SET "state" = 'sending', "claimedUntil" = free."until", "attempts" = message."attempts" + 1
    FROM free WHERE message."id" = free."id" RETURNING message."id"`
  return idRows.parse(rows).map(({ id }) => id)
}

const idRows = z.array(z.object({ id: z.bigint() }))

/** One conditional write, backed by a unique index on what is being sent per chat: of two senders one gets none. */
const takeOne = async (tx: Transaction, { waiting, claimedUntil }: Asked): Promise<boolean> => {
  const { chat, message } = waiting
  const { count } = await tx.outboundMessage.updateMany({
    where: { id: message.id, chatId: chat.id, state: 'pending', notBefore: message.notBefore },
    data: { state: 'sending', claimedUntil, attempts: { increment: 1 } },
  })
  return count > 0
}

const refusedByIndex = (error: unknown): boolean => {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return false
  throw error
}
