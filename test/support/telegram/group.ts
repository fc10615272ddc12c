import type { ChatMember } from 'grammy/types'
import type { Transcript } from '../emulator/transcript.ts'
import { TelegramActor } from './actor.ts'
import { anywhere, type BotMessage, type Content, personUser, type Place, type Room } from './room.ts'
import type { World } from './world.ts'

type BotStatus = Room['botIs']

/** A group with the bot in it. */
export class TelegramGroup {
  readonly #world: World
  readonly #room: Room

  constructor(world: World, room: Room) {
    this.#world = world
    this.#room = room
  }

  get id(): number {
    return this.#room.id
  }

  get title(): string {
    return this.#room.title
  }

  /** What the bot has put into this group. */
  get chat(): Transcript<BotMessage> {
    return this.#room.transcript
  }

  /** A person in this group; in one of its topics when a thread is given. */
  member(person: TelegramActor, threadId: number | null = null): TelegramActor {
    const known = this.#world.people.get(person.id)
    if (known === undefined) throw new Error(`${person.name} is not known to the service`)
    if (threadId !== null && !this.#room.topics.has(threadId)) throw new Error(`there is no topic ${threadId}`)
    return new TelegramActor(this.#world, this.#room, known, threadId)
  }

  /** Opens a topic; the result is its message_thread_id. Only supergroups have topics. */
  topic(name: string, by: TelegramActor): number {
    if (this.#room.kind !== 'supergroup') throw new Error('only a supergroup has topics')
    const content: Content = { forum_topic_created: { name, icon_color: 7_322_096 } }
    const started = this.#serviceMessage(by, content, anywhere)
    this.#room.topics.add(started)
    return started
  }

  /** The group becomes a supergroup: a new id, and the old one only says where it went. */
  upgrade(by: TelegramActor): TelegramGroup {
    if (this.#room.kind !== 'group') throw new Error('this is a supergroup already')
    const supergroup = this.#world.open(-1_000_000_000_000 + this.id, 'supergroup', this.title, null)
    const after = new TelegramGroup(this.#world, supergroup)
    this.#serviceMessage(by, { migrate_to_chat_id: after.id }, anywhere)
    this.#room.upgradedTo = after.id
    after.#serviceMessage(by, { migrate_from_chat_id: this.id }, anywhere)
    return after
  }

  addBot(by: TelegramActor): void {
    this.#membership(by, 'member')
    this.#serviceMessage(by, { new_chat_members: [this.#world.bot] }, anywhere)
  }

  /** Somebody removes the bot. */
  kickBot(by: TelegramActor): void {
    this.#membership(by, 'kicked')
  }

  #serviceMessage(by: TelegramActor, content: Content, place: Place): number {
    this.#world.activity.touch()
    const message = this.#room.put(this.#user(by), this.#world.date(), content, place)
    this.#world.updates.push(`chat:${this.id}`, { message })
    return message.message_id
  }

  #membership(by: TelegramActor, status: BotStatus): void {
    const { bot } = this.#world
    const member = (which: BotStatus): ChatMember =>
      which === 'kicked' ? { status: which, user: bot, until_date: 0 } : { status: which, user: bot }
    const before = this.#room.botIs
    this.#room.botIs = status
    this.#world.activity.touch()
    this.#world.updates.push(`chat:${this.id}`, {
      my_chat_member: {
        chat: this.#room.chat(),
        from: this.#user(by),
        date: this.#world.date(),
        old_chat_member: member(before),
        new_chat_member: member(status),
      },
    })
  }

  #user(by: TelegramActor): ReturnType<typeof personUser> {
    const known = this.#world.people.get(by.id)
    if (known === undefined) throw new Error(`${by.name} is not known to the service`)
    return personUser(known)
  }
}
