import { badRequest } from '../errors.ts'
import { checkKeyboard, type Keyboard, parseKeyboard } from '../keyboard.ts'
import type { Params } from '../params.ts'
import type { Room, WireMessage } from '../room.ts'
import type { World } from '../world.ts'
import { admit, checkMayWrite, findRoom } from './destination.ts'
import type { Method } from './method.ts'
import { markup, readPreview, readText } from './sending.ts'

const notModified =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

const findOwn = (world: World, room: Room, params: Params): WireMessage => {
  const id = params.integer('message_id')
  if (id === null) throw badRequest('message identifier is not specified')
  const message = room.find(id)
  if (message === undefined) throw badRequest('message to edit not found')
  if (message.from.id !== world.bot.id) throw badRequest("message can't be edited")
  return message
}

const looks = (message: WireMessage): string => {
  const { text, entities = [], caption, reply_markup: buttons, link_preview_options: preview } = message
  return JSON.stringify([text, entities, caption, buttons, preview])
}

const change = (world: World, room: Room, before: WireMessage, after: WireMessage): WireMessage => {
  if (looks(before) === looks(after)) throw badRequest(notModified)
  const changed = { ...after, edit_date: world.date() }
  room.replace(changed)
  const edits = room.transcript.messages.find((message) => message.id === before.message_id)?.edits ?? 0
  room.transcript.replace(world.seen(changed, edits + 1))
  return changed
}

const checkEdit = (world: World, room: Room, keyboard: Keyboard): void => {
  if (world.flood.limits.countEdits) {
    admit(world, room, keyboard)
    return
  }
  checkMayWrite(room)
  checkKeyboard(keyboard)
}

/** New words take the old buttons away unless buttons come with them. */
export const editMessageText: Method = (world, { params }) => {
  const checkText = readText(params, 'MESSAGE_TOO_LONG')
  const keyboard = parseKeyboard(params.json('reply_markup'))
  const preview = readPreview(params)
  const room = findRoom(world, params)
  const before = findOwn(world, room, params)
  if (before.text === undefined) throw badRequest('there is no text in the message to edit')
  const { text, entities } = checkText()
  checkEdit(world, room, keyboard)
  const after: WireMessage = { ...before, text, entities: [...entities] }
  if (entities.length === 0) delete after.entities
  delete after.reply_markup
  delete after.link_preview_options
  return change(world, room, before, { ...after, ...preview, ...markup(keyboard) })
}

export const editMessageReplyMarkup: Method = (world, { params }) => {
  const keyboard = parseKeyboard(params.json('reply_markup'))
  const room = findRoom(world, params)
  const before = findOwn(world, room, params)
  checkEdit(world, room, keyboard)
  const after: WireMessage = { ...before }
  delete after.reply_markup
  return change(world, room, before, { ...after, ...markup(keyboard) })
}

/** The bot may take back its own messages anywhere and, in a private chat, the other person's. */
export const deleteMessage: Method = (world, { params }) => {
  const room = findRoom(world, params)
  const id = params.integer('message_id')
  if (id === null) throw badRequest('message identifier is not specified')
  const message = room.find(id)
  if (message === undefined) throw badRequest('message to delete not found')
  if (room.isGroup && message.from.id !== world.bot.id) throw badRequest("message can't be deleted")
  room.remove(id)
  return true
}
