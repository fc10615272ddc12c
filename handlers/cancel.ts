import type { Handler } from './request.ts'

/** /huy: the bot stops waiting for an answer. */
export const cancel: Handler<'dialogs'> = async ({ m, chat, person }, _input, stores) => {
  await stores.dialogs.remove(chat.id, person.id)
  return [{ text: m.help.cancelled() }]
}
