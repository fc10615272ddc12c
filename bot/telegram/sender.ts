import { type Api, GrammyError } from 'grammy'
import type { InlineKeyboardMarkup } from 'grammy/types'
import type { Rendered } from '../../domain/message.ts'
import type { Claimed, Outcome } from '../../domain/ports/messages.ts'
import type { Sender } from '../courier.ts'
import { fewAttempts, outcomeOfSilence, retryIn, Silence } from '../outcomes.ts'
import { asGrammySignal } from './signal.ts'

/** Sends by the Bot API: text with entities, inline keyboards, edits in place. */
export const createTelegramSender = (api: Api, now: () => Date): Sender => ({
  send: async (message, signal) => {
    try {
      return { kind: 'sent', externalId: await deliver(api, message, asGrammySignal(signal)) }
    } catch (error) {
      return outcomeOf(error, now())
    }
  },
})

const deliver = async (api: Api, message: Claimed, signal: ReturnType<typeof asGrammySignal>): Promise<string> => {
  const { content, edits } = message
  const { chatId, topic } = placeOf(message.chat.externalId)
  if (edits !== null) {
    try {
      await api.editMessageText(chatId, Number(edits), content.text, styled(content), signal)
      return edits
    } catch (error) {
      if (isUnchanged(error)) return edits
      // Too old, deleted or not ours any more: the words still have to be said.
      if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
    }
  }
  const sent = await api.sendMessage(
    chatId,
    content.text,
    { ...styled(content), ...(topic === undefined ? {} : { message_thread_id: topic }) },
    signal,
  )
  return String(sent.message_id)
}

const placeOf = (externalId: string): { readonly chatId: string; readonly topic: number | undefined } => {
  const [chatId = '', topic] = externalId.split('/')
  return { chatId, topic: topic === undefined ? undefined : Number(topic) }
}

const styled = (content: Rendered) => ({
  entities: content.entities.map(({ url, ...entity }) =>
    entity.type === 'text_link' ? { ...entity, type: entity.type, url: url ?? '' } : { ...entity, type: entity.type },
  ),
  link_preview_options: { is_disabled: true },
  ...(content.buttons.length === 0 ? {} : { reply_markup: keyboard(content) }),
})

const keyboard = ({ buttons }: Rendered): InlineKeyboardMarkup => ({
  inline_keyboard: buttons.map((row) => row.map(({ label, action }) => ({ text: label, callback_data: action }))),
})

const isUnchanged = (error: unknown): boolean =>
  error instanceof GrammyError && error.error_code === 400 && error.description.includes('message is not modified')

/** What an error says about the message: refused for good, refused for now, or nobody knows. */
const outcomeOf = (error: unknown, now: Date): Outcome => {
  if (error instanceof GrammyError) return refusal(error, now)
  if (error instanceof Silence) return outcomeOfSilence(error, now)
  throw error
}

const refusal = (error: GrammyError, now: Date): Outcome => {
  const { error_code: code, description, parameters } = error
  const failure = `telegram-${code}`
  if (parameters.migrate_to_chat_id !== undefined) {
    return { kind: 'migrated', newChatId: String(parameters.migrate_to_chat_id) }
  }
  if (code === 429) return { ...retryIn((parameters.retry_after ?? 5) + 0.5, failure, now), flood: true }
  if (code === 401 || code === 404) return retryIn(60, failure, now)
  if (code >= 500) return retryIn(10, failure, now, fewAttempts)
  // Both are 403: who blocked the bot may come back, an account that is no more does not.
  if (description.includes('deactivated')) return { kind: 'failed', failure: `${failure}-deactivated`, chatGone: true }
  return { kind: 'failed', failure, chatGone: code === 403 || description.includes('chat not found') }
}
