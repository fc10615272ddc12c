import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { identity, type Matrix, matrixOf, numbersIn, times } from './pdf-matrix.ts'
import { drawnLines } from './pdf-lines.ts'
import type { Ruling } from '../layout/page.ts'
import { type Glyph, glyphsOf, type TextState } from './pdf-glyphs.ts'

/** What a page's operators draw, in points from the upper left corner of the upright page. */
export interface PageContent {
  readonly glyphs: readonly Glyph[]
  readonly rulings: readonly Ruling[]
  /** Area of the largest picture. */
  readonly pictureArea: number
  /** How many shapes were filled: letters drawn as outlines are many of them. */
  readonly shapes: number
}

/** A page's operators as pdf.js lists them. */
export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** What is known of a font by the name operators give it. */
export interface FontFacts {
  readonly name: string
  readonly vertical: boolean
  readonly unit: number
}

/** The part of the drawing state that places letters and lines. */
interface DrawingState extends TextState {
  readonly matrix: Matrix
  readonly fill: string
  readonly stroke: string
}

const start: Omit<DrawingState, 'matrix'> = {
  fill: '#000000',
  stroke: '#000000',
  font: { name: '', vertical: false, unit: 0.001 },
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  line: identity,
  text: identity,
}

interface Drawing {
  state: DrawingState
  readonly saved: DrawingState[]
  readonly glyphs: Glyph[]
  readonly rulings: Ruling[]
  pictureArea: number
  shapes: number
  /** How deep in annotations: stamps, signatures and form fields lie over the page and are no part of its text. */
  annotations: number
}

type Operator = (drawing: Drawing, args: unknown, fontOf: (id: string) => FontFacts) => void

const set =
  (change: (state: DrawingState, numbers: readonly number[]) => Partial<DrawingState>): Operator =>
  (drawing, args) => {
    drawing.state = { ...drawing.state, ...change(drawing.state, numbersIn(args)) }
  }

const save: Operator = (drawing) => {
  drawing.saved.push(drawing.state)
}
const restore: Operator = (drawing) => {
  drawing.state = drawing.saved.pop() ?? drawing.state
}

const colour = (args: unknown): string => (Array.isArray(args) && typeof args[0] === 'string' ? args[0] : '#000000')

const moveBy = (state: DrawingState, x: number, y: number): Partial<DrawingState> => {
  const line = times(state.line, [1, 0, 0, 1, x, y])
  return { line, text: line }
}

const setFont = (drawing: Drawing, id: unknown, size: unknown, fontOf: (id: string) => FontFacts): void => {
  if (typeof id === 'string' && typeof size === 'number') drawing.state = { ...drawing.state, font: fontOf(id), size }
}

const showText: Operator = (drawing, args) => {
  const { glyphs, text } = glyphsOf(drawing.state, Array.isArray(args) ? args[0] : [], drawing.annotations > 0)
  drawing.glyphs.push(...glyphs)
  drawing.state = { ...drawing.state, text }
}

const paintPicture: Operator = (drawing) => {
  const [a, b, c, d] = drawing.state.matrix
  drawing.pictureArea = Math.max(drawing.pictureArea, Math.abs(a * d - b * c))
}

const graphicsState: Operator = (drawing, args, fontOf) => {
  const entries: unknown = Array.isArray(args) ? args[0] : []
  for (const entry of Array.isArray(entries) ? (entries as unknown[]) : []) {
    if (!Array.isArray(entry) || entry[0] !== 'Font' || !Array.isArray(entry[1])) continue
    setFont(drawing, entry[1][0], entry[1][1], fontOf)
  }
}

const constructPath: Operator = (drawing, args) => {
  if (drawing.annotations > 0 || !Array.isArray(args)) return
  const lines = drawnLines(drawing.state, args[0], numbersIn(args[1]))
  drawing.rulings.push(...lines)
  if (lines.length === 0) drawing.shapes += 1
}

const operators = new Map<number, Operator>([
  [OPS.save, save],
  [OPS.restore, restore],
  [OPS.transform, set(({ matrix }, numbers) => ({ matrix: times(matrix, matrixOf(numbers)) }))],
  [
    OPS.paintFormXObjectBegin,
    (drawing, args, fontOf) => {
      save(drawing, args, fontOf)
      const matrix = matrixOf(Array.isArray(args) ? args[0] : [])
      drawing.state = { ...drawing.state, matrix: times(drawing.state.matrix, matrix) }
    },
  ],
  [OPS.paintFormXObjectEnd, restore],
  [
    OPS.beginAnnotation,
    (drawing, args, fontOf) => {
      save(drawing, args, fontOf)
      drawing.annotations += 1
    },
  ],
  [
    OPS.endAnnotation,
    (drawing, args, fontOf) => {
      restore(drawing, args, fontOf)
      drawing.annotations = Math.max(0, drawing.annotations - 1)
    },
  ],
  [OPS.beginText, set(() => ({ line: identity, text: identity }))],
  [OPS.setTextMatrix, set((_, numbers) => ({ line: matrixOf(numbers), text: matrixOf(numbers) }))],
  [OPS.moveText, set((state, [x = 0, y = 0]) => moveBy(state, x, y))],
  [OPS.setLeadingMoveText, set((state, [x = 0, y = 0]) => ({ ...moveBy(state, x, y), leading: -y }))],
  [OPS.nextLine, set((state) => moveBy(state, 0, -state.leading))],
  [OPS.setLeading, set((_, [leading = 0]) => ({ leading }))],
  [OPS.setCharSpacing, set((_, [charSpacing = 0]) => ({ charSpacing }))],
  [OPS.setWordSpacing, set((_, [wordSpacing = 0]) => ({ wordSpacing }))],
  [OPS.setHScale, set((_, [percent = 100]) => ({ scale: percent / 100 }))],
  [OPS.setTextRise, set((_, [rise = 0]) => ({ rise }))],
  [OPS.setTextRenderingMode, set((_, [mode = 0]) => ({ mode }))],
  [
    OPS.setFont,
    (drawing, args, fontOf) => (Array.isArray(args) ? setFont(drawing, args[0], args[1], fontOf) : undefined),
  ],
  [OPS.setGState, graphicsState],
  [OPS.showText, showText],
  [OPS.setFillRGBColor, (drawing, args) => (drawing.state = { ...drawing.state, fill: colour(args) })],
  [OPS.setStrokeRGBColor, (drawing, args) => (drawing.state = { ...drawing.state, stroke: colour(args) })],
  [OPS.constructPath, constructPath],
  [OPS.paintImageXObject, paintPicture],
  [OPS.paintInlineImageXObject, paintPicture],
  [OPS.paintImageMaskXObject, paintPicture],
])

/** Follows a page's operators; `base` maps its own units to points from the upper left corner. */
export const contentOf = (list: Operators, base: Matrix, fontOf: (id: string) => FontFacts): PageContent => {
  const drawing: Drawing = {
    state: { ...start, matrix: base },
    saved: [],
    glyphs: [],
    rulings: [],
    pictureArea: 0,
    shapes: 0,
    annotations: 0,
  }
  list.fnArray.forEach((operator, at) => {
    operators.get(operator)?.(drawing, list.argsArray[at], fontOf)
  })
  return drawing
}
