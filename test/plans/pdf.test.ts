import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../domain/errors.ts'
import { type PlanDocument, gridOf } from '../../plans/document.ts'
import { readPlan } from '../../plans/read-plan.ts'
import { readPdf } from '../../plans/readers/pdf.ts'
import { pdfOf } from './pages/printed.ts'
import { annexHeader, annexRows, paragraphsOfPlan } from './pages/sample-words.ts'

const read = (bytes: Uint8Array): Promise<PlanDocument> =>
  readPdf({ file: { name: 'ke-hoach.pdf', bytes }, onProgress: () => undefined })

const paragraphsOf = ({ blocks }: PlanDocument): string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))

const gridsOf = ({ blocks }: PlanDocument): string[][][] =>
  blocks.flatMap((block) =>
    block.kind === 'table' ? [gridOf(block).map((row) => row.map((square) => square.text))] : [],
  )

const sample = readFileSync(new URL('pages/letter-and-annex.pdf', import.meta.url))

describe('a plan as LibreOffice prints it', () => {
  test('its letterhead, paragraphs and signature come in the order of reading', async () => {
    expect(paragraphsOf(await read(sample))).toEqual([
      'ỦY BAN NHÂN DÂN',
      'PHƯỜNG MẪU',
      'Số: 15/KH-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Phường Mẫu, ngày 05 tháng 01 năm 2026',
      'KẾ HOẠCH',
      'Cải cách hành chính phường Mẫu năm 2026',
      ...paragraphsOfPlan,
      'Nơi nhận:',
      '- UBND thành phố;',
      '- Các phòng, ban, đơn vị;',
      '- Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
      '(Đã ký)',
      'PHỤ LỤC',
      'Phân công nhiệm vụ cải cách hành chính năm 2026',
    ])
  })

  test('its annex is one table over two pages, with merged cells, sections and the lines of its cells', async () => {
    let lead = ''
    const rows = annexRows.map(({ section, cells = [] }) => {
      if (section !== undefined) return annexHeader.map(() => section)
      lead = cells[2] === '' ? lead : (cells[2] ?? '')
      return cells.map((text, at) => (at === 2 ? lead : text))
    })
    expect(gridsOf(await read(sample))).toEqual([[annexHeader, ...rows.slice(0, 9), annexHeader, ...rows.slice(9)]])
  })

  test('page numbers and footers stand in the margins', async () => {
    expect((await read(sample)).margins).toEqual(['2', 'Kế hoạch cải cách hành chính năm 2026', '3'])
  })

  test('its tasks are those of the annex and of the text', async () => {
    const { document, tasks } = await readPlan({ name: 'ke-hoach.pdf', bytes: sample })
    expect(document).toMatchObject({ number: '15/KH-UBND', issuedOn: '2026-01-05', planYear: 2026 })
    const task = tasks.find(({ title }) => title.startsWith('Tổ chức lấy ý kiến'))
    expect(task).toMatchObject({
      lead: ['Trung tâm Phục vụ hành chính công'],
      occurrences: ['2026-03-20', '2026-06-20', '2026-09-20', '2026-12-20'],
    })
  })
})

const cells = [
  ['TT', 'Nhiem vu', 'Chu tri'],
  ['1', 'Ra soat', 'So A'],
  ['2', 'Tap huan', 'So B'],
]

type Canvas = PDFKit.PDFDocument

const xs = [60, 110, 300, 450]
const ys = [60, 90, 120, 150]

const writeCells = (document: Canvas): void => {
  cells.forEach((row, down) => {
    row.forEach((text, at) => document.text(text, (xs[at] ?? 0) + 6, (ys[down] ?? 0) + 8, { lineBreak: false }))
  })
}

describe('lines of a table, however they are drawn', () => {
  test.each<readonly [string, (document: Canvas) => void]>([
    [
      'as strokes',
      (document) => {
        for (const x of xs) document.moveTo(x, 60).lineTo(x, 150).stroke()
        for (const y of ys) document.moveTo(60, y).lineTo(450, y).stroke()
      },
    ],
    [
      'as rectangles round each cell',
      (document) => {
        for (const [row, y] of ys.slice(0, 3).entries())
          for (const [at, x] of xs.slice(0, 3).entries())
            document.rect(x, y, (xs[at + 1] ?? 0) - x, (ys[row + 1] ?? 0) - y).stroke()
      },
    ],
    [
      'as thin filled boxes',
      (document) => {
        for (const x of xs) document.rect(x, 60, 0.5, 90).fill()
        for (const y of ys) document.rect(60, y, 390, 0.5).fill()
      },
    ],
    ['not at all', () => undefined],
  ])('%s', async (_what, draw) => {
    const document = await read(
      await pdfOf((page) => {
        draw(page)
        writeCells(page.fillColor('#000000'))
      }),
    )
    expect(gridsOf(document)).toEqual([cells])
  })

  test('lines in white are not to be seen', async () => {
    const bytes = await pdfOf((page) => {
      page.strokeColor('#ffffff').rect(50, 50, 500, 40).stroke().moveTo(200, 50).lineTo(200, 90).stroke()
      page.text('Ra soat thu tuc', 60, 60)
    })
    expect((await read(bytes)).blocks).toEqual([{ kind: 'paragraph', text: 'Ra soat thu tuc', line: 1 }])
  })
})

describe('pages that do not stand upright', () => {
  test('a landscape page set sideways on upright paper', async () => {
    const bytes = await pdfOf((page) => {
      page.rotate(-90).translate(-842, 0)
      for (const x of xs) page.moveTo(x, 60).lineTo(x, 150).stroke()
      for (const y of ys) page.moveTo(60, y).lineTo(450, y).stroke()
      writeCells(page)
    })
    expect(gridsOf(await read(bytes))).toEqual([cells])
  })

  test('a slanted watermark is no part of the text', async () => {
    const bytes = await pdfOf((page) => {
      page.text('Ra soat thu tuc', 60, 60)
      page.rotate(-40).text('BAN NHAP', -100, 500)
    })
    const document = await read(bytes)
    expect(paragraphsOf(document)).toEqual(['Ra soat thu tuc'])
    expect(document.margins.join(' ')).toBe('BAN NHAP')
  })
})

test('words drawn letter by letter, letter-spaced or twice are words', async () => {
  const bytes = await pdfOf((page) => {
    page.text('KE HOACH', 60, 60, { characterSpacing: 4, lineBreak: false })
    page.text('In dam', 60, 100, { lineBreak: false }).text('In dam', 60.3, 100, { lineBreak: false })
    Array.from('Roi').forEach((letter, at) => page.text(letter, [60, 68.7, 75.4][at] ?? 0, 140, { lineBreak: false }))
    page.text('Nghi quyet', 60, 180, { lineBreak: false }).fontSize(7).text('12', 117, 178, { lineBreak: false })
  })
  expect(paragraphsOf(await read(bytes))).toEqual(['KE HOACH', 'In dam', 'Roi', 'Nghi quyet'])
})

const codeOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    await readPlan({ name: 'a.pdf', bytes })
    return 'read'
  } catch (error) {
    if (error instanceof AppError) return String(error.code)
    throw error
  }
}

test.each<readonly [string, string, () => Promise<Uint8Array>]>([
  ['a password', 'file-protected', () => pdfOf((page) => page.text('x'), { userPassword: 'x' })],
  ['half of a file', 'file-broken', () => Promise.resolve(sample.subarray(0, 300))],
  [
    '301 pages',
    'file-too-many-pages',
    () =>
      pdfOf((page) => {
        for (let at = 0; at < 300; at += 1) page.addPage()
      }),
  ],
  ['pages without anything', 'file-empty', () => pdfOf(() => undefined)],
  ['a secret', 'file-secret', () => pdfOf((page) => page.text('TUYET MAT', 60, 60).text('Ra soat', 60, 120))],
])('%s: %s', async (_what, code, make) => {
  expect(await codeOf(await make())).toBe(code)
})

test('progress is told page by page', async () => {
  const told: unknown[] = []
  await readPdf({ file: { name: 'a.pdf', bytes: sample }, onProgress: (progress) => told.push(progress) })
  expect(told).toEqual([1, 2, 3].map((page) => ({ page, pages: 3 })))
})
