import type { Chart } from './chart.ts'

/** A style on a stretch of text; offset and length count UTF-16 units, as Telegram does. */
export interface Entity {
  readonly type: 'bold' | 'italic' | 'underline' | 'strikethrough' | 'code' | 'text_link'
  readonly offset: number
  readonly length: number
  /** Only for text_link. */
  readonly url?: string
}

/** Words with styles. Titles and names inside are data, never markup: nothing is ever escaped or parsed. */
export interface RichText {
  readonly text: string
  readonly entities: readonly Entity[]
}

/** A picture beside words: drawn from the figures that the words were written from, whenever it is looked at. */
export interface Picture {
  readonly chart: Chart
  /** What it says, for whoever does not see it. */
  readonly alt: string
  /** Part of its address; given when the message is stored. */
  readonly token?: string
}

/** A choice offered under a message. `action` is what comes back when it is taken: at most 64 bytes of UTF-8. */
export interface Button {
  readonly label: string
  readonly action: string
}

/** `notice` is what the program itself has to say to those who look after it. */
export type MessageKind = 'reply' | 'assignment' | 'reminder' | 'broadcast' | 'summary' | 'notice'

/** What a handler or a job wants said, before it is fitted to a channel. */
export interface Outgoing {
  readonly chatId: string
  readonly personId?: string
  /** Two messages with one key are the same message: the second is dropped. */
  readonly key: string
  readonly kind: MessageKind
  /** A reminder of what is late or due today, or the word of a cut-off: goes first where not everything can go. */
  readonly urgent?: boolean
  readonly text: RichText
  readonly picture?: Picture
  /** Rows of buttons; numbered choices where the channel has no buttons. */
  readonly buttons?: readonly (readonly Button[])[]
  /** One line that explains the numbers, shown only where choices are numbered. */
  readonly choiceHint?: string
  /** The assignment it is about: a reply to this message is about it too. */
  readonly assignmentId?: string
  /** The channel's id of the message to replace in place; sent anew where the channel cannot edit. */
  readonly edits?: string
  readonly notBefore?: Date
}

/** One sendable message, fitted to a channel: what an outbox row holds. */
export interface Rendered {
  readonly text: string
  readonly entities: readonly Entity[]
  readonly buttons: readonly (readonly Button[])[]
  /** The actions behind the numbers 1…n where choices are numbered, else the buttons' in reading order. */
  readonly choices: readonly string[]
  /** The line that explains the numbers, should it be said on a channel that numbers choices. */
  readonly hint?: string
  /** Without words it stands alone, and the words follow: what cannot show it says its alternative. */
  readonly picture?: Picture
}
