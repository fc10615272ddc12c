import { z } from 'zod'
import type { Incoming } from '../domain/incoming.ts'
import type { Inbox } from '../domain/ports/messages.ts'
import type { Wakeups } from '../domain/ports/wakeups.ts'
import { incomingSchema } from '../domain/incoming-schema.ts'
import type { PrismaClient } from './generated/client.ts'
import type { Transaction } from './transaction.ts'

/** The chat an update came from, across channels: the lane in which it is handled. */
export const chatKeyOf = (incoming: Incoming): string => `${incoming.channel}:${incoming.chat.id}`

/** Stores what channels receive, together with its wake-up; a duplicate is dropped here. */
export const createInbox = (client: PrismaClient, wakeupsIn: (tx: Transaction) => Pick<Wakeups, 'handle'>): Inbox => ({
  receive: (incoming, now) =>
    client.$transaction(async (tx) => {
      const { count } = await tx.inboundEvent.createMany({
        data: [
          {
            channel: incoming.channel,
            externalId: incoming.externalId,
            chatKey: chatKeyOf(incoming),
            payload: incomingSchema.encode(incoming),
            receivedAt: now,
          },
        ],
        skipDuplicates: true,
      })
      if (count === 0) return false
      await wakeupsIn(tx).handle([chatKeyOf(incoming)])
      return true
    }),
})

/** An event whose turn it is. */
export interface WaitingEvent {
  readonly id: bigint
  readonly incoming: Incoming
  readonly attempts: number
}

const eventSelect = { id: true, payload: true, attempts: true } as const

const toEvent = (row: { id: bigint; payload: unknown; attempts: number } | null): WaitingEvent | null =>
  row === null ? null : { id: row.id, incoming: incomingSchema.parse(row.payload), attempts: row.attempts }

/** The oldest unhandled event of a chat, only to look at. */
export const peekEvent = async (tx: Transaction, chatKey: string): Promise<WaitingEvent | null> =>
  toEvent(
    await tx.inboundEvent.findFirst({
      where: { chatKey, handledAt: null },
      orderBy: { id: 'asc' },
      select: eventSelect,
    }),
  )

/**
 * The oldest unhandled event of a chat, for the transaction that handles it. Waits while another process handles
 * this chat: one at a time, in order.
 */
export const takeEvent = async (tx: Transaction, chatKey: string): Promise<WaitingEvent | null> => {
  await tx.$queryRaw`SELECT 1 AS taken FROM (SELECT pg_advisory_xact_lock(hashtextextended(${chatKey}, 0))) AS turn`
  return peekEvent(tx, chatKey)
}

/** The handled mark: in the handler's own transaction it is what makes effects happen exactly once. */
export const markHandled = async (
  tx: Transaction,
  event: { readonly id: bigint; readonly workspaceId: string | null; readonly failure?: string },
  now: Date,
): Promise<void> => {
  await tx.inboundEvent.update({
    where: { id: event.id },
    data: { handledAt: now, workspaceId: event.workspaceId, failure: event.failure ?? null },
  })
}

/** Counts an attempt that ended in an unforeseen error; returns how many there were. */
export const countAttempt = async (client: Transaction, id: bigint): Promise<number> =>
  (
    await client.inboundEvent.update({
      where: { id },
      data: { attempts: { increment: 1 } },
      select: { attempts: true },
    })
  ).attempts

/** Chats in which something waits to be handled since before a moment: what a crash left behind. */
export const findUnhandledChats = async (client: Transaction, before: Date): Promise<readonly string[]> =>
  z
    .array(z.object({ chatKey: z.string() }))
    .parse(
      await client.$queryRaw`SELECT DISTINCT "chatKey" FROM "InboundEvent"
        WHERE "handledAt" IS NULL AND "receivedAt" <= ${before}`,
    )
    .map(({ chatKey }) => chatKey)
