export type Channel = 'telegram' | 'zalo' | 'web'

/** Something a person sent, as every channel reports it. */
export type IncomingBody =
  /** `forwarded`: somebody else's words, passed on. */
  | { readonly kind: 'text'; readonly text: string; readonly forwarded?: true }
  /** A text sent before was changed. */
  | { readonly kind: 'edited' }
  | { readonly kind: 'button'; readonly action: string; readonly messageId?: string }
  /** `forwarded`: the caption is somebody else's; the file is what this person brings. */
  | { readonly kind: 'file'; readonly file: IncomingFile; readonly caption: string; readonly forwarded?: true }
  /** A sticker, voice message, contact card …: nothing the bot can use. */
  | { readonly kind: 'unsupported'; readonly what: string }
  /** The person blocked the bot, or came back. */
  | { readonly kind: 'blocked' }
  | { readonly kind: 'unblocked' }
  /** A group became a supergroup and has a new id. */
  | { readonly kind: 'migrated'; readonly newChatId: string }

/** A file that the channel can fetch again by its reference. */
export interface IncomingFile {
  readonly reference: string
  readonly name: string
  /** Bytes, as the channel says; null when it does not. */
  readonly size: number | null
  /** A picture from a camera or an album: it comes without a name of its own. */
  readonly photo?: true
}

/** One update from outside, neutral of its channel. */
export interface Incoming {
  readonly channel: Channel
  /** Unique within the channel: an update that comes twice is dropped by it. */
  readonly externalId: string
  readonly chat: { readonly id: string; readonly kind: 'private' | 'group'; readonly title: string }
  readonly sender: { readonly id: string; readonly name: string }
  /** When it was sent, ISO 8601 in UTC. */
  readonly sentAt: string
  /** The channel's id of the message that this one replies to. */
  readonly replyTo?: string
  readonly body: IncomingBody
}
