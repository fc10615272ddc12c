import type { ChatMember } from 'grammy/types'
import { TelegramActor } from './actor.ts'
import { personUser } from './room.ts'

/** A person in private with the bot. */
export class TelegramPerson extends TelegramActor {
  /** Presses Start, with the payload of a deep link if any. */
  start(payload = ''): number {
    return this.send(payload === '' ? '/start' : `/start ${payload}`)
  }

  block(): void {
    this.person.blocked = true
    this.#membership('member', 'kicked')
  }

  unblock(): void {
    this.person.blocked = false
    this.#membership('kicked', 'member')
  }

  /** The account is gone; nothing tells the bot. */
  deactivate(): void {
    this.person.deactivated = true
  }

  #membership(before: 'member' | 'kicked', after: 'member' | 'kicked'): void {
    const member = (status: 'member' | 'kicked'): ChatMember =>
      status === 'member' ? { status, user: this.world.bot } : { status, user: this.world.bot, until_date: 0 }
    this.world.activity.touch()
    this.world.updates.push(`chat:${this.chatId}`, {
      my_chat_member: {
        chat: this.room.chat(),
        from: personUser(this.person),
        date: this.world.date(),
        old_chat_member: member(before),
        new_chat_member: member(after),
      },
    })
  }
}
