import { z } from 'zod'
import type { Incoming, IncomingBody } from '../../domain/incoming.ts'
import { idSchema } from './client.ts'

/** What is only said in passing must not make a message unreadable. */
const inPassing = z.string().nullish().catch(null)

const messageSchema = z.object({
  message_id: idSchema,
  date: z.unknown().optional(),
  from: z.object({ id: idSchema, display_name: inPassing, is_bot: z.unknown().optional() }),
  chat: z.object({ id: idSchema, chat_type: inPassing }),
  text: inPassing,
  caption: inPassing,
  photo_url: inPassing,
  photo: inPassing,
})

const updateSchema = z.object({ event_name: z.string(), message: messageSchema.optional() })

type ZaloMessage = z.infer<typeof messageSchema>

/**
 * A Zalo update as the neutral Incoming, in either of its shapes (`{ok, result}` by polling, flat by webhook).
 * Null for what is of no concern: tests of the webhook, unknown events, other bots.
 */
export const toIncoming = (update: unknown, now: Date): Incoming | null => {
  const wrapped = z.object({ result: z.unknown() }).safeParse(update)
  const parsed = updateSchema.safeParse(wrapped.success ? wrapped.data.result : update)
  if (!parsed.success || parsed.data.message === undefined || parsed.data.message.from.is_bot === true) return null
  const { message } = parsed.data
  const body = bodyOf(parsed.data.event_name, message)
  if (body === null) return null
  return {
    channel: 'zalo',
    externalId: message.message_id,
    chat: { id: message.chat.id, kind: isGroup(message) ? 'group' : 'private', title: '' },
    sender: { id: message.from.id, name: message.from.display_name ?? '' },
    sentAt: sentAt(message.date, now),
    body,
  }
}

const isGroup = ({ chat }: ZaloMessage): boolean => chat.chat_type?.toUpperCase() === 'GROUP'

const bodyOf = (event: string, message: ZaloMessage): IncomingBody | null => {
  switch (event) {
    case 'message.text.received':
      return { kind: 'text', text: withoutMention(message) }
    case 'message.image.received':
      return photoOf(message)
    case 'message.sticker.received':
      return { kind: 'unsupported', what: 'sticker' }
    case 'message.voice.received':
      return { kind: 'unsupported', what: 'voice' }
    case 'message.unsupported.received':
      return { kind: 'unsupported', what: 'file' }
    default:
      return null
  }
}

/** Zalo keeps photos on servers of its own and tells their address. */
const photoOf = ({ photo_url: url, photo, caption }: ZaloMessage): IncomingBody => {
  const reference = url ?? photo
  if (reference == null || reference === '') return { kind: 'unsupported', what: 'image' }
  return { kind: 'file', file: { reference, name: 'anh.jpg', size: null, photo: true }, caption: caption ?? '' }
}

/**
 * In a group the bot sees only what mentions it, "@Bot Đôn Đốc /tuan", and is not told where its name ends: what can
 * be meant for it there is a command or the number of a choice.
 */
const withoutMention = (message: ZaloMessage): string => {
  const text = message.text ?? ''
  if (!isGroup(message) || !text.startsWith('@')) return text
  return /\s(\/\S.*|\d{1,2})$/su.exec(text)?.[1] ?? text
}

const moment = z.coerce
  .number()
  .positive()
  .transform((date) => new Date(date < 1e12 ? date * 1000 : date))
  .pipe(z.date())

/** Milliseconds, or seconds where the number is too small to be milliseconds; now where it is no moment at all. */
const sentAt = (date: unknown, now: Date): string => (moment.safeParse(date).data ?? now).toISOString()
