import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Word } from '../../plans/layout/page.ts'
import { documentOfPages } from '../../plans/layout/pages-to-document.ts'
import { filler, fillerText, left, page, right, set, size, textsOf } from './layout-page.ts'

describe('lines become paragraphs', () => {
  test.each<readonly [string, readonly Word[][], readonly string[]]>([
    [
      'a line that is full goes on, the last one is short',
      [
        set('Một dòng chữ đầy đến lề phải của trang giấy', left + 36, 200, right),
        set('Đoạn này còn một dòng nữa.', left, 215),
        set('Đoạn sau.', left + 36, 230),
      ],
      ['Một dòng chữ đầy đến lề phải của trang giấy Đoạn này còn một dòng nữa.', 'Đoạn sau.'],
    ],
    [
      'a marker begins an item even where nothing else shows it',
      [set('a) Rà soát văn bản.', left, 200), set('b) Trình ban hành.', left, 215), set('- Gửi báo cáo.', left, 230)],
      ['a) Rà soát văn bản.', 'b) Trình ban hành.', '- Gửi báo cáo.'],
    ],
    [
      'text hangs under its first word',
      [
        set('- Rà soát toàn bộ văn bản đã ban hành thuộc thẩm quyền và', left, 200, right),
        set('trình Sở Tư pháp.', left + 12, 215),
      ],
      ['- Rà soát toàn bộ văn bản đã ban hành thuộc thẩm quyền và trình Sở Tư pháp.'],
    ],
    [
      'small letters go on, however short the line before was',
      [set('Phường Mẫu, ngày 05 tháng 01', left, 200), set('năm 2026', left, 215)],
      ['Phường Mẫu, ngày 05 tháng 01 năm 2026'],
    ],
    [
      'a number cut at its own hyphen is put together',
      [
        set('Thực hiện theo nội dung của Kế hoạch số 15/2026/KH-', left, 200, right),
        set('UBND của phường.', left, 215),
      ],
      ['Thực hiện theo nội dung của Kế hoạch số 15/2026/KH-UBND của phường.'],
    ],
    [
      'more white than usual parts paragraphs',
      [
        set('Đoạn thứ nhất là một dòng chữ đầy đến lề phải của trang', left, 200, right),
        set('Đoạn thứ hai đứng xa hơn bình thường và cũng đầy dòng', left, 224, right),
        set('Cho đến hết trang.', left, 239),
        set('Hết.', left, 254),
      ],
      [
        'Đoạn thứ nhất là một dòng chữ đầy đến lề phải của trang',
        'Đoạn thứ hai đứng xa hơn bình thường và cũng đầy dòng Cho đến hết trang.',
        'Hết.',
      ],
    ],
  ])('%s', (_what, lines, paragraphs) => {
    expect(textsOf(documentOfPages([page([...lines, ...filler])]))).toEqual([...paragraphs, fillerText])
  })

  test('a paragraph goes on over the page break, past page numbers and headers', () => {
    const header = (number: string): Word[][] => [set('Kế hoạch năm 2026', left, 40), set(number, 300, 800)]
    const document = documentOfPages([
      page([
        ...header('1'),
        ...filler,
        set('Một đoạn chữ bắt đầu ở cuối trang này và đầy đến lề', left + 36, 760, right),
      ]),
      page([...header('2'), set('phải, rồi hết ở trang sau.', left, 80), ...filler]),
      page([...header('3'), ...filler]),
    ])
    expect(textsOf(document)).toEqual([
      fillerText,
      'Một đoạn chữ bắt đầu ở cuối trang này và đầy đến lề phải, rồi hết ở trang sau.',
      fillerText,
      fillerText,
    ])
    expect(document.margins).toEqual(['Kế hoạch năm 2026', '1', '2', '3'])
  })
})

test('columns of a letterhead are read one after the other, though their lines stand at other heights', () => {
  const lines: readonly (readonly [text: string, x: number, y: number])[] = [
    ['ỦY BAN NHÂN DÂN', 110, 80],
    ['PHƯỜNG MẪU', 125, 95],
    ['Số: 15/KH-UBND', 113, 118],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 300, 80],
    ['Độc lập - Tự do - Hạnh phúc', 325, 96],
    ['Phường Mẫu, ngày 05 tháng 01 năm 2026', 298, 122],
    ['KẾ HOẠCH', 285, 150],
  ]
  const words = lines.map(([text, x, y]) => set(text, x, y))
  expect(textsOf(documentOfPages([page([...words, ...filler])]))).toEqual([...lines.map(([text]) => text), fillerText])
})

test('no words are lost or made up, wherever they stand', () => {
  const word = fc.record({
    // Short capitals and figures may be halves of a word that its cell has cut, which are put together again.
    text: fc.stringMatching(/^[A-Z]?[a-z]{1,6}$/u),
    left: fc.integer({ min: 20, max: 500 }),
    top: fc.integer({ min: 90, max: 740 }),
  })
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (found) => {
      const words = found.map(({ text, left: x, top }) => ({
        text,
        size,
        left: x,
        right: x + 6 * text.length,
        top,
        bottom: top + size,
      }))
      const read = textsOf(documentOfPages([page([words])])).join(' ')
      const sorted = (text: string): string =>
        text
          .split(/[\s|]+/u)
          .filter(Boolean)
          .sort()
          .join(' ')
      expect(sorted(read)).toBe(sorted(words.map(({ text }) => text).join(' ')))
    }),
  )
})
