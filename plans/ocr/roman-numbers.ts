import { ink } from './paper.ts'
import { type Picture, white } from './picture.ts'
import type { ReadWord } from './recogniser.ts'

/** What I, II and III are read as, alone or after V and X, with the point or bracket behind them. */
const strokes = /^([VX]?)([IHTlLN1|!\][]{1,4})([.,:)]?)$/u

/** "III/2026": a quarter and its year. */
const beforeYear = /^([IHlLN1|!\][]{1,4})(\/20\d\d[.,;:)]?)$/u

/** Numbers in digits, and words of capitals that look alike ("TT", "VT"). */
const others = /^(?:[\dl!|]+[.,:)]?|[VX]?[HLNT]*T[HLNT]*|[VX].*T.*)$/u

/** A column of pixels is part of an upright stroke when this share of it is ink. */
const full = 0.72

interface Rows {
  readonly top: number
  readonly bottom: number
}

/** How much ink stands in a column of pixels between two rows. */
const inkIn = ({ width, pixels }: Picture, x: number, { top, bottom }: Rows): number => {
  let dark = 0
  for (let y = top; y < bottom; y += 1) if ((pixels[y * width + x] ?? white) < ink) dark += 1
  return dark
}

/** The upright strokes in a part of the picture: how many, and where the last one ends. */
const strokesIn = (picture: Picture, left: number, right: number, rows: Rows): { count: number; end: number } => {
  let count = 0
  let end = left
  let isInside = false
  for (let x = Math.max(0, Math.round(left)); x < Math.min(picture.width, right); x += 1) {
    const isStroke = inkIn(picture, x, rows) > full * (rows.bottom - rows.top)
    if (isStroke && !isInside) count += 1
    if (isStroke) end = x + 1
    isInside = isStroke
  }
  return { count, end }
}

/** Where the ink ends that begins at the left with upright strokes: before the slash, which has none. */
const endOfFigures = (picture: Picture, left: number, right: number, rows: Rows): number => {
  let end = left
  for (let x = Math.max(0, Math.round(left)), start = x; x < Math.min(picture.width, right); x += 1) {
    if (inkIn(picture, x, rows) > 0) continue
    const found = strokesIn(picture, start, x, rows)
    if (x > start && found.count === 0) return end
    if (found.count > 0) end = found.end
    start = x + 1
  }
  return right
}

/** The rows from the first to the last ink of a word. */
const inkRows = (picture: Picture, word: ReadWord): Rows => {
  const rows: number[] = []
  for (let y = Math.max(0, Math.round(word.top)); y < Math.min(picture.height, word.bottom); y += 1) {
    const from = y * picture.width
    const row = picture.pixels.subarray(from + Math.round(word.left), from + Math.round(word.right))
    if (row.some((pixel) => pixel < ink)) rows.push(y)
  }
  return { top: rows[0] ?? 0, bottom: (rows.at(-1) ?? 0) + 1 }
}

/** Whether a point stands on the line behind the last stroke, where recognition may have passed over it. */
const hasPoint = (picture: Picture, end: number, size: number, { top, bottom }: Rows): boolean => {
  const foot = { top: Math.round(bottom - 0.3 * (bottom - top)), bottom }
  let isApart = false
  for (let x = Math.round(end); x < Math.min(picture.width, end + 0.6 * size); x += 1) {
    const all = inkIn(picture, x, { top, bottom })
    if (isApart && all > 0) return all > 1 && all === inkIn(picture, x, foot)
    isApart ||= all === 0
  }
  return false
}

/** The figures that the strokes of a word make; null when they make none. */
const counted = (picture: Picture, word: ReadWord): { readonly figures: string; readonly point: string } | null => {
  const rows = inkRows(picture, word)
  const { count, end } = strokesIn(picture, word.left - 3, word.right + 3, rows)
  if (count < 1 || count > 3) return null
  return { figures: 'I'.repeat(count), point: hasPoint(picture, end, word.size, rows) ? '.' : '' }
}

/** Where the first ink of a word ends. */
const firstEnd = (picture: Picture, { left, right }: ReadWord, rows: Rows): number => {
  let x = Math.round(left)
  while (x < right && inkIn(picture, x, rows) === 0) x += 1
  while (x < right && inkIn(picture, x, rows) > 0) x += 1
  return x
}

/** "II/2026" with as many strokes as stand before the slash, which reaches lower than they do; null when they make no quarter. */
const quarterOf = (picture: Picture, word: ReadWord): string | null => {
  const rows = inkRows(picture, { ...word, right: firstEnd(picture, word, inkRows(picture, word)) })
  const left = word.left - 3
  const { count } = strokesIn(picture, left, endOfFigures(picture, left, word.right + 3, rows), rows)
  return count < 1 || count > 3 ? null : 'I'.repeat(count)
}

/** The quarter before its year, where the word before says that it is one: else it may be a month. */
const withQuarterCounted = (picture: Picture, word: ReadWord, previous: string): ReadWord => {
  const after = /^quý$/iu.test(previous) ? beforeYear.exec(word.text)?.[2] : undefined
  const figures = after === undefined ? null : quarterOf(picture, word)
  return after === undefined || figures === null ? word : { ...word, text: figures + after }
}

/**
 * A Roman number as its strokes show it: recognition takes II for H or I, and III for II. Words that cannot be one, and
 * numbers in digits, stay as they are. `previous`: the word before it, '' when there is none.
 */
export const withStrokesCounted = (picture: Picture, word: ReadWord, previous: string): ReadWord => {
  const match = others.test(word.text) ? null : strokes.exec(word.text)
  const found = match === null ? null : counted(picture, word)
  if (match === null) return withQuarterCounted(picture, word, previous)
  if (found === null) return word
  const [, before = '', , after = ''] = match
  return { ...word, text: before + found.figures + (after === '' ? found.point : after) }
}
