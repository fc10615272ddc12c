import { expect, test } from 'vitest'
import { readPlan } from '../../plans/read-plan.ts'
import { readHtml } from '../../plans/readers/html.ts'

const linesOf = (html: string): string[] =>
  readHtml(html).blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.text]
      : block.rows.map(({ cells }) => cells.map(({ text }) => text).join(' | ')),
  )

test('of a whole page only what a reader sees is read', () => {
  const page = `<!doctype html><html><head><title>Trang</title><style>p { color: red }</style><script>var x = '<p>y</p>'</script></head>
    <body><nav><a href="/">Trang chủ</a></nav><h1>KẾ HOẠCH</h1><p>Công tác&nbsp;năm <b>2026</b></p><p style="display:none">ẩn</p>
    <p hidden>ẩn</p><a href="#muc-1">1. Mục một</a><button>In</button><p>C&#7843;i c&aacute;ch &lt;hành chính&gt;</p></body></html>`
  expect(linesOf(page)).toEqual(['KẾ HOẠCH', 'Công tác năm 2026', 'Cải cách <hành chính>'])
})

test('items of lists carry their markers, unless their words do already', () => {
  const lists =
    '<ol><li>Một<ul><li>Hai<ul><li>Ba</ul></ul><li>Bốn</ol><ol type="a" start="3"><li>c<li value="6">f</ol>' +
    '<ol style="list-style-type: upper-roman"><li>x</ol><ul style="list-style: none"><li>y</ul><ol><li>1. z</ol><ul><li>- t</ul>'
  expect(linesOf(lists)).toEqual(['1. Một', '- Hai', '+ Ba', '2. Bốn', 'c) c', 'f) f', 'I. x', 'y', '1. z', '- t'])
})

test('merged cells push those beside and below them', () => {
  const html =
    '<table><tr><th rowspan=2>STT<th colspan=2>Đơn vị<th rowspan=0>Hạn</tr><tr><td>Chủ trì<td>Phối hợp</table>'
  const [table] = readHtml(html).blocks
  expect(table?.kind === 'table' && table.rows.map(({ cells }) => cells)).toEqual([
    [
      { text: 'STT', column: 0, columns: 1, rows: 2 },
      { text: 'Đơn vị', column: 1, columns: 2, rows: 1 },
      { text: 'Hạn', column: 3, columns: 1, rows: 1 },
    ],
    [
      { text: 'Chủ trì', column: 1, columns: 1, rows: 1 },
      { text: 'Phối hợp', column: 2, columns: 1, rows: 1 },
    ],
  ])
})

test('a table that only frames the page gives way to the table of tasks in it', () => {
  const inner = '<table><tr><td>TT<td>Nhiệm vụ<td>Chủ trì</tr><tr><td>1<td>Rà soát<td>Sở Y tế</tr></table>'
  expect(linesOf(`<table><tr><td>PHỤ LỤC${inner}<p>Hết</p><td>Cột bên</table>`)).toEqual([
    'PHỤ LỤC',
    'TT | Nhiệm vụ | Chủ trì',
    '1 | Rà soát | Sở Y tế',
    'Hết',
    'Cột bên',
  ])
})

test('footnote marks are left out, exponents are not', () => {
  expect(linesOf('<p>Sở Nội vụ<sup>[1]</sup> rà soát 10 m<sup>2</sup><sup><a href="#_ftn2">2</a></sup></p>')).toEqual([
    'Sở Nội vụ rà soát 10 m2',
  ])
})

test('headers and footers of printed pages and of sites stand in the margins', () => {
  const html =
    '<div title="header"><p>MẬT</p></div><p>Nội dung</p><div style="mso-element:footer">Trang 1</div><footer>Bản quyền</footer>'
  expect(readHtml(html)).toEqual({
    blocks: [{ kind: 'paragraph', text: 'Nội dung', line: 1 }],
    margins: ['MẬT', 'Trang 1', 'Bản quyền'],
  })
})

test.each([
  ['utf-8', (text: string) => Buffer.from(text)],
  ['utf-8 with its mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
  ['utf-16le', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['utf-16le without its mark', (text: string) => Buffer.from(text, 'utf16le')],
  ['windows-1258', (text: string) => toWindows1258(text)],
])('a page in %s reads the same', async (_encoding, encode) => {
  const page =
    '<html><table><tr><td>TT<td>Nhiệm vụ<td>Đơn vị chủ trì<td>Thời hạn<tr><td>1<td>Rà soát thủ tục<td>Sở Nội vụ<td>Quý I/2026</table></html>'
  const { tasks } = await readPlan({ name: 'a', bytes: encode(page) })
  expect(tasks).toMatchObject([{ title: 'Rà soát thủ tục', lead: ['Sở Nội vụ'], occurrences: ['2026-03-31'] }])
})

/** What Windows programs in Vietnamese wrote: letters with ^, breve and horn whole, tones as marks behind them. */
const toWindows1258 = (text: string): Uint8Array => {
  const bytes = new Map<string, number>()
  for (let byte = 0; byte < 256; byte += 1) {
    bytes.set(new TextDecoder('windows-1258').decode(Uint8Array.of(byte)), byte)
  }
  const split = (letter: string): string => {
    const decomposed = letter.normalize('NFD')
    const tone = Array.from(decomposed).find((mark) => '\u0300\u0301\u0303\u0309\u0323'.includes(mark)) ?? ''
    return tone === '' ? letter : decomposed.replace(tone, '').normalize('NFC') + tone
  }
  const letters = Array.from(text).flatMap((letter) => (bytes.has(letter) ? [letter] : Array.from(split(letter))))
  return Uint8Array.from(letters.map((letter) => bytes.get(letter) ?? 63))
}

test.each([
  ['a page named so', 'phu-luc.html', ''],
  ['a part of a page whatever its name', 'phu-luc', ''],
  ['a part of a page that begins with words', 'phu-luc.htm', 'Phụ lục'],
])('%s needs no head', async (_what, name, before) => {
  const row = '<tr><td>1<td>Rà soát thủ tục<td>Sở Y tế<td>30/9/2025</tr>'
  const head = '<tr><td>TT<td>Nhiệm vụ<td>Chủ trì<td>Thời hạn</tr>'
  const text = `${before}<p>Số: 12/KH-UBND</p><p>KẾ HOẠCH</p><table>${head}${row}</table>`
  const { tasks } = await readPlan({ name, bytes: new TextEncoder().encode(text) })
  expect(tasks).toMatchObject([{ title: 'Rà soát thủ tục', lead: ['Sở Y tế'], occurrences: ['2025-09-30'] }])
})
