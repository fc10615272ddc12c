import { type Block, type Cell, type Paragraph, type Row } from '../document.ts'

const filled = (row: Row): readonly Cell[] => row.cells.filter((cell) => cell.text !== '')

const paragraphsOf = (row: Row): Paragraph[] =>
  filled(row).flatMap((cell) =>
    cell.text.split('\n').map((text): Paragraph => ({ kind: 'paragraph', text, line: row.line })),
  )

/** The rows of a sheet: the title lines above its table stand in one cell each and are paragraphs, the rest is the table. */
export const sheetBlocks = (rows: readonly Row[]): Block[] => {
  const firstOfTable = rows.findIndex((row) => filled(row).length > 1)
  if (firstOfTable === -1) return rows.flatMap(paragraphsOf)
  return [...rows.slice(0, firstOfTable).flatMap(paragraphsOf), { kind: 'table', rows: rows.slice(firstOfTable) }]
}
