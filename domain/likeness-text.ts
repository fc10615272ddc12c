import { extraCost, missingCost, otherCost } from './likeness-letters.ts'
import { isLetter, type Signs, signsOf } from './likeness-signs.ts'

/** A text made ready for many searches: its signs as numbers, and where its words begin and end. */
export interface LikeText {
  readonly signs: Signs
  readonly scanned: boolean
  /** Every different sign once; `codes` are places in it. */
  readonly alphabet: readonly string[]
  readonly codes: Uint16Array
  readonly extra: Float64Array
  readonly wordStarts: readonly number[]
  /** 1 where a word or a run of its letters is over. */
  readonly wordEnds: Uint8Array
}

/** "thang7" is over before the figure. */
const wordsOf = (list: readonly string[], isWord: readonly boolean[]): { starts: number[]; ends: Uint8Array } => {
  const starts: number[] = []
  const ends = new Uint8Array(list.length)
  list.forEach((sign, at) => {
    const letter = isWord[at] === true
    if (sign !== ' ' && !(letter && isWord[at - 1] === true)) starts.push(at)
    if (!(letter && isWord[at + 1] === true)) ends[at] = 1
  })
  return { starts, ends }
}

/** Reads a text once for all searches in it. `scanned`: whether the document that it is part of came out of a scan. */
export const readyText = (raw: string, scanned: boolean): LikeText => {
  const signs = signsOf(raw)
  const places = new Map<string, number>()
  const codes = new Uint16Array(signs.list.length)
  const extra = new Float64Array(signs.list.length)
  signs.list.forEach((sign, at) => {
    const code = places.get(sign) ?? places.size
    places.set(sign, code)
    codes[at] = code
    extra[at] = extraCost(sign, signs.list[at - 1] ?? '', scanned)
  })
  const alphabet = [...places.keys()]
  const letters = alphabet.map(isLetter)
  const { starts, ends } = wordsOf(
    signs.list,
    [...codes].map((code) => letters[code] === true),
  )
  return { signs, scanned, alphabet, codes, extra, wordStarts: starts, wordEnds: ends }
}

/** A phrase as costs against the signs of one text: row 2 × code (+ 1 in a marked word), column the place in the phrase. */
export interface Sought {
  readonly length: number
  readonly letters: number
  readonly other: Float64Array
  readonly missing: readonly [unmarked: Float64Array, marked: Float64Array]
}

export const lettersIn = (signs: readonly string[]): number => signs.filter((sign) => /[\p{L}\p{N}]/u.test(sign)).length

export const soughtIn = (phrase: string, { alphabet, scanned }: LikeText): Sought => {
  const list = signsOf(phrase.trim()).list
  const other = new Float64Array(alphabet.length * 2 * list.length)
  alphabet.forEach((sign, code) => {
    list.forEach((letter, place) => {
      other[code * 2 * list.length + place] = otherCost(sign, letter, false, scanned)
      other[(code * 2 + 1) * list.length + place] = otherCost(sign, letter, true, scanned)
    })
  })
  const missing = (marked: boolean): Float64Array =>
    Float64Array.from(list, (sign) => missingCost(sign, marked, scanned))
  return { length: list.length, letters: lettersIn(list), other, missing: [missing(false), missing(true)] }
}

/** Costs of every beginning of the phrase against a stretch of the text; only places from `low` to `high` can still pay. */
export interface Row {
  readonly costs: Float64Array
  low: number
  high: number
}

export const newRow = ({ length }: Sought): Row => ({ costs: new Float64Array(length + 1), low: 0, high: length })

/** The phrase against nothing of the text. */
export const setFirst = (row: Row, { length, missing }: Sought, budget: number): void => {
  row.low = 0
  row.high = 0
  row.costs[0] = 0
  for (let place = 1; place <= length; place += 1) {
    const cost = (row.costs[place - 1] ?? 0) + (missing[1][place - 1] ?? 0)
    row.costs[place] = cost
    if (cost <= budget) row.high = place
  }
}

const outOfReach = Number.POSITIVE_INFINITY

/** What a row costs at a place; dear outside of what was reckoned. */
const costAt = (row: Row, place: number): number =>
  place < row.low || place > row.high ? outOfReach : (row.costs[place] ?? outOfReach)

/** The cost of the whole phrase. */
export const wholeCost = (row: Row, { length }: Sought): number => costAt(row, length)

const numberAt = (numbers: Float64Array, at: number): number => numbers[at] ?? outOfReach

/** What the sign at a place of the text costs. */
interface SignCosts {
  readonly extra: number
  readonly missing: Float64Array
  readonly other: Float64Array
  /** Where the sign's row begins in `other`. */
  readonly from: number
}

const costsAt = (at: number, sought: Sought, { signs, codes, extra }: LikeText): SignCosts => {
  const marked = signs.marked[at] === true ? 1 : 0
  const row = Number(codes[at]) * 2 + marked
  return { extra: numberAt(extra, at), missing: sought.missing[marked], other: sought.other, from: row * sought.length }
}

/** The least of: another sign in its place, one too many in the text, one too few. */
const cellCost = (above: Row, left: number, place: number, { extra, missing, other, from }: SignCosts): number => {
  const insteadOf = place === 0 ? outOfReach : costAt(above, place - 1) + numberAt(other, from + place - 1)
  const without = place === 0 ? outOfReach : left + numberAt(missing, place - 1)
  return Math.min(insteadOf, costAt(above, place) + extra, without)
}

/** One more sign of the text, from the row above into the next. False when nothing within the budget is left. */
export const setNext = (above: Row, row: Row, sought: Sought, text: LikeText, at: number, budget: number): boolean => {
  const costs = costsAt(at, sought, text)
  let left = outOfReach
  row.low = sought.length + 1
  row.high = -1
  for (let place = above.low; place <= sought.length && (place <= above.high + 1 || left <= budget); place += 1) {
    left = cellCost(above, left, place, costs)
    row.costs[place] = left
    if (left > budget) continue
    row.low = Math.min(row.low, place)
    row.high = place
  }
  return row.high >= 0
}
