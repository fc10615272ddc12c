import { fold } from '../../domain/fold.ts'
import { type Cell, type Row, tidy } from '../document.ts'
import { namesTaskColumns } from './task-header.ts'

/** A stretch of a line between two gutters, from and to in letters. */
interface Column {
  readonly from: number
  readonly to: number
}

/** Lines of a text that are a table whose columns are set apart by spaces. */
export interface AlignedTable {
  readonly rows: readonly Row[]
  /** How many lines it takes. */
  readonly lines: number
}

const gap = /\S {2,}\S/u
/** Lines without a gap that follow each other are sentences again; a heading in the table is one or two. */
const mostPlainLines = 2

const isEnding = (line: string): boolean => /^(?:noi nhan|tm uy ban|tm ubnd|kt chu tich)\b/.test(fold(line))

/** How many lines from a header on belong to the table. */
const lengthOf = (lines: readonly string[]): number => {
  const isPlain = (at: number): boolean => /^\S/u.test(lines[at] ?? '') && !gap.test(lines[at] ?? '')
  const isBlank = (at: number): boolean => (lines[at] ?? '').trim() === ''
  const end = lines.findIndex((line, at) => {
    const plainFromHere = Array.from({ length: mostPlainLines + 1 }, (_, after) => at + after).every(isPlain)
    return isEnding(line) || plainFromHere || (isBlank(at) && isBlank(at + 1))
  })
  return end === -1 ? lines.length : end
}

const segmentsOf = (line: string): string[] => line.trim().split(/ {2,}/u)

/** Where words stand in the header and in the lines that fill most columns; what is between is a gutter. */
const columnsOf = (lines: readonly string[]): Column[] => {
  const [header = ''] = lines
  const full = lines.filter((line) => segmentsOf(line).length >= 3)
  const width = Math.max(0, ...full.map((line) => line.length))
  const few = full.length * 0.05
  const isWords = (at: number): boolean =>
    (header[at] ?? ' ') !== ' ' || full.filter((line) => (line[at] ?? ' ') !== ' ').length > few
  const columns: Column[] = []
  let from: number | null = null
  for (let at = 0; at <= width; at += 1) {
    if (isWords(at)) from ??= at
    // A single space that happens to stand in every line parts nothing.
    else if (from !== null && !isWords(at + 1)) {
      columns.push({ from, to: at })
      from = null
    }
  }
  return columns
}

/** Whether words reach over the gutter before this letter: a heading does, cells keep two spaces between them. */
const isCrossed = (line: string, end: number): boolean => line.slice(end - 2, end).trim() !== ''

/** The words of a line by the columns that they reach over. */
const cellsOf = (line: string, columns: readonly Column[]): Cell[] => {
  const cells: Cell[] = []
  let first = 0
  let start = 0
  columns.forEach((_, at) => {
    const next = columns[at + 1]
    if (next !== undefined && isCrossed(line, next.from)) return
    const text = line.slice(start, next?.from).trim()
    if (text !== '') cells.push({ text, column: first, columns: at - first + 1, rows: 1 })
    first = at + 1
    start = next?.from ?? 0
  })
  return cells
}

/** Adds the words of a further line of a row to its cells. */
const withLine = (cells: readonly Cell[], more: readonly Cell[]): Cell[] => {
  const joined = cells.map((cell) => {
    const rest = more.find(({ column }) => column === cell.column)
    if (rest === undefined) return cell
    const between = /^[-–+•]\s/u.test(rest.text) ? '\n' : ' '
    return { ...cell, text: cell.text + between + rest.text }
  })
  const added = more.filter(({ column }) => !cells.some((cell) => cell.column === column))
  return [...joined, ...added].toSorted((a, b) => a.column - b.column)
}

/** Lines as rows: a row begins where its first column does, or after a blank line. */
const rowsOf = (lines: readonly string[], columns: readonly Column[], firstLine: number): Row[] => {
  const rows: Row[] = []
  let begins = true
  lines.forEach((line, at) => {
    const cells = cellsOf(line, columns)
    const last = rows.at(-1)
    if (cells.length === 0) begins = true
    else if (last !== undefined && !begins && cells[0]?.column !== 0) {
      rows[rows.length - 1] = { ...last, cells: withLine(last.cells, cells) }
    } else {
      rows.push({ line: firstLine + at, cells })
      begins = false
    }
  })
  return rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, text: tidy(cell.text) })) }))
}

/**
 * The table that begins with this line, its columns set apart by spaces; null when its first line does not name the
 * columns of a table of tasks, or nothing stands under them.
 */
export const alignedTable = (lines: readonly string[], at: number): AlignedTable | null => {
  const header = lines[at] ?? ''
  if (!gap.test(header) || !namesTaskColumns(segmentsOf(header))) return null
  const body = lines.slice(at, at + lengthOf(lines.slice(at)))
  const columns = columnsOf(body)
  const rows = rowsOf(body, columns, at + 1)
  return isTable(rows, columns) ? { rows, lines: body.length } : null
}

const isTable = ([header, ...rows]: readonly Row[], columns: readonly Column[]): boolean =>
  columns.length >= 3 && rows.length > 0 && namesTaskColumns((header?.cells ?? []).map(({ text }) => text))
