import { fold } from '../../domain/fold.ts'
import { type Block, type Paragraph, type PlanDocument, tidy } from '../document.ts'
import { maxLines } from '../length.ts'
import { followParts } from './archive.ts'
import { startXmlWalk, type XmlListener } from './office-xml.ts'
import { sheetBlocks } from './sheet.ts'
import { type Book, bookListener, newBook, type SheetPlace } from './xlsx-book.ts'
import { shownRows } from './xlsx-grid.ts'
import { newSheet, type SheetContent, sheetListener } from './xlsx-sheet.ts'

/** Only a name that says which annex the sheet is; "Sheet1" and a department's own name say nothing. */
const sheetTitle = (name: string): Paragraph[] =>
  /^(?:phu luc|pl)\b/u.test(fold(name)) ? [{ kind: 'paragraph', text: tidy(name), line: 0 }] : []

/** Codes of fonts, sizes, sides and fields between the words of a header: &C&"Arial,Bold"&12MẬT. */
const headerCodes = /&"[^"]*"|&\d+|&K[\dA-F+-]+|&[LCRPNDTAFZGBIUEXYSOH]/gu

const wordsAround = (codes: string): string[] =>
  codes
    .split(/&[LCR]/u)
    .map((words) => tidy(words.replace(headerCodes, '').replaceAll('&&', '&')))
    .filter((words) => words !== '')

/** The words of shapes that lie on a sheet. */
const drawingListener = (margins: string[]): XmlListener => {
  let writing = false
  return {
    open: (name) => {
      if (name === 'a:p') margins.push('')
      writing = name === 'a:t'
    },
    close: () => (writing = false),
    text: (data) => {
      if (writing) margins.push((margins.pop() ?? '') + data)
    },
  }
}

const walking = (listener: XmlListener | null) => (listener === null ? null : startXmlWalk(listener))

const isDrawing = (part: string): boolean => /^xl\/drawings\/drawing\d*\.xml$/u.test(part)

interface ReadSheets {
  readonly sheets: ReadonlyMap<string, SheetContent>
  readonly drawn: readonly string[]
}

const readSheets = async (bytes: Uint8Array, book: Book): Promise<ReadSheets> => {
  const places = new Set(book.sheets.map(({ relation }) => book.targets.get(relation) ?? ''))
  const sheets = new Map<string, SheetContent>()
  const drawn: string[] = []
  await followParts(bytes, (part) => {
    if (isDrawing(part)) return walking(drawingListener(drawn))
    if (!places.has(part)) return null
    const sheet = newSheet()
    const read = [...sheets.values()].reduce((sum, { rows }) => sum + rows.length, 0)
    // One row past the limit says that there are too many.
    const limit = maxLines + 1 - read
    sheets.set(part, sheet)
    const walk = startXmlWalk(sheetListener(sheet, book, limit))
    return { write: (piece) => walk.write(piece), end: () => walk.end(), hasEnough: () => sheet.rows.length >= limit }
  })
  return { sheets, drawn }
}

/**
 * Reads the visible sheets of a workbook in order: what each cell shows, formulas as the values that were last computed,
 * dates as they are printed, merged cells as such, hidden rows and columns left out. Macros and links are not looked at.
 */
export const readXlsx = async (bytes: Uint8Array): Promise<PlanDocument> => {
  const book = newBook()
  await followParts(bytes, (part) => walking(bookListener(book, part)))
  const { sheets, drawn } = await readSheets(bytes, book)
  const found = book.sheets.map(({ name, relation }: SheetPlace) => ({
    name,
    sheet: sheets.get(book.targets.get(relation) ?? ''),
  }))
  if (found.every(({ sheet }) => sheet === undefined)) throw new Error('the workbook has no sheet')
  const around = found.flatMap(({ sheet }) => (sheet?.around ?? []).flatMap(wordsAround))
  return {
    blocks: found.flatMap(({ name, sheet }): Block[] =>
      sheet === undefined ? [] : [...sheetTitle(name), ...sheetBlocks(shownRows(sheet))],
    ),
    margins: [...around, ...drawn.map(tidy).filter((words) => words !== '')],
  }
}
