import { centreOf, quantile, type Word } from './page.ts'
import { hasMarker, markerOf } from './list-marker.ts'
import { linesOf, type TextLine } from './text-lines.ts'

/** A strip of the page from top to bottom of some lines in which nothing stands. */
export interface Gutter {
  readonly left: number
  readonly right: number
}

/** Lines that run over the whole width, or that stand in columns beside each other. */
export interface Area {
  readonly words: readonly Word[]
  /** Between its columns, from left to right; none when the lines run over the whole width. */
  readonly gutters: readonly Gutter[]
}

/** In sizes of the letters: a gap that may part columns, and what must stay free to go on with them. */
const columnGap = 1.8
const leastGap = 0.55

/** Room for a seal and a signature, in sizes of the letters: what is further down belongs to something else. */
const furthest = 9

const gapsOf = (line: TextLine): Gutter[] =>
  line.words.slice(1).map((word, at) => ({ left: line.words[at]?.right ?? 0, right: word.left }))

/** The usual gap on a line: most are spaces, some part columns. */
const usualWidth = (widths: readonly number[]): number => quantile(widths, widths.length > 3 ? 0.25 : 0)

/** Gaps that stand out from the others on the line: stretched lines have wide ones everywhere, lists one after the marker. */
const columnGaps = (line: TextLine): Gutter[] => {
  const gaps = gapsOf(line)
  const widths = gaps.map((gap) => gap.right - gap.left)
  const usual = gaps.length > 1 ? usualWidth(widths) : 0.3 * line.size
  const first = line.words[0]
  const isListed = first !== undefined && hasMarker(`${line.text} `) && markerOf(`${line.text} `).trim() === first.text
  return gaps.filter((gap, at) => {
    const width = gap.right - gap.left
    return width > columnGap * line.size && width > 3 * usual && !(at === 0 && isListed && gaps.length > 1)
  })
}

/** Gaps wider than the spaces of the line: in justified text none is. */
const wideGaps = (line: TextLine): Gutter[] => {
  const gaps = gapsOf(line)
  const usual = gaps.length > 3 ? usualWidth(gaps.map((gap) => gap.right - gap.left)) : 0
  return gaps.filter((gap) => gap.right - gap.left > 1.6 * usual)
}

/** What of the gutters this line leaves free. */
const narrowed = (gutters: readonly Gutter[], line: TextLine): Gutter[] => {
  const free = [{ left: -Infinity, right: line.left }, ...wideGaps(line), { left: line.right, right: Infinity }]
  return gutters.flatMap((gutter) =>
    free
      .map((gap) => ({ left: Math.max(gap.left, gutter.left), right: Math.min(gap.right, gutter.right) }))
      .filter((gap) => gap.right - gap.left > leastGap * line.size)
      .sort((one, other) => other.right - other.left - (one.right - one.left))
      .slice(0, 1),
  )
}

const isTwoSided = (line: TextLine, gutters: readonly Gutter[]): boolean =>
  columnsOf(line.words, gutters).filter((words) => words.length > 0).length > 1

/** Whether a line after the last one with several columns still belongs to one of them. */
const trails = (lines: readonly TextLine[], line: TextLine, isTable: boolean): boolean => {
  const above = lines.findLast((other) => other.right > line.left && other.left < line.right)
  if (above === undefined || line.top - above.bottom > 0.7 * line.size) return false
  return isTable || /^(?:\p{Ll}|[-+])/u.test(line.text)
}

/** Whether a line with several columns comes soon: a signature leaves room between its lines. */
const hasMore = (lines: readonly TextLine[], gutters: readonly Gutter[]): boolean => {
  for (const [at, line] of lines.slice(0, 6).entries()) {
    const left = narrowed(gutters, line)
    const above = lines[at - 1]
    if (left.length === 0 || (above !== undefined && line.top - above.bottom > furthest * line.size)) return false
    if (isTwoSided(line, left)) return true
  }
  return false
}

interface Growth {
  readonly lines: readonly TextLine[]
  readonly gutters: readonly Gutter[]
}

/** Whether a line that leaves these gutters free stands in the area's columns, now or in a line soon after. */
const staysIn = (
  lines: readonly TextLine[],
  rest: readonly TextLine[],
  left: readonly Gutter[],
  isTable: boolean,
): boolean => {
  const [line] = rest
  return line !== undefined && (isTwoSided(line, left) || trails(lines, line, isTable) || hasMore(rest, left))
}

/** The gutters when a line joins the area; null when it stands across them or apart. */
const joined = ({ lines, gutters }: Growth, rest: readonly TextLine[]): readonly Gutter[] | null => {
  const isTable = gutters.length > 1
  const left = rest[0] === undefined ? [] : narrowed(gutters, rest[0])
  const breaksTable = isTable && left.length < 2 && lines.length > 1
  if (left.length === 0 || breaksTable) return null
  return staysIn(lines, rest, left, isTable) ? left : null
}

/** Lines before the first that clearly has columns, when their narrower gaps lie over the same gutters. */
const headOf = (plain: readonly TextLine[], gutters: readonly Gutter[]): Growth => {
  const lines: TextLine[] = []
  let kept = gutters
  for (const line of plain.toReversed()) {
    const left = narrowed(kept, line)
    if (left.length < kept.length || !isTwoSided(line, left)) break
    lines.unshift(line)
    kept = left
  }
  return { lines, gutters: kept }
}

const growArea = (plain: readonly TextLine[], rest: readonly TextLine[], seed: readonly Gutter[]): Growth => {
  const head = headOf(plain, seed)
  let area: Growth = { lines: [...head.lines, ...rest.slice(0, 1)], gutters: head.gutters }
  for (let at = 1; at < rest.length; at += 1) {
    const gutters = joined(area, rest.slice(at))
    if (gutters === null) break
    area = { lines: [...area.lines, ...rest.slice(at, at + 1)], gutters }
  }
  return area
}

/** The words of each column. */
export const columnsOf = (words: readonly Word[], gutters: readonly Gutter[]): Word[][] => {
  const columns: Word[][] = Array.from({ length: gutters.length + 1 }, () => [])
  for (const word of words) {
    const column = gutters.filter((gutter) => centreOf(word) > (gutter.left + gutter.right) / 2).length
    columns[column]?.push(word)
  }
  return columns
}

const areaOf = (lines: readonly TextLine[], gutters: readonly Gutter[]): Area => ({
  words: lines.flatMap((line) => line.words),
  gutters,
})

/** Parts words into areas by the strips of white between columns, from top to bottom. */
export const areasOf = (words: readonly Word[]): Area[] => {
  // What stands side by side rarely shares its lines' heights, so a quarter of overlap makes one line here.
  const lines = linesOf(words, 0.25)
  const areas: Area[] = []
  let plain: TextLine[] = []
  const close = (): void => {
    if (plain.length > 0) areas.push(areaOf(plain, []))
    plain = []
  }
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]
    if (line === undefined) break
    const seed = columnGaps(line)
    if (seed.length === 0) {
      plain.push(line)
      at += 1
      continue
    }
    const before = plain.length
    const area = growArea(plain, lines.slice(at), seed)
    const taken = area.lines.length - area.lines.indexOf(line)
    plain = plain.slice(0, before - area.lines.indexOf(line))
    close()
    areas.push(areaOf(area.lines, area.gutters))
    at += taken
  }
  close()
  return areas
}
