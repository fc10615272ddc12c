import { expect, test } from 'vitest'
import { briefly, codesOf, readPlanOf } from './list-support.ts'
import { letterhead, readText } from './support.ts'

test('who a sentence addresses leads, with whom they work supports', async () => {
  const { tasks } = await readPlanOf(
    'IV. TỔ CHỨC THỰC HIỆN',
    '1. Phòng Văn hóa - Xã hội phường: Chủ trì, phối hợp với Công an phường, các tổ dân phố hướng dẫn thực hiện Kế hoạch.',
    '2. Trưởng các phòng chuyên môn căn cứ nhiệm vụ được giao tổ chức thực hiện.',
    '3. Giao Phòng Kinh tế, Hạ tầng và Đô thị lắp đặt biển báo trước ngày 30/6/2026.',
    '4. Căn cứ Kế hoạch này, các cơ quan, đơn vị xây dựng kế hoạch của mình.',
    '5. Về quốc phòng: Ban Chỉ huy Quân sự phường hoàn thiện hồ sơ nhập ngũ.',
    '6. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam phường và các đoàn thể tích cực giám sát.',
    'Văn phòng HĐND và UBND phường theo dõi, đôn đốc việc thực hiện.',
    'Trong quá trình thực hiện nếu có vướng mắc, các đơn vị báo cáo Ủy ban nhân dân phường./.',
  )
  expect(tasks.map(briefly)).toEqual([
    ['IV.1', ['Phòng Văn hóa - Xã hội phường'], ['Công an phường', 'Các tổ dân phố'], []],
    ['IV.2', ['Các phòng chuyên môn'], [], []],
    ['IV.3', ['Phòng Kinh tế, Hạ tầng và Đô thị'], [], ['2026-06-29']],
    ['IV.4', ['Các cơ quan, đơn vị'], [], []],
    ['IV.5', ['Ban Chỉ huy Quân sự phường'], [], []],
    ['IV.6', ['Ủy ban Mặt trận Tổ quốc Việt Nam phường', 'Các đoàn thể'], [], []],
    ['IV.7', ['Văn phòng HĐND và UBND phường'], [], []],
  ])
})

test('a provision that addresses nobody is told of, not followed up', async () => {
  const plan = await readPlanOf(
    'IV. TỔ CHỨC THỰC HIỆN',
    '1. Giao Phòng Nội vụ tổng hợp.',
    '2. Kinh phí lấy từ ngân sách phường.',
  )
  expect(codesOf(plan)).toEqual(['IV.1'])
  expect(plan.warnings).toMatchObject([{ code: 'row-not-understood', detail: 'Kinh phí lấy từ ngân sách phường.' }])
})

test('a reporting regime falls due as often as it says', async () => {
  const { tasks } = await readPlanOf(
    'IV. TỔ CHỨC THỰC HIỆN',
    '1. Các phòng chuyên môn báo cáo định kỳ (báo cáo Quý I, Quý III gửi trước ngày 10 tháng cuối của quý; báo cáo 6 tháng gửi trước ngày 10/6; báo cáo năm gửi trước ngày 05/12) về Phòng Nội vụ.',
  )
  expect(tasks).toMatchObject([
    { occurrences: ['2026-03-09', '2026-06-09', '2026-09-09', '2026-12-04'], cadence: 'periodic' },
  ])
})

test('the year that names a plan is no deadline', async () => {
  const { tasks } = await readPlanOf(
    'II. NHIỆM VỤ NĂM 2026',
    '- Ban hành Kế hoạch cải cách hành chính năm 2026.',
    '- Tổ chức thực hiện chương trình công tác 6 tháng cuối năm 2026.',
  )
  expect(tasks.map(({ occurrences }) => occurrences)).toEqual([[], []])
})

const report = (...lines: readonly string[]) =>
  readText(
    [
      'ỦY BAN NHÂN DÂN',
      'XÃ MẪU',
      'Số: 77/BC-UBND',
      'Xã Mẫu, ngày 12 tháng 9 năm 2026',
      'BÁO CÁO',
      'Kết quả cải cách hành chính quý III năm 2026',
      'Kính gửi: Sở Nội vụ.',
      ...lines,
    ].join('\n'),
  )

test('of a report only what its writer will do and what it asks of others are tasks', async () => {
  const { tasks } = await report(
    'I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ QUÝ III',
    '1. Công tác chỉ đạo',
    '- Phòng Văn hóa - Xã hội đã ban hành 05 văn bản.',
    'II. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN',
    '- Một số hồ sơ còn quá hạn.',
    'III. PHƯƠNG HƯỚNG, NHIỆM VỤ 3 THÁNG CUỐI NĂM 2026',
    '1. Tiếp tục rà soát thủ tục hành chính.',
    '2. Giao Phòng Kinh tế kiểm kê tài sản, hoàn thành trước ngày 15/11/2026.',
    'IV. KIẾN NGHỊ, ĐỀ XUẤT',
    '- Đề nghị Sở Nội vụ mở lớp tập huấn.',
    '- UBND thành phố thường xuyên hỗ trợ kinh phí.',
  )
  expect(tasks.map((task) => [...briefly(task), task.cadence])).toEqual([
    ['III.1', ['UBND xã Mẫu'], [], ['2026-12-31'], 'ongoing'],
    ['III.2', ['Phòng Kinh tế'], [], ['2026-11-14'], 'once'],
    ['IV.1', ['Sở Nội vụ'], [], [], 'unscheduled'],
    ['IV.2', ['UBND thành phố'], [], [], 'unscheduled'],
  ])
})

test('what a report will do may stand in paragraphs without marks', async () => {
  const { tasks } = await report(
    'I. KẾT QUẢ',
    'Đã giải quyết 100% hồ sơ.',
    'II. NHIỆM VỤ TRỌNG TÂM QUÝ IV NĂM 2026',
    'Tiếp tục đẩy mạnh số hóa hồ sơ.',
    'Tăng cường kiểm tra công vụ.',
  )
  expect(tasks.map(({ code, lead, occurrences }) => [code, lead, occurrences])).toEqual([
    ['II.1', ['UBND xã Mẫu'], ['2026-12-31']],
    ['II.2', ['UBND xã Mẫu'], ['2026-12-31']],
  ])
})

test('a decision puts its plan into force: its articles are no tasks, the plan attached is read', async () => {
  const { tasks } = await readText(
    [
      'ỦY BAN NHÂN DÂN',
      'TỈNH MẪU',
      'Số: 88/QĐ-UBND',
      'Tỉnh Mẫu, ngày 20 tháng 01 năm 2026',
      'QUYẾT ĐỊNH',
      'Ban hành Kế hoạch kiểm soát thủ tục hành chính năm 2026',
      'Điều 1. Ban hành kèm theo Quyết định này Kế hoạch kiểm soát thủ tục hành chính năm 2026.',
      'Điều 2. Giám đốc các sở, Chủ tịch UBND các xã, phường chịu trách nhiệm thi hành Quyết định này./.',
      'Nơi nhận:',
      '- Như Điều 2;',
      '- Lưu: VT.',
      'KẾ HOẠCH',
      'Kiểm soát thủ tục hành chính năm 2026',
      '(Kèm theo Quyết định số 88/QĐ-UBND ngày 20/01/2026 của UBND tỉnh Mẫu)',
      'II. NỘI DUNG',
      '1. Sở Tư pháp rà soát thủ tục hành chính nội bộ trong quý II năm 2026.',
    ].join('\n'),
  )
  expect(tasks.map(briefly)).toEqual([['II.1', ['Sở Tư pháp'], [], ['2026-06-30']]])
})

test('items of the organising chapter are tasks of whom they address', async () => {
  const { tasks, warnings } = await readText(
    [
      ...letterhead,
      'III. TỔ CHỨC THỰC HIỆN',
      '1. Thủ trưởng các cơ quan, đơn vị căn cứ nhiệm vụ được giao xây dựng kế hoạch, gửi Sở Nội vụ trước ngày 20/01/2026.',
      '2. Giao Giám đốc Sở Tài chính chủ trì, phối hợp với Sở Nội vụ bố trí kinh phí.',
      '3. Chủ tịch Ủy ban nhân dân các quận, huyện thường xuyên kiểm tra',
      'việc thực hiện ở cơ sở.',
      '4. Kinh phí lấy từ nguồn ngân sách.',
      'Trên đây là Kế hoạch.',
      '5. Sở Nội vụ theo dõi.',
    ].join('\n'),
  )
  expect(tasks.map(({ code, lead, occurrences, cadence }) => [code, lead, occurrences, cadence])).toEqual([
    ['III.1', ['Các cơ quan, đơn vị'], ['2026-01-19'], 'once'],
    ['III.2', ['Sở Tài chính'], [], 'unscheduled'],
    ['III.3', ['UBND các quận, huyện'], [], 'ongoing'],
  ])
  expect(tasks[2]?.title).toBe('Chủ tịch Ủy ban nhân dân các quận, huyện thường xuyên kiểm tra việc thực hiện ở cơ sở.')
  expect(warnings).toMatchObject([{ code: 'row-not-understood', detail: 'Kinh phí lấy từ nguồn ngân sách.' }])
})
