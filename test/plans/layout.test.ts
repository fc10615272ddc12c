import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gridOf, type PlanDocument } from '../../plans/document.ts'
import { gridsOf } from '../../plans/layout/grid.ts'
import type { Page, Ruling, Word } from '../../plans/layout/page.ts'
import { documentOfPages } from '../../plans/layout/pages-to-document.ts'

// Pages of A4 in points, set in letters half as wide as they are high.
const size = 12
const letter = size / 2

/** A line of words from x on, its baseline at y; `right` stretches it to a margin as justified text is. */
const set = (text: string, x: number, y: number, right?: number): Word[] => {
  const words = text.split(' ')
  const natural = text.length * letter
  const extra = right === undefined ? 0 : (right - x - natural) / Math.max(1, words.length - 1)
  let left = x
  return words.map((word) => {
    const box = { left, right: left + word.length * letter, top: y - 0.78 * size, bottom: y + 0.2 * size }
    left = box.right + letter + extra
    return { text: word, size, ...box }
  })
}

const across = (at: number, from: number, to: number): Ruling => ({ direction: 'across', at, from, to })
const down = (at: number, from: number, to: number): Ruling => ({ direction: 'down', at, from, to })

const page = (words: readonly (readonly Word[])[], rulings: readonly Ruling[] = []): Page => ({
  width: 595,
  height: 842,
  words: words.flat(),
  rulings,
})

const textsOf = ({ blocks }: PlanDocument): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.rows.map((row) => row.cells.map((cell) => cell.text).join(' | ')),
  )

const left = 85
const right = 540

/** Running text that tells where the margins are. */
const filler = [
  set('Các cơ quan, đơn vị căn cứ kế hoạch này để tổ chức thực hiện', left + 36, 600, right),
  set('và báo cáo kết quả theo đúng thời hạn.', left, 615),
]
const fillerText = 'Các cơ quan, đơn vị căn cứ kế hoạch này để tổ chức thực hiện và báo cáo kết quả theo đúng thời hạn.'

describe('lines become paragraphs', () => {
  test.each<readonly [string, readonly Word[][], readonly string[]]>([
    [
      'a line that is full goes on, the last one is short',
      [
        set('Một dòng chữ đầy đến lề phải của trang giấy', left + 36, 200, right),
        set('Đoạn này còn một dòng nữa.', left, 215),
        set('Đoạn sau.', left + 36, 230),
      ],
      ['Một dòng chữ đầy đến lề phải của trang giấy Đoạn này còn một dòng nữa.', 'Đoạn sau.'],
    ],
    [
      'a marker begins an item even where nothing else shows it',
      [set('a) Rà soát văn bản.', left, 200), set('b) Trình ban hành.', left, 215), set('- Gửi báo cáo.', left, 230)],
      ['a) Rà soát văn bản.', 'b) Trình ban hành.', '- Gửi báo cáo.'],
    ],
    [
      'text hangs under its first word',
      [
        set('- Rà soát toàn bộ văn bản đã ban hành thuộc thẩm quyền và', left, 200, right),
        set('trình Sở Tư pháp.', left + 12, 215),
      ],
      ['- Rà soát toàn bộ văn bản đã ban hành thuộc thẩm quyền và trình Sở Tư pháp.'],
    ],
    [
      'small letters go on, however short the line before was',
      [set('Phường Mẫu, ngày 05 tháng 01', left, 200), set('năm 2026', left, 215)],
      ['Phường Mẫu, ngày 05 tháng 01 năm 2026'],
    ],
    [
      'a number cut at its own hyphen is put together',
      [
        set('Thực hiện theo nội dung của Kế hoạch số 15/2026/KH-', left, 200, right),
        set('UBND của phường.', left, 215),
      ],
      ['Thực hiện theo nội dung của Kế hoạch số 15/2026/KH-UBND của phường.'],
    ],
    [
      'more white than usual parts paragraphs',
      [
        set('Đoạn thứ nhất là một dòng chữ đầy đến lề phải của trang', left, 200, right),
        set('Đoạn thứ hai đứng xa hơn bình thường và cũng đầy dòng', left, 224, right),
        set('Cho đến hết trang.', left, 239),
        set('Hết.', left, 254),
      ],
      [
        'Đoạn thứ nhất là một dòng chữ đầy đến lề phải của trang',
        'Đoạn thứ hai đứng xa hơn bình thường và cũng đầy dòng Cho đến hết trang.',
        'Hết.',
      ],
    ],
  ])('%s', (_what, lines, paragraphs) => {
    expect(textsOf(documentOfPages([page([...lines, ...filler])]))).toEqual([...paragraphs, fillerText])
  })

  test('a paragraph goes on over the page break, past page numbers and headers', () => {
    const header = (number: string): Word[][] => [set('Kế hoạch năm 2026', left, 40), set(number, 300, 800)]
    const document = documentOfPages([
      page([
        ...header('1'),
        ...filler,
        set('Một đoạn chữ bắt đầu ở cuối trang này và đầy đến lề', left + 36, 760, right),
      ]),
      page([...header('2'), set('phải, rồi hết ở trang sau.', left, 80), ...filler]),
      page([...header('3'), ...filler]),
    ])
    expect(textsOf(document)).toEqual([
      fillerText,
      'Một đoạn chữ bắt đầu ở cuối trang này và đầy đến lề phải, rồi hết ở trang sau.',
      fillerText,
      fillerText,
    ])
    expect(document.margins).toEqual(['Kế hoạch năm 2026', '1', '2', '3'])
  })
})

test('columns of a letterhead are read one after the other, though their lines stand at other heights', () => {
  const words = [
    set('ỦY BAN NHÂN DÂN', 110, 80),
    set('PHƯỜNG MẪU', 125, 95),
    set('Số: 15/KH-UBND', 113, 118),
    set('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 300, 80),
    set('Độc lập - Tự do - Hạnh phúc', 325, 96),
    set('Phường Mẫu, ngày 05 tháng 01 năm 2026', 298, 122),
    set('KẾ HOẠCH', 285, 150),
  ]
  expect(textsOf(documentOfPages([page([...words, ...filler])]))).toEqual([
    'ỦY BAN NHÂN DÂN',
    'PHƯỜNG MẪU',
    'Số: 15/KH-UBND',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Phường Mẫu, ngày 05 tháng 01 năm 2026',
    'KẾ HOẠCH',
    fillerText,
  ])
})

describe('ruled tables', () => {
  // Three columns, three rows; the second column's cell reaches over the last two rows, the first row is one cell.
  const ruled = (top: number): Ruling[] => [
    across(top, 85, 540),
    across(top + 30, 85, 540),
    across(top + 60, 85, 200),
    across(top + 60, 400, 540),
    across(top + 90, 85, 540),
    down(85, top, top + 90),
    down(200, top + 30, top + 90),
    down(400, top + 30, top + 90),
    down(540, top, top + 90),
  ]
  const filled = (top: number, first: string): Word[][] => [
    set(first, 90, top + 20),
    set('Rà soát', 90, top + 50),
    set('Sở Nội vụ', 205, top + 65),
    set('Quý I', 405, top + 50),
    set('Kiểm tra', 90, top + 80),
    set('Quý II', 405, top + 80),
  ]

  test('cells reach over columns and rows where no line parts them', () => {
    const [table] = documentOfPages([page(filled(200, 'I. NHIỆM VỤ'), ruled(200))]).blocks
    expect(table?.kind).toBe('table')
    const grid = table?.kind === 'table' ? gridOf(table) : []
    expect(grid.map((row) => row.map((square) => square.text))).toEqual([
      ['I. NHIỆM VỤ', 'I. NHIỆM VỤ', 'I. NHIỆM VỤ'],
      ['Rà soát', 'Sở Nội vụ', 'Quý I'],
      ['Kiểm tra', 'Sở Nội vụ', 'Quý II'],
    ])
  })

  test('a table goes on over the page break, and says where', () => {
    const [table] = documentOfPages([
      page(filled(600, 'I. NHIỆM VỤ'), ruled(600)),
      page(filled(60, 'II. KINH PHÍ'), ruled(60)),
    ]).blocks
    const rows = table?.kind === 'table' ? table.rows : []
    expect(rows.map((row) => [row.line, row.newPage === true])).toEqual(
      [1, 2, 3, 4, 5, 6].map((line) => [line, line === 4]),
    )
  })

  test('words of a merged cell hold on the next page too', () => {
    const pages = [
      page(filled(600, 'I. NHIỆM VỤ'), ruled(600)),
      page(
        [set('Tập huấn', 90, 80), set('Quý III', 405, 80)],
        [across(60, 85, 540), across(90, 85, 540), ...[85, 200, 400, 540].map((x) => down(x, 60, 90))],
      ),
    ]
    expect(textsOf(documentOfPages(pages)).at(-1)).toBe('Tập huấn | Sở Nội vụ | Quý III')
  })

  test('a row that a page break cuts in two is one row', () => {
    const box = (top: number): Ruling[] => [
      across(top, 85, 540),
      across(top + 30, 85, 540),
      ...[85, 120, 400, 540].map((x) => down(x, top, top + 30)),
    ]
    const [table] = documentOfPages([
      page(
        [set('7', 90, 620), set('Rà soát toàn bộ văn bản đã ban hành và', 125, 620), set('Trước ngày', 405, 620)],
        box(600),
      ),
      page([set('trình Sở Tư pháp', 125, 80), set('30/11/2026', 405, 80)], box(60)),
    ]).blocks
    const rows = table?.kind === 'table' ? table.rows.map((row) => row.cells.map((cell) => cell.text)) : []
    expect(rows).toEqual([['7', 'Rà soát toàn bộ văn bản đã ban hành và trình Sở Tư pháp', 'Trước ngày 30/11/2026']])
  })

  test.each([
    [['30/11/20', '26'], '30/11/2026'],
    [['S', 'T', 'T'], 'STT'],
    [['T', '12'], 'T12'],
    [['15/6/2026', '30/9/2026'], '15/6/2026 30/9/2026'],
  ])('a cell too narrow for %j reads %j', (lines, text) => {
    const width = Math.max(...lines.map((line) => line.length)) * letter
    const right = 100 + width + 2
    const words = lines.map((line, at) => set(line, 100, 220 + 15 * at))
    const rulings = [across(200, 97, 540), across(280, 97, 540), ...[97, right + 3, 540].map((x) => down(x, 200, 280))]
    const [table] = documentOfPages([page([...words, set('Rà soát', 400, 220)], rulings)]).blocks
    expect(table?.kind === 'table' ? table.rows[0]?.cells[0]?.text : '').toBe(text)
  })

  test('underlines, frames and single strokes are no tables', () => {
    expect(gridsOf([across(100, 85, 200)])).toEqual([])
    expect(gridsOf([across(100, 85, 200), across(130, 85, 200), down(85, 100, 130), down(200, 100, 130)])).toEqual([])
  })

  test('a grid drawn in any pieces is the same grid', () => {
    const cut = fc.double({ min: 0.1, max: 0.9, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(cut, { minLength: 9, maxLength: 9 }),
        fc.double({ min: -0.7, max: 0.7, noNaN: true }),
        (cuts, drift) => {
          const pieces = ruled(200).flatMap((line, at) => {
            const middle = line.from + (line.to - line.from) * (cuts[at] ?? 0.5)
            return [
              { ...line, to: middle + 1 },
              { ...line, at: line.at + drift, from: middle - 1 },
            ]
          })
          const shapes = (grid: ReturnType<typeof gridsOf>[number] | undefined): unknown =>
            grid?.cells.map(({ row, column, rows, columns }) => [row, column, rows, columns])
          expect(shapes(gridsOf(pieces)[0])).toEqual(shapes(gridsOf(ruled(200))[0]))
        },
      ),
    )
  })
})

test('a table without lines is found by its columns of white', () => {
  const columns = [90, 130, 330, 450]
  const rows = [
    ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'],
    ['1', 'Rà soát thủ tục', 'Sở Nội vụ', 'Quý I'],
    ['2', 'Tập huấn kỹ năng số', 'Sở Y tế', 'Quý II'],
  ]
  const words = rows.flatMap((cells, row) => cells.map((text, at) => set(text, columns[at] ?? 0, 200 + 30 * row)))
  expect(textsOf(documentOfPages([page([...words, ...filler])]))).toEqual([
    ...rows.map((cells) => cells.join(' | ')),
    fillerText,
  ])
})

test('no words are lost or made up, wherever they stand', () => {
  const word = fc.record({
    // Short capitals and figures may be halves of a word that its cell has cut, which are put together again.
    text: fc.stringMatching(/^[A-Z]?[a-z]{1,6}$/u),
    left: fc.integer({ min: 20, max: 500 }),
    top: fc.integer({ min: 90, max: 740 }),
  })
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (found) => {
      const words = found.map(({ text, left: x, top }) => ({
        text,
        size,
        left: x,
        right: x + 6 * text.length,
        top,
        bottom: top + size,
      }))
      const read = textsOf(documentOfPages([page([words])])).join(' ')
      const sorted = (text: string): string =>
        text
          .split(/[\s|]+/u)
          .filter(Boolean)
          .sort()
          .join(' ')
      expect(sorted(read)).toBe(sorted(words.map(({ text }) => text).join(' ')))
    }),
  )
})
