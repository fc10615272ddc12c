import type { Channel } from './incoming.ts'
import type { PermitLimit } from './ports/messages.ts'

/** What a channel can show and how fast it may be used. */
export interface Capabilities {
  /** Longest text of one message, in UTF-16 units. */
  readonly maxText: number
  readonly buttons: boolean
  /** Longest text that goes below a picture; what is longer follows it. 0 where a picture is always sent alone. */
  readonly maxCaption: number
  readonly edits: boolean
  /** Whether words can carry an address; where not, the address is written out. */
  readonly links: boolean
  /** Whether people can send files into it. */
  readonly files: boolean
  /** So many messages over all chats in any second; milliseconds from one to the next in a private chat, in a group. */
  readonly pace: { readonly perSecond: number; readonly privateChat: number; readonly group: number }
}

/**
 * Telegram: 30 messages/s overall, 1/s in a private chat, 20/min in a group, 4,096 characters.
 * Zalo: 2,000 characters, no buttons, no edits; its pace is not published, so the same caution applies. It fetches
 * pictures itself: what goes wrong there must not make it doubtful whether the words have arrived.
 */
export const capabilities: Record<Channel, Capabilities> = {
  telegram: {
    maxText: 4096,
    maxCaption: 1024,
    buttons: true,
    edits: true,
    links: true,
    files: true,
    pace: { perSecond: 30, privateChat: 1000, group: 3000 },
  },
  zalo: {
    maxText: 2000,
    maxCaption: 0,
    buttons: false,
    edits: false,
    links: false,
    files: false,
    pace: { perSecond: 30, privateChat: 1000, group: 3000 },
  },
  web: {
    maxText: 20_000,
    maxCaption: 20_000,
    buttons: true,
    edits: true,
    links: true,
    files: true,
    pace: { perSecond: Infinity, privateChat: 0, group: 0 },
  },
}

interface PacedChat {
  readonly channel: Channel
  readonly kind: 'private' | 'group'
  readonly externalId: string
}

/** The limit of the chat itself; `factor` 0 switches it off. The topics of a group ("-100123/45") share the group's. */
export const chatLimit = ({ channel, kind, externalId }: PacedChat, factor: number): PermitLimit | null => {
  const { group, privateChat } = capabilities[channel].pace
  const perMs = (kind === 'group' ? group : privateChat) * factor
  return perMs > 0 ? { key: `${channel}:${externalId.replace(/\/.*$/, '')}`, most: 1, perMs } : null
}

/** The limit that all chats of a channel share; `factor` 0 switches it off. */
export const channelLimit = (channel: Channel, factor: number): PermitLimit | null => {
  const { perSecond } = capabilities[channel].pace
  return perSecond === Infinity || factor === 0 ? null : { key: channel, most: perSecond, perMs: 1000 * factor }
}
