import { z } from 'zod'
import type { Incoming } from '../domain/incoming.ts'
import type { Chat, Inbox, InboxTurn, WaitingEvent } from '../domain/ports/messages.ts'
import type { Wakeups } from '../domain/ports/wakeups.ts'
import { incomingSchema } from '../domain/incoming-schema.ts'
import { moveChat } from './chat-moves.ts'
import type { PrismaClient } from './generated/client.ts'
import type { Transaction } from './transaction.ts'
import { lockTurn } from './turns.ts'

/** The chat an update came from, across channels: the lane in which it is handled. */
const chatKeyOf = (incoming: Incoming): string => `${incoming.channel}:${incoming.chat.id}`

/** Stores what channels receive, together with its wake-up; a duplicate is dropped here. */
export const createInbox = (client: PrismaClient, wakeupsIn: (tx: Transaction) => Pick<Wakeups, 'handle'>): Inbox => ({
  receive: (received, now) => {
    const incoming = storable(received)
    return client.$transaction(async (tx) => {
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
    })
  },
})

/**
 * PostgreSQL takes neither NUL nor half of a surrogate pair. An event that can never be stored would be asked for
 * again and again, and everything behind it with it.
 */
const storable = (incoming: Incoming): Incoming =>
  incomingSchema.parse(
    JSON.parse(JSON.stringify(incoming), (_key, value: unknown) =>
      typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value,
    ),
  )

const eventSelect = { id: true, payload: true, attempts: true } as const

const toEvent = (row: { id: bigint; payload: unknown; attempts: number } | null): WaitingEvent | null =>
  row === null ? null : { id: row.id, incoming: incomingSchema.parse(row.payload), attempts: row.attempts }

/** The oldest unhandled event of a chat but for these, only to look at. */
export const peekEvent = async (
  tx: Transaction,
  chatKey: string,
  except: readonly bigint[] = [],
): Promise<WaitingEvent | null> =>
  toEvent(
    await tx.inboundEvent.findFirst({
      where: { chatKey, handledAt: null, ...(except.length > 0 && { id: { notIn: [...except] } }) },
      orderBy: { id: 'asc' },
      select: eventSelect,
    }),
  )

/** The inbox as one transaction sees it. */
export const createInboxTurn = (tx: Transaction): InboxTurn => ({
  takeEvent: async (chatKey, except) => {
    await lockTurn(tx, chatKey)
    return peekEvent(tx, chatKey, except)
  },
  openChat: (incoming) => openChat(tx, incoming),
  setBlocked: async (chatId, blockedAt) => {
    const blockedReason = blockedAt === null ? null : 'blocked'
    await tx.chat.update({ where: { id: chatId }, data: { blockedAt, blockedReason } })
  },
  moveChat: (chatId, newExternalId) => moveChat(tx, chatId, newExternalId),
  markHandled: async (event, now) => {
    await tx.inboundEvent.update({
      where: { id: event.id },
      data: { handledAt: now, workspaceId: event.workspaceId, failure: event.failure ?? null },
    })
  },
})

const openChat = async (tx: Transaction, { channel, chat }: Incoming): Promise<Chat> => {
  const where = { channel_externalId: { channel, externalId: chat.id } }
  const found = await tx.chat.findUnique({ where })
  if (found !== null && found.title === chat.title && found.blockedAt === null) return found
  return tx.chat.upsert({
    where,
    create: { channel, externalId: chat.id, kind: chat.kind, title: chat.title },
    // Whoever writes can be written to, whatever became of the last attempt.
    update: { title: chat.title, blockedAt: null, blockedReason: null },
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

/** Chats in which something waits to be handled, whatever the clock showed when it came: what a crash left behind. */
export const findUnhandledChats = async (client: Transaction): Promise<readonly string[]> =>
  z
    .array(z.object({ chatKey: z.string() }))
    .parse(await client.$queryRaw`SELECT DISTINCT "chatKey" FROM "InboundEvent" WHERE "handledAt" IS NULL`)
    .map(({ chatKey }) => chatKey)
