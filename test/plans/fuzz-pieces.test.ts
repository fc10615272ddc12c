import fc from 'fast-check'
import { test } from 'vitest'
import { planFile } from '../support/plan-file.ts'
import { isReadOrRefused, names, settings } from './fuzz-reading.ts'
import { sheetFile, sheetRow } from './sheet-file.ts'
import { wordFile } from './word-file.ts'

const tags = [
  'table',
  'tr',
  'td',
  'th',
  'p',
  'ol',
  'ul',
  'li',
  'br',
  'sup',
  'div',
  'script',
  'nav',
  'pre',
  'del',
  'footer',
]
const htmlPieces = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...tags),
      fc.constantFrom('', ' rowspan=3', ' colspan=99999', ' start=-4', ' type=i', ' hidden', ' value=x'),
    )
    .map(([tag, attributes]) => `<${tag}${attributes}>`),
  fc.constantFrom(...tags).map((tag) => `</${tag}>`),
  fc.constantFrom('STT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Quý I', '1', 'Sở Nội vụ', '&nbsp;', '&#0;', '<', '\n'),
)

const wordTags = [
  'p',
  'r',
  't',
  'tbl',
  'tr',
  'tc',
  'pPr',
  'rPr',
  'tcPr',
  'trPr',
  'numPr',
  'del',
  'ins',
  'txbxContent',
  'sdt',
  'sdtContent',
]
const wordMarks = [
  '<w:numId w:val="1"/>',
  '<w:ilvl w:val="99"/>',
  '<w:ilvl w:val="1"/>',
  '<w:gridSpan w:val="-3"/>',
  '<w:gridSpan w:val="4000"/>',
  '<w:vMerge/>',
  '<w:vMerge w:val="restart"/>',
  '<w:hMerge w:val="continue"/>',
  '<w:gridBefore w:val="9"/>',
  '<w:gridCol w:w="5"/>',
  '<w:caps/>',
  '<w:vanish/>',
  '<w:tab/>',
  '<w:br/>',
  '<w:pStyle w:val="A"/>',
]
const wordPieces = fc.oneof(
  fc.constantFrom(...wordTags).map((tag) => `<w:${tag}>`),
  fc.constantFrom(...wordTags).map((tag) => `</w:${tag}>`),
  fc.constantFrom(...wordMarks, 'STT', 'Nhiệm vụ', 'Đơn vị chủ trì', '1.', '&amp;', '&x;'),
)
const numbering =
  '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="A"/><w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%9)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
const styles =
  '<w:style w:styleId="A" w:type="paragraph"><w:basedOn w:val="B"/><w:numId w:val="1"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'

const sheetPieces = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('A1', 'B2', 'XFD9', 'AAA1', '', 'x'),
      fc.constantFrom('s', 'n', 'b', 'e', 'd', 'str', 'q'),
      fc.constantFrom('1', '-1', '1e400', '99999999', 'x', ''),
    )
    .map(([place, type, value]) => `<c r="${place}" t="${type}" s="2"><v>${value}</v></c>`),
  fc.constantFrom(
    '<row r="9" hidden="1">',
    '</row>',
    '<row r="-4">',
    '<is><t>Nhiệm vụ</t></is>',
    '<mergeCell ref="B9:A1"/>',
    '<mergeCell ref="A1:XFD1048576"/>',
    '<col min="1" max="99999999" hidden="1"/>',
  ),
)

const files: readonly (readonly [string, fc.Arbitrary<Uint8Array>])[] = [
  [
    'tags of a page',
    fc.array(htmlPieces, { maxLength: 60 }).map((pieces) => new TextEncoder().encode(`<html>${pieces.join('')}`)),
  ],
  [
    'elements of a Word file',
    fc.array(wordPieces, { maxLength: 60 }).map((pieces) => wordFile(pieces.join(''), { numbering, styles })),
  ],
  [
    'cells of a workbook',
    fc.array(sheetPieces, { maxLength: 40 }).map((pieces) => sheetFile([{ rows: [sheetRow(1, pieces.join(''))] }])),
  ],
  [
    'lines of a text',
    fc
      .array(
        fc.constantFrom(
          '|',
          '\t',
          '"',
          ';',
          ',',
          '---',
          '\n',
          '  ',
          '# ',
          '- ',
          '1. ',
          'STT',
          'Nhiệm vụ',
          'Đơn vị chủ trì',
          '`',
          '<b>',
          '[x](y)',
          '\\',
        ),
        { maxLength: 80 },
      )
      .map((pieces) => new TextEncoder().encode(pieces.join(''))),
  ],
  [
    'a plan with something in the middle',
    fc
      .tuple(fc.nat({ max: 500 }), fc.string({ unit: 'binary', maxLength: 60 }))
      .map(([at, words]) => Buffer.concat([planFile().subarray(0, at), Buffer.from(words), planFile().subarray(at)])),
  ],
]

test.each(files)(
  '%s in any order',
  async (_what, file) => {
    await fc.assert(fc.asyncProperty(file, names, isReadOrRefused), settings)
  },
  600_000,
)
