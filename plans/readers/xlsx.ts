import { type CellObject, type Range, read, type WorkSheet } from '@e965/xlsx'
import { fold } from '../../domain/fold.ts'
import { type Block, type Cell, type Paragraph, type PlanDocument, type Row, tidy } from '../document.ts'

/** No plan is longer; what a spreadsheet holds below is formatting. */
const maxRows = 20_000

const two = (number: number): string => String(number).padStart(2, '0')

/** A date as it is printed in plans; a cell that shows only month and year means the month. */
const printDate = (date: Date, format: string): string => {
  const monthAndYear = `${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`
  return format !== '' && !/d/iu.test(format) ? monthAndYear : `${two(date.getUTCDate())}/${monthAndYear}`
}

const textOf = (cell: CellObject | undefined): string => {
  if (cell === undefined) return ''
  if (cell.v instanceof Date) return printDate(cell.v, typeof cell.z === 'string' ? cell.z : '')
  return tidy(cell.t === 's' ? String(cell.v ?? '') : (cell.w ?? String(cell.v ?? '')))
}

const mergesByStart = (merges: readonly Range[]): ReadonlyMap<string, Range> =>
  new Map(merges.map((merge) => [`${merge.s.r}:${merge.s.c}`, merge]))

const rowOf = (cells: readonly (CellObject | undefined)[], at: number, merges: ReadonlyMap<string, Range>): Row => {
  const found: Cell[] = []
  cells.forEach((cell, column) => {
    const text = textOf(cell)
    const merge = merges.get(`${at}:${column}`)
    if (text === '' && merge === undefined) return
    found.push({
      text,
      column,
      columns: merge === undefined ? 1 : merge.e.c - merge.s.c + 1,
      rows: merge === undefined ? 1 : merge.e.r - merge.s.r + 1,
    })
  })
  return { line: at + 1, cells: found }
}

const filled = (row: Row): readonly Cell[] => row.cells.filter((cell) => cell.text !== '')

const paragraphsOf = (row: Row): Paragraph[] =>
  filled(row).flatMap((cell) =>
    cell.text.split('\n').map((text): Paragraph => ({ kind: 'paragraph', text, line: row.line })),
  )

/** The title lines above a table stand in one cell each: they are paragraphs, all the rest is the table. */
const blocksOf = (sheet: WorkSheet): Block[] => {
  const data = sheet['!data'] ?? []
  const merges = mergesByStart(sheet['!merges'] ?? [])
  const rows = Array.from({ length: Math.min(data.length, maxRows) }, (_, at) => rowOf(data[at] ?? [], at, merges))
  const firstOfTable = rows.findIndex((row) => filled(row).length > 1)
  const titles = firstOfTable === -1 ? rows : rows.slice(0, firstOfTable)
  const table = firstOfTable === -1 ? [] : rows.slice(firstOfTable)
  return [...titles.flatMap(paragraphsOf), ...(table.length > 0 ? [{ kind: 'table', rows: table } as const] : [])]
}

/** Only a name that says which annex the sheet is; "Sheet1" and a department's own name say nothing. */
const sheetTitle = (name: string): Paragraph[] =>
  /^(?:phu luc|pl)\b/u.test(fold(name)) ? [{ kind: 'paragraph', text: tidy(name), line: 0 }] : []

/** Reads the visible sheets of a workbook in order, dates as they are printed, merged cells as such. */
export const readXlsx = (bytes: Uint8Array): PlanDocument => {
  const book = read(bytes, {
    type: 'array',
    dense: true,
    cellDates: true,
    UTC: true,
    cellNF: true,
    cellFormula: false,
    cellHTML: false,
    sheetRows: maxRows,
  })
  const isHidden = (at: number): boolean => (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0
  return {
    blocks: book.SheetNames.flatMap((name, at) => {
      const sheet = book.Sheets[name]
      return sheet === undefined || isHidden(at) ? [] : [...sheetTitle(name), ...blocksOf(sheet)]
    }),
  }
}
