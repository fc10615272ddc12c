import { expect, test } from 'vitest'
import { readXlsx } from '../../plans/readers/xlsx.ts'
import { numberCell, sheetFile, type SheetParts, sheetRow, stylesXml, textCell } from './sheet-file.ts'

const linesOf = async (...file: Parameters<typeof sheetFile>): Promise<string[]> =>
  (await readXlsx(sheetFile(...file))).blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.text]
      : block.rows.map(({ cells }) => cells.map(({ text }) => text).join(' | ')),
  )

const one = (cells: string): SheetParts[] => [{ rows: [sheetRow(1, cells)] }]

// 46142 is 30 April 2026.
test.each([
  ['dd/mm/yyyy', 46142, '30/04/2026'],
  ['m/d/yy', 46142, '30/04/2026'],
  ['[$-42A]d mmmm yyyy', 46142, '30/04/2026'],
  ['d-mmm', 46142, '30/04/2026'],
  ['dddd', 46142, '30/04/2026'],
  ['dd/mm/yyyy hh:mm', 46142.7, '30/04/2026'],
  ['mm/yyyy', 46142, '04/2026'],
  ['hh:mm', 0.7083333, '17:00'],
  ['0%', 0.85, '85%'],
  ['0.00', 0.1 + 0.2, '0.3'],
  ['#,##0', 1500, '1500'],
  ['&quot;Ngày &quot;0', 12, '12'],
  ['[Red]0', 12, '12'],
  ['dd/mm/yyyy', -5, '-5'],
])('a number in the format %s', async (code, value, expected) => {
  const file = one(numberCell('A1', value, 1))
  expect(await linesOf(file, { 'xl/styles.xml': stylesXml(code) })).toEqual([expected])
})

test.each([
  [59, false, '28/02/1900'],
  [61, false, '01/03/1900'],
  [44680, true, '30/04/2026'],
])('day %i counts from the year that the workbook says', async (value, from1904, expected) => {
  const properties = from1904 ? '<workbookPr date1904="1"/>' : ''
  const styles = { 'xl/styles.xml': stylesXml('dd/mm/yyyy') }
  expect(await linesOf(one(numberCell('A1', value, 1)), styles, properties)).toEqual([expected])
})

test('formulas are read as the values that they had, a mistake as nothing', async () => {
  const cells =
    '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>2x</v></c>' +
    '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1"><f>HYPERLINK("http://127.0.0.1:9/")</f></c>'
  expect(await linesOf(one(cells))).toEqual(['2 | 2x'])
})

test('shared strings come whole, without the readings of East Asian words', async () => {
  const strings =
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<si><r><t>Sở </t></r><r><t>Nội vụ</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>A &amp; B</t></si></sst>'
  const cells = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>7</v></c>'
  expect(await linesOf(one(cells), { 'xl/sharedStrings.xml': strings })).toEqual(['Sở Nội vụ | A & B'])
})

test('hidden sheets, rows and columns are not there', async () => {
  const rows = [
    sheetRow(1, textCell('A1', 'a') + textCell('B1', 'b') + textCell('C1', 'c')),
    sheetRow(2, textCell('A2', 'ẩn'), 'hidden="1"'),
    sheetRow(3, textCell('A3', 'd') + textCell('C3', 'e')),
  ]
  const before = '<cols><col min="2" max="2" hidden="1"/></cols>'
  const { blocks } = await readXlsx(
    sheetFile([
      { rows, before },
      { rows, state: 'hidden' },
      { rows, state: 'veryHidden' },
    ]),
  )
  expect(blocks).toEqual([
    {
      kind: 'table',
      rows: [
        { line: 1, cells: ['a', 'c'].map((text, column) => ({ text, column, columns: 1, rows: 1 })) },
        { line: 3, cells: ['d', 'e'].map((text, column) => ({ text, column, columns: 1, rows: 1 })) },
      ],
    },
  ])
})

test('a merged cell reaches over the rows and columns that are shown, even when its first one is not', async () => {
  const rows = [
    sheetRow(1, textCell('A1', 'x') + textCell('B1', 'y')),
    sheetRow(2, textCell('A2', 'gộp') + textCell('D2', '1'), 'hidden="1"'),
    sheetRow(3, textCell('D3', '2')),
    sheetRow(4, textCell('D4', '3')),
  ]
  const after = '<mergeCells count="1"><mergeCell ref="A2:B4"/></mergeCells>'
  const { blocks } = await readXlsx(sheetFile([{ rows, after }]))
  const [found] = blocks
  expect(found?.kind === 'table' && found.rows.slice(1)).toEqual([
    {
      line: 3,
      cells: [
        { text: 'gộp', column: 0, columns: 2, rows: 2 },
        { text: '2', column: 3, columns: 1, rows: 1 },
      ],
    },
    { line: 4, cells: [{ text: '3', column: 3, columns: 1, rows: 1 }] },
  ])
})

test('headers, footers and shapes on a sheet stand in the margins', async () => {
  const after =
    '<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"&amp;12MẬT&amp;RTrang &amp;P</oddHeader></headerFooter>'
  const drawing =
    '<xdr:wsDr xmlns:xdr="x" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:r><a:t>TỐI </a:t></a:r><a:r><a:t>MẬT</a:t></a:r></a:p></xdr:wsDr>'
  const { margins } = await readXlsx(
    sheetFile([{ rows: [sheetRow(1, textCell('A1', 'a'))], after }], { 'xl/drawings/drawing1.xml': drawing }),
  )
  expect(margins).toEqual(['MẬT', 'Trang', 'TỐI MẬT'])
})

test('a cell far away, rows without places and a sheet that is not there do no harm', async () => {
  const rows = [
    '<row><c t="inlineStr"><is><t>a</t></is></c><c><v>1</v></c></row>',
    sheetRow(1_048_576, textCell('XFD1048576', 'z')),
  ]
  expect(await linesOf([{ rows }])).toEqual(['a | 1', 'z'])
})

test('merged cells over the whole sheet cost no more than what stands in it', async () => {
  const rows = Array.from({ length: 200 }, (_, at) =>
    sheetRow(at + 1, textCell(`A${at + 1}`, 'a') + textCell(`B${at + 1}`, 'b')),
  )
  const areas = Array.from({ length: 2000 }, (_, at) => `<mergeCell ref="A${(at % 200) + 1}:XFD1048576"/>`)
  expect(await linesOf([{ rows, after: `<mergeCells>${areas.join('')}</mergeCells>` }])).toHaveLength(200)
})
