import { z } from 'zod'
import { badRequest, forbidden, TelegramError, tooManyRequests } from '../errors.ts'
import { checkKeyboard, type Keyboard } from '../keyboard.ts'
import type { Params } from '../params.ts'
import type { Person, Place, Room, WireMessage } from '../room.ts'
import type { World } from '../world.ts'

/** The chat that a call names. */
export const findRoom = (world: World, params: Params): Room => {
  const text = params.text('chat_id').trim()
  if (text === '') throw badRequest('chat_id is empty')
  const room = /^-?\d+$/.test(text) ? world.rooms.get(Number(text)) : undefined
  if (room === undefined) throw badRequest('chat not found')
  if (room.upgradedTo === null) return room
  throw new TelegramError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
    migrate_to_chat_id: room.upgradedTo,
  })
}

const checkPerson = (person: Person): void => {
  if (person.deactivated) throw forbidden('user is deactivated')
  if (person.blocked) throw forbidden('bot was blocked by the user')
  if (!person.started) throw forbidden("bot can't initiate conversation with a user")
}

/** Whether the bot may say anything in this chat. */
export const checkMayWrite = (room: Room): void => {
  if (room.owner !== null) checkPerson(room.owner)
  const kind = room.kind === 'group' ? 'group' : 'supergroup'
  if (room.botIs === 'kicked') throw forbidden(`bot was kicked from the ${kind} chat`)
  if (room.botIs === 'left') throw forbidden(`bot is not a member of the ${kind} chat`)
}

const replySchema = z.looseObject({
  message_id: z.coerce.number().int().optional(),
  allow_sending_without_reply: z.boolean().optional(),
})

const readReply = (params: Params): { readonly id: number; readonly isOptional: boolean } | null => {
  const raw = params.json('reply_parameters')
  if (raw === undefined) {
    const id = params.integer('reply_to_message_id')
    return id === null ? null : { id, isOptional: params.flag('allow_sending_without_reply') }
  }
  const parsed = replySchema.safeParse(raw)
  if (!parsed.success) throw badRequest("can't parse reply parameters JSON object")
  const { message_id: id, allow_sending_without_reply: isOptional = false } = parsed.data
  if (id === undefined) throw badRequest('can\'t find field "message_id"')
  return { id, isOptional }
}

const findReplied = (room: Room, params: Params): WireMessage | null => {
  const reply = readReply(params)
  if (reply === null) return null
  const message = room.find(reply.id)
  if (message === undefined && !reply.isOptional) throw badRequest('message to be replied not found')
  return message ?? null
}

/** The topic and the message that a new message answers. */
export const findPlace = (room: Room, params: Params): Place => {
  const asked = params.integer('message_thread_id')
  if (asked !== null && !room.topics.has(asked)) throw badRequest('message thread not found')
  const replyTo = findReplied(room, params)
  return { threadId: asked ?? replyTo?.message_thread_id ?? null, replyTo }
}

/** Counts one send against the limits. */
const checkSpeed = (world: World, room: Room): void => {
  const seconds = world.flood.take(room.id, room.isGroup)
  if (seconds > 0) throw tooManyRequests(seconds)
}

/** The last checks before a message is put into a chat. */
export const admit = (world: World, room: Room, keyboard: Keyboard): void => {
  checkMayWrite(room)
  checkKeyboard(keyboard)
  checkSpeed(world, room)
}
