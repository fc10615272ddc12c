import type { InlineKeyboardButton } from 'grammy/types'
import { z } from 'zod'
import { urlProblem } from './entities.ts'
import { badRequest } from './errors.ts'

/** The buttons under a message, row by row. */
export type Keyboard = readonly (readonly InlineKeyboardButton[])[]

/** A hundred buttons in all, and the whole markup within 10 kB. */
const maxButtons = 100
const maxBytes = 10_240

const buttonSchema = z.looseObject({
  text: z.string(),
  callback_data: z.string().optional(),
  url: z.string().optional(),
})

const parseProblem = (words: string): Error => badRequest(`can't parse inline keyboard button: ${words}`)

const parseButton = (raw: unknown): InlineKeyboardButton => {
  const parsed = buttonSchema.safeParse(raw)
  if (!parsed.success) throw parseProblem('Can\'t find field "text"')
  const { text, url, callback_data: data } = parsed.data
  if (text.trim() === '') throw badRequest('inline keyboard button text is empty')
  if (url !== undefined) {
    const wrong = urlProblem(url)
    if (wrong !== null) throw badRequest(`inline keyboard button URL '${url}' is invalid: ${wrong}`)
    return { text, url }
  }
  if (data === undefined || data === '') throw parseProblem('Text buttons are unallowed in the inline keyboard')
  return { text, callback_data: data }
}

const markupSchema = z.looseObject({ inline_keyboard: z.unknown() })

/** Reads `reply_markup`. Keyboards of other kinds than inline ones are accepted and show nothing under the message. */
export const parseKeyboard = (raw: unknown): Keyboard => {
  if (raw === undefined) return []
  const markup = markupSchema.partial().safeParse(raw)
  if (!markup.success) throw badRequest('object expected as reply markup')
  if (markup.data.inline_keyboard === undefined) return []
  const rows = z.array(z.array(z.unknown())).safeParse(markup.data.inline_keyboard)
  if (!rows.success) throw badRequest('field "inline_keyboard" must be of type Array')
  return rows.data.filter((row) => row.length > 0).map((row) => row.map(parseButton))
}

/** What only the far side of the service finds wrong: it is told after chat and text were checked. */
export const checkKeyboard = (keyboard: Keyboard): void => {
  const buttons = keyboard.flat()
  for (const button of buttons) {
    if ('callback_data' in button && Buffer.byteLength(button.callback_data) > 64)
      throw badRequest('BUTTON_DATA_INVALID')
  }
  if (buttons.length > maxButtons || Buffer.byteLength(JSON.stringify(keyboard)) > maxBytes) {
    throw badRequest('REPLY_MARKUP_TOO_LONG')
  }
}

/** What a press of this button sends back; undefined for a link. */
export const callbackData = (button: InlineKeyboardButton): string | undefined =>
  'callback_data' in button ? button.callback_data : undefined
