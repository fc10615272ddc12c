import { fold } from '../domain/fold.ts'
import { type Columns, isNumbering, readHeader } from './columns.ts'
import { gridOf, type PlanDocument, type Square, type Table } from './document.ts'

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
  readonly rows: readonly TableRow[]
}

export interface Parts {
  readonly lines: readonly Line[]
  readonly tables: readonly TaskTable[]
}

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 }
const romanNumber = (text: string): number =>
  Array.from(text).reduce((sum, letter, at) => {
    const value = romanDigits[letter] ?? 0
    return sum + ((romanDigits[text.charAt(at + 1)] ?? 0) > value ? -value : value)
  }, 0)

/** The number of the annex that a heading opens ("PHỤ LỤC 02", "Phụ lục II"); 0 without a number, null when it is none. */
export const annexOf = (text: string): number | null => {
  const match = /^phu luc(?: so)?(?: (\d{1,2}|[ivx]{1,5}))?(?: |$)/.exec(fold(text))
  const isHeading = text.startsWith('PHỤ LỤC') || fold(text).split(' ').length <= 4
  if (match === null || !isHeading) return null
  const number = match[1] ?? ''
  return /^\d/.test(number) ? Number(number) : romanNumber(number)
}

/** Page numbers that conversions leave between the rows and in them. */
export const isFurniture = (text: string): boolean =>
  /^(?:page|trang)\s*\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?$|^-\s*\d{1,4}\s*-$/iu.test(text.trim())

/** Where a table's signature block begins. */
const isEnding = (text: string): boolean => /^(?:noi nhan|tm uy ban|tm ubnd|kt chu tich)\b/.test(fold(text))

const textsOf = (squares: readonly Square[]): string[] =>
  squares.filter((square) => square.from === 'here' && square.text !== '').map((square) => square.text)

/** A signature block, or the heading of the next annex on the same sheet. */
const endsTable = (texts: readonly string[]): boolean =>
  texts.slice(0, 1).some((first) => isEnding(first) || (texts.length === 1 && annexOf(first) !== null))

interface OpenTable extends TaskTable {
  readonly rows: TableRow[]
}

const sameColumns = (one: Columns, other: Columns): boolean =>
  one.size === other.size && [...one].every(([role, at]) => other.get(role) === at)

/** Goes through a document once and keeps what an open table and the annex around it are. */
class Sorter {
  readonly lines: Line[] = []
  readonly tables: OpenTable[] = []
  private open: OpenTable | null = null
  private annex = 1
  private annexes = 0
  private broken = true

  paragraph(text: string, line: number): void {
    if (isFurniture(text)) return
    this.lines.push({ text, line })
    this.open = null
    this.enterAnnex(text)
  }

  table(table: Table): void {
    const grid = gridOf(table)
    this.broken = true
    for (let at = 0; at < grid.length; ) at += this.row(grid, at, table.rows[at]?.line ?? 0)
  }

  /** Takes one row, and a second when a header has two lines; returns how many. */
  private row(grid: readonly (readonly Square[])[], at: number, line: number): number {
    const squares = grid[at] ?? []
    const header = readHeader(squares, grid[at + 1])
    if (header !== null) {
      this.header(header.columns, line)
      return header.rows
    }
    const texts = textsOf(squares)
    if (this.open === null || endsTable(texts)) this.outside(texts, line)
    else if (texts.length > 0 && !isNumbering(squares)) this.inside(squares, line)
    return 1
  }

  private header(columns: Columns, line: number): void {
    this.broken = true
    if (this.open !== null && sameColumns(this.open.columns, columns)) return
    const last = this.tables.at(-1)
    if (last !== undefined && last.annex === this.annex && this.annexes === 0) {
      if (sameColumns(last.columns, columns)) {
        this.open = last
        return
      }
      this.annex += 1
    }
    this.open = { annex: this.annex, line, columns, rows: [] }
    this.tables.push(this.open)
  }

  private inside(squares: readonly Square[], line: number): void {
    this.open?.rows.push({ line, squares, afterBreak: this.broken })
    this.broken = false
  }

  private outside(texts: readonly string[], line: number): void {
    this.open = null
    for (const text of texts.flatMap((whole) => whole.split('\n'))) {
      this.lines.push({ text, line })
      this.enterAnnex(text)
    }
  }

  private enterAnnex(text: string): void {
    const number = annexOf(text)
    if (number === null) return
    this.annexes += 1
    this.annex = number === 0 ? this.annexes : number
  }
}

/** Separates the task tables of a document from the lines around them. */
export const sortParts = (document: PlanDocument): Parts => {
  const sorter = new Sorter()
  for (const block of document.blocks) {
    if (block.kind === 'table') sorter.table(block)
    else sorter.paragraph(block.text, block.line)
  }
  return { lines: sorter.lines, tables: sorter.tables }
}
