import type { Rendered } from '../../domain/message.ts'
import type { Incoming, IncomingBody } from '../../domain/incoming.ts'
import type { WebEntry } from '../../domain/ports/web.ts'
import { shorten } from '../../domain/shorten.ts'

/** A message as the page shows it: later edits are folded in, presses have become marks on their buttons. */
export type Shown = ShownByBot | ShownByPerson

export interface ShownByBot {
  readonly from: 'bot'
  /** Names the message on the page and in replies to it. */
  readonly key: string
  /** The outbox rows that it is made of. */
  readonly rows: readonly bigint[]
  readonly content: Rendered
  /** Actions that have been taken. */
  readonly pressed: readonly string[]
  readonly at: Date
}

export interface ShownByPerson {
  readonly from: 'person'
  readonly key: string
  readonly body: IncomingBody & { readonly kind: 'text' | 'file' }
  /** The message replied to; its words when it is among those shown. */
  readonly quote: { readonly key: string; readonly words: string } | null
  readonly at: Date
}

/** The channel's id of what a person sends: unique to them, so that a repeated request is one event. */
export const externalIdOf = (personId: string, clientId: string): string => `${personId}:${clientId}`

const ownPrefix = 'p-'

/** How a message is named on the page: bot messages by their number, own ones by what the page called them. */
export const keyOf = (externalId: string): string =>
  /^\d+$/.test(externalId) ? externalId : `${ownPrefix}${externalId.slice(externalId.indexOf(':') + 1)}`

/** The channel's id of the message that has this name on the page. */
export const externalIdOfKey = (personId: string, key: string): string =>
  key.startsWith(ownPrefix) ? externalIdOf(personId, key.slice(ownPrefix.length)) : key

/** What is to be shown of what was said, oldest first. */
export const foldEntries = (entries: readonly WebEntry[]): readonly Shown[] => {
  const shown = new Map<string, Shown>()
  for (const entry of entries) {
    const message = entry.from === 'bot' ? fromBot(entry, shown) : fromPerson(entry.incoming, entry.at, shown)
    if (message !== null) shown.set(message.key, message)
  }
  return [...shown.values()]
}

const fromBot = (entry: WebEntry & { from: 'bot' }, shown: ReadonlyMap<string, Shown>): ShownByBot => {
  const key = entry.edits ?? String(entry.row)
  const before = shown.get(key)
  if (before?.from !== 'bot') {
    return { from: 'bot', key, rows: [entry.row], content: entry.content, pressed: [], at: entry.at }
  }
  // A new version offers its buttons afresh.
  return { ...before, rows: [...before.rows, entry.row], content: entry.content, pressed: [] }
}

const fromPerson = (incoming: Incoming, at: Date, shown: Map<string, Shown>): ShownByPerson | null => {
  const { body, externalId, replyTo } = incoming
  if (body.kind === 'button') markPressed(body, shown)
  if (body.kind !== 'text' && body.kind !== 'file') return null
  const quote = replyTo === undefined ? null : { key: keyOf(replyTo), words: wordsOf(shown.get(keyOf(replyTo))) }
  return { from: 'person', key: keyOf(externalId), body, quote, at }
}

const markPressed = (body: IncomingBody & { kind: 'button' }, shown: Map<string, Shown>): void => {
  const message = shown.get(body.messageId ?? '')
  if (message?.from === 'bot') shown.set(message.key, { ...message, pressed: [...message.pressed, body.action] })
}

const quotedCharacters = 160

/** The beginning of a message, for a quotation; empty when it is not among those shown. */
const wordsOf = (message: Shown | undefined): string => {
  if (message === undefined) return ''
  const words = message.from === 'bot' ? message.content.text : wordsOfBody(message.body)
  return shorten(words, quotedCharacters)
}

const wordsOfBody = (body: ShownByPerson['body']): string => (body.kind === 'text' ? body.text : body.file.name)
