import { Parser } from 'htmlparser2'
import { type Block, type Cell, type PlanDocument, type Row, tidy } from '../document.ts'

interface OpenCell {
  words: string
  readonly columns: number
  readonly rows: number
}

interface OpenTable {
  readonly rows: OpenCell[][]
  cell: OpenCell | null
}

/** A span beyond this is a mistake of the file, not a table. */
const maxSpan = 1000

const spanOf = (value: string | undefined): number => {
  const span = Number.parseInt(value ?? '1', 10)
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), maxSpan)
}

/** Gives the cells of each row their columns, past those that merged cells of rows above already cover. */
const placed = (rows: readonly (readonly OpenCell[])[], firstLine: number): Row[] => {
  const coveredUntil: number[] = []
  return rows.map((cells, at) => {
    let column = 0
    const row = cells.map((cell): Cell => {
      while ((coveredUntil[column] ?? 0) > at) column += 1
      const start = column
      for (let covered = 0; covered < cell.columns; covered += 1) coveredUntil[start + covered] = at + cell.rows
      column += cell.columns
      return { text: tidy(cell.words), column: start, columns: cell.columns, rows: cell.rows }
    })
    return { line: firstLine + at, cells: row }
  })
}

const breaking = /^(?:p|br|div|ul|ol|li|h[1-6]|blockquote|pre|hr)$/u

/**
 * Reads HTML: text between block tags is a paragraph, a table inside a cell is text of that cell.
 * Lines are paragraphs and rows as they are counted here.
 */
export const readHtml = (html: string): PlanDocument => {
  const blocks: Block[] = []
  const tables: OpenTable[] = []
  let words = ''
  let raised = false
  let line = 1

  const closeParagraph = (): void => {
    for (const text of tidy(words).split('\n')) {
      if (text === '') continue
      blocks.push({ kind: 'paragraph', text, line })
      line += 1
    }
    words = ''
  }
  const write = (text: string): void => {
    const cell = tables[0]?.cell
    if (cell !== null && cell !== undefined) cell.words += text
    else if (tables.length === 0) words += text
  }
  const openCell = (attributes: Readonly<Record<string, string>>): void => {
    const table = tables[0]
    if (tables.length !== 1 || table === undefined) return
    const cell = { words: '', columns: spanOf(attributes['colspan']), rows: spanOf(attributes['rowspan']) }
    if (table.rows.length === 0) table.rows.push([])
    table.rows.at(-1)?.push(cell)
    table.cell = cell
  }
  const closeTable = (): void => {
    const table = tables.pop()
    if (table === undefined || tables.length > 0 || table.rows.length === 0) return
    blocks.push({ kind: 'table', rows: placed(table.rows, line) })
    line += table.rows.length
  }
  const opening: Readonly<Record<string, (attributes: Readonly<Record<string, string>>) => void>> = {
    table: () => {
      if (tables.length === 0) closeParagraph()
      tables.push({ rows: [], cell: null })
    },
    tr: () => {
      if (tables.length === 1) tables[0]?.rows.push([])
    },
    td: openCell,
    th: openCell,
    sup: () => {
      raised = true
    },
  }
  const closing: Readonly<Record<string, () => void>> = {
    table: closeTable,
    sup: () => {
      raised = false
    },
  }
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (breaking.test(name)) write('\n')
      opening[name]?.(attributes)
    },
    ontext: (text) => {
      // Word's footnote marks arrive as "[1]"; other raised text belongs to the words.
      if (!(raised && /^\[\d+\]$/u.test(text.trim()))) write(text.replaceAll(/\s+/gu, ' '))
    },
    onclosetag: (name) => {
      if (breaking.test(name)) write('\n')
      closing[name]?.()
    },
  })
  parser.end(html)
  closeParagraph()
  return { blocks }
}
