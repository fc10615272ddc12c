import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Channel } from '../domain/incoming.ts'
import type { Outgoing, Picture, Rendered } from '../domain/message.ts'
import type { Outbox, SentMessage, SentMessages } from '../domain/ports/messages.ts'
import type { Wakeups } from '../domain/ports/wakeups.ts'
import { capabilities } from '../domain/channels.ts'
import { renderFor } from '../domain/render.ts'
import type { Transaction } from './transaction.ts'

const count = z.int()

const pictureSchema: z.ZodType<Picture> = z.object({
  chart: z.object({
    ...{ locale: z.enum(['vi', 'en']), rows: z.enum(['agency', 'plan']), title: z.string(), workspace: z.string() },
    bars: z.array(
      z.object({
        ...{ name: z.string().nullable(), total: count },
        ...{ late: count, dueSoon: count, inTime: count, undated: count, done: count },
      }),
    ),
    others: count,
  }),
  alt: z.string(),
  token: z.string().exactOptional(),
})

/** The shape of OutboundMessage.content. */
export const renderedSchema = z.object({
  text: z.string(),
  entities: z.array(
    z.object({
      type: z.enum(['bold', 'italic', 'underline', 'strikethrough', 'code', 'text_link']),
      offset: z.int(),
      length: z.int(),
      url: z.string().exactOptional(),
    }),
  ),
  buttons: z.array(z.array(z.object({ label: z.string(), action: z.string() }))),
  choices: z.array(z.string()),
  hint: z.string().exactOptional(),
  picture: pictureSchema.exactOptional(),
})

/** Rows and their wake-ups are written through the caller's transaction. */
export const createOutbox = (
  tx: Transaction,
  workspaceId: string | null,
  wakeups: Pick<Wakeups, 'deliver'>,
  now: Date,
): Outbox => ({
  add: async (messages) => {
    const channels = await findChannels(tx, workspaceId, messages)
    const rows = messages.flatMap((message) => {
      const channel = channels.get(message.chatId)
      return channel === undefined ? [] : toRows(message, channel, workspaceId, now)
    })
    if (rows.length === 0) return []
    const added = await tx.outboundMessage.createManyAndReturn({
      data: rows,
      skipDuplicates: true,
      select: { key: true, chatId: true, kind: true },
    })
    const answered = new Set(added.filter(({ kind }) => kind === 'reply').map(({ chatId }) => chatId))
    const told = [...new Set(added.map(({ chatId }) => chatId))].filter((chatId) => !answered.has(chatId))
    if (answered.size > 0) await wakeups.deliver([...answered], true)
    if (told.length > 0) await wakeups.deliver(told)
    return added.map(({ key }) => key)
  },
})

/** Only chats of this workspace: a message can never leave it, whatever id it was given. */
const findChannels = async (
  tx: Transaction,
  workspaceId: string | null,
  messages: readonly Outgoing[],
): Promise<ReadonlyMap<string, Channel>> => {
  const chats = await tx.chat.findMany({
    where: { id: { in: [...new Set(messages.map(({ chatId }) => chatId))] }, workspaceId },
    select: { id: true, channel: true },
  })
  return new Map(chats.map(({ id, channel }) => [id, channel]))
}

const toRows = (message: Outgoing, channel: Channel, workspaceId: string | null, now: Date) => {
  const parts = renderFor(channel, message)
  const edits = capabilities[channel].edits && parts.length === 1 ? (message.edits ?? null) : null
  return parts.map(withToken).map((part, index) => ({
    workspaceId,
    chatId: message.chatId,
    channel,
    personId: message.personId ?? null,
    key: index === 0 ? message.key : `${message.key}#${index + 1}`,
    kind: message.kind,
    urgent: message.urgent ?? false,
    content: toJson(part),
    pictureToken: part.picture?.token ?? null,
    assignmentId: message.assignmentId ?? null,
    edits,
    notBefore: message.notBefore ?? now,
    createdAt: now,
  }))
}

/** An address that nobody guesses: messengers fetch pictures without signing in. */
const withToken = (part: Rendered): Rendered =>
  part.picture === undefined
    ? part
    : { ...part, picture: { token: randomBytes(24).toString('base64url'), ...part.picture } }

/** As a row keeps it. */
export const toJson = (part: Rendered) => ({
  text: part.text,
  entities: part.entities.map((entity) => ({ ...entity })),
  buttons: part.buttons.map((row) => row.map((button) => ({ ...button }))),
  choices: [...part.choices],
  ...(part.hint === undefined ? {} : { hint: part.hint }),
  ...(part.picture === undefined ? {} : { picture: structuredClone(part.picture) as object }),
})

/** Looks back at what was said in the chats of one workspace (or, with null, to strangers). */
export const createSentMessages = (tx: Transaction, workspaceId: string | null): SentMessages => ({
  findByExternalId: async (chatId, externalId) =>
    toSentMessage(
      await tx.outboundMessage.findFirst({ where: { workspaceId, chatId, externalId }, orderBy: { id: 'desc' } }),
    ),
  findByKey: (chatId, key) =>
    tx.outboundMessage.findFirst({ where: { workspaceId, chatId, key }, select: { externalId: true } }),
  findLatestChoices: async (chatId) => {
    const latest = toSentMessage(
      await tx.outboundMessage.findFirst({ where: { workspaceId, chatId }, orderBy: { id: 'desc' } }),
    )
    return latest !== null && latest.choices.length > 0 ? latest : null
  },
})

const toSentMessage = (
  row: { chatId: string; key: string; assignmentId: string | null; content: unknown } | null,
): SentMessage | null => {
  if (row === null) return null
  const { chatId, assignmentId } = row
  // A long message is sent in parts: "key", "key#2", …
  const key = row.key.replace(/#\d+$/u, '')
  return { chatId, assignmentId, key, choices: renderedSchema.parse(row.content).choices }
}

/** Says nothing: for what is done before there is anybody to tell. */
export const silentOutbox: Outbox = { add: () => Promise.resolve([]) }
