import type { Button, Picture, RichText } from '../domain/message.ts'
import type { Person } from '../domain/people.ts'
import type { StandIn } from '../domain/ports/delegations.ts'
import type { Chat, SentMessage } from '../domain/ports/messages.ts'
import type { Stores, Workspace } from '../domain/ports/stores.ts'
import type { LocalDate } from '../domain/time.ts'
import type { Messages } from '../locales/index.ts'

/** What somebody asks, with everything a handler may know about it. It does not know the channel's ways. */
export interface Request {
  readonly now: Date
  /** The day it is in the workspace's zone. */
  readonly today: LocalDate
  readonly workspace: Workspace
  readonly person: Person
  /** For whom they stand in today; absent for nobody. */
  readonly standsIn?: readonly StandIn[]
  readonly chat: Chat
  /** The message of ours that is replied to or whose button was pressed. */
  readonly about: SentMessage | null
  /** Everything the bot says, in this person's language. */
  readonly m: Messages
  /** Unique to what was received: what it causes is keyed by it, and so happens once. */
  readonly key: string
  /** The address of the web chat, and of the bot on other channels where they run. */
  readonly links: Links
}

export interface Links {
  readonly web: string
  /** "https://t.me/name", null when Telegram is not connected. */
  readonly telegram: string | null
  readonly zalo: boolean
}

/** What is said back into the chat the request came from. */
export interface Reply {
  readonly text: RichText
  readonly picture?: Picture
  readonly buttons?: readonly (readonly Button[])[]
  readonly assignmentId?: string
  /** Replaces the message whose button was pressed instead of adding one. */
  readonly replaces?: boolean
}

/** A handler names the stores it uses and gets no others. */
export type Handler<Needs extends keyof Stores, Input = string> = (
  request: Request,
  input: Input,
  stores: Pick<Stores, Needs>,
) => Promise<readonly Reply[]>
