import { randomBytes } from 'node:crypto'
import { Activity } from '../emulator/activity.ts'
import { Changes } from '../emulator/changes.ts'
import { Transcript } from '../emulator/transcript.ts'
import type { SeenEntity } from '../person-driver.ts'
import { ZaloEvents } from './events.ts'
import type { ZaloHabits } from './habits.ts'
import { ZaloWebhook } from './webhook.ts'

/** One look at the address of a photo. */
export interface PhotoFetch {
  readonly atMs: number
  /** Null when nothing answered. */
  readonly status: number | null
  readonly bytes: Uint8Array
}

/** A message of the bot, as people see it. */
export interface ZaloBotMessage {
  readonly id: string
  readonly kind: 'text' | 'photo' | 'sticker' | 'voice'
  /** The words, or the caption of a photo. */
  readonly text: string
  readonly entities: readonly SeenEntity[]
  readonly parseMode: string | null
  /** The labels of numbered choices. */
  readonly choices: readonly string[]
  /** The address of a photo or recording, else null. */
  readonly url: string | null
  /** Every time the service fetched the photo; it grows. */
  readonly fetches: readonly PhotoFetch[]
}

/** A chat as the service keeps it. */
export interface ZaloRoom {
  readonly id: string
  readonly kind: 'PRIVATE' | 'GROUP'
  readonly transcript: Transcript<ZaloBotMessage>
  /** Whether anybody has written here: the bot cannot be the first. */
  wasWrittenIn: boolean
}

/** Everything that the service knows. It outlives the product. */
export class ZaloWorld {
  readonly bot = { id: '4459183947123456789', account_name: 'bot.dondoc', account_type: 'BASIC', can_join_groups: true }
  readonly botName = 'Bot Đôn Đốc'
  readonly habits: ZaloHabits
  readonly changes = new Changes()
  readonly activity: Activity
  readonly events = new ZaloEvents()
  readonly webhook: ZaloWebhook
  readonly rooms = new Map<string, ZaloRoom>()
  /** Pictures that people sent, by the path they are served at. */
  readonly pictures = new Map<string, Uint8Array>()
  readonly chatActions: { readonly chatId: string; readonly action: string }[] = []
  /** Messages sent this month. */
  sent = 0
  /** The service's own address, once it is known. */
  url = ''

  constructor(habits: ZaloHabits) {
    this.habits = habits
    this.webhook = new ZaloWebhook(this.events, habits)
    this.activity = new Activity(() => this.events.pending.length + (this.webhook.isBusy ? 1 : 0))
  }

  /** A date as messages carry it. */
  date(): number {
    const ms = this.habits.now().getTime()
    return this.habits.dates === 'seconds' ? Math.floor(ms / 1_000) : ms
  }

  /** Ids say nothing: 20 hex digits. */
  newId(): string {
    return randomBytes(10).toString('hex')
  }

  open(id: string, kind: ZaloRoom['kind'], title: string): ZaloRoom {
    const { changes, activity } = this
    const options = { chat: `the chat "${title}"`, changes, activity, quietMs: this.habits.quietMs }
    const room: ZaloRoom = { id, kind, transcript: new Transcript<ZaloBotMessage>(options), wasWrittenIn: false }
    this.rooms.set(id, room)
    return room
  }
}
