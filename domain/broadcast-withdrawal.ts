import { capabilities } from './channels.ts'
import type { Channel } from './incoming.ts'
import type { Locale } from './people.ts'

/** A message of a broadcast that has arrived, or may have. */
export interface MessageCopy {
  readonly personId: string
  readonly locale: Locale
  readonly chatId: string
  readonly channel: Channel
  /** The outbox key of its first part. */
  readonly key: string
  /** How many messages it was cut into. */
  readonly parts: number
  /** The channel's own id; null unless it is known to have arrived. */
  readonly externalId: string | null
}

/** One message that tells somebody about the withdrawal. */
export interface WithdrawalNote {
  readonly personId: string
  readonly locale: Locale
  readonly chatId: string
  readonly key: string
  /** The message to replace in place; absent where a new one is said. */
  readonly edits?: string
}

/**
 * How people who have it learn that it is withdrawn: a copy that can be replaced is, whatever else there is in a chat
 * is followed by one new message, however many copies it is about.
 */
export const planNotes = (copies: readonly MessageCopy[]): readonly WithdrawalNote[] =>
  [...Map.groupBy(copies, ({ personId, chatId }) => `${personId} ${chatId}`).values()].flatMap((ofChat) => {
    const edits = ofChat.flatMap((copy) => {
      const edited = editOf(copy)
      return edited === null ? [] : [{ ...toNote(copy), edits: edited }]
    })
    const rest = ofChat.find((copy) => editOf(copy) === null)
    return rest === undefined ? edits : [...edits, toNote(rest)]
  })

const toNote = ({ personId, locale, chatId, key }: MessageCopy): WithdrawalNote => ({
  ...{ personId, locale, chatId },
  key: `${key}:withdrawn`,
})

const editOf = ({ channel, externalId, parts }: MessageCopy): string | null =>
  capabilities[channel].edits && parts === 1 ? externalId : null
