import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reflow } from '../../plans/reflow.ts'
import { wrapped } from './list-support.ts'

const numbered = (texts: readonly string[]) =>
  texts.flatMap((text, at) => (text === '' ? [] : [{ text, line: at + 1 }]))
const joined = (...texts: readonly string[]) => reflow(numbered(texts)).map(({ text }) => text)

/** Enough broken lines that a text is seen to be hard-wrapped. */
const page = wrapped(
  'Thực hiện chương trình công tác của thành phố, trong thời gian qua các cơ quan, đơn vị đã tích cực triển khai nhiều giải pháp nhằm nâng cao chất lượng phục vụ người dân và doanh nghiệp, trong đó tập trung rà soát, cắt giảm thủ tục hành chính, số hóa hồ sơ và công khai kết quả giải quyết trên cổng thông tin điện tử.',
  70,
)

test('lines that the margin cut are one paragraph, also over a page break with its number', () => {
  expect(joined(...page.slice(0, 3), '', '2', '', ...page.slice(3))).toEqual([page.join(' ')])
})

test.each([
  ['an item begins a paragraph', ['a) Rà soát', 'b) Tổng kết'], ['a) Rà soát', 'b) Tổng kết']],
  ['a date goes on', ['trình trước ngày', '15/7.'], ['trình trước ngày 15/7.']],
  [
    'a quarter goes on',
    ['Phối hợp: Công an phường. Thời gian: Quý', 'II/2026.'],
    ['Phối hợp: Công an phường. Thời gian: Quý II/2026.'],
  ],
  [
    'a value stands under its label',
    ['Chủ trì: Phòng A. Thời gian:', 'Chậm nhất ngày 31/12/2026.'],
    ['Chủ trì: Phòng A. Thời gian: Chậm nhất ngày 31/12/2026.'],
  ],
  [
    'a number cut at its hyphen is one word',
    ['theo Công văn số 12/SNV-', 'CCHC ngày 03/02/2026.'],
    ['theo Công văn số 12/SNV-CCHC ngày 03/02/2026.'],
  ],
  [
    'a heading in capitals is one',
    ['I. ĐỐI VỚI CHỈ SỐ ĐO LƯỜNG SỰ HÀI LÒNG CỦA NGƯỜI DÂN', 'ĐỐI VỚI SỰ PHỤC VỤ'],
    ['I. ĐỐI VỚI CHỈ SỐ ĐO LƯỜNG SỰ HÀI LÒNG CỦA NGƯỜI DÂN ĐỐI VỚI SỰ PHỤC VỤ'],
  ],
  [
    'a name cut before its dash is one',
    ['Tổng kết công tác cải cách hành chính. Đơn vị chủ trì: Phòng Văn hóa', '- Xã hội.'],
    ['Tổng kết công tác cải cách hành chính. Đơn vị chủ trì: Phòng Văn hóa - Xã hội.'],
  ],
  [
    'a dash behind the name of a division that is whole begins an item',
    ['Tổng kết công tác cải cách hành chính, đơn vị chủ trì: Phòng Kinh tế', '- Xây dựng báo cáo'],
    ['Tổng kết công tác cải cách hành chính, đơn vị chủ trì: Phòng Kinh tế', '- Xây dựng báo cáo'],
  ],
  ['short lines in capitals stay apart', ['PHẦN I', 'MỤC ĐÍCH'], ['PHẦN I', 'MỤC ĐÍCH']],
  ['specks are left out', ['- Rà soát;', '29 ¢¢', '- Tổng kết.'], ['- Rà soát;', '- Tổng kết.']],
])('%s', (_rule, lines, paragraphs) => {
  expect(joined(...page, '', ...lines).slice(1)).toEqual(paragraphs)
})

test('a text with a paragraph to a line stays as it is, but for a sentence that a page break cut', () => {
  const whole = [
    'I. Mục đích',
    'Nâng cao chất lượng phục vụ.',
    '- rà soát thủ tục;',
    'Đề xuất Chủ tịch xem xét trách nhiệm của cơ quan không thực hiện',
    '',
    'nghiêm túc Kế hoạch này.',
  ]
  expect(joined(...whole)).toEqual([
    'I. Mục đích',
    'Nâng cao chất lượng phục vụ.',
    '- rà soát thủ tục;',
    'Đề xuất Chủ tịch xem xét trách nhiệm của cơ quan không thực hiện nghiêm túc Kế hoạch này.',
  ])
})

test('whatever the lines, no word is lost or moved', () => {
  const word = fc.stringMatching(/^\p{L}{2,8}$/u)
  const line = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const words = (texts: readonly string[]): string => texts.join(' ')
      expect(words(joined(...lines))).toBe(words(lines))
    }),
  )
})
