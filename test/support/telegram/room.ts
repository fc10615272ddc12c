import type { Chat, InlineKeyboardButton, Message, MessageEntity, Update, User } from 'grammy/types'
import type { Transcript } from '../emulator/transcript.ts'
import type { StoredFile } from './files.ts'

/** A message as it goes over the wire; what it answers goes along, but not what that one answered. */
export interface WireMessage extends Omit<Message, 'reply_to_message' | 'chat' | 'from'>, Update.NonChannel {
  reply_to_message?: WireMessage | undefined
}

/** What makes one message differ from another. */
export type Content = Pick<
  Message,
  | 'text'
  | 'entities'
  | 'caption'
  | 'caption_entities'
  | 'document'
  | 'photo'
  | 'sticker'
  | 'link_preview_options'
  | 'new_chat_members'
  | 'left_chat_member'
  | 'migrate_to_chat_id'
  | 'migrate_from_chat_id'
  | 'forum_topic_created'
  | 'forward_origin'
  | 'reply_markup'
>

/** A message of the bot, as people see it. */
export interface BotMessage {
  readonly id: number
  readonly kind: 'text' | 'document' | 'photo'
  /** The words, or the caption of a file. */
  readonly text: string
  readonly entities: readonly MessageEntity[]
  readonly keyboard: readonly (readonly InlineKeyboardButton[])[]
  /** The labels of the buttons, in reading order. */
  readonly choices: readonly string[]
  readonly file: StoredFile | null
  readonly replyTo: number | null
  readonly threadId: number | null
  readonly linkPreview: boolean
  readonly edits: number
}

/** A person known to the service. */
export interface Person {
  readonly id: number
  readonly name: string
  started: boolean
  blocked: boolean
  deactivated: boolean
}

export const personUser = (person: Person): User => ({
  id: person.id,
  is_bot: false,
  first_name: person.name,
  language_code: 'vi',
})

/** Where and in answer to what a message is put. */
export interface Place {
  readonly threadId: number | null
  readonly replyTo: WireMessage | null
}

export const anywhere: Place = { threadId: null, replyTo: null }

const replyFields = (place: Place, topicStart: WireMessage | undefined): Pick<WireMessage, 'reply_to_message'> => {
  // In a topic, a message that answers nothing is said to answer the topic's own first message.
  const target = place.replyTo ?? topicStart
  return target === undefined ? {} : { reply_to_message: { ...target, reply_to_message: undefined } }
}

/** One chat with all its messages. Message numbers run per chat. */
export class Room {
  readonly id: number
  readonly owner: Person | null
  readonly title: string
  readonly transcript: Transcript<BotMessage>
  readonly topics = new Set<number>()
  kind: 'private' | 'group' | 'supergroup'
  botIs: 'member' | 'left' | 'kicked' = 'member'
  upgradedTo: number | null = null
  readonly #messages = new Map<number, WireMessage>()
  #nextId = 1

  constructor(id: number, kind: Room['kind'], title: string, owner: Person | null, transcript: Transcript<BotMessage>) {
    this.id = id
    this.kind = kind
    this.title = title
    this.owner = owner
    this.transcript = transcript
  }

  get isGroup(): boolean {
    return this.kind !== 'private'
  }

  /** The chat as messages name it. */
  chat(): Exclude<Chat, Chat.ChannelChat> {
    const { id, title, kind } = this
    if (kind === 'private') return { id, type: kind, first_name: title }
    if (kind === 'group') return { id, type: kind, title }
    return { id, type: kind, title, ...(this.topics.size > 0 ? { is_forum: true as const } : {}) }
  }

  /** Puts a message into the chat and keeps it. */
  put(from: User, date: number, content: Content, place: Place): WireMessage {
    const { threadId } = place
    const message: WireMessage = {
      message_id: this.#nextId,
      date,
      chat: this.chat(),
      from,
      ...(threadId === null ? {} : { message_thread_id: threadId, is_topic_message: true }),
      ...replyFields(place, threadId === null ? undefined : this.#messages.get(threadId)),
      ...content,
    }
    this.#nextId += 1
    this.#messages.set(message.message_id, message)
    return message
  }

  find(id: number): WireMessage | undefined {
    return this.#messages.get(id)
  }

  replace(message: WireMessage): void {
    this.#messages.set(message.message_id, message)
  }

  remove(id: number): void {
    this.#messages.delete(id)
    this.transcript.remove(id)
  }
}
