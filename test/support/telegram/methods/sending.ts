import type { LinkPreviewOptions, Message } from 'grammy/types'
import { z } from 'zod'
import { type CleanText, cleanText, parseEntities } from '../entities.ts'
import { badRequest } from '../errors.ts'
import { asDocument, asPhotoSize, isPicture, pictureSize, type StoredFile } from '../files.ts'
import { type Keyboard, parseKeyboard } from '../keyboard.ts'
import type { Params } from '../params.ts'
import type { Content, Place, Room, WireMessage } from '../room.ts'
import type { World } from '../world.ts'
import { admit, findPlace, findRoom } from './destination.ts'
import type { Method } from './method.ts'

/** Counted in UTF-16 units, the strictest of the counts in use: what fits here fits the real service. */
const maxText = 4_096
const maxCaption = 1_024
const maxPhotoBytes = 10 * 1_024 * 1_024

/** The program builds rich text from parts; markup in a message would be a way around that, so none is taken. */
const refuseMarkup = (params: Params): void => {
  if (params.text('parse_mode') !== '') throw badRequest('unsupported parse_mode')
}

/** Reads and checks the words of a text message. `tooLong` is what this method says about too many. */
export const readText = (params: Params, tooLong: string): (() => CleanText) => {
  const raw = params.text('text')
  if (raw === '') throw badRequest('message text is empty')
  refuseMarkup(params)
  const entities = parseEntities(params.json('entities'))
  return () => {
    const clean = cleanText(raw, entities)
    if (clean.text === '') throw badRequest('text must be non-empty')
    if (clean.text.length > maxText) throw badRequest(tooLong)
    return clean
  }
}

const previewSchema = z.looseObject({
  is_disabled: z.boolean({ error: 'field "is_disabled" must be of type Boolean' }).optional(),
})

/** Whether links in a message show a preview. */
export const readPreview = (params: Params): { readonly link_preview_options?: LinkPreviewOptions } => {
  const raw = params.json('link_preview_options')
  if (raw === undefined) return {}
  const parsed = previewSchema.safeParse(raw)
  if (!parsed.success) throw badRequest(parsed.error.issues[0]?.message ?? "can't parse link preview options")
  return parsed.data.is_disabled === true ? { link_preview_options: { is_disabled: true } } : {}
}

/** The buttons as a message carries them. */
export const markup = (keyboard: Keyboard): Pick<Message, 'reply_markup'> =>
  keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: keyboard.map((row) => [...row]) } }

const say = (world: World, room: Room, content: Content, place: Place): WireMessage => {
  const message = room.put(world.bot, world.date(), content, place)
  room.transcript.add(world.seen(message, 0))
  return message
}

export const sendMessage: Method = (world, { params }) => {
  const checkText = readText(params, 'message is too long')
  const keyboard = parseKeyboard(params.json('reply_markup'))
  const preview = readPreview(params)
  const room = findRoom(world, params)
  const { text, entities } = checkText()
  const place = findPlace(room, params)
  admit(world, room, keyboard)
  const styles = entities.length === 0 ? {} : { entities: [...entities] }
  return say(world, room, { text, ...styles, ...preview, ...markup(keyboard) }, place)
}

const readCaption = (params: Params): Pick<Message, 'caption' | 'caption_entities'> => {
  refuseMarkup(params)
  const clean = cleanText(params.text('caption'), parseEntities(params.json('caption_entities')))
  if (clean.text.length > maxCaption) throw badRequest('message caption is too long')
  if (clean.text === '') return {}
  return { caption: clean.text, ...(clean.entities.length === 0 ? {} : { caption_entities: [...clean.entities] }) }
}

const readFile = (world: World, params: Params, field: 'document' | 'photo'): StoredFile => {
  const uploaded = params.file(field)
  if (uploaded !== undefined) {
    if (uploaded.bytes.length === 0) throw badRequest('file must be non-empty')
    return world.files.add(`${field}s`, uploaded.name, uploaded.bytes)
  }
  const id = params.text(field)
  if (id === '') throw badRequest(`there is no ${field} in the request`)
  if (/^https?:/.test(id)) throw badRequest('failed to get HTTP URL content')
  const known = world.files.find(id)
  if (known === undefined) {
    throw badRequest('wrong remote file identifier specified: Wrong character in the string')
  }
  return known
}

const sendFile = (field: 'document' | 'photo', asContent: (file: StoredFile) => Content): Method => {
  return (world, { params }) => {
    const caption = readCaption(params)
    const keyboard = parseKeyboard(params.json('reply_markup'))
    const room = findRoom(world, params)
    const content = asContent(readFile(world, params, field))
    const place = findPlace(room, params)
    admit(world, room, keyboard)
    return say(world, room, { ...content, ...caption, ...markup(keyboard) }, place)
  }
}

export const sendDocument = sendFile('document', (file) => ({ document: asDocument(file) }))

const checkPhoto = (file: StoredFile): void => {
  if (file.size > maxPhotoBytes) {
    throw badRequest(
      `file of size ${file.size} bytes is too big for a photo; the maximum size is ${maxPhotoBytes} bytes`,
    )
  }
  if (!isPicture(file.bytes)) throw badRequest('IMAGE_PROCESS_FAILED')
  const { width, height } = pictureSize(file.bytes)
  const isTooLong = Math.max(width, height) > 20 * Math.min(width, height)
  if (width + height > 10_000 || isTooLong) throw badRequest('PHOTO_INVALID_DIMENSIONS')
}

export const sendPhoto = sendFile('photo', (file) => {
  checkPhoto(file)
  return { photo: [asPhotoSize(file)] }
})
