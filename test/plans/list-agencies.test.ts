import { expect, test } from 'vitest'
import { briefly, readDispatch, readPlanOf } from './list-support.ts'
import { readText } from './support.ts'

test('a heading that names an agency gives it as lead to everything beneath', async () => {
  const { tasks } = await readPlanOf(
    'II. NHIỆM VỤ CỦA CÁC ĐƠN VỊ',
    '1. Phòng Văn hóa - Xã hội',
    'a) Rà soát thủ tục hành chính trước ngày 15/3/2026.',
    'b) Phối hợp với Công an phường cập nhật dữ liệu dân cư.',
    '2. Văn phòng HĐND và UBND phường:',
    'a) Nghiên cứu, đề xuất:',
    '- Giải pháp giảm hồ sơ quá hạn, xong trong tháng 4/2026;',
    '- Mô hình tiếp dân trực tuyến.',
    'b) Một số nhiệm vụ khác:',
    '- Niêm yết công khai số điện thoại.',
    '3. Trung tâm Phục vụ hành chính công phường:',
    'Lập sổ theo dõi hồ sơ.',
  )
  expect(tasks.map(briefly)).toEqual([
    ['II.1.a', ['Phòng Văn hóa - Xã hội'], [], ['2026-03-14']],
    ['II.1.b', ['Phòng Văn hóa - Xã hội'], ['Công an phường'], []],
    ['II.2.a.1', ['Văn phòng HĐND và UBND phường'], [], ['2026-04-30']],
    ['II.2.a.2', ['Văn phòng HĐND và UBND phường'], [], []],
    ['II.2.b.1', ['Văn phòng HĐND và UBND phường'], [], []],
    ['II.3', ['Trung tâm Phục vụ hành chính công phường'], [], []],
  ])
})

test('who is named once under an index leads all its dashes', async () => {
  const { tasks } = await readPlanOf(
    'II. NHIỆM VỤ, GIẢI PHÁP',
    '1. Chỉ số thành phần "Cải cách thể chế"',
    '1.1. Nội dung và mục tiêu',
    '- Ban hành kế hoạch rà soát văn bản.',
    '- 100% văn bản được kiểm tra.',
    '1.2. Phân công trách nhiệm',
    '- Cơ quan chủ trì: Phòng Tư pháp.',
    '- Cơ quan phối hợp: Các phòng chuyên môn.',
    '2. Chỉ số thành phần "Cải cách tài chính công"',
    '- Công khai dự toán ngân sách.',
  )
  expect(tasks.map(briefly)).toEqual([
    ['II.1.1.1', ['Phòng Tư pháp'], ['Các phòng chuyên môn'], []],
    ['II.1.1.2', ['Phòng Tư pháp'], ['Các phòng chuyên môn'], []],
    ['II.2.1', [], [], []],
  ])
  expect(tasks[2]?.warnings.map(({ code }) => code)).toEqual(['no-lead'])
})

test.each([
  [
    'Đơn vị thực hiện: Phòng Nội vụ; phối hợp: Công an phường.',
    'Thời gian thực hiện: Quý I/2026.',
    'Sản phẩm: Báo cáo.',
  ],
  [
    'Cơ quan chủ trì: Phòng Nội vụ',
    'Cơ quan phối hợp: Công an phường',
    'Thời gian hoàn thành: 31/3/2026',
    'Kết quả: Báo cáo',
  ],
  [
    '- Chủ trì: Phòng Nội vụ.',
    '- Phối hợp: Công an phường.',
    '- Thời gian: Quý I/2026.',
    '- Dự kiến sản phẩm: Báo cáo.',
  ],
  [
    '+ Đơn vị chủ trì: Phòng Nội vụ;',
    '+ Đơn vị phối hợp: Công an phường;',
    '+ Thời hạn: 31/3/2026;',
    '+ Kết quả/Sản phẩm: Báo cáo.',
  ],
  ['Chủ trì: Phòng Nội vụ. Phối hợp: Công an phường. Thời gian: Quý I/2026. Sản phẩm: Báo cáo'],
])('lines under an item say who, with whom, until when and what for: %s', async (...lines) => {
  const { tasks } = await readPlanOf(
    'II. NHIỆM VỤ',
    '1. Rà soát hồ sơ cán bộ.',
    ...lines,
    '2. Tổng kết công tác cải cách hành chính.',
    'Đơn vị thực hiện: Văn phòng HĐND và UBND phường.',
  )
  expect(tasks).toMatchObject([
    { code: 'II.1', lead: ['Phòng Nội vụ'], support: ['Công an phường'], occurrences: ['2026-03-31'] },
    { code: 'II.2', lead: ['Văn phòng HĐND và UBND phường'], support: [], occurrences: [], output: '' },
  ])
  expect(tasks[0]?.output.replace(/[.;]$/u, '')).toBe('Báo cáo')
})

test('labels behind the last of several dashes hold for them all', async () => {
  const { tasks } = await readPlanOf(
    'II. NHIỆM VỤ',
    '1. Tuyên truyền',
    '- Viết bài trên trang thông tin.',
    '- Phát thanh hằng tuần trên loa.',
    'Đơn vị thực hiện: Phòng Văn hóa - Xã hội. Thời gian: trước ngày 01/12/2026.',
  )
  expect(tasks.map(briefly)).toEqual([
    ['II.1.1', ['Phòng Văn hóa - Xã hội'], [], ['2026-11-30']],
    ['II.1.2', ['Phòng Văn hóa - Xã hội'], [], ['2026-11-30']],
  ])
})

test.each([
  ['(Phòng Tư pháp chủ trì, hoàn thành trước 30/9/2026)', ['Phòng Tư pháp'], [], ['2026-09-29']],
  ['(Phòng Tư pháp chủ trì; Công an phường phối hợp).', ['Phòng Tư pháp'], ['Công an phường'], []],
  ['(Giao Phòng Tư pháp).', ['Phòng Tư pháp'], [], []],
  ['(Phòng Tư pháp; cả năm)', ['Phòng Tư pháp'], [], ['2026-12-31']],
  [
    '(Phòng Tư pháp chủ trì, phối hợp với các tổ dân phố; quý III/2026);',
    ['Phòng Tư pháp'],
    ['Các tổ dân phố'],
    ['2026-09-30'],
  ],
])('a note at the end of an item says who: %s', async (note, lead, support, occurrences) => {
  const { tasks } = await readPlanOf('II. NHIỆM VỤ', '1. Công tác tư pháp', `- Rà soát văn bản ${note}`)
  expect(tasks).toMatchObject([{ title: 'Rà soát văn bản', lead, support, occurrences }])
  expect(tasks[0]?.sourceText).toContain(note.replace(/[.;]$/u, ''))
})

test('who sends a telegram and who gets it lead nothing, in one line as in several', async () => {
  const { tasks } = await readText(
    [
      'ỦY BAN NHÂN DÂN',
      'TỈNH MẪU',
      'Số: 09/CĐ-UBND',
      'Tỉnh Mẫu, ngày 10 tháng 02 năm 2026',
      'CÔNG ĐIỆN',
      'Về việc phòng, chống rét cho vật nuôi',
      'Chủ tịch Ủy ban nhân dân tỉnh điện: - Giám đốc các sở; - Chủ tịch Ủy ban nhân dân các xã.',
      'Ủy ban nhân dân tỉnh yêu cầu:',
      '1. Che chắn chuồng trại trước ngày 15/02/2026.',
      '2. Sở Công Thương bảo đảm nguồn than sưởi.',
    ].join('\n'),
  )
  expect(tasks.map(briefly)).toEqual([
    ['1', [], [], ['2026-02-14']],
    ['2', ['Sở Công Thương'], [], []],
  ])
})

test('a dispatch is for those it is sent to, unless an item names others', async () => {
  const { document, tasks } = await readDispatch(
    'Các phòng chuyên môn; Công an phường.',
    'Thời gian qua, kết quả dịch vụ công trực tuyến của phường chưa cao.',
    'Ủy ban nhân dân phường yêu cầu thực hiện các nội dung sau:',
    '1. Niêm yết mã QR tại trụ sở trước ngày 01/3/2026.',
    '2. Giao Văn phòng HĐND và UBND phường tổng hợp, báo cáo.',
    'Yêu cầu các đơn vị nghiêm túc triển khai thực hiện./.',
  )
  expect(document).toMatchObject({ number: '215/UBND-VP', kind: 'CÔNG VĂN', title: 'đẩy mạnh dịch vụ công trực tuyến' })
  expect(tasks.map(briefly)).toEqual([
    ['1', ['Các phòng chuyên môn', 'Công an phường'], [], ['2026-02-28']],
    ['2', ['Văn phòng HĐND và UBND phường'], [], []],
  ])
})
