import { expect, test } from 'vitest'
import { readPlan } from '../../plans/read-plan.ts'
import { readText } from '../../plans/readers/txt.ts'
import { letterhead, readRows, taskHeader } from './support.ts'

const aligned = [
  'STT   Nội dung nhiệm vụ              Đơn vị chủ trì      Thời hạn',
  '                                     thực hiện',
  'I     CẢI CÁCH THỂ CHẾ VÀ NHỮNG VIỆC KHÁC CÓ LIÊN QUAN ĐẾN NHAU',
  '1     Rà soát văn bản quy phạm       Sở Tư pháp          Quý I/2026',
  '      pháp luật',
  '2     Tuyên truyền                   Báo Hải Phòng       Thường xuyên',
  '      - đài',
  '      - báo',
  '',
  '3     Kiểm tra công vụ               Sở Nội vụ           15/6/2026',
]

const found = (lines: readonly string[]): (readonly [number, string])[] =>
  readText(lines.join('\n')).blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [[block.line, block.text] as const]
      : block.rows.map(
          ({ line, cells }) => [line, cells.map(({ text, column }) => `${column}:${text}`).join(' ')] as const,
        ),
  )

test('lines that spaces align under the header of a task table are a table', () => {
  expect(found(['KẾ HOẠCH', ...aligned, '', 'Nơi nhận:', '- Như trên'])).toEqual([
    [1, 'KẾ HOẠCH'],
    [2, '0:STT 1:Nội dung nhiệm vụ 2:Đơn vị chủ trì thực hiện 3:Thời hạn'],
    [4, '0:I 1:CẢI CÁCH THỂ CHẾ VÀ NHỮNG VIỆC KHÁC CÓ LIÊN QUAN ĐẾN NHAU'],
    [5, '0:1 1:Rà soát văn bản quy phạm pháp luật 2:Sở Tư pháp 3:Quý I/2026'],
    [7, '0:2 1:Tuyên truyền\n- đài\n- báo 2:Báo Hải Phòng 3:Thường xuyên'],
    [11, '0:3 1:Kiểm tra công vụ 2:Sở Nội vụ 3:15/6/2026'],
    [13, 'Nơi nhận:'],
    [14, '- Như trên'],
  ])
})

test('its tasks are those of the table', async () => {
  const bytes = new TextEncoder().encode([...letterhead, '', ...aligned].join('\n'))
  const { tasks } = await readPlan({ name: 'a.txt', bytes })
  expect(tasks).toMatchObject([
    { title: 'Rà soát văn bản quy phạm pháp luật', lead: ['Sở Tư pháp'], occurrences: ['2026-03-31'] },
    { lead: ['Báo Hải Phòng'], cadence: 'ongoing' },
    { title: 'Kiểm tra công vụ', lead: ['Sở Nội vụ'], occurrences: ['2026-06-15'] },
  ])
})

test('other lines with wide spaces stay lines, and sentences end a table', () => {
  expect(found(['Sữa      Bánh mì      Trứng', '2 lít    1 ổ          10 quả'])).toHaveLength(2)
  const sentences = [
    'Các đơn vị triển khai thực hiện.',
    'Sở Nội vụ theo dõi, đôn đốc.',
    'Kế hoạch có hiệu lực từ ngày ký.',
  ]
  expect(found([...aligned, ...sentences]).slice(-3)).toEqual(sentences.map((text, at) => [11 + at, text]))
})

test('the sides of a letterhead that spaces set apart are lines of their own', () => {
  expect(found(['ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'])).toEqual([
    [1, 'ỦY BAN NHÂN DÂN'],
    [1, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ])
})

test.each([
  ['<b>Đậm</b> &amp; <i>nghiêng</i>', 'Đậm & nghiêng'],
  ['Chi <50 triệu, A < B, R&D, &_*[', 'Chi <50 triệu, A < B, R&D, &_*['],
  ['Lọc <thẻ lạ> và a<b rồi', 'Lọc <thẻ lạ> và a<b rồi'],
  ['<ul style="x"> <li>- Một;</li> <li>- Hai.</li> </ul>', '- Một; - Hai.'],
  ['Diện tích 50 m<sup>2</sup> theo Kế hoạch<sup>1</sup>', 'Diện tích 50 m2 theo Kế hoạch'],
])('in text, tags are markup and everything else stays: %j', async (source, title) => {
  const { tasks } = await readRows(taskHeader, `1 | ${source} | Sở Nội vụ | | Quý I |`)
  expect(tasks[0]?.title).toBe(title)
})
