import { fold } from '../domain/fold.ts'
import type { Role } from './columns.ts'
import type { Square } from './document.ts'
import { isFurniture, type TableRow, type TaskTable } from './task-tables.ts'

/** A row with its cells by meaning; a row that a page break cut in two is one again. */
export interface TaskRow {
  readonly line: number
  /** The row's own number, tidied ("7,3" → "7.3"); null when it has none. */
  readonly code: string | null
  readonly cells: Readonly<Record<Exclude<Role, 'number'>, string>>
  /** One text over the whole row, or merged across it: a heading. */
  readonly wide: boolean
}

type Cells = TaskRow['cells']
const cellRoles = ['criterion', 'task', 'requirement', 'time', 'lead', 'support', 'output'] as const

const numberPattern = /^(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|\p{L})$/u
const leadingNumber = /^(\d{1,3}(?:[.,]\d{1,3})*|[IVX]{1,6}|[A-Z])[.)]\s*(?=\p{L})(.+)$/su

/** "7,3" → "7.3", "1.1." → "1.1", "a)" → "a"; null for what numbers nothing. */
const readCode = (text: string): string | null => {
  const code = text
    .replace(/\s/gu, '')
    .replaceAll(',', '.')
    .replace(/^\(|[.):]+$/gu, '')
  return numberPattern.test(code) ? code : null
}

const ditto = /^[-–"'”“\s]*(?:nt|như trên|-)?[-–"'”“\s]*$/iu
const isDitto = (text: string): boolean => /nt|như trên|["”“]/iu.test(text) && ditto.test(text)

const textAt = (row: TableRow, column: number | undefined): Square => {
  const square = column === undefined ? undefined : row.squares[column]
  return square === undefined || square.from === 'left' || isFurniture(square.text)
    ? { text: '', from: 'here' }
    : square
}

const distinctTexts = (row: TableRow): Square[] =>
  row.squares.filter((square) => square.from !== 'left' && square.text !== '' && !isFurniture(square.text))

const noCells: Cells = { criterion: '', task: '', requirement: '', time: '', lead: '', support: '', output: '' }

/** A text that stands alone in its row: "7. Quản trị môi trường" in the column of numbers, or merged over all columns. */
const wideRow = (row: TableRow, text: string): TaskRow => {
  const numbered = leadingNumber.exec(text)
  const code = numbered === null ? null : readCode(numbered[1] ?? '')
  return {
    line: row.line,
    code,
    wide: true,
    cells: { ...noCells, task: code === null ? text : (numbered?.[2] ?? '').trim() },
  }
}

const isWide = (row: TableRow, table: TaskTable, texts: readonly Square[]): boolean => {
  const [only] = texts
  if (only === undefined || texts.length > 1 || only.from !== 'here') return false
  const at = row.squares.indexOf(only)
  const merged = row.squares.filter((square) => square.from === 'left').length >= 2
  return merged || at === table.columns.get('number')
}

/** What a merged cell above reaches into is known here too, except a number: that is the first row's own. */
const rowOf = (row: TableRow, table: TaskTable): TaskRow => {
  const texts = distinctTexts(row)
  if (isWide(row, table, texts)) return wideRow(row, texts[0]?.text ?? '')
  const number = textAt(row, table.columns.get('number'))
  const cells = { ...noCells }
  for (const role of cellRoles) cells[role] = textAt(row, table.columns.get(role)).text
  const code = number.from === 'here' ? readCode(number.text) : null
  const merged = row.squares.filter((square) => square.from === 'left').length >= 2
  const alone = texts.length - (number.text === '' ? 0 : 1) === 1
  return { line: row.line, code, cells, wide: merged && alone }
}

const beginsInside = (text: string): boolean => /^[\p{Ll}(,;.…–]/u.test(text)

const firstText = (cells: Cells): string => cellRoles.map((role) => cells[role]).find((text) => text !== '') ?? ''

/** Nobody and no time of its own, or words that only go on: "cấp xã" under "UBND cấp huyện,". */
const namesNobody = (cells: Cells): boolean => cells.time === '' && (cells.lead === '' || beginsInside(cells.lead))

const couldGoOn = (row: TaskRow, source: TableRow, previous: TaskRow): boolean =>
  row.code === null &&
  !row.wide &&
  !previous.wide &&
  namesNobody(row.cells) &&
  !source.squares.some((square) => square.from === 'above')

/** Whether a row without a number is the rest of the row before it, on the next page. */
const goesOn = (row: TaskRow, source: TableRow, previous: TaskRow): boolean =>
  couldGoOn(row, source, previous) &&
  (beginsInside(firstText(row.cells)) || (source.afterBreak && row.cells.criterion === '' && row.cells.output === ''))

const joined = (before: string, after: string): string => {
  if (before === '' || after === '') return before + after
  return before + (/^[-–+•]\s/u.test(after) ? '\n' : ' ') + after
}

const join = (row: TaskRow, rest: TaskRow): TaskRow => {
  const cells = { ...noCells }
  for (const role of cellRoles) cells[role] = joined(row.cells[role], rest.cells[role])
  return { ...row, cells }
}

/** Replaces "-nt-" and "như trên" by what stands above. */
const withoutDittos = (row: TaskRow, previous: TaskRow | undefined): TaskRow => {
  const cells = { ...row.cells }
  for (const role of cellRoles) if (isDitto(cells[role])) cells[role] = previous?.cells[role] ?? ''
  return { ...row, cells }
}

/** The rows of a task table, each whole, empty ones left out. */
export const taskRows = (table: TaskTable): TaskRow[] => {
  const rows: TaskRow[] = []
  for (const source of table.rows) {
    const row = withoutDittos(rowOf(source, table), rows.at(-1))
    const previous = rows.at(-1)
    if (firstText(row.cells) === '') continue
    if (previous !== undefined && goesOn(row, source, previous)) rows[rows.length - 1] = join(previous, row)
    else rows.push(row)
  }
  return rows
}

/** Whether a text is a heading by its letters: capitals only. */
export const isCapitals = (text: string): boolean => text === text.toLocaleUpperCase('vi') && fold(text).length > 3
