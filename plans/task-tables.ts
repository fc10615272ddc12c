import { isNumbering } from './columns.ts'
import { gridOf, type PlanDocument, type Square, type Table } from './document.ts'
import { isNumberedHeading } from './table-annexes.ts'
import type { Columns } from './table-columns.ts'
import { withLinesAsTables } from './table-from-lines.ts'
import type { Period } from './table-periods.ts'
import {
  endsTable,
  type Grid,
  headerAt,
  headingRow,
  readingOf,
  sameShape,
  type Shape,
  textRows,
  textsOf,
  widthOf,
} from './table-shape.ts'

import { afterLine, nothingAbove } from './table-surroundings.ts'

export { annexOf } from './table-annexes.ts'

/** A line of text outside the task tables. */
export interface Line {
  readonly text: string
  readonly line: number
}

/** A row of a task table. */
export interface TableRow {
  readonly line: number
  readonly squares: readonly Square[]
  /** The first after a page break or a repeated header: it may go on with the row before. */
  readonly afterBreak: boolean
}

/** All rows under one kind of header, over as many pages as it takes. */
export interface TaskTable {
  /** 1 for the first annex, and for a table in no annex. */
  readonly annex: number
  readonly line: number
  readonly columns: Columns
  /** Columns that are months, quarters or weeks. */
  readonly periods: readonly Period[]
  /** The year that its own header or its annex's title states; null when neither does. */
  readonly year: number | null
  /** The year in the title over it, for a document that does not say which year it plans. */
  readonly titleYear: number | null
  /** What bare numbers in the column of times count: "tháng", "quý" or ''. */
  readonly unit: string
  readonly rows: readonly TableRow[]
}

export interface Parts {
  readonly lines: readonly Line[]
  readonly tables: readonly TaskTable[]
}

/** Page numbers that conversions leave between the rows and in them. */
export const isFurniture = (text: string): boolean =>
  text.length < 30 && /^(?:page|trang)\s*\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?$|^-\s*\d{1,4}\s*-$/iu.test(text.trim())

interface OpenTable extends TaskTable {
  readonly rows: TableRow[]
  readonly width: number
}

/** Goes through a document once and keeps what an open table and the annex around it are. */
class Sorter {
  readonly lines: Line[] = []
  readonly tables: OpenTable[] = []
  private open: OpenTable | null = null
  private above = nothingAbove
  private broken = true

  paragraph(text: string, line: number): void {
    if (isFurniture(text)) return
    this.lines.push({ text, line })
    this.open = null
    this.above = afterLine(this.above, text, line)
  }

  table(table: Table): void {
    const grid = gridOf(table)
    this.broken = true
    if (!grid.some((_, at) => headerAt(grid, at) !== null)) this.withoutHeader(grid)
    const texts = textRows(grid)
    for (let at = 0; at < grid.length; ) {
      if (texts.has(at)) this.outside(textsOf(grid[at] ?? []), table.rows[at]?.line ?? 0)
      at += texts.has(at) ? 1 : this.row(grid, at, table)
    }
  }

  private withoutHeader(grid: Grid): void {
    const last = this.tables.findLast(({ annex }) => annex === this.above.annex)
    const reading = readingOf(grid, this.open, last)
    if (reading === 'open') return
    this.open = null
    if (reading === 'last') this.reopen(last)
    else if (reading !== null) this.header({ columns: reading, periods: [], year: null, unit: '' }, 0, widthOf(grid))
  }

  private reopen(table: OpenTable | undefined): void {
    this.open = table ?? null
    if (table !== undefined) this.underHeading(table, true)
  }

  /** Takes one row, and more when a header has several lines; returns how many. */
  private row(grid: Grid, at: number, { rows }: Table): number {
    const squares = grid[at] ?? []
    const { line, newPage } = rows[at] ?? { line: 0 }
    const header = headerAt(grid, at)
    if (header !== null) this.header(header, line, squares.length)
    else this.content(squares, line, newPage === true)
    return header?.rows ?? 1
  }

  private content(squares: readonly Square[], line: number, isNewPage: boolean): void {
    this.broken ||= isNewPage
    const texts = textsOf(squares)
    if (this.open === null || endsTable(squares, texts)) this.outside(texts, line)
    else if (texts.length > 0 && !isNumbering(squares)) this.inside(squares, line)
  }

  private header(shape: Shape, line: number, width: number): void {
    this.broken = true
    if (this.open !== null && sameShape(this.open, shape)) return
    const last = this.tables.at(-1)
    if (last?.annex === this.above.annex) {
      if (sameShape(last, shape)) {
        this.reopen(last)
        return
      }
      if (this.above.annexes === 0) this.above = { ...this.above, annex: this.above.annex + 1 }
    }
    this.begin(shape, line, width)
  }

  private begin({ columns, periods, unit, year }: Shape, line: number, width: number): void {
    const { annex, titleYear } = this.above
    const table = { annex, line, columns, periods, unit, year: year ?? this.above.year, titleYear, rows: [], width }
    this.open = table
    this.tables.push(table)
    this.underHeading(table, false)
  }

  /** The heading over a table is its first rows' heading too; one in capitals is the title of a table that begins. */
  private underHeading(table: OpenTable, isMore: boolean): void {
    const { heading } = this.above
    if (heading !== null && (isMore || isNumberedHeading(heading.text)))
      table.rows.push({ line: heading.line, squares: headingRow(heading.text, table.width), afterBreak: false })
    this.above = { ...this.above, heading: null }
  }

  private inside(squares: readonly Square[], line: number): void {
    this.open?.rows.push({ line, squares, afterBreak: this.broken })
    this.broken = false
  }

  private outside(texts: readonly string[], line: number): void {
    this.open = null
    for (const text of texts.flatMap((whole) => whole.split('\n'))) {
      this.lines.push({ text, line })
      this.above = afterLine(this.above, text, line)
    }
  }
}

/** Separates the task tables of a document from the lines around them. */
export const sortParts = (document: PlanDocument): Parts => {
  const sorter = new Sorter()
  for (const block of withLinesAsTables(document.blocks)) {
    if (block.kind === 'table') sorter.table(block)
    else sorter.paragraph(block.text, block.line)
  }
  return { lines: sorter.lines, tables: sorter.tables }
}
