import {
  AlignmentType,
  Document,
  type IRunOptions,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import writeWorkbook, { type Row as SheetRow, type Sheet } from 'write-excel-file/node'

/** A cell to be written; line breaks become paragraphs. */
export interface OfficeCell {
  readonly text: string
  readonly columns?: number
  readonly rows?: number
  readonly bold?: boolean
  /** Written as a real date where the format has them. */
  readonly date?: Date | null
}

/** The cells of each row, without those that merged cells of rows above cover. */
export interface OfficeTable {
  readonly kind: 'table'
  readonly widths: readonly number[]
  readonly rows: readonly (readonly OfficeCell[])[]
}

interface OfficeLines {
  readonly kind: 'lines'
  readonly lines: readonly string[]
  readonly bold?: boolean
  readonly centred?: boolean
}

export type OfficeBlock = OfficeTable | OfficeLines

/** Puts the cells of a row where they belong, null where merged cells reach. */
const placeCells = (cells: readonly OfficeCell[], covered: Map<number, number>, width: number): SheetRow => {
  const row: SheetRow = []
  const waiting = [...cells]
  for (let column = 0; column < width; ) {
    const left = covered.get(column) ?? 0
    if (left > 0) {
      covered.set(column, left - 1)
      row.push(null)
      column += 1
      continue
    }
    const cell = waiting.shift() ?? { text: '' }
    const columns = cell.columns ?? 1
    for (let at = column; at < column + columns; at += 1) covered.set(at, (cell.rows ?? 1) - 1)
    row.push(sheetCell(cell, columns), ...Array.from({ length: columns - 1 }, () => null))
    column += columns
  }
  return row
}

const sheetCell = (cell: OfficeCell, columns: number): SheetRow[number] => ({
  ...(cell.date === undefined || cell.date === null
    ? { value: cell.text, type: String }
    : { value: cell.date, type: Date, format: 'dd/mm/yyyy' }),
  ...(columns > 1 ? { columnSpan: columns } : {}),
  ...((cell.rows ?? 1) > 1 ? { rowSpan: cell.rows ?? 1 } : {}),
  ...(cell.bold === true ? { fontWeight: 'bold' as const } : {}),
  wrap: true,
  alignVertical: 'top',
  borderStyle: 'thin',
})

const sheetRows = (block: OfficeBlock): SheetRow[] => {
  if (block.kind === 'table') {
    const covered = new Map<number, number>()
    return block.rows.map((cells) => placeCells(cells, covered, block.widths.length))
  }
  const weight = block.bold === true ? { fontWeight: 'bold' as const } : {}
  return block.lines.map((text) => [{ value: text, type: String, ...weight }])
}

/** A workbook with one sheet for each list of blocks. */
export const toXlsx = (
  sheets: readonly { readonly name: string; readonly blocks: readonly OfficeBlock[] }[],
): Promise<Buffer> => {
  const written = sheets.map(({ name, blocks }): Sheet<never> => {
    const widths = blocks.find((block) => block.kind === 'table')?.widths ?? [100]
    return { sheet: name, data: blocks.flatMap(sheetRows), columns: widths.map((width) => ({ width })) }
  })
  return writeWorkbook(written).toBuffer()
}

const wordParagraphs = (text: string, bold: boolean, centred: boolean): Paragraph[] =>
  text.split('\n').map((line) => {
    const run: IRunOptions = { text: line, bold, font: 'Times New Roman', size: 22 }
    return new Paragraph({ ...(centred ? { alignment: AlignmentType.CENTER } : {}), children: [new TextRun(run)] })
  })

const wordCell = (cell: OfficeCell): TableCell =>
  new TableCell({
    children: wordParagraphs(cell.text, cell.bold === true, false),
    ...((cell.columns ?? 1) > 1 ? { columnSpan: cell.columns ?? 1 } : {}),
    ...((cell.rows ?? 1) > 1 ? { rowSpan: cell.rows ?? 1 } : {}),
  })

const wordBlocks = (block: OfficeBlock): (Paragraph | Table)[] => {
  if (block.kind === 'lines') {
    return block.lines.flatMap((line) => wordParagraphs(line, block.bold === true, block.centred === true))
  }
  const rows = block.rows.map((cells, at) => new TableRow({ tableHeader: at === 0, children: cells.map(wordCell) }))
  return [new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows })]
}

/** A Word file, on landscape pages as annexes are printed. */
export const toDocx = (blocks: readonly OfficeBlock[]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
          children: blocks.flatMap(wordBlocks),
        },
      ],
    }),
  )
