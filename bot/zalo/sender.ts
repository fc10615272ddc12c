import { z } from 'zod'
import type { Entity, Picture, Rendered } from '../../domain/message.ts'
import type { Claimed, Outcome } from '../../domain/ports/messages.ts'
import { type Sender, sendTimeoutMs } from '../courier.ts'
import { outcomeOfIllness, outcomeOfSilence, retryIn, Silence } from '../outcomes.ts'
import { idSchema, type ZaloClient, ZaloError } from './client.ts'

/** Sends by the Bot Platform: text with styles, and pictures. There is nothing else: no buttons, no edits. */
export const createZaloSender = (client: ZaloClient, now: () => Date, publicUrl: string | null = null): Sender => ({
  send: async (message, signal) => {
    const { chat, content } = message
    const options = { timeoutMs: sendTimeoutMs, signal }
    try {
      const pictured =
        content.picture && (await sendPicture(client, chat.externalId, content.picture, publicUrl, options))
      const sent =
        pictured ?? (await client.call('sendMessage', { chat_id: chat.externalId, ...words(content) }, options))
      return { kind: 'sent', externalId: z.object({ message_id: idSchema }).parse(sent).message_id }
    } catch (error) {
      return outcomeOf(error, message, now())
    }
  },
})

/** Of a picture that could not be shown, what it says. */
const words = (content: Rendered) => ({ text: content.text || (content.picture?.alt ?? ''), ...styles(content) })

/** Zalo fetches it from our own address. Undefined when it refuses to: from inside of an office it may find nothing. */
const sendPicture = async (
  client: ZaloClient,
  chatId: string,
  { token }: Picture,
  publicUrl: string | null,
  options: Parameters<ZaloClient['call']>[2],
): Promise<unknown> => {
  if (token === undefined || publicUrl === null) return undefined
  try {
    const body = { chat_id: chatId, photo: `${publicUrl}/hinh/${token}.png` }
    return await client.call('sendPhoto', body, options)
  } catch (error) {
    if (error instanceof ZaloError && error.code === 400) return undefined
    throw error
  }
}

const styleNames: Partial<Record<Entity['type'], string>> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
}

/** Zalo knows four styles; the words of any other stay as they are. */
const styles = ({ entities }: Rendered): object => {
  const known = entities.flatMap(({ type, offset, length }) => {
    const style = styleNames[type]
    return style === undefined ? [] : [{ start: offset, len: length, st: [style] }]
  })
  return known.length === 0 ? {} : { text_styles: known }
}

/** What an error says about the message: refused for good, refused for now, or nobody knows. */
const outcomeOf = (error: unknown, message: Claimed, now: Date): Outcome => {
  if (error instanceof Silence) return outcomeOfSilence(error, now)
  // An answer without a message_id: it says ok, so it was taken, but replies to it cannot be matched.
  if (error instanceof z.ZodError) return { kind: 'unknown', failure: 'no-message-id' }
  if (!(error instanceof ZaloError)) throw error
  return refusal(error.code, message, now)
}

const refusal = (code: number, message: Claimed, now: Date): Outcome => {
  const failure = `zalo-${code}`
  switch (code) {
    case 400:
    case 404:
      return { kind: 'failed', failure, chatGone: false }
    case 408:
      return { kind: 'unknown', failure }
    case 401:
      return retryIn(60, failure, now)
    case 429:
      // It may be the month's quota, where hammering does not help.
      return { ...retryIn(600, failure, now), flood: true }
    default:
      // 403 among them: it says "Internal server error" and passes.
      return outcomeOfIllness(failure, message, now)
  }
}
