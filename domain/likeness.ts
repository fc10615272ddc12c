import { looksScanned } from './likeness-syllables.ts'
import {
  type LikeText,
  lettersIn,
  newRow,
  type Row,
  readyText,
  type Sought,
  setFirst,
  setNext,
  soughtIn,
  wholeCost,
} from './likeness-text.ts'

export { looksScanned } from './likeness-syllables.ts'
export type { LikeText } from './likeness-text.ts'

/** A stretch of a text: offsets into the raw text, the end behind the last letter. */
export interface LikeStretch {
  readonly start: number
  readonly end: number
  /** 0 to 1. */
  readonly likeness: number
}

/**
 * Makes a text ready to be searched often. A line tells less than its document whether it was scanned
 * ("Sé Noi vu" could be whole words), so whoever has the document says so.
 */
export const likeText = (raw: string, scanned = looksScanned(raw)): LikeText => readyText(raw, scanned)

/** The least likeness that counts as the same words. */
const enough = 0.8

interface Best {
  readonly end: number
  readonly cost: number
}

/** The cheapest stretch that begins at a sign and ends with a word, when it costs no more than the budget. */
const bestFrom = (
  start: number,
  sought: Sought,
  text: LikeText,
  rows: readonly [Row, Row],
  budget: number,
): Best | null => {
  let [above, row] = rows
  let best: Best | null = null
  setFirst(above, sought, budget)
  for (let at = start; at < text.codes.length && setNext(above, row, sought, text, at, budget); at += 1) {
    const cost = wholeCost(row, sought)
    if (cost <= budget && (best === null || cost < best.cost) && text.wordEnds[at] === 1) best = { end: at + 1, cost }
    ;[above, row] = [row, above]
  }
  return best
}

const readyOf = (text: string | LikeText): LikeText => (typeof text === 'string' ? likeText(text) : text)

/** The likest stretch of all; none when there is none within the threshold. */
const bestOf = (ready: LikeText, sought: Sought, threshold: number): (Best & { readonly start: number }) | null => {
  const rows = [newRow(sought), newRow(sought)] as const
  let budget = (1 - threshold) * sought.letters
  let best: (Best & { readonly start: number }) | null = null
  for (const start of ready.wordStarts) {
    const found = bestFrom(start, sought, ready, rows, budget)
    if (found === null || (best !== null && found.cost >= best.cost)) continue
    best = { ...found, start }
    budget = found.cost
    if (budget === 0) break
  }
  return best
}

/**
 * Where a text says a phrase, as nearly as `threshold` asks, or null: the likest of all places, the first of equals.
 * `phrase` is in correct spelling. In a text that was scanned confused letters count little and marks next to nothing;
 * in a whole text a mark makes another word. Lost or doubled spaces and line breaks are overlooked.
 */
export const findLike = (text: string | LikeText, phrase: string, threshold = enough): LikeStretch | null => {
  const ready = readyOf(text)
  const sought = soughtIn(phrase, ready)
  const best = sought.letters === 0 ? null : bestOf(ready, sought, threshold)
  if (best === null) return null
  const { at } = ready.signs
  return { start: at[best.start] ?? 0, end: at[best.end] ?? 0, likeness: 1 - best.cost / sought.letters }
}

/**
 * How much two texts are the same words, 0 to 1; `b` in correct spelling. 1 is the same but for case and spaces;
 * lost diacritics cost next to nothing. `scanned` says what `a` cannot tell by itself.
 */
export const likeness = (a: string, b: string, scanned = looksScanned(a)): number => {
  const text = readyText(a.trim(), scanned)
  const sought = soughtIn(b, text)
  const letters = Math.max(sought.letters, lettersIn(text.signs.list))
  if (letters === 0) return a.trim() === b.trim() ? 1 : 0
  let [above, row] = [newRow(sought), newRow(sought)]
  setFirst(above, sought, letters)
  for (let at = 0; at < text.codes.length; at += 1) {
    if (!setNext(above, row, sought, text, at, letters)) return 0
    ;[above, row] = [row, above]
  }
  return Math.max(0, 1 - wholeCost(above, sought) / letters)
}
