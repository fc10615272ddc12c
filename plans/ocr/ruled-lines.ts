import type { Ruling } from '../layout/page.ts'
import { ink } from './paper.ts'
import { type Picture, white } from './picture.ts'

/** In pixels of a picture with 300 to the inch: no stroke of a letter is as long, no line as thick. */
const shortest = 110
const thickest = 14

/** Breaks in a line that are passed over, and how much of it must be ink: feet of letters stand close in a row too. */
const bridged = 4
const solid = 0.93

/** A shorter stroke down is a line too when it reaches from one line across to the next, this near to both. */
const shortestDown = 44
const reach = 8

/** What counts as a line: darker than this, so long where it stands alone, and so long down between lines across. */
interface Measure {
  readonly darkest: number
  readonly alone: number
  readonly between: number
}

const firm: Measure = { darkest: ink, alone: shortest, between: shortestDown }
/** Thin lines come out grey; they are told from letters by being longer than any word, or several lines of text high. */
const faint: Measure = { darkest: 200, alone: 300, between: shortest }

/** A picture's pixels in the direction of the lines that are looked for. */
interface Field {
  readonly length: number
  readonly count: number
  readonly dark: Uint8Array
}

interface Run {
  readonly at: number
  readonly from: number
  readonly to: number
}

interface Bar {
  readonly direction: Ruling['direction']
  readonly runs: Run[]
  from: number
  to: number
  last: number
}

/** 1 where there is ink, row by row. */
const acrossField = ({ width, height, pixels }: Picture, darkest: number): Field => ({
  length: width,
  count: height,
  dark: pixels.map((pixel) => (pixel < darkest ? 1 : 0)),
})

/** The same column by column: lines down are found like those across. */
const downField = ({ length, count, dark }: Field): Field => {
  const turned = new Uint8Array(dark.length)
  for (let y = 0; y < count; y += 1)
    for (let x = 0; x < length; x += 1) turned[x * count + y] = dark[y * length + x] ?? 0
  return { length: count, count: length, dark: turned }
}

/** Ink in a row or in the ones beside it: a line that leans steps from row to row, and each step would end its run. */
const thickened = ({ length, count, dark }: Field): Field => {
  const thick = new Uint8Array(dark.length)
  for (let at = length; at < (count - 1) * length; at += 1) {
    thick[at] = (dark[at - length] ?? 0) | (dark[at] ?? 0) | (dark[at + length] ?? 0)
  }
  return { length, count, dark: thick }
}

/** Long dark runs in one row. */
const runsIn = ({ length, dark }: Field, at: number, shortestRun: number): Run[] => {
  const runs: Run[] = []
  const start = at * length
  let run = { from: -1, last: -1, inked: 0 }
  const close = (): void => {
    const long = run.last + 1 - run.from
    if (run.from >= 0 && long >= shortestRun && run.inked >= solid * long)
      runs.push({ at, from: run.from, to: run.last + 1 })
  }
  for (let along = 0; along < length; along += 1) {
    if (dark[start + along] !== 1) continue
    if (run.from < 0 || along - run.last > bridged) {
      close()
      run = { from: along, last: along, inked: 0 }
    }
    run.last = along
    run.inked += 1
  }
  close()
  return runs
}

const extend = (bar: Bar, run: Run): void => {
  bar.runs.push(run)
  bar.from = Math.min(bar.from, run.from)
  bar.to = Math.max(bar.to, run.to)
  bar.last = run.at
}

/** Runs that lie on each other are one line. */
const barsOf = (field: Field, direction: Ruling['direction'], shortestRun: number): Bar[] => {
  const done: Bar[] = []
  let open: Bar[] = []
  for (let at = 0; at < field.count; at += 1) {
    for (const run of runsIn(field, at, shortestRun)) {
      const bar = open.find((other) => run.from <= other.to + bridged && run.to >= other.from - bridged)
      if (bar === undefined) open.push({ direction, runs: [run], from: run.from, to: run.to, last: at })
      else extend(bar, run)
    }
    done.push(...open.filter((bar) => at - bar.last > 2))
    open = open.filter((bar) => at - bar.last <= 2)
  }
  return [...done, ...open]
}

const firstOf = (bar: Bar): number => bar.runs[0]?.at ?? 0

/** Whether the bar is a line and no black area: a scanner's edge, a filled box. */
const isLine = (bar: Bar): boolean =>
  bar.runs.reduce((sum, run) => sum + run.to - run.from, 0) / (bar.to - bar.from) <= thickest

/** Whether a stroke down is longer than those of letters, or stands between two lines across. */
const isBorder = (bar: Bar, across: readonly Bar[], shortestAlone: number): boolean => {
  if (bar.to - bar.from >= shortestAlone) return true
  const crossing = across.filter((other) => other.from <= bar.last + reach && other.to >= firstOf(bar) - reach)
  return [bar.from, bar.to].every((end) =>
    crossing.some((other) => end > firstOf(other) - reach && end < other.last + reach),
  )
}

/** How thick a line is there, with the grey at its edges. */
const thicknessAt = (picture: Picture, place: (at: number) => number, bar: Bar): readonly number[] => {
  const range = Array.from({ length: bar.last - firstOf(bar) + 5 }, (_, step) => firstOf(bar) - 2 + step)
  return range.map(place).filter((at) => at >= 0 && (picture.pixels[at] ?? white) < ink + 60)
}

/** Whitens a line and a hair beside it, except where a stroke of a letter goes through. */
const erase = (picture: Picture, bar: Bar): void => {
  const { width, height, pixels } = picture
  const count = bar.direction === 'across' ? height : width
  for (let along = bar.from; along < bar.to; along += 1) {
    const place = (at: number): number => {
      if (at < 0 || at >= count) return -1
      return bar.direction === 'across' ? at * width + along : along * width + at
    }
    const isCrossed = [firstOf(bar) - 4, bar.last + 4].every((at) => (pixels[place(at)] ?? white) < ink)
    if (isCrossed) continue
    for (const at of thicknessAt(picture, place, bar)) pixels[at] = white
  }
}

/** The lines of a picture by one measure. */
const linesIn = (picture: Picture, { darkest, alone, between }: Measure): Bar[] => {
  const field = acrossField(picture, darkest)
  const across = barsOf(thickened(field), 'across', alone).filter(isLine)
  const down = barsOf(thickened(downField(field)), 'down', between).filter(
    (bar) => isLine(bar) && isBorder(bar, across, alone),
  )
  return [...across, ...down]
}

/** Whether a line is part of another. */
const isPartOf = (bar: Bar, whole: Bar): boolean =>
  bar.direction === whole.direction &&
  firstOf(bar) >= firstOf(whole) - bridged &&
  bar.last <= whole.last + bridged &&
  bar.from >= whole.from - reach &&
  bar.to <= whole.to + reach

/**
 * The ruled lines of a picture with 300 pixels to the inch, in pixels, and the picture without them. Lines must be level
 * or upright to about a degree.
 */
export const withoutLines = (picture: Picture): { readonly picture: Picture; readonly rulings: readonly Ruling[] } => {
  const grey = linesIn(picture, faint)
  const bars = [...grey, ...linesIn(picture, firm).filter((bar) => !grey.some((whole) => isPartOf(bar, whole)))]
  const letters = { ...picture, pixels: picture.pixels.slice() }
  for (const bar of bars) erase(letters, bar)
  const rulings = bars.map((bar) => ({
    direction: bar.direction,
    at: (firstOf(bar) + bar.last) / 2,
    from: bar.from,
    to: bar.to,
  }))
  return { picture: letters, rulings }
}
