import type { Channel, Incoming } from '../incoming.ts'
import type { Outgoing, Rendered } from '../message.ts'

/** What the bot waits for in a chat. */
interface Dialog {
  readonly kind: string
  readonly data: unknown
}

export interface Chat {
  readonly id: string
  readonly workspaceId: string | null
  readonly channel: Channel
  readonly externalId: string
  readonly kind: 'private' | 'group'
  readonly title: string
}

/** A sent message as a reply or a press finds it again. */
export interface SentMessage {
  readonly chatId: string
  readonly assignmentId: string | null
  readonly choices: readonly string[]
  /** What it was said under; absent where it only stands for a task's message. */
  readonly key?: string
}

/** Says things. Rows and wake-ups are written in the caller's transaction: both happen or neither. */
export interface Outbox {
  /** Adds messages, dropping those whose key is already there; returns the keys that were new. */
  add(messages: readonly Outgoing[]): Promise<readonly string[]>
}

/** Looks back at what was said in a chat. */
export interface SentMessages {
  findByExternalId(chatId: string, externalId: string): Promise<SentMessage | null>
  /** A message by the key it was said under; its id in the channel is null until it is sent. */
  findByKey(chatId: string, key: string): Promise<{ readonly externalId: string | null } | null>
  /** The newest message of the chat, when it offers choices. */
  findLatestChoices(chatId: string): Promise<SentMessage | null>
}

export interface Dialogs {
  find(chatId: string, personId: string, now: Date): Promise<Dialog | null>
  /** Replaces whatever the bot was waiting for. */
  save(chatId: string, personId: string, dialog: Dialog, expiresAt: Date): Promise<void>
  remove(chatId: string, personId: string): Promise<void>
}

export interface Chats {
  get(chatId: string): Promise<Chat>
  /** Makes a chat belong to this workspace, for example a group in which a coordinator spoke. */
  adopt(chatId: string): Promise<void>
}

/** Stores what channels receive. */
export interface Inbox {
  /** True when it was new, false for a duplicate. Once this resolves the event cannot be lost. */
  receive(incoming: Incoming, now: Date): Promise<boolean>
}

/** An event whose turn it is to be handled. */
export interface WaitingEvent {
  readonly id: bigint
  readonly incoming: Incoming
  readonly attempts: number
}

/** The handling side of the inbox, within the transaction in which an event is handled. */
export interface InboxTurn {
  /** The oldest unhandled event of a chat but for these. Waits while another process handles this chat. */
  takeEvent(chatKey: string, except?: readonly bigint[]): Promise<WaitingEvent | null>
  /** The chat of an event, created when it is new; its title is kept up to date. */
  openChat(incoming: Incoming): Promise<Chat>
  setBlocked(chatId: string, blockedAt: Date | null): Promise<void>
  moveChat(chatId: string, newExternalId: string): Promise<void>
  /** The handled mark: in the handler's own transaction it is what makes effects happen exactly once. */
  markHandled(
    event: { readonly id: bigint; readonly workspaceId: string | null; readonly failure?: string },
    now: Date,
  ): Promise<void>
}

/** A message that may leave, as it was read. */
export interface Waiting {
  readonly chat: Chat
  readonly message: {
    readonly id: bigint
    readonly key: string
    readonly kind: string
    readonly urgent: boolean
    readonly attempts: number
    readonly notBefore: Date
    readonly content: Rendered
    readonly edits: string | null
  }
}

/** A message on its way out, claimed by one sender. */
export interface Claimed {
  readonly id: bigint
  readonly key: string
  readonly attempts: number
  readonly chat: Chat
  readonly content: Rendered
  readonly edits: string | null
}

/** What became of an attempt to send. */
export type Outcome =
  | { readonly kind: 'sent'; readonly externalId: string }
  /** It may have arrived; it is not repeated. */
  | { readonly kind: 'unknown'; readonly failure: string }
  /** It certainly did not arrive and never will. */
  | { readonly kind: 'failed'; readonly failure: string; readonly chatGone: boolean }
  /**
   * It certainly did not arrive; try again then. `giveUpAfter` is set where the message itself may be the cause as well
   * as the channel: so many such attempts make it fail. Without it the channel is the cause, and it is tried until the
   * channel works.
   * `flood`: the channel asked for silence until then.
   */
  | {
      readonly kind: 'retry'
      readonly at: Date
      readonly failure: string
      readonly giveUpAfter?: number
      readonly flood?: boolean
    }
  | { readonly kind: 'migrated'; readonly newChatId: string }

/** The courier's side of the outbox. */
export interface Dispatch {
  /**
   * The oldest message of a chat, when it may leave now. Null when there is none, when another sender is busy in this
   * chat, or when the oldest has to be tried again later: order within a chat is kept. Messages planned for later do
   * not hold up what is said before.
   */
  findNext(chatId: string, now: Date): Promise<Waiting | null>
  /** Takes that message, to be sent at once. Null when it is not any more what was read, or waits for a quota. */
  claim(waiting: Waiting, now: Date, claimedUntil: Date): Promise<Claimed | null>
  /** Records what became of it; the chat in which it will be said instead, null for none. */
  settle(id: bigint, outcome: Outcome, now: Date): Promise<string | null>
  /** Chats that have something to send now. */
  findWaiting(now: Date, limit: number): Promise<readonly string[]>
  /** Marks what dead senders left behind as unknown ('all': there is no living one); returns how many. */
  releaseStale(now: Date, which?: 'all'): Promise<number>
  /** Takes a permit that is free now or in a moment. */
  takePermit(limit: PermitLimit): Promise<PermitTaken>
  /** They are free again at these moments of the database's clock; those of a holder that dies, after half a minute. */
  returnPermits(permits: readonly { readonly permit: string; readonly freeAt: number }[]): Promise<void>
  /** No permit of this limit is free for so many milliseconds from now. */
  pausePermits(limit: PermitLimit, ms: number): Promise<void>
}

/** Moments are milliseconds since 1970 on the database's clock. */
export interface PermitTaken {
  /** Null when none is free. */
  readonly permit: string | null
  /** From when on it may be used; when the next one will be free where there is none. */
  readonly freeAt: number
  /** What the clock showed. */
  readonly clock: number
}

/** At most `most` messages in any stretch of `perMs`, each under a permit of its own. */
export interface PermitLimit {
  readonly key: string
  readonly most: number
  readonly perMs: number
}
