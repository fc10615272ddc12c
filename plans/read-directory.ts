import { type DirectorySheet, type SheetColumn } from '../domain/agency-sheet.ts'
import type { PlanFile } from '../domain/plan-document.ts'
import { oneLine, type PlanDocument } from './document.ts'
import { namedRows } from './named-columns.ts'
import { openSheet } from './open-sheet.ts'

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

/** The rows of a directory of agencies in a document; null when no table of it has such a header. */
export const directoryIn = (document: PlanDocument): DirectorySheet | null => {
  const found = namedRows(document, headers, (columns) => columns.has('name') && columns.size >= fewestColumns)
  const rows = found.map(({ line, text }) => ({
    ...{ line, name: oneLine(text('name')), kind: oneLine(text('kind')), shortName: oneLine(text('shortName')) },
    ...{ aliases: text('aliases'), parent: oneLine(text('parent')), groups: text('groups') },
    ...{ validFrom: text('validFrom'), validTo: text('validTo') },
  }))
  return rows.length === 0 ? null : { rows }
}

/** A directory of agencies from an .xlsx, told by its header; null when the file is none. */
export const readDirectory = async (file: PlanFile): Promise<DirectorySheet | null> => {
  const document = await openSheet(file, ['xlsx'])
  return document === null ? null : directoryIn(document)
}
