import { hasMarker } from './list-marker.ts'
import { quantile } from './page.ts'
import type { TextLine } from './text-lines.ts'

/** The column that lines run in: between these they are broken. */
export interface Measure {
  readonly left: number
  readonly right: number
  /** Short lines of a letterhead or signature stand each for itself, even where the next would not have fitted. */
  readonly loose?: boolean
}

/** Lines that belong together. */
export type LineGroup = readonly TextLine[]

/** Beyond this share of the letters' size above the usual distance, a gap parts paragraphs. */
const paragraphGap = 0.35
const largeGap = 1

/** The usual distance from line to line, by the nearest quarter; paragraphs may stand further apart. */
const usualPitch = (lines: LineGroup): number =>
  quantile(
    lines.slice(1).map((line, at) => line.bottom - (lines[at]?.bottom ?? 0)),
    0.25,
  )

const isCapitals = (text: string): boolean =>
  /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text.replace(/\([^)]*\)/gu, ''))

/** The width that was still free on a line; a centred line leaves half of it on each side. */
const freeOn = (line: TextLine, { left, right }: Measure): number => {
  const before = line.left - left
  const after = right - line.right
  const isCentred = before > 0.7 * line.size && Math.abs(before - after) < 0.7 * line.size
  return isCentred ? before + after : after
}

const startsWithDash = (line: TextLine): boolean => /^[-–—]$/u.test(line.words[0]?.text ?? '')

/** Whether the first word of a line had found room on the line before: then the break was meant. */
const wouldHaveFitted = (last: TextLine, line: TextLine, measure: Measure): boolean => {
  const [first, second] = line.words
  const end = startsWithDash(line) ? (second ?? first) : first
  const width = (end?.right ?? line.left) - line.left
  return freeOn(last, measure) > width + 0.3 * line.size + 1
}

/** Where the text of a paragraph goes on: at the margin, or under its first word after the marker. */
const hangs = (open: LineGroup, line: TextLine): boolean => {
  const first = open[0]
  const text = first !== undefined && hasMarker(first.text) ? first.words[1] : undefined
  return text !== undefined && Math.abs(text.left - line.left) < 0.5 * line.size
}

/** Whether a line stands to the right of where the open paragraph runs on, as first lines do. */
const isIndented = (open: LineGroup, line: TextLine, margin: number): boolean => {
  const runs = open.length > 1 ? (open[1]?.left ?? margin) : margin
  return line.left > runs + 0.8 * line.size && !hangs(open, line)
}

/** A dash may also join two years or two names over the end of a line: it stands alone then, and nothing ends before it. */
const joinsNames = (open: LineGroup, last: TextLine, line: TextLine, column: Column): boolean => {
  if (!startsWithDash(line) || /[.;:,]$/u.test(last.text)) return false
  const second = open[1]
  const isAligned = second !== undefined && Math.abs(second.left - line.left) < 0.5 * line.size
  return (isAligned || column.dashes === 1) && !wouldHaveFitted(last, line, column.measure)
}

/** What a line that is not finished ends with, in whatever width it was set. */
const unfinished = /(?:(?<!\p{L})(?:ngày|tháng|năm|số|và|của|các|về|cho|theo)|XÃ HỘI CHỦ NGHĨA(?: VIỆT)?)$/u

const gapBetween = (last: TextLine, line: TextLine, pitch: number): number =>
  (line.bottom - last.bottom - pitch) / Math.max(line.size, 1)

/** Letters of another size are of another paragraph. */
const differInSize = (last: TextLine, line: TextLine): boolean => Math.abs(last.size - line.size) > 0.2 * line.size

/** A heading in capitals ends where text in small letters begins. */
const endsHeading = (last: TextLine, line: TextLine): boolean =>
  Math.min(last.words.length, line.words.length) > 1 && isCapitals(last.text) && !isCapitals(line.text)

const runsOn = (last: TextLine, line: TextLine): boolean =>
  /^\p{Ll}/u.test(line.text) && !hasMarker(line.text) && !/[.;:]$/u.test(last.text)

/** Breaks that the distance between lines or the look of the letters shows. */
const isSetApart = (last: TextLine, line: TextLine, pitch: number): boolean => {
  const gap = gapBetween(last, line, pitch)
  if (gap > largeGap || differInSize(last, line)) return true
  return (gap > paragraphGap || endsHeading(last, line)) && !runsOn(last, line)
}

/** What is cut inside a word: numbers, and short names of columns such as "STT" or "T12". A whole date is not. */
const mayBeCut = (last: string, next: string): boolean => {
  const wholeDate = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/u
  if (wholeDate.test(last) || wholeDate.test(next)) return false
  return (
    (/[\d/]$/u.test(last) && /^[\d/]/u.test(next)) || (/^[A-ZĐ]{1,3}$/u.test(last) && /^[A-Z\dĐ]{1,3}$/u.test(next))
  )
}

/** Whether a word goes on in the next line because its cell is narrower than it: not even one more letter fitted. */
const isCutWord = (last: TextLine, line: TextLine, measure: Measure): boolean => {
  const [word, next] = [last.words.at(-1), line.words[0]]
  if (word === undefined || next === undefined || last.words.length > 1) return false
  return mayBeCut(word.text, next.text) && freeOn(last, measure) < 0.6 * line.size + 1
}

/** What holds for all lines of a column. */
interface Column {
  readonly measure: Measure
  /** Where its leftmost line begins. */
  readonly margin: number
  readonly pitch: number
  /** How many of its lines begin with a dash. */
  readonly dashes: number
}

/** Whether a line without a marker, in capitals or with a number at its start, begins a text of its own. */
const isNewText = (open: LineGroup, last: TextLine, line: TextLine, { measure, margin }: Column): boolean => {
  const areCapitals = isCapitals(line.text) && isCapitals(last.text)
  if (measure.loose === true && !areCapitals) return true
  // The name of an agency rarely ends in a line of one word, unless it went on there.
  if (measure.loose === true && line.words.length === 1 && last.words.length > 3) return false
  return wouldHaveFitted(last, line, measure) || isIndented(open, line, margin)
}

const begins = (open: LineGroup, line: TextLine, column: Column): boolean => {
  const last = open.at(-1)
  if (last === undefined || isSetApart(last, line, column.pitch)) return true
  if (isCutWord(last, line, column.measure)) return false
  if (hasMarker(line.text)) return !joinsNames(open, last, line, column)
  if (/^\p{Ll}/u.test(line.text) || unfinished.test(last.text)) return false
  return isNewText(open, last, line, column)
}

/** Puts the printed lines of one column together to paragraphs, by what their places and first words show. */
export const paragraphsOf = (lines: LineGroup, measure: Measure): LineGroup[] => {
  const column: Column = {
    measure,
    margin: Math.min(...lines.map((line) => line.left)),
    pitch: usualPitch(lines),
    dashes: lines.filter(startsWithDash).length,
  }
  const groups: TextLine[][] = []
  for (const line of lines) {
    const open = groups.at(-1)
    if (open === undefined || begins(open, line, column)) groups.push([line])
    else open.push(line)
  }
  return groups
}

/** Whether these two lines cannot be of one paragraph, wherever they stand. */
const arePartsOfOthers = (last: TextLine, line: TextLine): boolean =>
  hasMarker(line.text) ||
  differInSize(last, line) ||
  [last, line].some(({ text }) => isCapitals(text)) ||
  /[.:!?]$/u.test(last.text)

/** Whether a paragraph at the top of a page goes on with the last one of the page before. */
export const continues = (open: LineGroup, line: TextLine, measure: Measure): boolean => {
  const last = open.at(-1)
  if (last === undefined || arePartsOfOthers(last, line)) return false
  const isAtMargin = line.left < measure.left + 0.8 * line.size
  return /^\p{Ll}/u.test(line.text) || (isAtMargin && !wouldHaveFitted(last, line, measure))
}

/** Whether a line goes on inside a word: at a hyphen or slash of its own, or where its cell was too narrow. */
const goesOnInWord = (last: TextLine, line: TextLine, measure: Measure): boolean =>
  (/[\p{L}\p{N}][-/]$/u.test(last.text) && /^[\p{L}\p{N}]/u.test(line.text)) || isCutWord(last, line, measure)

/** The text of a paragraph in one line. */
export const textOfLines = (lines: LineGroup, measure: Measure): string =>
  lines.reduce((text, line, at) => {
    const last = lines[at - 1]
    if (last === undefined) return line.text
    return goesOnInWord(last, line, measure) ? text + line.text : `${text} ${line.text}`
  }, '')

/** The text of a table's cell, a line for each paragraph. */
export const textOfCell = (lines: LineGroup, measure: Measure): string =>
  paragraphsOf(lines, measure)
    .map((group) => textOfLines(group, measure))
    .join('\n')

/** Whether the text of a cell goes on in a cell at the top of the next page; an empty one ends nothing. */
export const cellGoesOn = (above: LineGroup, below: LineGroup, measure: Measure): boolean => {
  const [last, line] = [above.at(-1), below[0]]
  if (line === undefined) return true
  if (last === undefined || hasMarker(line.text)) return false
  return /^\p{Ll}/u.test(line.text) || unfinished.test(last.text) || !wouldHaveFitted(last, line, measure)
}
