import type { Square } from './document.ts'
import {
  type CellRole,
  type Cells,
  cellRoles,
  cellsBy,
  firstText,
  joinedCells,
  noCells,
  withoutDittos,
} from './table-cells.ts'
import { leadingCode, markerOf, readCode } from './table-numbers.ts'
import { isFurniture, type TableRow, type TaskTable } from './task-tables.ts'

/** A row with its cells by meaning; a row that a page break cut in two is one again. */
export interface TaskRow {
  readonly line: number
  /** The row's own number, tidied ("7,3" → "7.3"); null when it has none. */
  readonly code: string | null
  /** What its words begin with in a table that numbers its rows elsewhere: "a", "1", "-"; '' when nothing. */
  readonly marker: string
  readonly cells: Cells
  /** The cells that merged cells of rows above reach into. */
  readonly shared: ReadonlySet<CellRole>
  /** The squares of the columns that are months or quarters, in their order. */
  readonly marks: readonly Square[]
  /** One text over the whole row, or merged across it: a heading. */
  readonly wide: boolean
}

const nothing: Square = { text: '', from: 'here' }

const textAt = (row: TableRow, column: number | undefined): Square => {
  const square = column === undefined ? undefined : row.squares[column]
  return square === undefined || square.from === 'left' || isFurniture(square.text) ? nothing : square
}

const distinctTexts = (row: TableRow): Square[] =>
  row.squares.filter((square) => square.from !== 'left' && square.text !== '' && !isFurniture(square.text))

const bare = { marker: '', shared: new Set<CellRole>(), marks: [] } as const

/** A text that stands alone in its row: "7. Quản trị môi trường" in the column of numbers, or merged over all columns. */
const wideRow = (row: TableRow, text: string, beside: string): TaskRow => {
  const leading = leadingCode(text)
  return {
    ...bare,
    line: row.line,
    code: readCode(beside) ?? leading?.number ?? null,
    wide: true,
    cells: { ...noCells, task: leading?.words ?? text },
  }
}

const isMerged = (row: TableRow): boolean => row.squares.filter(({ from }) => from === 'left').length >= 2

/** The text of a row that says only one thing: in one cell, merged over most, or again in every cell; null for others. */
const onlyText = (row: TableRow, table: TaskTable, texts: readonly Square[]): string | null => {
  const [only] = texts
  if (only?.from !== 'here') return null
  if (texts.length >= 3 && texts.every(({ text }) => text === only.text)) return only.text
  if (texts.length > 1) return null
  return isMerged(row) || row.squares.indexOf(only) === table.columns.get('number') ? only.text : null
}

/** A number in the first cell and the same section's name in all others. */
const sectionBeside = (row: TableRow, table: TaskTable, texts: readonly Square[]): string | null => {
  const number = textAt(row, table.columns.get('number')).text
  const [, second, ...rest] = texts
  const isSection =
    texts[0]?.text === number &&
    second !== undefined &&
    rest.length >= 2 &&
    rest.every((one) => one.text === second.text)
  return isSection ? second.text : null
}

interface Numbered {
  readonly code: string | null
  readonly marker: string
  readonly cells: Cells
}

/** Takes the number out of the words where it stands before them; beside a column of numbers it only marks. */
const numbered = (code: string | null, cells: Cells, isNumberedElsewhere: boolean): Numbered => {
  const role = cells.criterion === '' ? 'task' : 'criterion'
  const leading = leadingCode(cells[role])
  const isCode = leading !== null && (code === null ? !isNumberedElsewhere : leading.number === code)
  if (isCode) return { code: leading.number, marker: '', cells: { ...cells, [role]: leading.words } }
  return { code, marker: markerOf(cells[role]), cells }
}

/** A letter in the column of numbers stands under the last number there. */
const isLetter = (code: string | null): code is string => code !== null && /^\p{Ll}$/u.test(code)

const numberOf = (row: TableRow, table: TaskTable): string | null => {
  const { text, from } = textAt(row, table.columns.get('number'))
  return from === 'here' ? readCode(text) : null
}

/** A row that says only one thing and its number; null for all others. */
const asWide = (row: TableRow, table: TaskTable, texts: readonly Square[]): TaskRow | null => {
  const only = onlyText(row, table, texts)
  if (only !== null) return wideRow(row, only, '')
  const section = sectionBeside(row, table, texts)
  return section === null ? null : wideRow(row, section, textAt(row, table.columns.get('number')).text)
}

const pairs: readonly (readonly [CellRole, CellRole])[] = [
  ['time', 'start'],
  ['lead', 'support'],
]

/** "Cả năm" merged over "Bắt đầu | Kết thúc", a leader over "Phối hợp | Chủ trì": one cell speaks for both columns. */
const withSpread = (row: TableRow, table: TaskTable, cells: Cells): Cells =>
  pairs.reduce((found, [role, other]) => {
    const square = row.squares[table.columns.get(role) ?? -1]
    const isSpread = square?.from === 'left' && square.text !== '' && square.text === found[other]
    return isSpread ? { ...found, [role]: square.text, [other]: '' } : found
  }, cells)

/** What a merged cell above reaches into is known here too, except a number: that is the first row's own. */
const rowOf = (row: TableRow, table: TaskTable, isNumberedElsewhere: boolean): TaskRow => {
  const texts = distinctTexts(row)
  const wide = asWide(row, table, texts)
  if (wide !== null) return wide
  const reachesHere = (role: CellRole): boolean => {
    const { from, text } = textAt(row, table.columns.get(role))
    return from === 'above' && text !== ''
  }
  const cells = withSpread(
    row,
    table,
    cellsBy((role) => textAt(row, table.columns.get(role)).text),
  )
  const code = numberOf(row, table)
  const isBesideNumber = textAt(row, table.columns.get('number')).text !== ''
  return {
    ...(isLetter(code) ? { code: null, marker: code, cells } : numbered(code, cells, isNumberedElsewhere)),
    line: row.line,
    shared: new Set(cellRoles.filter(reachesHere)),
    marks: table.periods.map(({ column }) => row.squares[column] ?? nothing),
    wide: isMerged(row) && texts.length === (isBesideNumber ? 2 : 1),
  }
}

const beginsInside = (text: string): boolean => /^[\p{Ll}(,;.…–]/u.test(text) && !/^\p{Ll}\s?[.)/]/u.test(text)

/** Every cell begins in the middle of a sentence. */
const allBeginInside = (cells: Cells): boolean =>
  cellRoles.every((role) => cells[role] === '' || beginsInside(cells[role]))

const isMarked = (row: TaskRow): boolean => row.marks.some(({ text }) => text !== '')

/** Nobody and no time of its own, or words that only go on: "cấp xã" under "UBND cấp huyện,". */
const namesNobody = ({ cells }: TaskRow): boolean =>
  cells.time === '' &&
  (cells.lead === '' || beginsInside(cells.lead)) &&
  (cells.agencies === '' || beginsInside(cells.agencies))

const couldGoOn = (row: TaskRow, source: TableRow): boolean =>
  namesNobody(row) && !isMarked(row) && !source.squares.some(({ from }) => from === 'above')

/** Dashes and letters that nobody is named for and that bring nothing of their own are what the row above asks. */
const isDetail = (row: TaskRow, previous: TaskRow): boolean =>
  row.marker !== '' &&
  row.cells.lead + row.cells.agencies + row.cells.support + row.cells.output === '' &&
  (previous.code !== null || previous.marker !== '')

const isOpen = (row: TaskRow, previous: TaskRow): boolean => row.code === null && !row.wide && !previous.wide

/** Whether a row without a number is the rest of the row before it, on the next page. */
const goesOn = (row: TaskRow, source: TableRow, previous: TaskRow): boolean => {
  if (allBeginInside(row.cells)) return true
  if (!couldGoOn(row, source)) return false
  if (beginsInside(firstText(row.cells)) || isDetail(row, previous)) return true
  return source.afterBreak && row.cells.criterion + row.cells.output === ''
}

const isNoted = ({ cells, code }: TaskRow): boolean =>
  code === null &&
  /^(?:ghi chú|lưu ý|chú thích|tổng cộng|tổng số|cộng)(?:\s*[:.]|$|\s+\d)|^\(?\*+\)?\s/iu.test(firstText(cells).trim())

/** The rows of a task table, each whole, empty ones, notes and totals left out. */
export const taskRows = (table: TaskTable): TaskRow[] => {
  const rows: TaskRow[] = []
  const number = table.columns.get('number')
  const isNumberedElsewhere = table.rows.some((row) => readCode(textAt(row, number).text) !== null)
  const above: Record<CellRole, string> = { ...noCells }
  for (const source of table.rows) {
    const read = rowOf(source, table, isNumberedElsewhere)
    const row = { ...read, cells: withoutDittos(read.cells, above) }
    const previous = rows.at(-1)
    if ((firstText(row.cells) === '' && !isMarked(row)) || isNoted(row)) continue
    if (previous !== undefined && isOpen(row, previous) && goesOn(row, source, previous))
      rows[rows.length - 1] = { ...previous, cells: joinedCells(previous.cells, row.cells) }
    else rows.push(row)
  }
  return rows
}
