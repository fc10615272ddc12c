import { z } from 'zod'
import { badRequest } from '../errors.ts'
import { checkMayWrite, findRoom } from './destination.ts'
import type { Method } from './method.ts'

const actions = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]

const commandsSchema = z.array(z.looseObject({ command: z.string(), description: z.string() }))

export const getMe: Method = (world) => world.bot

export const setMyCommands: Method = (world, { params }) => {
  const parsed = commandsSchema.safeParse(params.json('commands'))
  if (!parsed.success) throw badRequest("can't parse commands JSON object")
  if (parsed.data.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  for (const { command, description } of parsed.data) {
    if (!/^\/?[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
    if (description.trim() === '' || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
  }
  world.commands = parsed.data.map(({ command, description }) => ({ command: command.replace('/', ''), description }))
  return true
}

export const getMyCommands: Method = (world) => world.commands

export const deleteMyCommands: Method = (world) => {
  world.commands = []
  return true
}

export const answerCallbackQuery: Method = (world, { params }) => {
  const text = params.text('text')
  if (text.length > 200) throw badRequest('MESSAGE_TOO_LONG')
  const callback = world.callbacks.get(params.text('callback_query_id'))
  if (callback === undefined || performance.now() - callback.pressedMs > world.habits.callbackMs) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid')
  }
  callback.answer = { text, isAlert: params.flag('show_alert') }
  world.changes.notify()
  return true
}

export const sendChatAction: Method = (world, { params }) => {
  const room = findRoom(world, params)
  const action = params.text('action')
  if (!actions.includes(action)) throw badRequest('wrong parameter action in request')
  checkMayWrite(room)
  world.chatActions.push({ chatId: room.id, action })
  return true
}

export const getFile: Method = (world, { params }) => {
  const id = params.text('file_id')
  if (id === '') throw badRequest('file_id not specified')
  const file = world.files.find(id)
  if (file === undefined) throw badRequest('invalid file_id')
  if (file.size > world.habits.maxDownload) throw badRequest('file is too big')
  return { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.size, file_path: file.path }
}
