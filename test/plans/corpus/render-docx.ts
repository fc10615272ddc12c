import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Header,
  type ILevelsOptions,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import {
  type Block,
  type LineBlock,
  type Sample,
  type Spanned,
  spansOf,
  splitMarker,
  type TableBlock,
} from './sample.ts'

const FONT = 'Times New Roman'
/** Half-points: 13 pt for paragraphs, 11 pt in tables. */
const BODY = 26
const SMALL = 22
/** Twentieths of a point: 20 mm. */
const MARGIN = 1134

const words = (text: string, size: number, isBold: boolean): TextRun => {
  const weight = { bold: isBold }
  return new TextRun({ text, size, font: FONT, ...weight })
}

const FORMS = [
  { marker: /^[a-z]\)$/u, format: LevelFormat.LOWER_LETTER, text: '%1)' },
  { marker: /^\d+\.$/u, format: LevelFormat.DECIMAL, text: '%1.' },
  { marker: /^-$/u, format: LevelFormat.BULLET, text: '-' },
] as const
const STARTS = /^(?:a\)|1\.|-)$/u

type Lists = { instance: number }
/** A line whose number the word processor writes; a list starts again where its first number stands. */
const autoLine = (line: LineBlock, lists: Lists): Paragraph => {
  const [marker, text] = splitMarker(line.text)
  const form = FORMS.findIndex((known) => known.marker.test(marker))
  if (STARTS.test(marker)) lists.instance++
  return new Paragraph({
    children: [words(text, BODY, false)],
    numbering: { reference: `list${form}`, level: 0, instance: lists.instance },
  })
}
const plainLine = (line: LineBlock): Paragraph =>
  new Paragraph({
    children: [words(line.text, BODY, line.style !== 'body')],
    alignment: line.style === 'title' ? AlignmentType.CENTER : AlignmentType.JUSTIFIED,
    spacing: { after: 80 },
    ...(line.style === 'body' ? { indent: { firstLine: 600 } } : {}),
  })

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE }
const cellOf = ({ text, columns, rows }: Spanned, head: boolean, border: boolean): TableCell => {
  const size = border ? SMALL : BODY
  const alignment = border ? AlignmentType.LEFT : AlignmentType.CENTER
  return new TableCell({
    columnSpan: columns,
    rowSpan: rows,
    ...(border ? {} : { borders: NO_BORDERS }),
    children: text
      .replaceAll(' ⏎', '')
      .split('¶')
      .map((part) => {
        const run = words(part.trim(), size, head)
        return new Paragraph({ children: [run], alignment })
      }),
  })
}
const SHARES: Readonly<Record<string, number>> = { stt: 6, task: 34, crit: 22, lead: 16, sup: 18, out: 18, month: 4 }
const tableOf = (table: TableBlock, wide: boolean): Table => {
  const total = wide ? 14_400 : 9300
  const shares = table.roles.map((role) => SHARES[role] ?? 12)
  const sum = shares.reduce((left, right) => left + right, 0)
  return new Table({
    width: { size: total, type: WidthType.DXA },
    columnWidths: shares.map((share) => Math.round((share / sum) * total)),
    ...(table.border ? {} : { borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE } }),
    rows: spansOf(table).map((cells, r) => {
      const head = table.rows[r]?.head ?? false
      const children = cells.flatMap((cell) => (cell ? [cellOf(cell, head, table.border)] : []))
      return new TableRow({ tableHeader: head, children })
    }),
  })
}

const childrenOf = (block: Block, wide: boolean, lists: Lists): FileChild[] => {
  if (block.kind === 'line') return [block.auto ? autoLine(block, lists) : plainLine(block)]
  if (block.kind === 'table') return [tableOf(block, wide), new Paragraph({ children: [] })]
  return block.kind === 'page' ? [new Paragraph({ children: [], pageBreakBefore: true })] : []
}
const levelsOf = ({ format, text }: (typeof FORMS)[number]): ILevelsOptions[] => [
  {
    level: 0,
    format,
    text,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 600, hanging: 300 } } },
  },
]
const pageNumber = (): Header => {
  const run = new TextRun({ children: [PageNumber.CURRENT], size: 24 })
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] })
}

/** The sample as .docx: merged cells, header rows that repeat, numbers by the word processor, landscape sections. */
export const toDocx = async (sample: Sample): Promise<Buffer> => {
  const lists = { instance: 0 }
  const sections: { readonly wide: boolean; readonly children: FileChild[] }[] = [{ wide: false, children: [] }]
  for (const block of sample.blocks) {
    if (block.kind === 'turn') sections.push({ wide: block.landscape, children: [] })
    const open = sections.at(-1)
    open?.children.push(...childrenOf(block, open.wide, lists))
  }
  const document = new Document({
    numbering: { config: FORMS.map((form, at) => ({ reference: `list${at}`, levels: levelsOf(form) })) },
    sections: sections
      .filter(({ children }) => children.length > 0)
      .map(({ wide, children }) => ({
        properties: {
          page: {
            size: {
              width: 11_906,
              height: 16_838,
              orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        headers: { default: pageNumber() },
        children,
      })),
  })
  return Packer.toBuffer(document)
}
