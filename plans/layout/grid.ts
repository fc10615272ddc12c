import type { Box, Ruling } from './page.ts'

/** A square of a ruled table, or several that no line parts. Rows and columns count from 0. */
export interface GridCell extends Box {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** A ruled table: where its columns and rows end, and its cells row by row. */
export interface Grid {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly cells: readonly GridCell[]
}

/** Lines nearer to each other are one line: thick or double borders, and what is drawn cell by cell. In points. */
const near = 3

/** Numbers as groups of near ones, each by its mean. */
export const cluster = (values: readonly number[], within = near): number[] => {
  const groups: number[][] = []
  for (const value of [...values].sort((one, other) => one - other)) {
    const group = groups.at(-1)
    if (group !== undefined && value - (group.at(-1) ?? 0) <= within) group.push(value)
    else groups.push([value])
  }
  return groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length)
}

/** Joins pieces of the same line, whichever way they were drawn. */
const joinRulings = (rulings: readonly Ruling[]): Ruling[] =>
  (['across', 'down'] as const).flatMap((direction) => {
    const own = rulings.filter((ruling) => ruling.direction === direction)
    return cluster(
      own.map((ruling) => ruling.at),
      near / 2,
    ).flatMap((at) => {
      const pieces = own
        .filter((ruling) => Math.abs(ruling.at - at) <= near)
        .sort((one, other) => one.from - other.from)
      const joined: Ruling[] = []
      for (const { from, to } of pieces) {
        const last = joined.at(-1)
        if (last !== undefined && from <= last.to + near)
          joined[joined.length - 1] = { ...last, to: Math.max(last.to, to) }
        else joined.push({ direction, at, from, to })
      }
      return joined
    })
  })

const touch = (one: Ruling, other: Ruling): boolean =>
  one.direction !== other.direction &&
  one.at >= other.from - near &&
  one.at <= other.to + near &&
  other.at >= one.from - near &&
  other.at <= one.to + near

/** Rulings that touch each other, directly or through others. */
const connected = (rulings: readonly Ruling[]): Ruling[][] => {
  const waiting = new Set(rulings)
  const groups: Ruling[][] = []
  for (const first of rulings) {
    if (!waiting.delete(first)) continue
    const group = [first]
    for (const member of group) {
      for (const other of waiting) {
        if (!touch(member, other)) continue
        waiting.delete(other)
        group.push(other)
      }
    }
    groups.push(group)
  }
  return groups
}

/** Where lines of this direction stand, and where those across them end when no line closes the table there. */
const stops = (rulings: readonly Ruling[], direction: Ruling['direction']): number[] => {
  const own = cluster(rulings.filter((ruling) => ruling.direction === direction).map((ruling) => ruling.at))
  const crossing = rulings.filter((ruling) => ruling.direction !== direction)
  const start = Math.min(...crossing.map((ruling) => ruling.from))
  const end = Math.max(...crossing.map((ruling) => ruling.to))
  const open = 2 * near
  return [
    ...(start < (own[0] ?? start) - open ? [start] : []),
    ...own,
    ...(end > (own.at(-1) ?? end) + open ? [end] : []),
  ]
}

/** Whether a line stands there along most of the way. */
const isWalled = (rulings: readonly Ruling[], at: number, from: number, to: number): boolean => {
  const covered = rulings
    .filter((ruling) => Math.abs(ruling.at - at) <= near)
    .reduce((sum, ruling) => sum + Math.max(0, Math.min(ruling.to, to) - Math.max(ruling.from, from)), 0)
  return covered >= 0.6 * (to - from)
}

interface Span {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** Squares of one row that no line parts, as spans of columns. */
const spansOfRow = (downs: readonly Ruling[], xs: readonly number[], ys: readonly number[], row: number): Span[] => {
  const spans: Span[] = []
  for (let column = 0, start = 0; column < xs.length - 1; column += 1) {
    const isLast = column === xs.length - 2
    if (!isLast && !isWalled(downs, xs[column + 1] ?? 0, ys[row] ?? 0, ys[row + 1] ?? 0)) continue
    spans.push({ row, column: start, rows: 1, columns: column + 1 - start })
    start = column + 1
  }
  return spans
}

/** Joins a span with the same one above when no line parts them: merged cells are rectangles. */
const joinDown = (
  acrosses: readonly Ruling[],
  xs: readonly number[],
  ys: readonly number[],
  spans: readonly Span[],
): Span[] => {
  const cells: Span[] = []
  for (const span of spans) {
    const above = cells.findIndex(
      (cell) => cell.column === span.column && cell.columns === span.columns && cell.row + cell.rows === span.row,
    )
    const upper = cells[above]
    const from = xs[span.column] ?? 0
    const to = xs[span.column + span.columns] ?? 0
    if (upper === undefined || isWalled(acrosses, ys[span.row] ?? 0, from, to)) cells.push(span)
    else cells[above] = { ...upper, rows: upper.rows + 1 }
  }
  return cells
}

const gridOfGroup = (rulings: readonly Ruling[]): Grid | null => {
  const acrosses = rulings.filter((ruling) => ruling.direction === 'across')
  const downs = rulings.filter((ruling) => ruling.direction === 'down')
  if (acrosses.length === 0 || downs.length === 0) return null
  const xs = stops(rulings, 'down')
  const ys = stops(rulings, 'across')
  // One column is a frame around text, not a table.
  if (xs.length < 3 || ys.length < 2) return null
  const spans = ys.slice(1).flatMap((_, row) => spansOfRow(downs, xs, ys, row))
  const cells = joinDown(acrosses, xs, ys, spans).map((span) => ({
    ...span,
    left: xs[span.column] ?? 0,
    right: xs[span.column + span.columns] ?? 0,
    top: ys[span.row] ?? 0,
    bottom: ys[span.row + span.rows] ?? 0,
  }))
  return { xs, ys, cells }
}

/** The ruled tables of a page, from top to bottom. Underlines, frames and single strokes are none. */
export const gridsOf = (rulings: readonly Ruling[]): Grid[] =>
  connected(joinRulings(rulings))
    .map(gridOfGroup)
    .filter((grid) => grid !== null)
    .sort((one, other) => (one.ys[0] ?? 0) - (other.ys[0] ?? 0))
