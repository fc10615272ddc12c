import { z } from 'zod'
import { refitFor } from '../domain/render.ts'
import type { Channel } from '../domain/incoming.ts'
import { Prisma } from './generated/client.ts'
import type { OutboundMessage } from './generated/client.ts'
import { renderedSchema, toJson } from './outbox.ts'
import { isUsableChat } from './reachable.ts'
import type { Transaction } from './transaction.ts'

interface OtherChat {
  readonly id: string
  readonly channel: Channel
}

/** Where else the person of a private chat can be reached, a messenger first; null for nowhere, and for groups. */
const findOtherChat = async (tx: Transaction, chatId: string, except: Channel | null): Promise<OtherChat | null> => {
  const rows = await tx.$queryRaw`
    SELECT chat."id", chat."channel" FROM "ChatAccount" mine
    JOIN "ChatAccount" account ON account."personId" = mine."personId" AND account."workspaceId" = mine."workspaceId"
    JOIN "Chat" chat ON chat."id" = account."chatId"
    WHERE mine."chatId" = ${chatId}::uuid AND chat."id" <> mine."chatId" AND ${isUsableChat}
      AND ${except === null ? Prisma.sql`true` : Prisma.sql`chat."channel" <> ${except}::"Channel"`}
    ORDER BY chat."channel" = 'web', account."id" DESC LIMIT 1`
  const [found] = z.array(z.object({ id: z.string(), channel: z.enum(['telegram', 'zalo', 'web']) })).parse(rows)
  return found ?? null
}

/** What is to be said elsewhere, and why it was not said here. */
interface Leaving {
  readonly ids: readonly bigint[]
  readonly chatId: string
  /** Another channel than this; null for any other chat. */
  readonly except: Channel | null
  readonly failure: string
}

/**
 * Has messages said in another chat of the same person, in their order; the id of that chat, null when there is none.
 * The new ones take over the keys: whoever asks what became of a message finds the one that counts.
 */
export const sayElsewhere = async (
  tx: Transaction,
  { ids, chatId, except, failure }: Leaving,
  now: Date,
): Promise<string | null> => {
  const other = await findOtherChat(tx, chatId, except)
  if (other === null) return null
  const rows = await tx.outboundMessage.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: 'asc' } })
  for (const row of rows) {
    const left = { state: 'failed', settledAt: now, claimedUntil: null, failure: row.failure ?? failure } as const
    await tx.outboundMessage.update({
      where: { id: row.id },
      data: { ...left, key: `${row.key}~${row.id}`, movedTo: other.channel },
      select: { id: true },
    })
    await tx.outboundMessage.createMany({ data: copiesOf(row, other, now) })
  }
  return other.id
}

const copiesOf = (row: OutboundMessage, { id: chatId, channel }: OtherChat, now: Date) =>
  refitFor(channel, renderedSchema.parse(row.content)).map((part, index) => ({
    ...{ workspaceId: row.workspaceId, chatId, channel, personId: row.personId, assignmentId: row.assignmentId },
    ...{ kind: row.kind, urgent: row.urgent, content: toJson(part), createdAt: row.createdAt },
    pictureToken: part.picture?.token ?? null,
    key: index === 0 ? row.key : `${row.key}#${index + 1}`,
    // What is planned for later stays planned for later; what was put off is said at once.
    notBefore: row.failure === null && row.notBefore > now ? row.notBefore : now,
  }))
