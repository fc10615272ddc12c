import { stripMarks } from '../fold.ts'

/** A text as it was written and the same without diacritics, character for character in the same places. */
export interface Heard {
  readonly text: string
  readonly folded: string
}

/** Stand in a text for what was taken out of it, so that the words around it stay apart. */
export const markers = { link: '\uE000', document: '\uE001', percent: '\uE002', date: '\uE003' } as const

export type Marker = (typeof markers)[keyof typeof markers]

const isMarker = /[\uE000-\uE003]/gu
const invisible = /[\u200B\uFEFF]/gu

export const hear = (raw: string): Heard => {
  const text = raw.normalize('NFC').replace(isMarker, ' ').replace(invisible, '').trim()
  return { text, folded: Array.from(text, foldInPlace).join('') }
}

const foldInPlace = (character: string): string => {
  const folded = stripMarks(character)
  return folded.length === character.length ? folded : character
}

/** Takes stretches out and leaves a marker or nothing but space in each place. */
export const takeOut = ({ text, folded }: Heard, stretches: readonly Stretch[], marker: Marker | ' '): Heard => {
  const apart = withoutOverlaps(stretches)
  const cut = (from: string) => {
    const kept = apart.map(
      ({ start, end }, at) => from.slice(apart[at - 1]?.end ?? 0, start) + marker.padEnd(end - start),
    )
    return kept.join('') + from.slice(apart.at(-1)?.end ?? 0)
  }
  return { text: cut(text), folded: cut(folded) }
}

export interface Stretch {
  readonly start: number
  readonly end: number
}

/** In the order of the text; of two that overlap the first stays. */
export const withoutOverlaps = <S extends Stretch>(stretches: readonly S[]): readonly S[] => {
  let covered = 0
  return stretches
    .toSorted((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      if (start < covered) return false
      covered = end
      return true
    })
}

/** Where a pattern is found. */
export const stretchesOf = (matches: Iterable<RegExpMatchArray>): Stretch[] =>
  [...matches].map((match) => {
    const start = match.index ?? 0
    return { start, end: start + match[0].length }
  })

/** What was written, without what was taken out of it and without loose punctuation at its ends. */
export const remainder = (text: string): string =>
  text
    .replace(isMarker, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/\s+(?=[,.;:!?])/gu, '')
    .replace(/^[\s,.;:!\-–—•]+|[\s,;:\-–—•]+$/gu, '')
