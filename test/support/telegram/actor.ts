import { randomUUID } from 'node:crypto'
import type { Message } from 'grammy/types'
import { patienceMs } from '../patience.ts'
import type { Transcript } from '../emulator/transcript.ts'
import { asDocument, asPhotoSize } from './files.ts'
import { callbackData } from './keyboard.ts'
import { reachesBot } from './privacy.ts'
import { recogniseEntities } from './recognise.ts'
import {
  type BotMessage,
  type Content,
  type Person,
  personUser,
  type Place,
  type Room,
  type WireMessage,
} from './room.ts'
import type { CallbackAnswer, World } from './world.ts'

/** How a person sends something. */
export interface SendOptions {
  /** The message that this one answers. */
  readonly replyTo?: number
}

const smallPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A person in one chat: in private with the bot, or in a group. */
export class TelegramActor {
  protected readonly world: World
  protected readonly room: Room
  protected readonly person: Person
  readonly #threadId: number | null

  constructor(world: World, room: Room, person: Person, threadId: number | null = null) {
    this.world = world
    this.room = room
    this.person = person
    this.#threadId = threadId
  }

  get id(): number {
    return this.person.id
  }

  get name(): string {
    return this.person.name
  }

  get chatId(): number {
    return this.room.id
  }

  /** What the bot has put into this chat. */
  get chat(): Transcript<BotMessage> {
    return this.room.transcript
  }

  /** Types a message; the result is its number in the chat. */
  send(text: string, options: SendOptions = {}): number {
    if (text.trim() === '' || text.length > 4_096) throw new Error('no app sends a message of that length')
    const entities = recogniseEntities(text)
    return this.#say({ text, ...(entities.length === 0 ? {} : { entities }) }, options)
  }

  /** Passes on what somebody else wrote. */
  forward(text: string): number {
    return this.#say({ text, forward_origin: this.#origin() }, {})
  }

  /** Passes on a file of somebody else's, with its caption. */
  forwardDocument(name: string, bytes: Uint8Array, caption = ''): number {
    const file = this.world.files.add('documents', name, bytes)
    return this.#say({ document: asDocument(file), ...captioned(caption), forward_origin: this.#origin() }, {})
  }

  #origin() {
    return { type: 'hidden_user', sender_user_name: 'Người khác', date: this.world.date() } as const
  }

  /** Sends a file. `size` claims another size than the bytes have. */
  sendDocument(
    name: string,
    bytes: Uint8Array,
    caption = '',
    options: SendOptions & { readonly size?: number } = {},
  ): number {
    const file = this.world.files.add('documents', name, bytes, options.size)
    return this.#say({ document: asDocument(file), ...captioned(caption) }, options)
  }

  /** Sends a picture: in two sizes, the larger last. */
  sendPhoto(bytes: Uint8Array = smallPicture, caption = '', options: SendOptions = {}): number {
    const small = this.world.files.add('photos', 'small.jpg', smallPicture)
    const large = this.world.files.add('photos', 'photo.jpg', bytes)
    return this.#say({ photo: [asPhotoSize(small), asPhotoSize(large)], ...captioned(caption) }, options)
  }

  sendSticker(options: SendOptions = {}): number {
    const file = { file_id: 'CAACAgUAAxkB', file_unique_id: 'AgADsticker', width: 512, height: 512 }
    const sticker = { ...file, type: 'regular', is_animated: false, is_video: false, emoji: '👍' } as const
    return this.#say({ sticker }, options)
  }

  /** Changes a message sent before. */
  edit(messageId: number, text: string): void {
    const before = this.room.find(messageId)
    if (before?.from.id !== this.person.id) throw new Error(`${this.name} never sent message ${messageId}`)
    const edited = { ...before, text, entities: recogniseEntities(text), edit_date: this.world.date() }
    this.room.replace(edited)
    if (reachesBot(this.world, this.room, edited)) this.world.updates.push(this.#lane(), { edited_message: edited })
  }

  /**
   * Presses a button that is under the message now, found by its label or its data. The result is the number of the
   * press, for `answerTo`.
   */
  press(messageId: number, labelOrData: string): string {
    const message = this.room.find(messageId)
    if (message?.from.id !== this.world.bot.id) throw new Error(`message ${messageId} is not one of the bot's`)
    const data = dataBehind(message, labelOrData)
    const id = randomUUID()
    this.world.activity.touch()
    this.world.callbacks.set(id, { pressedMs: performance.now(), answer: null })
    const query = { id, from: personUser(this.person), message, chat_instance: String(this.room.id), data }
    this.world.updates.push(`press:${this.person.id}`, { callback_query: query })
    return id
  }

  /** Waits for what the bot shows in answer to a press. */
  answerTo(pressId: string, timeoutMs = patienceMs): Promise<CallbackAnswer> {
    const find = (): CallbackAnswer | undefined => this.world.callbacks.get(pressId)?.answer ?? undefined
    return this.world.changes.until(find, timeoutMs, () => `the press was not answered within ${timeoutMs} ms`)
  }

  nextMessage(timeoutMs?: number): Promise<BotMessage> {
    return this.chat.nextMessage(timeoutMs)
  }

  waitUntilQuiet(quietMs?: number, timeoutMs?: number): Promise<readonly BotMessage[]> {
    return this.chat.waitUntilQuiet(quietMs, timeoutMs)
  }

  #say(content: Content, options: SendOptions): number {
    if (this.person.blocked) throw new Error(`${this.name} has blocked the bot`)
    if (!this.room.isGroup) this.person.started = true
    this.world.activity.touch()
    const message = this.room.put(personUser(this.person), this.world.date(), content, this.#place(options))
    if (reachesBot(this.world, this.room, message)) this.world.updates.push(this.#lane(), { message })
    return message.message_id
  }

  #place({ replyTo }: SendOptions): Place {
    if (replyTo === undefined) return { threadId: this.#threadId, replyTo: null }
    const message = this.room.find(replyTo)
    if (message === undefined) throw new Error(`there is no message ${replyTo} in ${this.room.title}`)
    return { threadId: this.#threadId, replyTo: message }
  }

  #lane(): string {
    return `chat:${this.room.id}`
  }
}

const dataBehind = (message: WireMessage, labelOrData: string): string => {
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? []
  const byLabel = buttons.find((button) => button.text === labelOrData)
  const button = byLabel ?? buttons.find((other) => callbackData(other) === labelOrData)
  const data = button === undefined ? undefined : callbackData(button)
  if (data !== undefined) return data
  const there = buttons.map((other) => `"${other.text}"`).join(', ')
  throw new Error(`message ${message.message_id} has no button "${labelOrData}"; there are: ${there || 'none'}`)
}

const captioned = (caption: string): Pick<Message, 'caption' | 'caption_entities'> => {
  if (caption === '') return {}
  const entities = recogniseEntities(caption)
  return { caption, ...(entities.length === 0 ? {} : { caption_entities: entities }) }
}
