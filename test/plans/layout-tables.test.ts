import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gridOf } from '../../plans/document.ts'
import { gridsOf } from '../../plans/layout/grid.ts'
import type { Ruling, Word } from '../../plans/layout/page.ts'
import { documentOfPages } from '../../plans/layout/pages-to-document.ts'
import { across, down, filler, fillerText, letter, page, set, textsOf } from './layout-page.ts'

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
