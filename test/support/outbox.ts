import { randomUUID } from 'node:crypto'
import type { Channel } from '../../domain/incoming.ts'
import type { Outgoing } from '../../domain/message.ts'
import type { Database } from '../../prisma/database.ts'
import { createOutbox } from '../../prisma/outbox.ts'

type Client = Pick<Database, 'client'>

/** A chat of nobody in particular; returns its row's id. */
export const addChat = async (
  { client }: Client,
  chat: { readonly channel?: Channel; readonly externalId?: string; readonly kind?: 'private' | 'group' } = {},
): Promise<string> => {
  const { channel = 'telegram', externalId = randomUUID(), kind = 'private' } = chat
  return (await client.chat.create({ data: { channel, externalId, kind } })).id
}

/** Puts texts into the outbox, each under a key of its own: "chat-id text". Nobody is woken. A chat may be a workspace's. */
export const putIntoOutbox = async (
  { client }: Client,
  chatId: string,
  texts: readonly string[],
  more: Partial<Outgoing> = {},
  now = new Date(),
  workspaceId: string | null = null,
): Promise<readonly string[]> =>
  client.$transaction((tx) =>
    createOutbox(tx, workspaceId, { deliver: () => Promise.resolve() }, now).add(
      texts.map((text) => ({
        ...{ chatId, key: `${chatId} ${text}`, kind: 'reply', text: { text, entities: [] } },
        ...more,
      })),
    ),
  )

/** What became of the messages of a chat, in their order. */
export const outcomesIn = async ({ client }: Client, chatId: string) => {
  const rows = await client.outboundMessage.findMany({ where: { chatId }, orderBy: { id: 'asc' } })
  return rows.map(({ key, state, failure, externalId, attempts }) => ({
    ...{ text: key.slice(chatId.length + 1), state, failure, externalId, attempts },
  }))
}
