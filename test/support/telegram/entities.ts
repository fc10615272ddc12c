import type { MessageEntity } from 'grammy/types'
import { z } from 'zod'
import { hasBrokenPair, splitsPair } from '../emulator/text-units.ts'
import { badRequest } from './errors.ts'

/** Words with styles, after the service has cleaned them. */
export interface CleanText {
  readonly text: string
  readonly entities: readonly MessageEntity[]
}

const plainTypes = [
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
] as const

const range = { offset: z.number().int(), length: z.number().int() }

const entitySchema = z.union([
  z.object({ type: z.enum(plainTypes), ...range }),
  z.object({ type: z.literal('pre'), language: z.string().optional(), ...range }),
  z.object({ type: z.literal('text_link'), url: z.string(), ...range }),
])

type SentEntity = z.infer<typeof entitySchema>

/** Past this many the service drops styles without a word. */
const maxEntities = 100

const looseEntity = z.looseObject({ type: z.unknown(), offset: z.unknown(), length: z.unknown(), url: z.unknown() })

const parseProblem = (raw: unknown): string => {
  const loose = looseEntity.partial().safeParse(raw).data ?? {}
  if (loose.type === 'text_link' && loose.url === undefined) return 'Can\'t find field "url"'
  if (!Number.isInteger(loose.offset)) return 'Field "offset" must be of type Number'
  if (!Number.isInteger(loose.length)) return 'Field "length" must be of type Number'
  return 'Unsupported type specified'
}

/** Reads the shape of entities; where they lie is checked later, as the service does. */
export const parseEntities = (raw: unknown): readonly SentEntity[] => {
  if (raw === undefined) return []
  const list = z.array(z.unknown()).safeParse(raw)
  if (!list.success) throw badRequest("can't parse entities JSON object")
  return list.data.map((item) => {
    const parsed = entitySchema.safeParse(item)
    if (!parsed.success) throw badRequest(`can't parse MessageEntity: ${parseProblem(item)}`)
    return parsed.data
  })
}

const otherProtocol = /^(?!https?:|tg:|ton:)[a-z][a-z0-9+.-]*:\/\//i
const appLink = /^(?:tg|ton):\/\/\S+$/i
const webLink = /^(?:https?:\/\/)?[^/?#:\s]+\.[^/?#:\s]+(?:[/?#:]\S*)?$/i

/** What is wrong with an address that a link should lead to; null when nothing is. */
export const urlProblem = (url: string): string | null => {
  if (url === '') return 'URL host is empty'
  if (otherProtocol.test(url)) return 'Unsupported URL protocol'
  return appLink.test(url) || webLink.test(url) ? null : 'Wrong HTTP URL'
}

const bytesThrough = (text: string, unit: number): number => Buffer.byteLength(text.slice(0, unit + 1))

const placeProblem = (entity: SentEntity, text: string): string | null => {
  const end = entity.offset + entity.length
  if (entity.offset < 0) return `receive an entity with incorrect offset ${entity.offset}`
  if (entity.length < 0) return `receive an entity with incorrect length ${entity.length}`
  if (entity.offset > text.length) return `entity begins after the end of the text at UTF-16 offset ${entity.offset}`
  if (end > text.length) {
    return `entity beginning at UTF-16 offset ${entity.offset} ends after the end of the text at UTF-16 offset ${end}`
  }
  if (splitsPair(text, entity.offset)) {
    return `entity begins in a middle of a UTF-16 symbol at byte offset ${bytesThrough(text, entity.offset)}`
  }
  if (splitsPair(text, end)) {
    return `entity beginning at UTF-16 offset ${entity.offset} ends in a middle of a UTF-16 symbol at byte offset ${bytesThrough(text, end)}`
  }
  return null
}

const checkEntity = (entity: SentEntity, text: string): void => {
  const problem = placeProblem(entity, text)
  if (problem !== null) throw badRequest(problem)
  if (entity.type !== 'text_link') return
  const wrong = urlProblem(entity.url)
  if (wrong !== null) throw badRequest(`entity URL '${entity.url}' is invalid: ${wrong}`)
}

const fitted = (entity: SentEntity, cutBefore: number, length: number): MessageEntity | null => {
  const start = Math.max(0, entity.offset - cutBefore)
  const end = Math.min(length, entity.offset + entity.length - cutBefore)
  if (end <= start) return null
  const at = { offset: start, length: end - start }
  if (entity.type === 'text_link') return { type: entity.type, ...at, url: entity.url }
  if (entity.type !== 'pre') return { type: entity.type, ...at }
  return { type: 'pre', ...at, ...(entity.language === undefined ? {} : { language: entity.language }) }
}

/**
 * Checks where entities lie, then cleans as the service does: white space around the text is removed, entities move
 * along, empty ones go, and past a hundred they are dropped in silence.
 */
export const cleanText = (text: string, sent: readonly SentEntity[]): CleanText => {
  if (hasBrokenPair(text)) throw badRequest('strings must be encoded in UTF-8')
  for (const entity of sent) checkEntity(entity, text)
  const cutBefore = text.length - text.trimStart().length
  const trimmed = text.trim()
  const entities = sent
    .map((entity) => fitted(entity, cutBefore, trimmed.length))
    .filter((entity) => entity !== null)
    .sort((a, b) => a.offset - b.offset || b.length - a.length)
  return { text: trimmed, entities: entities.slice(0, maxEntities) }
}
