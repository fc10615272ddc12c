import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Ruling } from '../layout/page.ts'
import { mapped, type Matrix } from './pdf-matrix.ts'

interface Point {
  readonly x: number
  readonly y: number
}

const move = 0
const close = 4

/** How many numbers follow each code of a path: move, line, curve, quadratic curve, close. */
const coordinates: readonly number[] = [2, 2, 6, 4, 0]

/** Filled shapes up to this thick are lines, in points: Word and LibreOffice draw borders so. */
const thickest = 3.2

/** How far a line may lean over its length and still be straight, in points. */
const lean = 1

const strokes = new Set<unknown>([OPS.stroke, OPS.closeStroke])
const fills = new Set<unknown>([OPS.fill, OPS.eoFill])
const both = new Set<unknown>([OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke])

/** What one step of a path does, and where it ends; a step's last two numbers are its end. */
interface Step {
  readonly code: number
  readonly end: Point
}

const stepsOf = (path: readonly number[], matrix: Matrix): Step[] => {
  const steps: Step[] = []
  for (let at = 0; at < path.length; ) {
    const code = path[at] ?? close
    const length = coordinates[code] ?? 0
    steps.push({ code, end: mapped(matrix, path[at + length - 1] ?? 0, path[at + length] ?? 0) })
    at += 1 + length
  }
  return steps
}

/** The corners of each part of a path, closed parts ending where they began. */
const partsOf = (path: readonly number[], matrix: Matrix): Point[][] => {
  const parts: Point[][] = []
  for (const { code, end } of stepsOf(path, matrix)) {
    const part = parts.at(-1)
    if (code === move) parts.push([end])
    else if (code === close) part?.push(...part.slice(0, 1))
    else part?.push(end)
  }
  return parts
}

const segment = (one: Point, other: Point): Ruling[] => {
  const [width, height] = [Math.abs(one.x - other.x), Math.abs(one.y - other.y)]
  if (height <= lean && width > height) {
    return [
      { direction: 'across', at: (one.y + other.y) / 2, from: Math.min(one.x, other.x), to: Math.max(one.x, other.x) },
    ]
  }
  if (width > lean || height <= width) return []
  return [
    { direction: 'down', at: (one.x + other.x) / 2, from: Math.min(one.y, other.y), to: Math.max(one.y, other.y) },
  ]
}

const stroked = (part: readonly Point[]): Ruling[] =>
  part.slice(1).flatMap((point, at) => segment(part[at] ?? point, point))

/** A thin filled shape is the line along its middle. */
const filled = (part: readonly Point[]): Ruling[] => {
  const xs = part.map((point) => point.x)
  const ys = part.map((point) => point.y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const [width, height] = [right - left, bottom - top]
  if (Math.min(width, height) > thickest) return []
  return width > height
    ? [{ direction: 'across', at: (top + bottom) / 2, from: left, to: right }]
    : [{ direction: 'down', at: (left + right) / 2, from: top, to: bottom }]
}

const isWhite = (colour: string): boolean => colour.toLowerCase() === '#ffffff'

/** The straight lines across and down that a path draws; lines in white are not to be seen. */
export const drawnLines = (
  state: { readonly matrix: Matrix; readonly fill: string; readonly stroke: string },
  operator: unknown,
  path: readonly number[],
): Ruling[] => {
  const isStroked = (strokes.has(operator) || both.has(operator)) && !isWhite(state.stroke)
  const isFilled = (fills.has(operator) || both.has(operator)) && !isWhite(state.fill)
  if (!isStroked && !isFilled) return []
  return partsOf(path, state.matrix).flatMap((part) => [
    ...(isStroked ? stroked(part) : []),
    ...(isFilled ? filled(part) : []),
  ])
}
