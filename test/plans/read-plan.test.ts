import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { AppError } from '../../domain/errors.ts'
import { toDocx, toXlsx } from '../../examples/office-files.ts'
import { readPlan } from '../../plans/read-plan.ts'
import { cells, letterhead, readOffice, readRows, readText } from './support.ts'

const row = ['TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn', '1 | Rà soát | Sở Nội vụ | Quý I']
const table = row
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .join('\t'),
  )
  .join('\n')

const codeOf = async (reading: Promise<unknown>): Promise<string> => {
  try {
    await reading
    return 'read'
  } catch (error) {
    if (error instanceof AppError) return String(error.code)
    throw error
  }
}

const bytes = (...numbers: readonly number[]): Uint8Array => Uint8Array.from(numbers)
const text = (content: string): Uint8Array => new TextEncoder().encode(content)
const utf16 = (content: string): Uint8Array => Buffer.concat([bytes(0xff, 0xfe), Buffer.from(content, 'utf16le')])

test.each<readonly [string, Uint8Array, string]>([
  ['nothing', bytes(), 'file-empty'],
  ['only spaces', text(' \n\t\n '), 'file-not-a-plan'],
  ['only line breaks', text('\n\n'), 'file-empty'],
  ['20 MB and one byte', new Uint8Array(20 * 1024 * 1024 + 1), 'file-too-large'],
  ['a broken picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0), 'file-broken'],
  ['an old or locked Office file', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'file-unreadable'],
  ['a broken PDF', text('%PDF-1.7\n1 0 obj'), 'file-broken'],
  ['a broken archive', bytes(0x50, 0x4b, 3, 4, 1, 2, 3), 'file-broken'],
  ['an archive of something else', zipSync({ 'a.txt': text('x') }), 'file-unreadable'],
  ['a Word file whose content is broken', zipSync({ 'word/document.xml': text('<w:doc') }), 'file-broken'],
  ['a workbook whose content is broken', zipSync({ 'xl/workbook.xml': text('<work') }), 'file-broken'],
  ['a shopping list', text('Sữa\nBánh mì\n'), 'file-not-a-plan'],
  ['a table of something else', text('Họ tên\tNăm sinh\tQuê quán\nA\t1990\tHải Phòng\n'), 'file-not-a-plan'],
])('%s is refused by its name', async (_what, content, code) => {
  expect(await codeOf(readPlan({ name: 'ke-hoach.docx', bytes: content }))).toBe(code)
})

test('a small archive that unpacks to far more than memory should hold is refused before that', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(80 * 1024 * 1024) }, { level: 9 })
  expect(bomb.length).toBeLessThan(1024 * 1024)
  expect(await codeOf(readPlan({ name: 'a.docx', bytes: bomb }))).toBe('file-unpacks-too-large')
})

test('an archive that lies about how large it is inside is refused', async () => {
  const content = zipSync({ 'word/document.xml': new Uint8Array(80 * 1024 * 1024) }, { level: 9 })
  const view = new DataView(content.buffer, content.byteOffset)
  for (let at = 0; at + 4 < content.length; at += 1) {
    const signature = view.getUint32(at, true)
    if (signature === 0x04034b50) view.setUint32(at + 22, 1000, true)
    if (signature === 0x02014b50) view.setUint32(at + 24, 1000, true)
  }
  expect(await codeOf(readPlan({ name: 'a.docx', bytes: content }))).toBe('file-broken')
})

test('what a file is, its bytes tell and not its name', async () => {
  const blocks = [
    { kind: 'lines', lines: letterhead } as const,
    {
      kind: 'table',
      widths: [5, 5, 5, 5],
      rows: row.map((line) => line.split('|').map((cell) => ({ text: cell.trim() }))),
    } as const,
  ]
  expect(await codeOf(readPlan({ name: 'a.xlsx', bytes: await toDocx(blocks) }))).toBe('read')
  expect(await codeOf(readPlan({ name: 'a.txt', bytes: await toXlsx([{ name: 'A', blocks }]) }))).toBe('read')
  expect(await codeOf(readPlan({ name: 'a.pdf', bytes: text(table) }))).toBe('read')
})

test('text in the encodings that editors save reads the same', async () => {
  const plain = await readText(table)
  for (const content of [
    utf16(table),
    text(`\uFEFF${table}`),
    text(table.normalize('NFD')),
    text(table.replaceAll('\n', '\r\n')),
  ]) {
    expect((await readPlan({ name: 'a.txt', bytes: content })).tasks).toEqual(plain.tasks)
  }
})

test.each([
  'MẬT',
  'TỐI MẬT',
  '**TUYỆT MẬT**',
  '[MẬT]',
  'Độ mật: Tối mật',
  'Số: 12/KH-UBND\tMẬT',
  'Số: 12/KH-UBND       MẬT',
])('a document marked %j is refused', async (mark) => {
  expect(await codeOf(readText(`ỦY BAN NHÂN DÂN\n${mark}\n${table}`))).toBe('file-secret')
})

test.each([
  'Giữ bí mật thông tin cá nhân',
  '(không bao gồm hồ sơ công việc có nội dung mật).',
  'Công tác bảo vệ bí mật nhà nước',
  'Mật độ dân số',
  'Không phải tài liệu MẬT theo quy định.',
])('the word is no mark: %j', async (sentence) => {
  expect(await codeOf(readText(`ỦY BAN NHÂN DÂN\n${sentence}\n${table}`))).toBe('read')
})

test('a box with the mark in a Word letterhead counts, a column about secrecy does not', async () => {
  const rows = [['ỦY BAN NHÂN DÂN\nMẬT', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'].map((cell) => ({ text: cell }))]
  expect(
    await codeOf(readPlan({ name: 'a.docx', bytes: await toDocx([{ kind: 'table', widths: [50, 50], rows }]) })),
  ).toBe('file-secret')
  const reading = readRows(
    'TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn | Độ mật',
    '1 | Rà soát | Sở Nội vụ | Quý I | MẬT',
  )
  expect(await codeOf(reading)).toBe('read')
})

test('what a plan does not say of itself is warned about', async () => {
  const plan = await readText(table)
  expect(plan.document).toMatchObject({ number: '', issuedOn: null, planYear: null })
  expect(plan.warnings.map(({ code }) => code)).toEqual(['no-number', 'no-issue-date', 'no-plan-year'])
  expect(plan.tasks[0]?.occurrences).toEqual([])
  expect(plan.tasks[0]?.warnings.map(({ code }) => code)).toEqual(['no-plan-year'])
})

test('a plan of late in the year that does not say which year it plans is not guessed at', async () => {
  const dated = (month: string): string =>
    `Hải Phòng, ngày 20 tháng ${month} năm 2025\nKẾ HOẠCH\nNâng cao chất lượng\n${table}`
  expect((await readText(dated('3'))).document).toMatchObject({ issuedOn: '2025-03-20', planYear: 2025 })
  expect((await readText(dated('12'))).document).toMatchObject({ issuedOn: '2025-12-20', planYear: null })
})

const awkward = '<b>&_*[ "x" <ul> R&D &amp; a<b ~`](http://x.vn) {{y}} <script>'

test('a title full of markup comes through Excel and Word as it is', async () => {
  const { xlsx, docx } = await readOffice([
    cells('TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời hạn'),
    cells('1', awkward, 'Sở Nội vụ', 'Quý I'),
  ])
  expect(xlsx.tasks[0]?.title).toBe(awkward)
  expect(docx.tasks[0]?.title).toBe(awkward)
})
