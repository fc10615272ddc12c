import { type Block, type Row, tidy } from '../document.ts'
import { namesTaskColumns } from './task-header.ts'

/** What a page or a cell holds in its order: texts whose line breaks part paragraphs, and tables. */
export type Flow = readonly (string | FlowTable)[]

/** A table whose cells may hold tables again. */
export interface FlowTable {
  readonly rows: readonly (readonly FlowCell[])[]
}

export interface FlowCell {
  readonly content: Flow
  readonly column: number
  readonly columns: number
  readonly rows: number
}

/** The words of a cell; a table in it gives one line a row. */
const textOf = (content: Flow): string =>
  tidy(content.map((part) => (typeof part === 'string' ? part : textOfTable(part))).join('\n'))

const textOfTable = ({ rows }: FlowTable): string =>
  rows.map((cells) => cells.map((cell) => textOf(cell.content).replaceAll('\n', ' ')).join(' ')).join('\n')

const rowsOf = ({ rows }: FlowTable, firstLine: number): Row[] =>
  rows.map((cells, at) => ({
    line: firstLine + at,
    cells: cells.map(({ content, column, columns, rows: down }) => ({
      text: textOf(content),
      column,
      columns,
      rows: down,
    })),
  }))

/** A header stands among a table's first rows. */
const rowsToHeader = 5

const hasHeader = ({ rows }: FlowTable): boolean =>
  rows.slice(0, rowsToHeader).some((cells) => namesTaskColumns(cells.map(({ content }) => textOf(content))))

/** A table that only places things on the page: one of its cells holds a table of tasks. */
const isFrame = (table: FlowTable): boolean =>
  table.rows.some((cells) =>
    cells.some(({ content }) => content.some((part) => typeof part !== 'string' && (hasHeader(part) || isFrame(part)))),
  )

/**
 * The blocks of a flow, lines counted by paragraphs and rows. A table of tasks inside a table that frames the page comes
 * out as a table of its own; any other table inside a cell is text of that cell.
 */
export const blocksOf = (flow: Flow): Block[] => {
  const blocks: Block[] = []
  let line = 1
  const add = (content: Flow): void => {
    for (const part of content) {
      if (typeof part === 'string') paragraphs(part)
      else if (isFrame(part)) for (const cell of part.rows.flat()) add(cell.content)
      else table(part)
    }
  }
  const paragraphs = (words: string): void => {
    for (const text of tidy(words).split('\n')) {
      if (text === '') continue
      blocks.push({ kind: 'paragraph', text, line })
      line += 1
    }
  }
  const table = (found: FlowTable): void => {
    if (found.rows.length === 0) return
    blocks.push({ kind: 'table', rows: rowsOf(found, line) })
    line += found.rows.length
  }
  add(flow)
  return blocks
}
