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
 * Has messages said in another chat of the same person, in their order, each with what is left of it: whoever reads the
 * beginning there reads the rest there. The id of that chat, null when there is none. The new ones take over the keys:
 * whoever asks what became of a message finds the one that counts.
 */
export const sayElsewhere = async (
  tx: Transaction,
  { ids, chatId, except, failure }: Leaving,
  now: Date,
): Promise<string | null> => {
  const other = await findOtherChat(tx, chatId, except)
  if (other === null) return null
  const { moving, staying } = await listWhole(tx, ids, chatId)
  for (const row of moving) {
    // What only follows was not refused itself.
    const why = row.failure ?? (ids.includes(row.id) ? failure : null)
    const left = { state: 'failed', settledAt: now, claimedUntil: null, failure: why } as const
    await tx.outboundMessage.update({
      where: { id: row.id },
      data: { ...left, key: `${row.key}~${row.id}`, movedTo: other.channel },
      select: { id: true },
    })
  }
  // Only now are all keys free: split anew for another channel, a message may have more parts than it had.
  const nextKey = createKeys(staying.map(({ key }) => key))
  await tx.outboundMessage.createMany({ data: moving.flatMap((row) => copiesOf(row, other, { now, nextKey })) })
  return other.id
}

/** These messages with all parts that follow them and wait as well, in their order, and the parts that do not move. */
const listWhole = async (tx: Transaction, ids: readonly bigint[], chatId: string) => {
  const first = await tx.outboundMessage.findMany({ where: { id: { in: [...ids] } }, select: { key: true } })
  const wholes = new Set(first.map(({ key }) => wholeOf(key)))
  const rows = await tx.outboundMessage.findMany({
    where: {
      chatId,
      OR: [{ id: { in: [...ids] } }, ...[...wholes].map((whole) => ({ key: { startsWith: `${whole}#` } }))],
    },
    orderBy: { id: 'asc' },
  })
  const asked = new Set(ids)
  const isMoving = ({ id, state, key }: OutboundMessage): boolean =>
    asked.has(id) || (state === 'pending' && wholes.has(wholeOf(key)))
  return { moving: rows.filter(isMoving), staying: rows.filter((row) => !isMoving(row)) }
}

/** The key of a message of which this may be a part: "key", "key#2", … */
const wholeOf = (key: string): string => key.replace(/#\d+$/u, '')

const numberOf = (key: string): number => Number(/#(\d+)$/u.exec(key)?.[1] ?? 1)

/** Numbers the parts of each message anew, from the first that moves on, around those whose keys stay where they are. */
const createKeys = (staying: readonly string[]): ((key: string) => string) => {
  const taken = new Set(staying)
  return (key) => {
    const whole = wholeOf(key)
    const nameOf = (number: number): string => (number === 1 ? whole : `${whole}#${number}`)
    let number = numberOf(key)
    while (taken.has(nameOf(number))) number += 1
    taken.add(nameOf(number))
    return nameOf(number)
  }
}

interface Copying {
  readonly now: Date
  readonly nextKey: (key: string) => string
}

const copiesOf = (row: OutboundMessage, { id: chatId, channel }: OtherChat, { now, nextKey }: Copying) =>
  refitFor(channel, renderedSchema.parse(row.content)).map((part) => ({
    ...{ workspaceId: row.workspaceId, chatId, channel, personId: row.personId, assignmentId: row.assignmentId },
    ...{ kind: row.kind, urgent: row.urgent, content: toJson(part), createdAt: row.createdAt },
    pictureToken: part.picture?.token ?? null,
    key: nextKey(row.key),
    // What is planned for later stays planned for later; what was put off is said at once.
    notBefore: row.failure === null && row.notBefore > now ? row.notBefore : now,
  }))
