import {
  answerCallbackQuery,
  deleteMyCommands,
  getFile,
  getMe,
  getMyCommands,
  sendChatAction,
  setMyCommands,
} from './methods/bot.ts'
import { deleteMessage, editMessageReplyMarkup, editMessageText } from './methods/changing.ts'
import type { Method } from './methods/method.ts'
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './methods/receiving.ts'
import { sendDocument, sendMessage, sendPhoto } from './methods/sending.ts'

const all: Readonly<Record<string, Method>> = {
  answerCallbackQuery,
  deleteMessage,
  deleteMyCommands,
  deleteWebhook,
  editMessageReplyMarkup,
  editMessageText,
  getFile,
  getMe,
  getMyCommands,
  getUpdates,
  getWebhookInfo,
  sendChatAction,
  sendDocument,
  sendMessage,
  sendPhoto,
  setMyCommands,
  setWebhook,
}

const byName = new Map(Object.entries(all).map(([name, method]) => [name.toLowerCase(), method]))

/** The method of this name; names are not case-sensitive. */
export const findMethod = (name: string): Method | undefined => byName.get(name.toLowerCase())
