import { inkedPart } from './inked-part.ts'
import { cropped, type Picture, type Region, scaled } from './picture.ts'
import type { ReadWord, Recogniser } from './recogniser.ts'

// A number alone in its cell gives the recognition no line of letters to measure by: "2.1" becomes "54" in one size and
// "21" in another. It is read in several sizes, what looks like a number or a short heading is preferred, and the points
// are taken from the picture.

/** What is wider or higher than this reads well by itself, in pixels. */
const widest = 112
const highest = 62

export const isShort = (part: Region): boolean => part.width <= widest && part.height <= highest

/** The white around a part and its size, from what reads most parts right to what reads some of the rest. */
const ways = [
  { margin: 10, scale: 1 },
  { margin: 30, scale: 1 },
  { margin: 30, scale: 0.75 },
  { margin: 10, scale: 0.75 },
  { margin: 20, scale: 1.5 },
]

/** Surer than this, the first reading that looks right is taken. */
const sure = 93

/** Numbers, dates, shares; numbers of items in letters and Roman figures; headings of narrow columns. */
const usual = /^(?:[\d.,/()%+-]+|[IVXLC]{1,5}[.)]?|[A-ZĐ]{1,4}[.)]?|[a-zđ][.)])$/u

interface Reading {
  readonly text: string
  readonly confidence: number
}

/** How much a reading is worth: one that looks like nothing usual needs to be far surer. */
const worth = ({ text, confidence }: Reading): number => confidence - (usual.test(text) ? 0 : 50)

const readOnce = async (whole: Picture, way: (typeof ways)[number], recogniser: Recogniser): Promise<Reading> => {
  const picture = way.scale === 1 ? whole : scaled(whole, way.scale)
  const region = { left: 0, top: 0, width: picture.width, height: picture.height }
  const words = await recogniser.read({ picture, region, margin: way.margin })
  return {
    text: words.map((word) => word.text).join(' '),
    confidence: words.length === 0 ? 0 : Math.min(...words.map((word) => word.confidence)),
  }
}

/** Stretches of ink from left to right, by how high each reaches from the foot of the part. */
const heightsOf = (whole: Picture): number[] => {
  const found: { top: number; end: number }[] = []
  for (let x = 0; x < whole.width; x += 1) {
    const column = inkedPart(whole, { left: x, top: 0, width: 1, height: whole.height }, 1)
    if (column === null) continue
    const last = found.at(-1)
    if (last?.end === x) {
      last.end = x + 1
      last.top = Math.min(last.top, column.top)
    } else found.push({ top: column.top, end: x + 1 })
  }
  return found.map(({ top }) => whole.height - top)
}

/** Digits with the points between them that the picture shows: recognition passes over them. */
const withPoints = (text: string, whole: Picture): string => {
  const strokes = heightsOf(whole).map((height) => (height < 0.35 * whole.height ? '.' : ''))
  if (!/^\d{2,4}$/u.test(text) || strokes.filter((stroke) => stroke === '').length !== text.length) return text
  const digits = Array.from(text)
  return strokes.map((stroke) => (stroke === '.' ? stroke : (digits.shift() ?? ''))).join('')
}

/** Reads a short part as one word; nothing when no way of reading it gives anything. */
export const readShort = async (picture: Picture, part: Region, recogniser: Recogniser): Promise<ReadWord[]> => {
  const whole = cropped(picture, part)
  let best: Reading = { text: '', confidence: 0 }
  for (const way of ways) {
    const reading = await readOnce(whole, way, recogniser)
    if (worth(reading) > worth(best) || best.text === '') best = reading
    if (worth(best) >= sure) break
  }
  if (best.text === '') return []
  const size = 1.4 * part.height
  const bottom = part.top + part.height
  const box = { left: part.left, right: part.left + part.width, top: bottom - 0.78 * size, bottom: bottom + 0.2 * size }
  return [{ ...box, text: withPoints(best.text, whole), confidence: best.confidence, size }]
}
