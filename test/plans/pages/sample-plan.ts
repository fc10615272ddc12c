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

// A plan of our own writing, laid out as offices do by Nghị định 30/2020: a letterhead in two columns, justified text with
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

export const paragraphsOfPlan = [
  'I. MỤC ĐÍCH, YÊU CẦU',
  '1. Nâng cao chất lượng giải quyết thủ tục hành chính, rút ngắn thời gian đi lại của người dân và doanh nghiệp; bảo đảm mọi hồ sơ được tiếp nhận, theo dõi và trả kết quả đúng hạn trên một hệ thống thống nhất.',
  '2. Việc triển khai phải cụ thể, rõ người, rõ việc, rõ thời gian; gắn trách nhiệm của người đứng đầu với kết quả thực hiện từng nhiệm vụ được giao trong kế hoạch này.',
  'II. NHIỆM VỤ TRỌNG TÂM',
  'Các nhiệm vụ cụ thể, cơ quan chủ trì, cơ quan phối hợp và thời hạn hoàn thành được nêu tại Phụ lục kèm theo Kế hoạch này.',
  'III. TỔ CHỨC THỰC HIỆN',
  '1. Thủ trưởng các cơ quan, đơn vị căn cứ nhiệm vụ được giao để xây dựng kế hoạch chi tiết của cơ quan mình, gửi Văn phòng UBND phường trước ngày 25/01/2026 để tổng hợp.',
  '2. Giao Phòng Văn hóa - Xã hội:',
  'a) Theo dõi, đôn đốc việc thực hiện Kế hoạch; định kỳ hằng quý tổng hợp kết quả, báo cáo UBND phường.',
  'b) Tham mưu khen thưởng các tập thể, cá nhân có thành tích trong năm 2026.',
  '3. Giao Phòng Kinh tế, Hạ tầng và Đô thị bảo đảm kinh phí thực hiện theo quy định.',
  'Trong quá trình thực hiện nếu có khó khăn, vướng mắc, các cơ quan, đơn vị kịp thời phản ánh về Phòng Văn hóa - Xã hội để tổng hợp, báo cáo UBND phường xem xét, quyết định.',
] as const

export interface AnnexRow {
  readonly section?: string
  readonly cells?: readonly string[]
  /** How many rows the lead's cell covers. */
  readonly leadRows?: number
}

export const annexHeader = ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn hoàn thành', 'Sản phẩm']

export const annexRows: readonly AnnexRow[] = [
  { section: 'I. CẢI CÁCH THỦ TỤC HÀNH CHÍNH' },
  {
    cells: [
      '1',
      'Rà soát, đơn giản hóa thủ tục hành chính thuộc thẩm quyền giải quyết của UBND phường, kiến nghị cắt giảm thời gian giải quyết đối với các thủ tục có số lượng hồ sơ lớn',
      'Văn phòng HĐND và UBND phường',
      'Các phòng chuyên môn;\nTrung tâm Phục vụ hành chính công',
      'Trước ngày 15/6/2026',
      'Báo cáo kết quả rà soát',
    ],
  },
  {
    cells: [
      '2',
      'Niêm yết công khai thủ tục hành chính',
      'Trung tâm Phục vụ hành chính công',
      'Văn phòng HĐND và UBND phường',
      'Thường xuyên',
      'Danh mục được niêm yết',
    ],
    leadRows: 2,
  },
  {
    cells: [
      '3',
      'Tổ chức lấy ý kiến đánh giá sự hài lòng của người dân, tổ chức đối với việc tiếp nhận, giải quyết hồ sơ',
      '',
      'Ủy ban Mặt trận Tổ quốc Việt Nam phường',
      'Quý I: trước ngày 21/3;\nQuý II: trước ngày 21/6;\nQuý III: trước ngày 21/9;\nQuý IV: trước ngày 21/12',
      'Báo cáo đánh giá từng quý',
    ],
  },
  { section: 'II. CẢI CÁCH TỔ CHỨC BỘ MÁY' },
  {
    cells: [
      '4',
      'Rà soát chức năng, nhiệm vụ của các phòng chuyên môn:\n- Phòng Kinh tế, Hạ tầng và Đô thị;\n- Phòng Văn hóa - Xã hội',
      'Phòng Văn hóa - Xã hội',
      'Các phòng chuyên môn',
      'Quý II/2026',
      'Đề án được phê duyệt',
    ],
  },
  {
    cells: [
      '5',
      'Xây dựng kế hoạch tinh giản biên chế giai đoạn 2026-2030 theo chỉ đạo của thành phố',
      'Phòng Văn hóa - Xã hội',
      'Văn phòng HĐND và UBND phường',
      'Trong tháng 8/2026',
      'Kế hoạch',
    ],
  },
  { section: 'III. CHUYỂN ĐỔI SỐ' },
  {
    cells: [
      '6',
      'Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực; cập nhật dữ liệu dân cư, đất đai, hộ tịch lên hệ thống dùng chung',
      'Trung tâm Phục vụ hành chính công',
      'Công an phường',
      'Trước ngày 30/11/2026',
      'Kho dữ liệu điện tử',
    ],
  },
  {
    cells: [
      '7',
      'Tập huấn kỹ năng số cho tổ công nghệ số cộng đồng',
      'Phòng Văn hóa - Xã hội',
      'Đoàn Thanh niên phường',
      'Quý III/2026',
      'Lớp tập huấn',
    ],
  },
  {
    cells: [
      '8',
      'Duy trì, cập nhật trang thông tin điện tử; tuyên truyền về dịch vụ công trực tuyến trên hệ thống truyền thanh cơ sở',
      'Phòng Văn hóa - Xã hội',
      'Các tổ dân phố',
      'Hằng tháng, trước ngày 20',
      'Tin, bài',
    ],
  },
  {
    cells: [
      '9',
      'Kiểm tra việc khắc phục các tồn tại, hạn chế đã được chỉ ra qua kết quả chấm điểm Chỉ số cải cách hành chính',
      'Văn phòng HĐND và UBND phường',
      'Các phòng chuyên môn',
      'Trong quý IV/2026',
      'Thông báo kết luận',
    ],
  },
]

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
