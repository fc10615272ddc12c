import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { test } from 'vitest'
import { isReadOrRefused, names, settings } from './fuzz-reading.ts'

const example = (extension: string): Uint8Array =>
  readFileSync(new URL(`../../examples/ke-hoach-mau.${extension}`, import.meta.url))

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
