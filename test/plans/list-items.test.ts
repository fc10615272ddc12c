import { expect, test } from 'vitest'
import { briefly, codesOf, readPlanOf } from './list-support.ts'

test('words before a colon that a dash completes stand before it; words that only announce do not', async () => {
  const { tasks } = await readPlanOf(
    'II. NHIỆM VỤ',
    '1. Phòng Tư pháp',
    'a) Trình Ủy ban nhân dân phường:',
    '- Kế hoạch phổ biến pháp luật.',
    'b) Tập trung vào các nhiệm vụ sau:',
    '- Rà soát văn bản.',
  )
  expect(tasks.map(({ title, sourceText }) => [title, sourceText])).toEqual([
    ['Trình Ủy ban nhân dân phường: Kế hoạch phổ biến pháp luật.', 'Kế hoạch phổ biến pháp luật.'],
    ['Rà soát văn bản.', 'Rà soát văn bản.'],
  ])
})

test('dashes under a sentence are its details; dashes that name somebody are tasks of their own', async () => {
  const { tasks } = await readPlanOf(
    'II. NHIỆM VỤ',
    '1. Tổ chức hội nghị đối thoại với người dân và doanh nghiệp trên địa bàn phường.',
    '- Thành phần: đại diện các tổ dân phố.',
    '- Mỗi hội nghị không quá 100 người.',
    '2. Nâng cấp hạ tầng số tại bộ phận một cửa của phường trong năm.',
    '- Phòng Kinh tế, Hạ tầng và Đô thị mua sắm thiết bị, hoàn thành trước 30/6/2026.',
    '- Công an phường lắp đặt camera.',
  )
  expect(tasks.map(briefly)).toEqual([
    ['II.1', [], [], []],
    ['II.2.1', ['Phòng Kinh tế, Hạ tầng và Đô thị'], [], ['2026-06-29']],
    ['II.2.2', ['Công an phường'], [], []],
  ])
  expect(tasks[0]?.sourceText).toContain('Mỗi hội nghị không quá 100 người.')
})

test('dashes inside one paragraph are items', async () => {
  const { tasks } = await readPlanOf(
    'III. PHÂN CÔNG NHIỆM VỤ',
    '1. Phòng Nội vụ: - Lập danh sách cán bộ; - Tham mưu kế hoạch tập huấn, xong trước 15/4/2026.',
  )
  expect(tasks.map(briefly)).toEqual([
    ['III.1.1', ['Phòng Nội vụ'], [], []],
    ['III.1.2', ['Phòng Nội vụ'], [], ['2026-04-14']],
  ])
})

test('aims, grounds, the state of affairs, funds and the signature ask nothing of anybody', async () => {
  const plan = await readPlanOf(
    'Căn cứ Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND thành phố;',
    'I. MỤC ĐÍCH, YÊU CẦU',
    '1. Mục đích',
    '- Nâng cao chất lượng phục vụ.',
    '2. Chỉ tiêu: 100% hồ sơ đúng hạn.',
    'II. THỰC TRẠNG',
    '- Phòng Nội vụ chưa có phần mềm.',
    'III. NHIỆM VỤ',
    '1. Mục tiêu: giảm hồ sơ giấy.',
    '2. Số hóa hồ sơ.',
    'IV. KINH PHÍ THỰC HIỆN',
    '- Kinh phí từ ngân sách phường.',
    'Trên đây là Kế hoạch, yêu cầu các đơn vị thực hiện./.',
    'Nơi nhận:',
    '- UBND thành phố;',
    '- Lưu: VT.',
    'TM. ỦY BAN NHÂN DÂN',
  )
  expect(codesOf(plan)).toEqual(['III.2'])
})

test('where a table lists the tasks, sentences that name nobody are general directions', async () => {
  const { tasks } = await readPlanOf(
    'II. NHIỆM VỤ CHUNG',
    '- Đẩy mạnh cải cách hành chính.',
    '- Giao Phòng Nội vụ theo dõi, tổng hợp.',
    'PHỤ LỤC',
    'TT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn',
    '1\tRà soát\tPhòng Tư pháp\tQuý I',
  )
  expect(tasks.map(({ code, lead }) => [code, lead])).toEqual([
    ['II.2', ['Phòng Nội vụ']],
    ['1', ['Phòng Tư pháp']],
  ])
})
