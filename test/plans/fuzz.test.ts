import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { AppError } from '../../domain/errors.ts'
import { readPlan } from '../../plans/read-plan.ts'
import { planFile } from '../support/plan-file.ts'
import { sheetFile, sheetRow } from './sheet-file.ts'
import { wordFile } from './word-file.ts'

// Whatever comes, a reader reads it or refuses it by name. FUZZ_RUNS=5000 vitest run test/plans/fuzz.test.ts runs
// longer, and FUZZ_SEED repeats a run that failed.

const runs = Number(process.env['FUZZ_RUNS'] ?? 40)
const seed = process.env['FUZZ_SEED']
const settings = { numRuns: runs, ...(seed === undefined ? {} : { seed: Number(seed) }) }

const example = (extension: string): Uint8Array =>
  readFileSync(new URL(`../../examples/ke-hoach-mau.${extension}`, import.meta.url))

/** Reads, or is refused by name; every task has a code of its own and a title. */
const isReadOrRefused = async (bytes: Uint8Array, name: string): Promise<void> => {
  try {
    const { tasks } = await readPlan({ name, bytes })
    expect(new Set(tasks.map(({ code }) => code)).size).toBe(tasks.length)
    for (const { title } of tasks) expect(title.trim()).not.toBe('')
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}

const names = fc.constantFrom('a.docx', 'a.xlsx', 'a.csv', 'a.html', 'a.md', 'a.txt', 'a.pdf', 'a')

/** A piece of a file changed, cut out, doubled, or moved. */
const damage = (original: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc
    .array(
      fc.record({
        at: fc.nat({ max: original.length - 1 }),
        length: fc.nat({ max: 200 }),
        how: fc.constantFrom('flip', 'cut', 'double', 'zero', 'end'),
        bits: fc.integer({ min: 1, max: 255 }),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((changes) =>
      changes.reduce((bytes: Uint8Array, { at, length, how, bits }) => {
        const before = bytes.subarray(0, at)
        const piece = bytes.subarray(at, at + length)
        const after = bytes.subarray(at + length)
        switch (how) {
          case 'cut':
            return Buffer.concat([before, after])
          case 'double':
            return Buffer.concat([before, piece, piece, after])
          case 'zero':
            return Buffer.concat([before, new Uint8Array(piece.length), after])
          case 'end':
            return before
          default:
            return Buffer.concat([before, piece.map((byte) => byte ^ bits), after])
        }
      }, original),
    )

/** The same inside of an archive, where its sums do not give the damage away. */
const damageInside = (archive: Uint8Array, part: string): fc.Arbitrary<Uint8Array> => {
  const parts = unzipSync(archive)
  return damage(parts[part] ?? new Uint8Array([0])).map((bytes) => zipSync({ ...parts, [part]: bytes }, { level: 0 }))
}

const word = example('docx')
const workbook = example('xlsx')
const partsOf = (archive: Uint8Array): string[] =>
  Object.keys(unzipSync(archive)).filter((name) => /^(?:word|xl)\/.*\.(?:xml|rels)$/u.test(name))

const asHtml = new TextEncoder().encode(
  `<html><meta charset="utf-8"><body><h1>KẾ HOẠCH</h1>${'<ol><li>Một<ul><li>Hai</ul></ol>'.repeat(3)}<table><tr><th rowspan="2">STT<th>Nhiệm vụ<th colspan="2">Đơn vị chủ trì<tr><td>1<td>Rà soát<td>Sở Nội vụ<sup>[1]</sup></table></body></html>`,
)
const asMarkdown = new TextEncoder().encode(
  '# KẾ HOẠCH\n\n| STT | Nhiệm vụ | Đơn vị chủ trì |\n|:--|---|---|\n| 1 | Rà soát<br>văn bản | **Sở Nội vụ** |\n\n1. Một\n   - Hai `x`\n\n<table><tr><td>1</td></tr></table>\n',
)
const asCsv = new TextEncoder().encode(
  'sep=;\nSTT;"Nhiệm vụ, việc";Đơn vị chủ trì;Thời hạn\n1;"Rà soát\nvăn ""bản""";Sở Nội vụ;Quý I\n',
)

test('random bytes', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .tuple(
        fc.constantFrom('PK\x03\x04', '%PDF-1.7\n', '\xD0\xCF\x11\xE0', '\x89PNG\r\n\x1A\n', '{\\rtf', '<html>'),
        fc.uint8Array({ maxLength: 300 }),
      )
      .map(([start, rest]) => Buffer.concat([Buffer.from(start, 'latin1'), rest])),
  )
  await fc.assert(fc.asyncProperty(bytes, names, isReadOrRefused), settings)
}, 600_000)

test.each([
  ['.docx', word],
  ['.xlsx', workbook],
  ['.txt', example('txt')],
  ['.html', asHtml],
  ['.md', asMarkdown],
  ['.csv', asCsv],
])(
  'a damaged %s',
  async (extension, original) => {
    await fc.assert(
      fc.asyncProperty(damage(original), (bytes) => isReadOrRefused(bytes, `a${extension}`)),
      settings,
    )
  },
  600_000,
)

test.each([
  ['.docx', word],
  ['.xlsx', workbook],
])(
  'damage inside of the archive of a %s',
  async (extension, archive) => {
    const damaged = fc.constantFrom(...partsOf(archive)).chain((part) => damageInside(archive, part))
    await fc.assert(
      fc.asyncProperty(damaged, (bytes) => isReadOrRefused(bytes, `a${extension}`)),
      settings,
    )
  },
  600_000,
)

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
