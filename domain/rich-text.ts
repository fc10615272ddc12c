import type { Entity, RichText } from './message.ts'

/** Part of a text with the styles that fall into it, offsets counted anew. */
export const sliceText = (rich: RichText, start: number, end: number): RichText => ({
  text: rich.text.slice(start, end),
  entities: rich.entities.flatMap((entity) => {
    const from = Math.max(entity.offset, start)
    const to = Math.min(entity.offset + entity.length, end)
    return to > from ? [{ ...entity, offset: from - start, length: to - from }] : []
  }),
})

/** Texts one after the other. */
export const joinTexts = (parts: readonly RichText[]): RichText => {
  let text = ''
  const entities: Entity[] = []
  for (const part of parts) {
    for (const entity of part.entities) entities.push({ ...entity, offset: entity.offset + text.length })
    text += part.text
  }
  return { text, entities }
}

/**
 * Cuts a text into parts of at most `limit` UTF-16 units: at a paragraph if it can, else at a line, else at a
 * space, outside of any style; not where a part would hold next to nothing. Only a word or a style that is itself longer than a part is cut through, and
 * then never inside a character; the style goes on in the next part.
 */
export const splitText = (rich: RichText, limit: number): readonly RichText[] => {
  const parts: RichText[] = []
  let rest = trim(rich)
  while (rest.text.length > limit) {
    const { end, next } = findCut(rest, limit)
    parts.push(trim(sliceText(rest, 0, end)))
    rest = trim(sliceText(rest, next, rest.text.length))
  }
  return rest.text === '' ? parts : [...parts, rest]
}

const trim = (rich: RichText): RichText => {
  const start = rich.text.length - rich.text.trimStart().length
  return sliceText(rich, start, Math.max(start, rich.text.trimEnd().length))
}

/** A heading before a long paragraph is no message of its own: each one sent is counted, by people and by Zalo. */
const leastFilled = 4

const findCut = (rich: RichText, limit: number): { readonly end: number; readonly next: number } => {
  for (const separator of ['\n\n', '\n', ' ']) {
    const at = lastOutside(rich, limit, (text, place) => text.startsWith(separator, place))
    if (at > (separator === ' ' ? 0 : limit / leastFilled)) return { end: at, next: at + separator.length }
  }
  const at = lastOutside(rich, limit, (text, place) => /\s/u.test(text.charAt(place)))
  const end = at > 0 ? at : characterBoundary(rich.text, styleStart(rich, limit) ?? limit)
  return { end, next: end }
}

/** The last place within the limit that is a separator and not inside a style; -1 when there is none. */
const lastOutside = (rich: RichText, limit: number, isSeparator: (text: string, at: number) => boolean): number => {
  for (let at = limit; at > 0; at -= 1) {
    if (isSeparator(rich.text, at) && !rich.entities.some((entity) => isInside(entity, at, limit))) return at
  }
  return -1
}

/** A style longer than a whole part has to be cut somewhere: it does not forbid any place. */
const isInside = (entity: Entity, at: number, limit: number): boolean =>
  entity.length <= limit && at > entity.offset && at < entity.offset + entity.length

const styleStart = (rich: RichText, limit: number): number | null =>
  rich.entities.find((entity) => entity.offset > 0 && isInside(entity, limit, limit))?.offset ?? null

const segmenter = new Intl.Segmenter('vi')

/**
 * The end of the last whole user-perceived character at or before a place (at least one character in). Counted from
 * the beginning: in a row of flags nobody can tell from the middle where one ends.
 */
const characterBoundary = (text: string, at: number): number => {
  const starts = [...segmenter.segment(text.slice(0, at + 2))].map(({ index }) => index)
  const boundary = starts.findLast((index) => index > 0 && index <= at)
  return boundary ?? (isLowSurrogate(text, at) ? at - 1 : at)
}

const isLowSurrogate = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}
