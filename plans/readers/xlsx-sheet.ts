import { tidy } from '../document.ts'
import { type Attributes, type XmlListener, wholeNumber } from './office-xml.ts'
import type { Book } from './xlsx-book.ts'
import { printIsoDate, printValue } from './xlsx-values.ts'

/** A rectangle of a sheet, rows and columns from 1 and 0. */
export interface Area {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** What stands in a sheet: texts by column in each row that has any, hidden ones apart. */
export interface SheetContent {
  readonly rows: { readonly line: number; readonly hidden: boolean; readonly texts: Map<number, string> }[]
  readonly merges: Area[]
  readonly hiddenColumns: Set<number>
  /** Headers and footers of the printed page, as the file codes them. */
  readonly around: string[]
}

export const newSheet = (): SheetContent => ({ rows: [], merges: [], hiddenColumns: new Set(), around: [] })

const reference = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u

/** "AB12" → column 27, row 12; null for what is no cell's name. */
const placeOf = (name: string): { readonly column: number; readonly row: number } | null => {
  const [, letters, row] = reference.exec(name) ?? []
  if (letters === undefined || row === undefined) return null
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { column: column - 1, row: Number(row) }
}

const areaOf = (name: string): Area | null => {
  const [from, to] = name.split(':').map(placeOf)
  if (from === null || from === undefined || to === null || to === undefined) return null
  return { top: from.row, bottom: to.row, left: from.column, right: to.column }
}

/** Excel has no more columns. */
const lastColumn = 16_383

const isHidden = (attributes: Attributes): boolean => /^(?:1|true)$/u.test(attributes['hidden'] ?? '')

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
  words: string
}

const printNumber = (cell: OpenCell, book: Book): string => {
  const number = Number(cell.value)
  return Number.isNaN(number) ? cell.value : printValue(number, book.shapes[cell.style] ?? 'number', book.from1904)
}

/** A cell's words by its type: formulas as the values that were last computed, mistakes of formulas as nothing. */
const texts: Readonly<Record<string, (cell: OpenCell, book: Book) => string>> = {
  s: ({ value }, { strings }) => strings[Number(value)] ?? '',
  inlineStr: ({ words }) => words,
  str: ({ value }) => value,
  d: ({ value }) => printIsoDate(value),
  b: ({ value }) => (value === '1' ? 'TRUE' : 'FALSE'),
  e: () => '',
}

const textOf = (cell: OpenCell, book: Book): string =>
  texts[cell.type]?.(cell, book) ?? (cell.value === '' ? '' : printNumber(cell, book))

const around = /^(?:odd|even|first)(?:Header|Footer)$/u

/** Follows the XML of a sheet; keeps no more rows than the limit. */
export const sheetListener = (sheet: SheetContent, book: Book, limit: number): XmlListener => {
  let line = 0
  let row: SheetContent['rows'][number] | null = null
  let cell: OpenCell | null = null
  let column = -1
  let writing: 'value' | 'words' | 'around' | null = null
  let readings = 0

  const openCell = (attributes: Attributes): void => {
    column = placeOf(attributes['r'] ?? '')?.column ?? column + 1
    const style = wholeNumber(attributes['s']) ?? 0
    cell = { column, type: attributes['t'] ?? 'n', style, value: '', words: '' }
  }
  const closeCell = (): void => {
    if (cell === null || row === null) return
    const text = tidy(textOf(cell, book))
    if (text !== '') row.texts.set(cell.column, text)
    cell = null
  }
  const openRow = (attributes: Attributes): void => {
    line = wholeNumber(attributes['r']) ?? line + 1
    column = -1
    row = { line, hidden: isHidden(attributes), texts: new Map() }
  }
  const closeRow = (): void => {
    if (row !== null && row.texts.size > 0 && sheet.rows.length < limit) sheet.rows.push(row)
    row = null
  }
  const hideColumns = (attributes: Attributes): void => {
    if (!isHidden(attributes)) return
    const from = wholeNumber(attributes['min']) ?? 1
    const to = Math.min(wholeNumber(attributes['max']) ?? from, lastColumn + 1)
    for (let at = from; at <= to; at += 1) sheet.hiddenColumns.add(at - 1)
  }
  const merge = (attributes: Attributes): void => {
    const area = areaOf(attributes['ref'] ?? '')
    if (area !== null) sheet.merges.push(area)
  }

  const opening: Readonly<Record<string, (attributes: Attributes) => void>> = {
    row: openRow,
    c: openCell,
    v: () => (writing = 'value'),
    t: () => (writing = readings === 0 ? 'words' : null),
    rPh: () => (readings += 1),
    col: hideColumns,
    mergeCell: merge,
  }
  const closing: Readonly<Record<string, () => void>> = { row: closeRow, c: closeCell, rPh: () => (readings -= 1) }

  return {
    open: (name, attributes) => {
      opening[name]?.(attributes)
      if (!around.test(name)) return
      sheet.around.push('')
      writing = 'around'
    },
    close: (name) => {
      writing = null
      closing[name]?.()
    },
    text: (data) => {
      if (writing === 'around') sheet.around.push((sheet.around.pop() ?? '') + data)
      else if (cell !== null && writing === 'value') cell.value += data
      else if (cell !== null && writing === 'words') cell.words += data
    },
  }
}
