import type { CallbackQuery, ChatMemberUpdated, Message, Update, User } from 'grammy/types'
import type { Incoming, IncomingBody } from '../../domain/incoming.ts'

/** A Telegram update as the neutral Incoming; null for what is of no concern (service messages, other bots). */
export const toIncoming = (update: Update): Incoming | null => {
  const id = String(update.update_id)
  if (update.message !== undefined) return fromMessage(id, update.message)
  if (update.edited_message !== undefined) return fromEdit(id, update.edited_message)
  if (update.callback_query !== undefined) return fromPress(id, update.callback_query)
  if (update.my_chat_member !== undefined) return fromMembership(id, update.my_chat_member)
  return null
}

/** A topic of a forum is a place of its own: "-100123/45" is topic 45 of that group. */
const chatIdOf = (chatId: number, topic: number | undefined): string =>
  topic === undefined ? String(chatId) : `${chatId}/${topic}`

const fromMessage = (externalId: string, message: Message): Incoming | null => {
  if (message.from === undefined || message.from.is_bot) return null
  const body = bodyOf(message)
  if (body === null) return null
  const topic = message.is_topic_message === true ? message.message_thread_id : undefined
  // In a topic every message formally replies to the one that opened it.
  const replied = message.reply_to_message
  const replyTo = replied !== undefined && replied.message_id !== topic ? String(replied.message_id) : undefined
  return {
    channel: 'telegram',
    externalId,
    chat: chatOf(message, topic),
    sender: senderOf(message.from),
    sentAt: new Date(message.date * 1000).toISOString(),
    ...(replyTo === undefined ? {} : { replyTo }),
    body,
  }
}

/** Only that a text was changed; a moving location or a caption is no answer. */
const fromEdit = (externalId: string, message: Message): Incoming | null => {
  const incoming = message.text === undefined ? null : fromMessage(externalId, message)
  return incoming === null ? null : { ...incoming, body: { kind: 'edited' } }
}

const chatOf = (message: Message, topic: number | undefined): Incoming['chat'] => ({
  id: chatIdOf(message.chat.id, topic),
  kind: message.chat.type === 'private' ? 'private' : 'group',
  title: message.chat.title ?? '',
})

const senderOf = (user: User): Incoming['sender'] => ({
  id: String(user.id),
  name: [user.first_name, user.last_name].filter((part) => part !== undefined).join(' '),
})

const bodyOf = (message: Message): IncomingBody | null => {
  if (message.text !== undefined) {
    return { kind: 'text', text: message.text, ...passedOn(message) }
  }
  if (message.migrate_to_chat_id !== undefined) {
    return { kind: 'migrated', newChatId: String(message.migrate_to_chat_id) }
  }
  return fileOf(message) ?? unsupportedOf(message)
}

const passedOn = ({ forward_origin: origin }: Message): { readonly forwarded?: true } =>
  origin === undefined ? {} : { forwarded: true }

const fileOf = (message: Message): IncomingBody | null => {
  const { document, photo, caption = '' } = message
  if (document !== undefined) {
    const { file_id: reference, file_name: name = 'tep', file_size: size } = document
    return { kind: 'file', file: { reference, name, size: size ?? null }, caption, ...passedOn(message) }
  }
  const largest = photo?.at(-1)
  if (largest === undefined) return null
  return {
    kind: 'file',
    file: { reference: largest.file_id, name: 'anh.jpg', size: largest.file_size ?? null, photo: true },
    caption,
    ...passedOn(message),
  }
}

const contents = [
  'sticker',
  'voice',
  'video',
  'video_note',
  'audio',
  'animation',
  'contact',
  'location',
  'poll',
] as const

const unsupportedOf = (message: Message): IncomingBody | null => {
  const what = contents.find((name) => name in message)
  return what === undefined ? null : { kind: 'unsupported', what }
}

const fromPress = (externalId: string, query: CallbackQuery): Incoming | null => {
  const { message, data, from } = query
  if (message === undefined || data === undefined) return null
  const topic = 'is_topic_message' in message && message.is_topic_message ? message.message_thread_id : undefined
  return {
    channel: 'telegram',
    externalId,
    chat: {
      id: chatIdOf(message.chat.id, topic),
      kind: message.chat.type === 'private' ? 'private' : 'group',
      title: message.chat.title ?? '',
    },
    sender: senderOf(from),
    sentAt: new Date(message.date * 1000).toISOString(),
    body: { kind: 'button', action: data, messageId: String(message.message_id) },
  }
}

/** In a private chat the bot's own membership tells whether the person blocked it. */
const fromMembership = (externalId: string, change: ChatMemberUpdated): Incoming | null => {
  if (change.chat.type !== 'private') return null
  return {
    channel: 'telegram',
    externalId,
    chat: { id: String(change.chat.id), kind: 'private', title: '' },
    sender: senderOf(change.from),
    sentAt: new Date(change.date * 1000).toISOString(),
    body: { kind: change.new_chat_member.status === 'kicked' ? 'blocked' : 'unblocked' },
  }
}
