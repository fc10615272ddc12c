import { fold } from '../domain/fold.ts'
import { type Header, isNumbered, isOtherHeader, readDamagedHeader, readHeader } from './columns.ts'
import type { Square } from './document.ts'
import { annexOf } from './table-annexes.ts'
import { columnsByContent, fitsColumns } from './table-by-content.ts'
import type { Columns } from './table-columns.ts'

export type Grid = readonly (readonly Square[])[]

export const widthOf = (grid: Grid): number => grid[0]?.length ?? 0

/** What rows are read by. */
export type Shape = Pick<Header, 'columns' | 'periods' | 'year' | 'unit'>

/** Among these a header stands, also one that scanning damaged. */
const firstRows = 12

/** The header that begins in a row of the grid; null when none does. */
export const headerAt = (grid: Grid, at: number): Header | null => {
  const rows = [grid[at] ?? [], grid[at + 1], grid[at + 2]] as const
  return readHeader(...rows) ?? (at < firstRows ? readDamagedHeader(...rows) : null)
}

const sameColumns = (one: Columns, other: Columns): boolean =>
  one.size === other.size && [...one].every(([role, at]) => other.get(role) === at)

/** Whether rows under two headers belong to one table. */
export const sameShape = (one: Shape, other: Shape): boolean =>
  sameColumns(one.columns, other.columns) &&
  one.periods.length === other.periods.length &&
  one.periods.every(({ words }, at) => words === other.periods[at]?.words)

/** Where a table's signature block begins. */
const isEnding = (text: string): boolean =>
  /^(?:noi nhan|tm uy ban|tm ubnd|kt chu tich|chu tich$|nguoi lap(?: bieu)?$|thu truong don vi$)/.test(
    fold(text.slice(0, 40)),
  )

/** "Hải Phòng, ngày 05 tháng 01 năm 2026" over the signatures. */
const isSigned = (text: string): boolean =>
  text.length < 80 && /^(?:\w+ ){0,5}ngay \d{1,2} thang \d{1,2} nam \d{4}$/.test(fold(text))

/** The texts that begin in a row. */
export const textsOf = (squares: readonly Square[]): string[] =>
  squares.filter((square) => square.from === 'here' && square.text !== '').map((square) => square.text)

/** A signature block, the heading of the next annex on the same sheet, or the header of a table of something else. */
export const endsTable = (squares: readonly Square[], texts: readonly string[]): boolean =>
  isOtherHeader(squares) ||
  (texts.length === 1 && (annexOf(texts[0] ?? '') !== null || isSigned(texts[0] ?? ''))) ||
  (!isNumbered(squares) && texts.some(isEnding))

const isSentence = (text: string): boolean => text.length > 60 && /[.;:]\s*$/u.test(text)

/** Whether nothing of the same table follows from here on: its end, a signature or the header of another. */
const isOver = (grid: Grid, at: number): boolean =>
  at >= grid.length || endsTable(grid[at] ?? [], textsOf(grid[at] ?? [])) || headerAt(grid, at) !== null

/** The first row from here on that has several texts. */
const afterSingles = (grid: Grid, from: number): number => {
  let at = from
  while (at < grid.length && textsOf(grid[at] ?? []).length <= 1) at += 1
  return at
}

/**
 * Rows that are text in the same sheet and not of its table: lines of one text each, sentences among them, below which
 * the table does not go on.
 */
export const textRows = (grid: Grid): ReadonlySet<number> => {
  const found = new Set<number>()
  for (let from = 0; from < grid.length; from += 1) {
    const end = afterSingles(grid, from)
    const isText = grid.slice(from, end).some((row) => textsOf(row).some(isSentence))
    if (isText && isOver(grid, end)) for (let at = from; at < end; at += 1) found.add(at)
    from = end
  }
  return found
}

/** A row that is one text over all columns. */
export const headingRow = (text: string, width: number): Square[] =>
  Array.from({ length: Math.max(width, 3) }, (_, at) => ({ text, from: at === 0 ? 'here' : 'left' }))

interface Before {
  readonly columns: Columns
  readonly width: number
}

/**
 * How a table without a header is read: 'open' as more of the table it follows directly, 'last' as more of the one before
 * in the same annex, by columns that its contents show, or null when it is no table of tasks.
 */
export const readingOf = (
  grid: Grid,
  open: Before | null,
  last: Before | undefined,
): 'open' | 'last' | Columns | null => {
  const width = widthOf(grid)
  if (open !== null && (width > 2 || open.width <= 3)) return 'open'
  if (last?.width === width && fitsColumns(grid, last.columns)) return 'last'
  return columnsByContent(grid)
}
