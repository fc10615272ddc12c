import { fold } from '../domain/fold.ts'
import { gridOf, type PlanDocument, type Square, type Table } from './document.ts'

/** What columns may be called, folded. */
type Headers<Column extends string> = Readonly<Record<Column, RegExp>>

/** A row under a header by names, with the text of each column; '' where there is none. */
interface NamedRow<Column extends string> {
  readonly line: number
  readonly text: (column: Column) => string
}

/** Titles may stand above the header. */
const headerWithin = 8

/** Which header a table must have to be taken: by the columns that were found. */
type IsHeader<Column extends string> = (found: ReadonlySet<Column>) => boolean

const columnsIn = <Column extends string>(
  row: readonly Square[],
  headers: Headers<Column>,
): ReadonlyMap<Column, number> => {
  const names = row.map(({ text, from }) => (from === 'here' ? fold(text) : ''))
  const columns = Object.keys(headers) as Column[]
  return new Map(
    columns.flatMap((column): [Column, number][] => {
      const at = names.findIndex((name) => headers[column].test(name))
      return at === -1 ? [] : [[column, at]]
    }),
  )
}

const rowsOf = <Column extends string>(
  table: Table,
  headers: Headers<Column>,
  isHeader: IsHeader<Column>,
): readonly NamedRow<Column>[] => {
  const grid = gridOf(table)
  const found = grid.slice(0, headerWithin).map((row) => columnsIn(row, headers))
  const at = found.findIndex((columns) => isHeader(new Set(columns.keys())))
  const columns = found[at]
  if (columns === undefined) return []
  return table.rows.slice(at + 1).map(({ line }, below) => {
    const squares = grid[at + 1 + below] ?? []
    return { line, text: (column) => (squares[columns.get(column) ?? -1]?.text ?? '').trim() }
  })
}

/** The rows under such headers in all tables of a document, without the empty ones. */
export const namedRows = <Column extends string>(
  { blocks }: PlanDocument,
  headers: Headers<Column>,
  isHeader: IsHeader<Column>,
): readonly NamedRow<Column>[] => {
  const columns = Object.keys(headers) as Column[]
  return blocks
    .flatMap((block) => (block.kind === 'table' ? rowsOf(block, headers, isHeader) : []))
    .filter(({ text }) => columns.some((column) => text(column) !== ''))
}
