import type { BotCommand, UserFromGetMe } from 'grammy/types'
import type { Activity } from '../emulator/activity.ts'
import type { Changes } from '../emulator/changes.ts'
import { Transcript } from '../emulator/transcript.ts'
import { FileStore, type StoredFile } from './files.ts'
import type { FloodControl } from './limits.ts'
import type { Polling } from './polling.ts'
import { type BotMessage, type Person, Room, type WireMessage } from './room.ts'
import type { Updates } from './updates.ts'
import type { Webhook } from './webhook.ts'

/** What the bot showed to somebody who pressed a button. */
export interface CallbackAnswer {
  readonly text: string
  readonly isAlert: boolean
}

/** A press of a button that the bot may answer. */
export interface Callback {
  readonly pressedMs: number
  answer: CallbackAnswer | null
}

/** The choices that a test makes about the service. */
export interface TelegramHabits {
  /** Whether setWebhook takes http and loopback addresses, as only a service of one's own does. */
  readonly allowLoopbackWebhook: boolean
  /** Whether the bot sees in groups only what is meant for it. */
  readonly privacyMode: boolean
  /** How long a press can be answered. */
  readonly callbackMs: number
  /** Bytes that the bot may download and upload. */
  readonly maxDownload: number
  readonly maxUpload: number
  /** How long a chat must be silent to count as quiet. */
  readonly quietMs: number
  /** The service's clock: dates of messages. */
  readonly now: () => Date
}

/** Everything that the service knows. It outlives the product. */
export class World {
  readonly bot: UserFromGetMe
  readonly habits: TelegramHabits
  readonly changes: Changes
  readonly activity: Activity
  readonly updates: Updates
  readonly polling: Polling
  readonly flood: FloodControl
  readonly webhook: Webhook
  readonly files = new FileStore()
  readonly rooms = new Map<number, Room>()
  readonly people = new Map<number, Person>()
  readonly callbacks = new Map<string, Callback>()
  readonly chatActions: { readonly chatId: number; readonly action: string }[] = []
  commands: readonly BotCommand[] = []

  constructor(
    parts: Pick<World, 'bot' | 'habits' | 'changes' | 'activity' | 'updates' | 'polling' | 'flood' | 'webhook'>,
  ) {
    this.bot = parts.bot
    this.habits = parts.habits
    this.changes = parts.changes
    this.activity = parts.activity
    this.updates = parts.updates
    this.polling = parts.polling
    this.flood = parts.flood
    this.webhook = parts.webhook
  }

  /** Seconds since 1970, as messages are dated. */
  date(): number {
    return Math.floor(this.habits.now().getTime() / 1_000)
  }

  open(id: number, kind: Room['kind'], title: string, owner: Person | null): Room {
    const { changes, activity } = this
    const chat = `the chat "${title}"`
    const transcript = new Transcript<BotMessage>({ chat, changes, activity, quietMs: this.habits.quietMs })
    const room = new Room(id, kind, title, owner, transcript)
    this.rooms.set(id, room)
    return room
  }

  /** A message of the bot, as people see it. */
  seen(message: WireMessage, edits: number): BotMessage {
    const keyboard = message.reply_markup?.inline_keyboard ?? []
    return {
      id: message.message_id,
      kind: messageKind(message),
      ...words(message),
      keyboard,
      choices: keyboard.flat().map((button) => button.text),
      file: this.#fileOf(message),
      ...threading(message),
      edits,
    }
  }

  #fileOf(message: WireMessage): StoredFile | null {
    const id = message.document?.file_id ?? message.photo?.at(-1)?.file_id
    return id === undefined ? null : (this.files.find(id) ?? null)
  }
}

const words = (message: WireMessage): Pick<BotMessage, 'text' | 'entities'> =>
  message.text === undefined
    ? { text: message.caption ?? '', entities: message.caption_entities ?? [] }
    : { text: message.text, entities: message.entities ?? [] }

const messageKind = (message: WireMessage): BotMessage['kind'] => {
  if (message.document !== undefined) return 'document'
  return message.photo === undefined ? 'text' : 'photo'
}

const threading = (message: WireMessage): Pick<BotMessage, 'replyTo' | 'threadId' | 'linkPreview'> => ({
  replyTo: message.reply_to_message?.message_id ?? null,
  threadId: message.message_thread_id ?? null,
  linkPreview: message.link_preview_options?.is_disabled !== true,
})
