import { z } from 'zod'
import { hasBrokenPair } from '../../emulator/text-units.ts'
import { numberedChoices } from '../choices.ts'
import { badRequest, ZaloError } from '../envelope.ts'
import { fetchPhoto } from '../photos.ts'
import { asEntities, parseStyles } from '../styles.ts'
import type { ZaloBotMessage, ZaloRoom, ZaloWorld } from '../world.ts'
import type { Call, Method } from './method.ts'

/** Counted in UTF-16 units. */
const maxText = 2_000

const read = <S extends z.ZodType>(schema: S, call: Call): z.infer<S> => {
  const parsed = schema.safeParse(call.params)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw badRequest(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim())
}

const findRoom = (world: ZaloWorld, id: string): ZaloRoom => {
  const room = world.rooms.get(id)
  if (room === undefined) throw badRequest('chat_id is not known')
  if (!room.wasWrittenIn && world.habits.strangers === 'refuse') throw badRequest('nobody has written in this chat')
  return room
}

const words = z
  .string()
  .min(1)
  // Not `max`: it counts code points.
  .refine((text) => text.length <= maxText, `is longer than ${maxText} UTF-16 units`)
  .refine((text) => text.trim() !== '', 'has only white space')
  .refine((text) => !hasBrokenPair(text), 'has half of a surrogate pair')

const chat = { chat_id: z.string().min(1) }

type Content = Omit<ZaloBotMessage, 'id'>

const bare: Content = {
  kind: 'text',
  text: '',
  entities: [],
  parseMode: null,
  choices: [],
  url: null,
  fetches: [],
}

/** Counts against the month's quota and puts the message into the chat. */
const say = (world: ZaloWorld, room: ZaloRoom, content: Partial<Content>): { message_id: string; date: number } => {
  if (world.sent >= world.habits.monthlyQuota) throw new ZaloError(429)
  world.sent += 1
  const message: ZaloBotMessage = { ...bare, ...content, id: world.newId() }
  room.transcript.add(message)
  return { message_id: message.id, date: world.date() }
}

const messageSchema = z.looseObject({
  ...chat,
  text: words,
  parse_mode: z.enum(['markdown', 'html']).optional(),
  text_styles: z.unknown().optional(),
})

export const sendMessage: Method = (world, call) => {
  const { chat_id: id, text, parse_mode: parseMode, text_styles: rawStyles } = read(messageSchema, call)
  const room = findRoom(world, id)
  // With parse_mode, styles are ignored.
  const styles = parseMode === undefined ? parseStyles(rawStyles, text) : []
  return say(world, room, {
    text,
    entities: asEntities(styles),
    parseMode: parseMode ?? null,
    choices: numberedChoices(text),
  })
}

const photoSchema = z.looseObject({ ...chat, photo: z.string(), caption: words.optional() })

/** The service fetches the address itself before it answers, and again later. */
export const sendPhoto: Method = async (world, call) => {
  const { chat_id: id, photo: url, caption = '' } = read(photoSchema, call)
  const room = findRoom(world, id)
  const fetches = await fetchPhoto(world, url)
  return say(world, room, { kind: 'photo', text: caption, url, fetches, choices: numberedChoices(caption) })
}

const stickerSchema = z.looseObject({ ...chat, sticker: z.string().min(1) })

export const sendSticker: Method = (world, call) => {
  const { chat_id: id } = read(stickerSchema, call)
  return say(world, findRoom(world, id), { kind: 'sticker' })
}

const voiceSchema = z.looseObject({ ...chat, voice_url: z.url().regex(/\.aac$/) })

/** In a group it seems to succeed, and nothing arrives. */
export const sendVoice: Method = (world, call) => {
  const { chat_id: id, voice_url: url } = read(voiceSchema, call)
  const room = findRoom(world, id)
  if (room.kind === 'GROUP') return { message_id: world.newId(), date: world.date() }
  return say(world, room, { kind: 'voice', url })
}

const actionSchema = z.looseObject({ ...chat, action: z.literal('typing') })

export const sendChatAction: Method = (world, call) => {
  const { chat_id: id, action } = read(actionSchema, call)
  findRoom(world, id)
  world.chatActions.push({ chatId: id, action })
  return undefined
}
