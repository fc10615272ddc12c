import { type Cell, type Row, tidy } from '../document.ts'
import { cluster } from './grid.ts'
import type { PageCell, PageTable } from './page-block.ts'
import { cellGoesOn, type LineGroup, type Measure, textOfCell } from './paragraphs.ts'

/** A row without its line number, its cells with their printed lines. */
interface OpenRow {
  readonly cells: readonly OpenCell[]
  readonly newPage?: true
}

interface OpenCell extends Cell {
  readonly lines: LineGroup
  readonly measure: Measure
}

/** Columns of the same table stand at the same places on every page, up to this many points. */
const sway = 6

/** Whether a table's columns are those of the other one, or some of them. */
const goesOn = (one: PageTable, other: PageTable): boolean => {
  const [few, many] = one.xs.length < other.xs.length ? [one.xs, other.xs] : [other.xs, one.xs]
  return few.every((x) => many.some((place) => Math.abs(place - x) <= sway))
}

/** Gives cells the columns of the whole table: a page on which two columns are merged throughout has fewer. */
const placed = (cell: PageCell, own: readonly number[], all: readonly number[]): OpenCell => {
  const at = (column: number): number => {
    const x = own[column] ?? 0
    return all.reduce((best, place, index) => (Math.abs(place - x) < Math.abs((all[best] ?? 0) - x) ? index : best), 0)
  }
  const column = at(cell.column)
  const columns = Math.max(1, at(cell.column + cell.columns) - column)
  return { ...cell, text: tidy(cell.text), column, columns }
}

const textsOf = (row: OpenRow | undefined): string => (row?.cells ?? []).map((cell) => cell.text).join('\n')

/** How many rows at the top of a page repeat those at the top of the table. */
const repeatedRows = (rows: readonly OpenRow[], more: readonly OpenRow[]): number => {
  let count = 0
  while (count < more.length && textsOf(more[count]) !== '' && textsOf(more[count]) === textsOf(rows[count])) count += 1
  return count
}

/** The cell that reaches into the last row of a table in this column. */
const lastCellAt = (rows: readonly OpenRow[], column: number): Cell | undefined => {
  const above = rows.toReversed().find((row) => row.cells.some((cell) => cell.column === column))
  return above?.cells.find((cell) => cell.column === column)
}

/** A merged cell goes on over the page break with its text only on the first page: its words hold for the rest too. */
const carried = (rows: readonly OpenRow[], row: OpenRow): OpenRow => ({
  ...row,
  cells: row.cells.map((cell) => {
    const before = lastCellAt(rows, cell.column)
    const isMerged = before !== undefined && (before.rows > 1 || cell.rows > 1) && before.columns === cell.columns
    return cell.text === '' && isMerged ? { ...cell, text: before.text } : cell
  }),
})

/** Whether a page break cut this row in two: nothing begins in its first column, and all that it has goes on from above. */
const isRestOf = (row: OpenRow, above: OpenRow): boolean => {
  const isSameShape =
    row.cells.length === above.cells.length && [...row.cells, ...above.cells].every((cell) => cell.rows === 1)
  if (!isSameShape || row.cells[0]?.text !== '' || above.cells[0]?.text === '') return false
  return row.cells.every((cell, at) => {
    const upper = above.cells[at]
    return upper !== undefined && upper.columns === cell.columns && cellGoesOn(upper.lines, cell.lines, cell.measure)
  })
}

const joinedRow = (above: OpenRow, rest: OpenRow): OpenRow => ({
  ...above,
  cells: above.cells.map((cell, at) => {
    const lines = [...cell.lines, ...(rest.cells[at]?.lines ?? [])]
    return { ...cell, lines, text: tidy(textOfCell(lines, cell.measure)) }
  }),
})

/** Adds the rows of the next page: after those that repeat the header comes the rest of a row cut in two, or a new one. */
const append = (rows: readonly OpenRow[], more: readonly OpenRow[]): OpenRow[] => {
  const repeated = repeatedRows(rows, more)
  const [first, ...others] = more.slice(repeated)
  const last = rows.at(-1)
  if (first === undefined || last === undefined) return [...rows, ...more]
  if (isRestOf(first, last))
    return [...rows.slice(0, -1), joinedRow(last, first), ...more.slice(0, repeated), ...others]
  return [...rows, ...more.slice(0, repeated), { ...carried(rows, first), newPage: true }, ...others]
}

const withoutPlaces = (row: OpenRow): Omit<Row, 'line'> => ({
  ...row,
  cells: row.cells.map(({ text, column, columns, rows }) => ({ text, column, columns, rows })),
})

/** Joins the parts of tables that follow each other from page to page; each table is its rows. */
export const joinTables = (parts: readonly PageTable[]): Omit<Row, 'line'>[][] => {
  const groups: PageTable[][] = []
  for (const part of parts) {
    const group = groups.at(-1)
    if (group?.every((other) => goesOn(other, part)) === true) group.push(part)
    else groups.push([part])
  }
  return groups.map((group) => {
    const xs = cluster(
      group.flatMap((part) => part.xs),
      sway,
    )
    return group
      .map((part) => part.rows.map((cells): OpenRow => ({ cells: cells.map((cell) => placed(cell, part.xs, xs)) })))
      .reduce((rows, more) => append(rows, more))
      .map(withoutPlaces)
  })
}
