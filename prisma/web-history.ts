import { z } from 'zod'
import { broadcastOfKey } from '../domain/broadcast-call.ts'
import { incomingSchema } from '../domain/incoming-schema.ts'
import type { WebChat, WebEntry, WebHistory } from '../domain/ports/web.ts'
import { Prisma, type PrismaClient } from './generated/client.ts'
import { renderedSchema } from './outbox.ts'

/** Longest that a row may leave after one with a higher id, and that clocks of two processes may differ. */
const overlapMs = 60_000
/** How many of a chat's newest rows are watched for changes: more than ever wait in one chat at a time. */
const watched = 50
/** How far back by id rows are looked for that left late: keeps the search within a slice of the index. */
const reach = 100_000n

/** What both sides said in web chats, read from the inbox and the outbox: nothing is stored twice. */
export const createWebHistory = (client: PrismaClient): WebHistory => ({
  listRecent: async (chat, limit, before) => {
    const chatId = await findChatId(client, chat)
    const incoming = await listIncoming(client, chat, limit, before && { receivedAt: { lt: before } })
    const left = before && { settledAt: { lt: before } }
    return merge(incoming, await listOutgoing(client, chat, { chatId, ...left }, limit)).slice(-limit)
  },

  listSince: async (chat, row, limit) => {
    const chatId = await findChatId(client, chat)
    const last = await client.outboundMessage.findFirst({
      where: { id: row, workspaceId: chat.workspaceId, chatId, settledAt: { not: null } },
      select: { settledAt: true },
    })
    const since = new Date((last?.settledAt?.getTime() ?? 0) - overlapMs)
    const incoming = await listIncoming(client, chat, limit)
    const left =
      last === null ? {} : { OR: [{ id: { gt: row } }, { settledAt: { gte: since }, id: { gt: row - reach } }] }
    return merge(
      incoming.filter(({ at }) => at >= since),
      await listOutgoing(client, chat, { chatId, ...left, NOT: { id: row } }, limit),
    )
  },

  markSeen: async ({ workspaceId, personId }, broadcastIds, now) => {
    await client.broadcastReceipt.updateMany({
      where: { workspaceId, personId, broadcastId: { in: [...broadcastIds] }, seenAt: null },
      data: { seenAt: now },
    })
  },

  findMarks: async (chats) => {
    if (chats.length === 0) return new Map()
    const wanted = chats.map((chat) => Prisma.sql`(${chat.workspaceId}, ${chat.personId})`)
    const rows = await client.$queryRaw`
      SELECT chat."externalId" AS "personId",
        concat_ws(':', outgoing.newest, outgoing.settled, incoming.newest) AS "mark"
      FROM "Chat" chat
      CROSS JOIN LATERAL (
        SELECT max("id") AS newest, count("settledAt") AS settled FROM (
          SELECT "id", "settledAt" FROM "OutboundMessage" WHERE "chatId" = chat."id" ORDER BY "id" DESC LIMIT ${watched}
        ) AS latest
      ) AS outgoing
      CROSS JOIN LATERAL (
        SELECT max("id") AS newest FROM "InboundEvent" WHERE "chatKey" = 'web:' || chat."externalId"
      ) AS incoming
      WHERE chat."channel" = 'web' AND (chat."workspaceId"::text, chat."externalId") IN (${Prisma.join(wanted)})`
    return new Map(marksSchema.parse(rows).map(({ personId, mark }) => [personId, mark]))
  },
})

const marksSchema = z.array(z.object({ personId: z.string(), mark: z.string() }))

/** An id that no row has when the person never had a web chat. */
const findChatId = async (client: PrismaClient, { workspaceId, personId }: WebChat): Promise<string> => {
  const chat = await client.chat.findFirst({
    where: { workspaceId, channel: 'web', externalId: personId },
    select: { id: true },
  })
  return chat?.id ?? '00000000-0000-0000-0000-000000000000'
}

const listIncoming = async (
  client: PrismaClient,
  { personId }: WebChat,
  limit: number,
  where?: Prisma.InboundEventWhereInput,
): Promise<WebEntry[]> => {
  const rows = await client.inboundEvent.findMany({
    where: { ...where, chatKey: `web:${personId}` },
    orderBy: { id: 'desc' },
    take: limit,
    select: { payload: true, receivedAt: true },
  })
  return rows.map((row) => ({ from: 'person', incoming: incomingSchema.parse(row.payload), at: row.receivedAt }))
}

/** For the web the row is the delivery: one whose sender died half-way is as readable as one that was sent. */
const listOutgoing = async (
  client: PrismaClient,
  { workspaceId }: WebChat,
  where: Prisma.OutboundMessageWhereInput,
  limit: number,
): Promise<WebEntry[]> => {
  const rows = await client.outboundMessage.findMany({
    where: { ...where, workspaceId, state: { in: ['sent', 'unknown'] } },
    orderBy: { id: 'desc' },
    take: limit,
    select: { id: true, key: true, edits: true, content: true, settledAt: true },
  })
  return rows.flatMap(({ id, key, edits, content, settledAt }) => {
    if (settledAt === null) return []
    const broadcastId = broadcastOfKey(key)
    const copyOf = broadcastId === null ? {} : { broadcastId }
    return [{ from: 'bot', row: id, edits, content: renderedSchema.parse(content), ...copyOf, at: settledAt }]
  })
}

/** In the order in which it was said; what a person says comes before the answer of the same millisecond. */
const merge = (incoming: readonly WebEntry[], outgoing: readonly WebEntry[]): readonly WebEntry[] =>
  [...incoming.toReversed(), ...outgoing.toReversed()].sort((a, b) => a.at.getTime() - b.at.getTime())
