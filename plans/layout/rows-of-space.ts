import { type Area, columnsOf } from './columns-of-space.ts'
import { around, type Box, middleOf, quantile, type Word } from './page.ts'
import type { PageTable } from './page-block.ts'
import { textOfCell } from './paragraphs.ts'
import { linesOf, type TextLine } from './text-lines.ts'

/** Fewer lines or columns are a letterhead or a signature. */
const leastLines = 3
const leastGutters = 2

/** Where rows end because more white than usual parts the lines. */
const cutsByDistance = (lines: readonly TextLine[]): number[] => {
  const steps = lines.slice(1).map((line, at) => ({ line, step: line.bottom - (lines[at]?.bottom ?? 0) }))
  const usual = quantile(
    steps.map(({ step }) => step),
    0.25,
  )
  return steps.filter(({ line, step }) => step - usual > 0.35 * line.size).map(({ line }) => line.top)
}

/** Where rows begin because the first column has its next number. */
const cutsByFirstColumn = (first: readonly Word[]): number[] =>
  linesOf(first)
    .slice(1)
    .map((line) => line.top)

const cutsOf = (lines: readonly TextLine[], first: readonly Word[]): number[] => {
  const byFirst = cutsByFirstColumn(first)
  const byDistance = cutsByDistance(lines)
  const isNumbered = linesOf(first).every((line) => line.words.length <= 2)
  return isNumbered && byFirst.length > byDistance.length ? byFirst : byDistance
}

const rowOf = (columns: readonly (readonly Word[])[], from: number, to: number): (readonly Word[])[] =>
  columns.map((words) => words.filter((word) => middleOf(word) >= from && middleOf(word) < to))

/** The rows of a table without lines; null when an area is too small to be one. */
export const rowsOfSpace = (area: Area): PageTable | null => {
  if (area.gutters.length < leastGutters) return null
  const lines = linesOf(area.words, 0.25)
  if (lines.length < leastLines) return null
  const columns = columnsOf(area.words, area.gutters)
  const ends = [-Infinity, ...cutsOf(lines, columns[0] ?? []), Infinity]
  const bounds: Box = around(area.words)
  const xs = [bounds.left, ...area.gutters.map((gutter) => (gutter.left + gutter.right) / 2), bounds.right]
  const rows = ends.slice(1).map((to, at) =>
    rowOf(columns, ends[at] ?? 0, to).map((words, column) => {
      const lines = linesOf(words)
      const measure = {
        left: area.gutters[column - 1]?.right ?? bounds.left,
        right: area.gutters[column]?.left ?? bounds.right,
      }
      return { text: textOfCell(lines, measure), column, columns: 1, rows: 1, lines, measure }
    }),
  )
  return { kind: 'table', xs, rows }
}
