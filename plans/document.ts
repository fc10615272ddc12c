/**
 * What every reader makes of a file, and all that extractors know of it: paragraphs and tables in reading order.
 * Lines count from 1: lines of a text, rows of a worksheet, paragraphs and rows of a Word file.
 */
export interface PlanDocument {
  readonly blocks: readonly Block[]
  /** What stands around the text on its pages (headers, footers, watermarks, text boxes); nothing of it is a task. */
  readonly margins: readonly string[]
}

export type Block = Paragraph | Table

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly text: string
  readonly line: number
}

export interface Table {
  readonly kind: 'table'
  readonly rows: readonly Row[]
}

export interface Row {
  readonly line: number
  readonly cells: readonly Cell[]
  /** The first after a page break inside the table: it may go on with the row before. Only pages have such breaks. */
  readonly newPage?: true
}

/** A cell with its place in the grid; paragraphs and list items inside it are separated by line breaks. */
export interface Cell {
  readonly text: string
  /** The first column it covers, from 0. */
  readonly column: number
  readonly columns: number
  readonly rows: number
}

/** One square of a table's grid. */
export interface Square {
  readonly text: string
  /** Whether the cell begins here, or a merged cell reaches here from above or from the left. */
  readonly from: 'here' | 'above' | 'left'
}

const nothing: Square = { text: '', from: 'here' }

/** A wider table is no task table, and a merged cell in a spreadsheet may reach to its last column. */
const maxColumns = 64

/** A table's rows as squares, merged cells spread over all that they cover; every row is equally long. */
export const gridOf = (table: Table): Square[][] => {
  let width = 0
  for (const { cells } of table.rows) for (const cell of cells) width = Math.max(width, cell.column + cell.columns)
  width = Math.min(width, maxColumns)
  const grid = table.rows.map(() => Array.from({ length: width }, () => nothing))
  table.rows.forEach((row, at) => {
    for (const cell of row.cells) spread(grid.slice(at, at + cell.rows), cell)
  })
  return grid
}

const spread = (rows: readonly Square[][], cell: Cell): void => {
  rows.forEach((squares, down) => {
    for (let column = cell.column; column < Math.min(cell.column + cell.columns, squares.length); column += 1) {
      const from = down > 0 ? 'above' : column > cell.column ? 'left' : 'here'
      squares[column] = { text: cell.text, from }
    }
  })
}

const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu
const spaces = /[^\S\n]+/gu
const lineEdges = / ?\n ?/gu

/** Text as it is kept: composed letters, single spaces, no invisible characters, line breaks where they were. */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/\r\n?/gu, '\n')
    .replace(spaces, ' ')
    .replace(lineEdges, '\n')
    .replace(/\n{2,}/gu, '\n')
    .trim()

/** The same on one line. */
export const oneLine = (text: string): string => text.replaceAll('\n', ' ')
