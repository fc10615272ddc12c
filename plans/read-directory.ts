import { type DirectorySheet, sheetColumns, type SheetColumn, type SheetRow } from '../domain/agency-sheet.ts'
import { fold } from '../domain/fold.ts'
import type { PlanFile } from '../domain/plan-document.ts'
import { gridOf, oneLine, type PlanDocument, type Square, type Table } from './document.ts'
import { documentOf } from './document-of.ts'
import { sniff } from './sniff.ts'

/** What the columns are called, folded. */
const headers: Record<SheetColumn, RegExp> = {
  name: /^(?:ten|(?:ten )?(?:don vi|co quan)(?: don vi)?|name|agency)$/,
  kind: /^(?:loai(?: hinh)?(?: don vi| co quan)?|kind|type)$/,
  shortName: /^(?:(?:ten )?viet tat|short name|abbreviation)$/,
  aliases: /^(?:(?:ten )?(?:goi )?khac|other names|aliases)$/,
  parent: /^(?:(?:don vi|co quan)? ?(?:truc thuoc|cap tren)|parent|belongs to)$/,
  groups: /^(?:(?:thuoc )?nhom(?: don vi)?|groups?)$/,
  validFrom: /^(?:(?:co )?(?:hieu luc )?tu(?: ngay)?|valid from|from)$/,
  validTo: /^(?:(?:het )?(?:hieu luc )?den(?: ngay)?|valid to|until|to)$/,
}

/** A table is a directory's when it has the name and at least two more of these columns. */
const fewestColumns = 3
/** Titles may stand above the header. */
const headerWithin = 8

type Columns = ReadonlyMap<SheetColumn, number>

const columnsIn = (row: readonly Square[]): Columns | null => {
  const names = row.map(({ text, from }) => (from === 'here' ? fold(text) : ''))
  const found = sheetColumns.flatMap((column): [SheetColumn, number][] => {
    const at = names.findIndex((name) => headers[column].test(name))
    return at === -1 ? [] : [[column, at]]
  })
  const columns = new Map(found)
  return columns.has('name') && columns.size >= fewestColumns ? columns : null
}

const rowOf = (line: number, squares: readonly Square[], columns: Columns): SheetRow => {
  const text = (column: SheetColumn): string => {
    const at = columns.get(column)
    return at === undefined ? '' : (squares[at]?.text ?? '').trim()
  }
  return {
    ...{ line, name: oneLine(text('name')), kind: oneLine(text('kind')), shortName: oneLine(text('shortName')) },
    ...{ aliases: text('aliases'), parent: oneLine(text('parent')), groups: text('groups') },
    ...{ validFrom: text('validFrom'), validTo: text('validTo') },
  }
}

const rowsOf = (table: Table): readonly SheetRow[] => {
  const grid = gridOf(table)
  const at = grid.slice(0, headerWithin).findIndex((row) => columnsIn(row) !== null)
  const columns = columnsIn(grid[at] ?? [])
  if (columns === null) return []
  return table.rows
    .slice(at + 1)
    .map((row, below) => rowOf(row.line, grid[at + 1 + below] ?? [], columns))
    .filter((row) => sheetColumns.some((column) => row[column] !== ''))
}

/** The rows of a directory of agencies in a document; null when no table of it has such a header. */
export const directoryIn = ({ blocks }: PlanDocument): DirectorySheet | null => {
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? rowsOf(block) : []))
  return rows.length === 0 ? null : { rows }
}

/** No directory is larger, and what is larger is read elsewhere. */
const maxDirectoryKb = 512

/** A file that cannot be opened is no directory; whoever reads it as a plan says what is wrong with it. */
const openDocument = async (file: PlanFile): Promise<PlanDocument | null> => {
  try {
    const format = await sniff(file)
    return format.kind === 'xlsx' ? await documentOf({ file, onProgress: () => undefined }, format) : null
  } catch {
    return null
  }
}

/** A directory of agencies from an .xlsx, told by its header; null when the file is none. */
export const readDirectory = async (file: PlanFile): Promise<DirectorySheet | null> => {
  if (file.bytes.length === 0 || file.bytes.length > maxDirectoryKb * 1024) return null
  const document = await openDocument(file)
  return document === null ? null : directoryIn(document)
}
