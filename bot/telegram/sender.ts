import { type Api, GrammyError, InputFile } from 'grammy'
import type { InlineKeyboardMarkup, MessageEntity } from 'grammy/types'
import type { Logger } from 'pino'
import type { DrawChart } from '../../domain/chart.ts'
import type { Picture, Rendered } from '../../domain/message.ts'
import type { Claimed, Outcome } from '../../domain/ports/messages.ts'
import type { Sender } from '../courier.ts'
import { outcomeOfIllness, outcomeOfSilence, retryIn, Silence } from '../outcomes.ts'
import { asGrammySignal } from './signal.ts'

/** Without it, what pictures say is said in words. */
export interface Pictures {
  readonly draw: DrawChart
  readonly log: Pick<Logger, 'error'>
}

/** Sends by the Bot API: text with entities, inline keyboards, pictures, edits in place. */
export const createTelegramSender = (api: Api, now: () => Date, pictures: Pictures | null = null): Sender => ({
  send: async (message, signal) => {
    try {
      return { kind: 'sent', externalId: await deliver(api, message, pictures, asGrammySignal(signal)) }
    } catch (error) {
      return outcomeOf(error, message, now())
    }
  },
})

type Signal = ReturnType<typeof asGrammySignal>

const deliver = async (api: Api, message: Claimed, pictures: Pictures | null, signal: Signal): Promise<string> => {
  const { content, edits } = message
  const { chatId, topic } = placeOf(message.chat.externalId)
  if (edits !== null && (await editInPlace(api, { chatId, edits, content }, signal))) return edits
  const place = topic === undefined ? {} : { message_thread_id: topic }
  const pictured = await sendPicture(api, { chatId, place, content }, pictures, signal)
  if (pictured !== null) return pictured
  const { text, ...options } = wordsOf(content)
  const sent = await api.sendMessage(chatId, text, { ...options, ...place }, signal)
  return String(sent.message_id)
}

/** False when it is too old, deleted or not ours any more: the words still have to be said. */
const editInPlace = async (
  api: Api,
  { chatId, edits, content }: { readonly chatId: string; readonly edits: string; readonly content: Rendered },
  signal: Signal,
): Promise<boolean> => {
  try {
    await api.editMessageText(chatId, Number(edits), content.text, styled(content), signal)
    return true
  } catch (error) {
    if (isUnchanged(error)) return true
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
    return false
  }
}

/** Of a picture that stands alone and could not be shown, what it says. */
const wordsOf = (content: Rendered) => ({ text: content.text || (content.picture?.alt ?? ''), ...styled(content) })

interface Pictured {
  readonly chatId: string
  readonly place: { readonly message_thread_id?: number }
  readonly content: Rendered
}

/** Null when there is none, it cannot be drawn, or Telegram refuses it: then it certainly did not arrive, and its words still have to. */
const sendPicture = async (
  api: Api,
  { chatId, place, content }: Pictured,
  pictures: Pictures | null,
  signal: Signal,
): Promise<string | null> => {
  const png = content.picture && pictures ? await drawn(content.picture, pictures) : null
  if (png === null || pictures === null) return null
  const { entities, reply_markup: markup } = styled(content)
  const caption = {
    caption: content.text,
    caption_entities: entities,
    ...(markup === undefined ? {} : { reply_markup: markup }),
  }
  try {
    const sent = await api.sendPhoto(chatId, new InputFile(png, 'bieu-do.png'), { ...caption, ...place }, signal)
    return String(sent.message_id)
  } catch (error) {
    if (!isRefusedPicture(error)) throw error
    pictures.log.error({ err: error }, 'Telegram refused a picture')
    return null
  }
}

const drawn = ({ chart }: Picture, { draw, log }: Pictures): Promise<Uint8Array | null> =>
  draw(chart).catch((error: unknown) => {
    log.error({ err: error }, 'a picture could not be drawn')
    return null
  })

/** A group may forbid pictures and not words; that a chat is gone or has moved is said for the words as well. */
const isRefusedPicture = (error: unknown): boolean =>
  error instanceof GrammyError && error.error_code === 400 && error.parameters.migrate_to_chat_id === undefined

const placeOf = (externalId: string): { readonly chatId: string; readonly topic: number | undefined } => {
  const [chatId = '', topic] = externalId.split('/')
  return { chatId, topic: topic === undefined ? undefined : Number(topic) }
}

const styled = (content: Rendered): Styled => ({
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

interface Styled {
  readonly entities: MessageEntity[]
  readonly link_preview_options: { readonly is_disabled: true }
  readonly reply_markup?: InlineKeyboardMarkup
}

/** What an error says about the message: refused for good, refused for now, or nobody knows. */
const outcomeOf = (error: unknown, message: Claimed, now: Date): Outcome => {
  if (error instanceof GrammyError) return refusal(error, message, now)
  if (error instanceof Silence) return outcomeOfSilence(error, now)
  throw error
}

const refusal = (error: GrammyError, message: Claimed, now: Date): Outcome => {
  const { error_code: code, description, parameters } = error
  const failure = `telegram-${code}`
  if (parameters.migrate_to_chat_id !== undefined) {
    return { kind: 'migrated', newChatId: String(parameters.migrate_to_chat_id) }
  }
  if (code === 429) return { ...retryIn((parameters.retry_after ?? 5) + 0.5, failure, now), flood: true }
  if (code === 401 || code === 404) return retryIn(60, failure, now)
  if (code >= 500) return outcomeOfIllness(failure, message, now)
  return lost(code, description, failure)
}

/** Both are 403: who blocked the bot may come back, an account that is no more does not. */
const lost = (code: number, description: string, failure: string): Outcome => {
  if (description.includes('deactivated')) return { kind: 'failed', failure: `${failure}-deactivated`, chatGone: true }
  return { kind: 'failed', failure, chatGone: code === 403 || description.includes('chat not found') }
}
