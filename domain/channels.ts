import type { Channel } from './incoming.ts'
import type { SendLimit } from './ports/messages.ts'

/** What a channel can show and how fast it may be used. */
export interface Capabilities {
  /** Longest text of one message, in UTF-16 units. */
  readonly maxText: number
  readonly buttons: boolean
  readonly edits: boolean
  /** Whether words can carry an address; where not, the address is written out. */
  readonly links: boolean
  /** Whether people can send files into it. */
  readonly files: boolean
  /** Fastest steady pace: between any two messages, in one private chat, in one group. Milliseconds. */
  readonly pace: { readonly overall: number; readonly privateChat: number; readonly group: number }
}

/**
 * Telegram: 30 messages/s overall, 1/s in a private chat, 20/min in a group, 4,096 characters.
 * Zalo: 2,000 characters, no buttons, no edits; its pace is not published, so the same caution applies.
 * The pace is a little slower than the limit: two messages that leave in time may still arrive closer together.
 */
export const capabilities: Record<Channel, Capabilities> = {
  telegram: {
    maxText: 4096,
    buttons: true,
    edits: true,
    links: true,
    files: true,
    pace: { overall: 40, privateChat: 1150, group: 3100 },
  },
  zalo: {
    maxText: 2000,
    buttons: false,
    edits: false,
    links: false,
    files: false,
    pace: { overall: 40, privateChat: 1150, group: 3100 },
  },
  web: {
    maxText: 20_000,
    buttons: true,
    edits: true,
    links: true,
    files: true,
    pace: { overall: 0, privateChat: 0, group: 0 },
  },
}

/**
 * The limits one message to this chat falls under, the narrower first; `factor` 0 switches them off.
 * The topics of a group ("-100123/45") share the group's.
 */
export const sendLimits = (
  chat: { readonly channel: Channel; readonly kind: 'private' | 'group'; readonly externalId: string },
  factor: number,
): readonly SendLimit[] => {
  const { overall, privateChat, group } = capabilities[chat.channel].pace
  const inChat = chat.kind === 'group' ? group : privateChat
  return [
    { key: `${chat.channel}:${chat.externalId.replace(/\/.*$/, '')}`, intervalMs: inChat * factor },
    { key: chat.channel, intervalMs: overall * factor },
  ].filter(({ intervalMs }) => intervalMs > 0)
}
