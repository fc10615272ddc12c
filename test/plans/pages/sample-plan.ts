import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type IRunOptions,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { annexHeader, annexRows, paragraphsOfPlan } from './sample-words.ts'

// The plan laid out as offices do by Nghị định 30/2020: a letterhead in two columns, justified text with
// indented first lines, a signature block in two columns, and a landscape annex whose table runs over several pages.

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }

type Align = (typeof AlignmentType)[keyof typeof AlignmentType]

interface Look {
  readonly bold?: boolean
  readonly italics?: boolean
  readonly align?: Align
  /** In half points. */
  readonly size?: number
  readonly indent?: number
}

const paragraph = (text: string, look: Look = {}): Paragraph => {
  const { bold = false, italics = false, align = AlignmentType.LEFT, size = 28, indent = 0 } = look
  const run: IRunOptions = { text, bold, italics, size, font: 'Times New Roman' }
  return new Paragraph({
    alignment: align,
    ...(indent > 0 ? { indent: { firstLine: indent }, spacing: { before: 120 } } : {}),
    tabStops: [{ type: TabStopType.LEFT, position: 1400 }],
    children: [new TextRun(run)],
  })
}

const body = (text: string, bold = false): Paragraph =>
  paragraph(text, { bold, align: AlignmentType.JUSTIFIED, indent: 720 })

/** Two columns without borders, as letterheads and signatures are set. */
const twoColumns = (left: readonly Paragraph[], right: readonly Paragraph[]): Table =>
  new Table({
    width: { size: 9600, type: WidthType.DXA },
    columnWidths: [4000, 5600],
    borders: noBorders,
    rows: [
      new TableRow({
        children: [left, right].map(
          (children, at) =>
            new TableCell({
              borders: noBorders,
              width: { size: at === 0 ? 4000 : 5600, type: WidthType.DXA },
              children: [...children],
            }),
        ),
      }),
    ],
  })

const centre = (text: string, bold: boolean, size = 26): Paragraph =>
  paragraph(text, { bold, size, align: AlignmentType.CENTER })

const cell = (text: string, look: Look & { readonly columns?: number; readonly rows?: number } = {}): TableCell =>
  new TableCell({
    ...(look.columns === undefined ? {} : { columnSpan: look.columns }),
    ...(look.rows === undefined ? {} : { rowSpan: look.rows }),
    verticalAlign: VerticalAlignTable.CENTER,
    children: text.split('\n').map((line) => paragraph(line, { size: 26, ...look })),
  })

const annexTable = (): Table => {
  let covered = 0
  const rows = annexRows.map(({ section, cells = [], leadRows = 1 }) => {
    if (section !== undefined) return new TableRow({ children: [cell(section, { columns: 6, bold: true })] })
    const own = cells.flatMap((text, at) => (at === 2 && covered > 0 ? [] : [{ text, at }]))
    covered = leadRows - 1
    return new TableRow({
      children: own.map(({ text, at }) =>
        cell(text, {
          align: at === 1 ? AlignmentType.JUSTIFIED : at === 0 ? AlignmentType.CENTER : AlignmentType.LEFT,
          ...(at === 2 && leadRows > 1 ? { rows: leadRows } : {}),
        }),
      ),
    })
  })
  return new Table({
    width: { size: 14000, type: WidthType.DXA },
    columnWidths: [700, 5000, 2300, 2300, 2000, 1700],
    rows: [
      new TableRow({
        tableHeader: true,
        children: annexHeader.map((text) => cell(text, { bold: true, align: AlignmentType.CENTER })),
      }),
      ...rows,
    ],
  })
}

const pageNumber = (): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })],
      }),
    ],
  })

const letter = (): ISectionOptions['children'] => [
  twoColumns(
    [centre('ỦY BAN NHÂN DÂN', false), centre('PHƯỜNG MẪU', true), centre('Số: 15/KH-UBND', false)],
    [
      centre('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', true),
      centre('Độc lập - Tự do - Hạnh phúc', true, 28),
      paragraph('Phường Mẫu, ngày 05 tháng 01 năm 2026', { italics: true, align: AlignmentType.CENTER }),
    ],
  ),
  centre('KẾ HOẠCH', true, 28),
  centre('Cải cách hành chính phường Mẫu năm 2026', true, 28),
  ...paragraphsOfPlan.map((text) => body(text, /^[IVX]+\./.test(text))),
  twoColumns(
    [
      paragraph('Nơi nhận:', { bold: true, italics: true, size: 24 }),
      ...['- UBND thành phố;', '- Các phòng, ban, đơn vị;', '- Lưu: VT.'].map((text) => paragraph(text, { size: 22 })),
    ],
    [
      centre('TM. ỦY BAN NHÂN DÂN', true),
      centre('CHỦ TỊCH', true),
      centre('', false),
      centre('', false),
      centre('(Đã ký)', false),
    ],
  ),
]

const margin = { top: 1134, bottom: 1134, left: 1701, right: 851 }

/** The whole plan as a Word file. */
export const samplePlan = (): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          properties: { page: { margin }, titlePage: true },
          headers: { default: pageNumber(), first: new Header({ children: [] }) },
          children: letter(),
        },
        {
          properties: {
            page: {
              margin: { top: 851, bottom: 851, left: 1134, right: 1134 },
              size: { orientation: PageOrientation.LANDSCAPE },
            },
          },
          headers: { default: pageNumber() },
          footers: {
            default: new Footer({
              children: [paragraph('Kế hoạch cải cách hành chính năm 2026', { size: 18, italics: true })],
            }),
          },
          children: [
            centre('PHỤ LỤC', true),
            centre('Phân công nhiệm vụ cải cách hành chính năm 2026', true),
            annexTable(),
          ],
        },
      ],
    }),
  )
