import { readFileSync } from 'node:fs'
import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../domain/errors.ts'
import { documentOf } from '../../plans/document-of.ts'
import { gridOf, type PlanDocument } from '../../plans/document.ts'
import { withoutLines } from '../../plans/ocr/ruled-lines.ts'
import { coarsely } from '../../plans/ocr/paper.ts'
import { turned, white } from '../../plans/ocr/picture.ts'
import { sizeOfPicture } from '../../plans/ocr/picture-size.ts'
import { withSetPhrases } from '../../plans/ocr/set-phrases.ts'
import { skewOf } from '../../plans/ocr/skew.ts'
import { readPlan } from '../../plans/read-plan.ts'
import { sniff } from '../../plans/sniff.ts'
import { annexHeader, annexRows, paragraphsOfPlan } from './pages/sample-words.ts'

const fixture = (name: string): Uint8Array => readFileSync(new URL(`pages/${name}`, import.meta.url))

const read = async (name: string): Promise<PlanDocument> => {
  const file = { name, bytes: fixture(name) }
  return documentOf({ file, onProgress: () => undefined }, await sniff(file))
}

/** Recognition of a page takes some seconds, and more where others use the machine. */
const patience = 240_000

describe('scanned pages, at a slant and with dust', () => {
  test('a letter reads as it was written', { timeout: patience }, async () => {
    const { blocks } = await read('letter.jpg')
    const texts = blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''))
    expect(texts.slice(0, 8)).toEqual([
      'ỦY BAN NHÂN DÂN',
      'PHƯỜNG MẪU',
      'Số: 15/KH-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Phường Mẫu, ngày 05 tháng 01 năm 2026',
      'KẾ HOẠCH',
      'Cải cách hành chính phường Mẫu năm 2026',
    ])
    const written: readonly string[] = paragraphsOfPlan
    const same = written.filter((text) => texts.includes(text))
    expect(same.length).toBeGreaterThanOrEqual(written.length - 2)
    expect(texts).toHaveLength(8 + written.length + 7)
  })

  test('a table keeps its rows, columns and words, and its tasks are read', { timeout: patience }, async () => {
    const document = await read('annex-scanned.pdf')
    const table = document.blocks.find((block) => block.kind === 'table')
    const rows = table === undefined ? [] : gridOf(table).map((row) => row.map((square) => square.text))
    expect(rows).toEqual([annexHeader, ...annexRows.slice(9).map(({ cells }) => cells)])
  })

  test('the tasks of a scan are those of the file', { timeout: patience }, async () => {
    const told: unknown[] = []
    const file = { name: 'quet.pdf', bytes: fixture('annex-scanned.pdf') }
    const { tasks } = await readPlan(file, (progress) => told.push(progress))
    expect(told).toEqual([{ page: 1, pages: 1 }])
    expect(tasks.map(({ lead, support }) => [...lead, ...support].length)).toEqual([2, 2, 2])
  })
})

const codeOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    await readPlan({ name: 'anh', bytes })
    return 'read'
  } catch (error) {
    if (error instanceof AppError) return String(error.code)
    throw error
  }
}

/** A header that states a size, and nothing behind it. */
const pngOf = (width: number, height: number): Uint8Array => {
  const bytes = new Uint8Array(64)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return bytes
}

const whitePaper = (): Uint8Array => {
  const canvas = createCanvas(600, 400)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, 600, 400)
  return canvas.toBuffer('image/png')
}

test.each<readonly [string, string, () => Uint8Array]>([
  ['white paper', 'file-no-text', whitePaper],
  ['100 megapixels, by the header alone', 'file-too-heavy', () => pngOf(10_000, 10_000)],
  ['a header without a picture', 'file-broken', () => pngOf(100, 100)],
  ['half of a photo', 'file-broken', () => fixture('letter.jpg').subarray(0, 200)],
  ['a TIFF', 'file-old-format', () => Uint8Array.from([0x49, 0x49, 42, 0, ...new Uint8Array(60)])],
])('%s: %s', { timeout: patience }, async (_what, code, make) => {
  expect(await codeOf(make())).toBe(code)
})

test('sizes are read from the headers of the kinds of pictures that are taken', () => {
  const canvas = createCanvas(321, 123)
  const kinds = ['image/png', 'image/jpeg', 'image/webp'] as const
  for (const kind of kinds) {
    expect(sizeOfPicture(canvas.toBuffer(kind as 'image/png'))).toEqual({ width: 321, height: 123 })
  }
})

/** Paper with level strokes as lines of text have. */
const striped = (): { width: number; height: number; pixels: Uint8Array } => {
  const pixels = new Uint8Array(1200 * 900).fill(white)
  for (let y = 100; y < 800; y += 50) pixels.fill(0, y * 1200 + 150, y * 1200 + 1050)
  return { width: 1200, height: 900, pixels }
}

test.each([-3, -1, -0.3, 0, 0.5, 2])('paper that lies %d degrees askew is turned level', (degrees) => {
  const askew = turned(striped(), (degrees * Math.PI) / 180)
  expect((skewOf(coarsely(askew, 2)) * 180) / Math.PI).toBeCloseTo(-degrees, 0)
})

test('ruled lines are found and taken out, and strokes of letters stay', () => {
  const [width, height] = [800, 400]
  const pixels = new Uint8Array(width * height).fill(white)
  const box = (x: number, y: number, w: number, h: number): void => {
    for (let row = y; row < y + h; row += 1) pixels.fill(0, row * width + x, row * width + x + w)
  }
  for (const y of [50, 110, 170]) box(100, y, 600, 3)
  for (const x of [100, 400, 697]) box(x, 50, 3, 123)
  box(200, 65, 6, 40)
  const { picture, rulings } = withoutLines({ width, height, pixels })
  expect(rulings.map(({ direction }) => direction)).toEqual(['across', 'across', 'across', 'down', 'down', 'down'])
  const dark = [...picture.pixels.keys()].filter((at) => picture.pixels[at] === 0)
  expect(dark).toHaveLength(6 * 40)
})

test.each([
  ['chuyến đối số và kiếm tra', 'chuyển đổi số và kiểm tra'],
  ['TỐ CHỨC THỰC HIÊN', 'TỔ CHỨC THỰC HIỆN'],
  ['Triến khai, tống hợp;', 'Triển khai, tổng hợp;'],
  ['chi tiêu và chỉ tiêu', 'chi tiêu và chỉ tiêu'],
  ['báo. cáo', 'báo. cáo'],
])('%s is read as %s', (seen, meant) => {
  expect(withSetPhrases(seen.split(' ')).join(' ')).toBe(meant)
})
