import type { FlowCell, FlowTable } from './flow.ts'

/** A cell as Word writes it: where it reaches over the table's grid, and whether it goes on with the one above. */
export interface WordCell {
  readonly content: FlowCell['content'][number][]
  span: number
  /** Merged downwards: it begins here, or belongs to the cell above. */
  merge: 'none' | 'begins' | 'goes-on'
}

export interface WordRow {
  readonly cells: WordCell[]
  /** Grid columns left out before the first cell. */
  before: number
}

interface Placed {
  readonly cell: WordCell
  readonly from: number
  readonly to: number
}

/** Borders of rows drawn by hand miss each other by a little; no column of text is as narrow as this (1/20 point). */
const sameBorder = 220

const placeRow = ({ cells, before }: WordRow): Placed[] => {
  let at = before
  return cells.map((cell) => {
    const from = at
    at += cell.span
    return { cell, from, to: at }
  })
}

/** Which column each border of the grid stands for once those that nearly coincide are one. */
const columnsByBorder = (rows: readonly (readonly Placed[])[], widths: readonly number[]): Map<number, number> => {
  const positions = [0]
  for (const width of widths) positions.push((positions.at(-1) ?? 0) + Math.max(width, 0))
  const used = [...new Set(rows.flat().flatMap(({ from, to }) => [from, to]))].toSorted((a, b) => a - b)
  const columns = new Map<number, number>()
  let column = -1
  let last = Number.NEGATIVE_INFINITY
  for (const border of used) {
    const position = positions[border] ?? Number.POSITIVE_INFINITY
    if (!(position - last < sameBorder)) {
      column += 1
      last = position
    }
    columns.set(border, column)
  }
  return columns
}

const isEmpty = ({ cell }: Placed): boolean => cell.content.length === 0

/** The grid without its slivers; as it is when a cell with words would lose its place. */
const straightened = (rows: readonly (readonly Placed[])[], widths: readonly number[]): Placed[][] => {
  const columns = columnsByBorder(rows, widths)
  const moved = rows.map((cells) =>
    cells.map(({ cell, from, to }) => ({ cell, from: columns.get(from) ?? from, to: columns.get(to) ?? to })),
  )
  const lost = moved.flat().some((placed) => placed.from >= placed.to && !isEmpty(placed))
  return lost ? rows.map((cells) => [...cells]) : moved.map((cells) => cells.filter(({ from, to }) => from < to))
}

type GrowingCell = { -readonly [K in keyof FlowCell]: FlowCell[K] }

/** Cells merged downwards become one that spans the rows. */
const mergedDown = (rows: readonly (readonly Placed[])[]): FlowTable => {
  const open = new Map<number, GrowingCell>()
  return {
    rows: rows.map((cells) =>
      cells.flatMap((placed): FlowCell[] => {
        const { cell, from, to } = placed
        const above = open.get(from)
        if (cell.merge === 'goes-on' && above !== undefined) {
          above.rows += 1
          above.content = [...above.content, ...cell.content]
          return []
        }
        const found: GrowingCell = { content: cell.content, column: from, columns: to - from, rows: 1 }
        for (let column = from; column < to; column += 1) open.delete(column)
        if (cell.merge !== 'none') open.set(from, found)
        return [found]
      }),
    ),
  }
}

/** A table of a Word file from its rows and the widths of its grid's columns. */
export const tableOnGrid = (rows: readonly WordRow[], widths: readonly number[]): FlowTable => {
  const placed = rows.map(placeRow)
  return mergedDown(widths.some((width) => width > 0) ? straightened(placed, widths) : placed)
}
