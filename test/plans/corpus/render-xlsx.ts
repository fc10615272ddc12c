import writeXlsxFile from 'write-excel-file/node'
import { type Block, type Sample, type Spanned, spansOf, type TableBlock } from './sample.ts'

type Place = { readonly wrap: true; readonly columnSpan: number; readonly rowSpan: number }
type Cell = Place &
  ({ value: string; type: StringConstructor } | { value: Date; type: DateConstructor; format: 'dd/mm/yyyy' })

/** A day written 30/09/2026 is a day to a spreadsheet too; 31/02/2026 stays words. */
const dayIn = (text: string): Date | null => {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/u.exec(text) ?? []
  if (day === undefined) return null
  const read = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return read.getUTCDate() === Number(day) ? read : null
}
const cellOf = ({ text, columns, rows }: Spanned): Cell => {
  const place: Place = { wrap: true, columnSpan: columns, rowSpan: rows }
  const day = dayIn(text)
  if (day) return { ...place, value: day, type: Date, format: 'dd/mm/yyyy' }
  return { ...place, value: text.replaceAll(' ⏎', '').replaceAll(/\s*¶\s*/gu, '\n'), type: String }
}
const tableRows = (table: TableBlock): (Cell | null)[][] =>
  spansOf(table).map((cells) => cells.map((cell) => (cell ? cellOf(cell) : null)))
const blockRows = (block: Block, wide: number): (Cell | null)[][] => {
  if (block.kind === 'table') return tableRows(block)
  if (block.kind !== 'line') return []
  return [[cellOf({ text: block.text, columns: wide, rows: 1 }), ...Array.from({ length: wide - 1 }, () => null)]]
}

/** The sample as .xlsx: paragraphs as rows over the table, a further sheet where the page is turned. */
export const toXlsx = async (sample: Sample): Promise<Buffer> => {
  const wide = Math.max(...sample.blocks.map((block) => (block.kind === 'table' ? block.roles.length : 1)))
  const sheets: (Cell | null)[][][] = [[]]
  for (const block of sample.blocks) {
    if (block.kind === 'turn') sheets.push([])
    sheets.at(-1)?.push(...blockRows(block, wide))
  }
  const filled = sheets.filter((sheet) => sheet.length > 0)
  return writeXlsxFile(filled.map((data, at) => ({ data, sheet: `Trang ${at + 1}` }))).toBuffer()
}
