import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readDocx } from '../../plans/readers/docx.ts'
import { cell, inList, list, paragraph, row, shape, table, wordFile, words } from './word-file.ts'

const read = async (body: string, parts: Readonly<Record<string, string>> = {}) => readDocx(wordFile(body, parts))

const textsOf = async (body: string, parts: Readonly<Record<string, string>> = {}): Promise<string[]> =>
  (await read(body, parts)).blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.text]
      : block.rows.map(({ cells }) => cells.map(({ text }) => text).join(' | ')),
  )

const outline = shape(1, ['upperRoman', '%1.'], ['decimal', '%2.'], ['lowerLetter', '%3)'], ['bullet', '\uF0B7'])

test('the numbers that Word counts stand before the words, each level from its start under the one above', async () => {
  const body = [
    paragraph('Mục đích', inList(1)),
    paragraph('Yêu cầu', inList(1, 1)),
    paragraph('Nội dung', inList(1, 1)),
    paragraph('Rà soát', inList(1, 2)),
    paragraph('Báo cáo', inList(1, 2)),
    paragraph('Theo tháng', inList(1, 3)),
    paragraph('Nhiệm vụ', inList(1)),
    paragraph('Tuyên truyền', inList(1, 1)),
  ].join('')
  expect(await textsOf(body, { numbering: outline + list(1, 1) })).toEqual([
    'I. Mục đích',
    '1. Yêu cầu',
    '2. Nội dung',
    'a) Rà soát',
    'b) Báo cáo',
    '- Theo tháng',
    'II. Nhiệm vụ',
    '1. Tuyên truyền',
  ])
})

test.each([
  ['decimal', '%1.', ['1. A', '2. A', '3. A']],
  ['decimalZero', '%1', ['01 A', '02 A', '03 A']],
  ['lowerRoman', '(%1)', ['(i) A', '(ii) A', '(iii) A']],
  ['upperLetter', '%1.', ['A. A', 'B. A', 'C. A']],
  ['bullet', '-', ['- A', '- A', '- A']],
  ['bullet', '•', ['- A', '- A', '- A']],
  ['bullet', '+', ['+ A', '+ A', '+ A']],
  ['decimal', 'Điều %1.', ['Điều 1. A', 'Điều 2. A', 'Điều 3. A']],
  ['none', '', ['A', 'A', 'A']],
])('a list in %s as %s', async (format, text, expected) => {
  const body = paragraph('A', inList(1)).repeat(3)
  expect(await textsOf(body, { numbering: shape(1, [format, text]) + list(1, 1) })).toEqual(expected)
})

test('a number of several levels takes each in its own format, or all in figures', async () => {
  const numbering = shape(1, ['upperRoman', '%1'], ['decimal', '%1.%2']) + list(1, 1)
  const legal = shape(1, ['upperRoman', '%1'], ['decimal', '%1.%2', '<w:isLgl/>']) + list(1, 1)
  const body = paragraph('A', inList(1)) + paragraph('B', inList(1, 1)) + paragraph('C', inList(1, 1))
  expect(await textsOf(body, { numbering })).toEqual(['I A', 'I.1 B', 'I.2 C'])
  expect(await textsOf(body, { numbering: legal })).toEqual(['I A', '1.1 B', '1.2 C'])
})

test('lists of one shape count together until one says where it starts', async () => {
  const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
  const numbering = shape(1, ['decimal', '%1.']) + list(1, 1) + list(2, 1) + list(3, 1, restart)
  const body = [1, 1, 2, 3, 3].map((id) => paragraph('A', inList(id))).join('')
  expect(await textsOf(body, { numbering })).toEqual(['1. A', '2. A', '3. A', '1. A', '2. A'])
})

test('a level that never starts again goes on counting', async () => {
  const numbering = shape(1, ['upperRoman', '%1.'], ['decimal', '%2.', '<w:lvlRestart w:val="0"/>']) + list(1, 1)
  const body = [0, 1, 0, 1].map((level) => paragraph('A', inList(1, level))).join('')
  expect(await textsOf(body, { numbering })).toEqual(['I. A', '1. A', 'II. A', '2. A'])
})

test('a style brings its numbering along, a paragraph can do without', async () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Muc"/></w:style>'
  const numbering = shape(1, ['decimal', '%1.']) + list(1, 1)
  const styled = (id: string, more = ''): string => paragraph('A', `<w:pStyle w:val="${id}"/>${more}`)
  const none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
  expect(await textsOf(styled('Muc') + styled('Con') + styled('Con', none), { numbering, styles })).toEqual([
    '1. A',
    '2. A',
    'A',
  ])
})

test('a column of numbers that Word counts itself has them in its cells', async () => {
  const numbering = shape(1, ['decimal', '%1']) + list(1, 1)
  const rows = ['A', 'B'].map((text) => row(cell(paragraph('', inList(1))), cell(paragraph(text))))
  expect(await textsOf(table(...rows), { numbering })).toEqual(['1 | A', '2 | B'])
})

test('cells merged over columns and over rows reach as far as they do on paper', async () => {
  const begins = '<w:vMerge w:val="restart"/>'
  const { blocks } = await read(
    table(
      row(cell(paragraph('1'), begins), cell(paragraph('A')), cell(paragraph('B'))),
      row(cell(paragraph(''), '<w:vMerge/>'), cell(paragraph('C'), '<w:gridSpan w:val="2"/>')),
    ),
  )
  expect(blocks).toEqual([
    {
      kind: 'table',
      rows: [
        {
          line: 1,
          cells: [
            { text: '1', column: 0, columns: 1, rows: 2 },
            { text: 'A', column: 1, columns: 1, rows: 1 },
            { text: 'B', column: 2, columns: 1, rows: 1 },
          ],
        },
        { line: 2, cells: [{ text: 'C', column: 1, columns: 2, rows: 1 }] },
      ],
    },
  ])
})

test('borders that miss each other by a hair are one border', async () => {
  const grid = '<w:tblGrid><w:gridCol w:w="700"/><w:gridCol w:w="60"/><w:gridCol w:w="4000"/></w:tblGrid>'
  const wide = '<w:gridSpan w:val="2"/>'
  const { blocks } = await read(
    table(
      grid,
      row(cell(paragraph('1')), cell(paragraph('A'), wide)),
      row(cell(paragraph('2'), wide), cell(paragraph('B'))),
    ),
  )
  const [found] = blocks
  expect(
    found?.kind === 'table' && found.rows.map(({ cells }) => cells.map(({ column, columns }) => [column, columns])),
  ).toEqual([
    [
      [0, 1],
      [1, 1],
    ],
    [
      [0, 1],
      [1, 1],
    ],
  ])
})

test('a table of tasks in a table that frames the page is a table of its own', async () => {
  const inner = table(
    row(cell(paragraph('STT')), cell(paragraph('Nhiệm vụ')), cell(paragraph('Đơn vị chủ trì'))),
    row(cell(paragraph('1')), cell(paragraph('Rà soát')), cell(paragraph('Sở Nội vụ'))),
  )
  const outer = table(row(cell(paragraph('PHỤ LỤC') + inner + paragraph(''))))
  expect(await textsOf(outer)).toEqual(['PHỤ LỤC', 'STT | Nhiệm vụ | Đơn vị chủ trì', '1 | Rà soát | Sở Nội vụ'])
})

test('any other table in a cell is words of that cell', async () => {
  const inner = table(row(cell(paragraph('a')), cell(paragraph('b'))), row(cell(paragraph('c')), cell(paragraph('d'))))
  expect(await textsOf(table(row(cell(paragraph('1')), cell(inner + paragraph('e')))))).toEqual(['1 | a b\nc d\ne'])
})

test('tracked changes are read as accepted', async () => {
  const body =
    `<w:p>${words('Trước ngày ')}<w:del><w:r><w:delText>20/3</w:delText></w:r></w:del>` +
    `<w:ins>${words('25/3')}</w:ins></w:p>` +
    `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${words('Sở Nội ')}</w:p>${paragraph('vụ')}` +
    `<w:moveFrom>${words('cũ')}</w:moveFrom>` +
    table('<w:tr><w:trPr><w:del/></w:trPr>' + cell(paragraph('bỏ')) + '</w:tr>', row(cell(paragraph('giữ'))))
  expect(await textsOf(body)).toEqual(['Trước ngày 25/3', 'Sở Nội vụ', 'giữ'])
})

test('footnote marks, hidden words, field codes and soft hyphens are no words', async () => {
  const body =
    `<w:p>${words('Rà soát')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>` +
    '<w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:t> văn\u00ADbản</w:t><w:softHyphen/><w:t> số</w:t></w:r>' +
    '<w:r><w:noBreakHyphen/><w:t>1</w:t></w:r></w:p>'
  expect(await textsOf(body)).toEqual(['Rà soát vănbản số-1'])
})

test('capitals that Word only shows are capitals here too', async () => {
  const body = '<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>Kế hoạch</w:t></w:r></w:p>'
  expect(await textsOf(body)).toEqual(['KẾ HOẠCH'])
})

test('headers, footers, text boxes and watermarks stand in the margins', async () => {
  const box = `<w:txbxContent>${paragraph('MẬT')}</w:txbxContent>`
  const body =
    `<w:p>${words('Kế hoạch')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box}</wps:txbx></mc:Choice>` +
    `<mc:Fallback><v:textbox>${box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>`
  const header = `<w:p><w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r></w:p>`
  const { blocks, margins } = await read(body, { header1: header, footer2: paragraph('Trang 1') })
  expect(blocks).toEqual([{ kind: 'paragraph', text: 'Kế hoạch', line: 1 }])
  expect(margins).toEqual(['MẬT', 'DỰ THẢO', 'Trang 1'])
})

test('the two sides of a letterhead that a tab parts are lines of their own', async () => {
  const body = `<w:p>${words('UBND PHƯỜNG MẪU')}<w:r><w:tab/></w:r>${words('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')}</w:p>`
  expect(await textsOf(body)).toEqual(['UBND PHƯỜNG MẪU', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'])
})

test.each([
  ['the strict standard', 'w', 'http://purl.oclc.org/ooxml/wordprocessingml/main'],
  ['prefixes of another program', 'ns0', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
])('%s is read as well', async (_what, prefix, namespace) => {
  const xml = `<${prefix}:document xmlns:${prefix}="${namespace}"><${prefix}:body><${prefix}:p><${prefix}:r><${prefix}:rPr><${prefix}:caps ${prefix}:val="true"/></${prefix}:rPr><${prefix}:t>Kế hoạch</${prefix}:t></${prefix}:r></${prefix}:p></${prefix}:body></${prefix}:document>`
  const { blocks } = await readDocx(zipSync({ 'word/document2.xml': strToU8(xml) }))
  expect(blocks).toEqual([{ kind: 'paragraph', text: 'KẾ HOẠCH', line: 1 }])
})
