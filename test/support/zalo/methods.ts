import type { Method } from './methods/method.ts'
import { deleteWebhook, getMe, getUpdates, getWebhookInfo, setWebhook } from './methods/receiving.ts'
import { sendChatAction, sendMessage, sendPhoto, sendSticker, sendVoice } from './methods/sending.ts'

const all = new Map<string, Method>(
  Object.entries({
    deleteWebhook,
    getMe,
    getUpdates,
    getWebhookInfo,
    sendChatAction,
    sendMessage,
    sendPhoto,
    sendSticker,
    sendVoice,
    setWebhook,
  }),
)

/** The method of this name; names are case-sensitive. */
export const findMethod = (name: string): Method | undefined => all.get(name)
