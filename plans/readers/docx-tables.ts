import { tableOnGrid, type WordCell, type WordRow } from './docx-grid.ts'
import type { FlowTable } from './flow.ts'
import { type Attributes, wholeNumber } from './office-xml.ts'

/** The tables that are open, one in another, and what their properties say. */
export interface TableWriter {
  /** Takes the beginning of a table, a row, or a property of them. */
  property(name: string, attributes: Attributes): void
  /** The content of a new cell. */
  openCell(): WordCell['content']
  closeCell(): void
  /** The open row is not there any more. */
  deleteRow(): void
  closeTable(): FlowTable
  isInCell(): boolean
}

interface OpenTable {
  readonly rows: (WordRow & { deleted: boolean })[]
  readonly widths: number[]
  readonly cells: WordCell[]
  /** The cell goes on with the one on its left. */
  joinsLeft: boolean
}

/** A cell or a gap that spans more is a mistake of the file. */
const maxSpan = 1000

const sizeOf = (value: string | undefined, usual: number): number =>
  Math.min(Math.max(wholeNumber(value) ?? usual, 0), maxSpan)

export const createTableWriter = (): TableWriter => {
  const tables: OpenTable[] = []
  const properties: Readonly<Record<string, (table: OpenTable, attributes: Attributes) => void>> = {
    'w:gridCol': ({ widths }, attributes) => widths.push(wholeNumber(attributes['w:w']) ?? 0),
    'w:tr': ({ rows }) => rows.push({ cells: [], before: 0, deleted: false }),
    'w:gridBefore': ({ rows }, attributes) => {
      const row = rows.at(-1)
      if (row !== undefined) row.before = sizeOf(attributes['w:val'], 0)
    },
    'w:gridSpan': ({ cells }, attributes) => {
      const cell = cells.at(-1)
      if (cell !== undefined) cell.span = Math.max(1, sizeOf(attributes['w:val'], 1))
    },
    'w:vMerge': ({ cells }, attributes) => {
      const cell = cells.at(-1)
      if (cell !== undefined) cell.merge = attributes['w:val'] === 'restart' ? 'begins' : 'goes-on'
    },
    'w:hMerge': (table, attributes) => {
      table.joinsLeft = attributes['w:val'] !== 'restart'
    },
  }

  const joinLeft = (row: WordRow, cell: WordCell): void => {
    const left = row.cells.at(-1)
    if (left === undefined) row.cells.push(cell)
    else {
      left.span += cell.span
      left.content.push(...cell.content)
    }
  }

  return {
    property: (name, attributes) => {
      if (name === 'w:tbl') tables.push({ rows: [], widths: [], cells: [], joinsLeft: false })
      const table = tables.at(-1)
      if (table !== undefined) properties[name]?.(table, attributes)
    },
    openCell: () => {
      const cell: WordCell = { content: [], span: 1, merge: 'none' }
      tables.at(-1)?.cells.push(cell)
      return cell.content
    },
    closeCell: () => {
      const table = tables.at(-1)
      const cell = table?.cells.pop()
      const row = table?.rows.at(-1)
      if (table === undefined || cell === undefined || row === undefined) return
      if (table.joinsLeft) joinLeft(row, cell)
      else row.cells.push(cell)
      table.joinsLeft = false
    },
    deleteRow: () => {
      const row = tables.at(-1)?.rows.at(-1)
      if (row !== undefined) row.deleted = true
    },
    closeTable: () => {
      const table = tables.pop()
      if (table === undefined) return { rows: [] }
      return tableOnGrid(
        table.rows.filter(({ deleted }) => !deleted),
        table.widths,
      )
    },
    isInCell: () => (tables.at(-1)?.cells.length ?? 0) > 0,
  }
}
