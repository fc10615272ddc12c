import type { Transcript } from '../emulator/transcript.ts'
import type { ZaloEvent, ZaloMessage } from './events.ts'
import type { ZaloBotMessage, ZaloRoom, ZaloWorld } from './world.ts'

const smallJpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')

type Content = Omit<ZaloMessage, 'message_id' | 'date' | 'from' | 'chat'>

/** A person in one chat: in private with the bot, or in a group. */
export class ZaloActor {
  protected readonly world: ZaloWorld
  protected readonly room: ZaloRoom
  readonly id: string
  readonly name: string

  /** Without a name the service gives none. */
  constructor(world: ZaloWorld, room: ZaloRoom, id: string, name: string) {
    this.world = world
    this.room = room
    this.id = id
    this.name = name
  }

  get chatId(): string {
    return this.room.id
  }

  /** What the bot has put into this chat. */
  get chat(): Transcript<ZaloBotMessage> {
    return this.room.transcript
  }

  /** Types a message; the result is its id. In a group the bot never hears of it: see `mention`. */
  send(text: string): string {
    return this.emit('message.text.received', { text }, this.room.kind === 'PRIVATE')
  }

  /** Sends a picture, which the service keeps at an address of its own. */
  sendImage(bytes: Uint8Array = smallJpeg, caption = ''): string {
    const path = `/pictures/${this.world.newId()}.jpg`
    this.world.pictures.set(path, bytes)
    const photo = { [this.world.habits.photoField]: `${this.world.url}${path}` }
    return this.emit('message.image.received', { ...photo, ...(caption === '' ? {} : { caption }) })
  }

  sendSticker(): string {
    return this.emit('message.sticker.received', { sticker: 'bfe458bf64fa8da4d4eb', url: `${this.world.url}/sticker` })
  }

  sendVoice(): string {
    return this.emit('message.voice.received', { voice_url: `${this.world.url}/voice.aac` })
  }

  /** A file, a video, a contact card, many links: the bot learns only that there was something. */
  sendUnsupported(): string {
    return this.emit('message.unsupported.received', {})
  }

  nextMessage(timeoutMs?: number): Promise<ZaloBotMessage> {
    return this.chat.nextMessage(timeoutMs)
  }

  waitUntilQuiet(quietMs?: number, timeoutMs?: number): Promise<readonly ZaloBotMessage[]> {
    return this.chat.waitUntilQuiet(quietMs, timeoutMs)
  }

  /** Any event with a message of this person, of a kind that the service may invent tomorrow. */
  emit(eventName: string, content: Content, isHeard = true): string {
    this.room.wasWrittenIn = true
    this.world.activity.touch()
    const message: ZaloMessage = {
      message_id: this.world.newId(),
      date: this.world.date(),
      from: { id: this.id, ...(this.name === '' ? {} : { display_name: this.name }), is_bot: false },
      chat: { id: this.room.id, chat_type: this.room.kind },
      ...content,
    }
    const event: ZaloEvent = { event_name: eventName, message }
    if (isHeard) this.world.events.push(event)
    return message.message_id
  }
}

/** A person in a group: heard only when they name the bot or answer it. */
export class ZaloMember extends ZaloActor {
  /** Types a message that names the bot. */
  mention(text: string): string {
    return this.emit('message.text.received', { text: `@${this.world.botName} ${text}` })
  }

  /** Answers a message of the bot; which one, the service does not tell. */
  replyToBot(text: string): string {
    return this.emit('message.text.received', { text })
  }
}
