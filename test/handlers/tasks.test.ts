import { expect } from 'vitest'
import { addPlan } from '../support/builders.ts'
import { onChannel, onEveryChannel } from '../support/conversation.ts'
import { pressForged } from './forged-press.ts'

// Monday 2 March 2026.
const plan = [
  { title: 'Ban hành kế hoạch tuyên truyền', occurrences: ['2026-02-20'] },
  { title: 'Báo cáo quý I', occurrences: ['2026-03-06'] },
  { title: 'Rà soát thủ tục hành chính', occurrences: ['2026-05-30'] },
  { title: 'Duy trì bộ phận một cửa', occurrences: [] },
  { title: 'Việc của phòng khác', occurrences: ['2026-02-20'], to: ['Phòng Tư pháp'] },
  { title: 'Khảo sát hài lòng', occurrences: ['2026-06-30'] },
  { title: 'Kiểm tra công vụ', occurrences: ['2026-07-30'] },
]

onEveryChannel('/viec lists the open work of the agency, the most pressing first, five at a time', async (scene) => {
  await scene.importPlan(plan)
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  await hoa.say('/viec')
  const first = await hoa.next()
  expect(first.text).toContain(
    [
      'Việc chưa xong: 6 (Phòng Nội vụ)',
      '',
      '⚠️ Quá hạn',
      '• NV1 Ban hành kế hoạch tuyên truyền · hạn 20/02/2026 (quá hạn 10 ngày) · mới giao',
      '',
      '⏰ Sắp đến hạn',
      '• NV2 Báo cáo quý I · hạn 06/03/2026 (còn 4 ngày) · mới giao',
      '',
      'Còn trong hạn',
      '• NV3 Rà soát thủ tục hành chính · hạn 30/05/2026 (còn 89 ngày) · mới giao',
      '• NV6 Khảo sát hài lòng · hạn 30/06/2026 (còn 120 ngày) · mới giao',
      '• NV7 Kiểm tra công vụ · hạn 30/07/2026 (còn 150 ngày) · mới giao',
      'Từ 1 đến 5 trong 6 việc.',
    ].join('\n'),
  )
  expect(first.text).not.toContain('Việc của phòng khác')
  expect(first.choices).toEqual(['NV1', 'NV2', 'NV3', 'NV6', 'NV7', 'Xem tiếp', 'Lọc'])

  await hoa.choose(first, 'Xem tiếp')
  const second = await hoa.next()
  expect(second.text).toContain('Không thời hạn\n• NV4 Duy trì bộ phận một cửa · không thời hạn · mới giao')
  expect(second.choices).toEqual(['NV4', 'Quay lại', 'Lọc'])
  // One message turns its pages where the channel can rewrite it.
  expect(second.id === first.id).toBe(scene.channel !== 'zalo')

  await hoa.choose(second, 'Quay lại')
  const again = await hoa.next()
  expect(again.text).toBe(first.text)
  await hoa.choose(again, 'NV2')
  expect((await hoa.next()).text).toContain('NV2 Báo cáo quý I\nVăn bản 01/KH-UBND, mục 1')
})

onEveryChannel('/viec can be narrowed to what is late or due soon', async (scene) => {
  await scene.importPlan(plan)
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  const ask = async (words: string): Promise<string> => {
    await hoa.say(words)
    return (await hoa.next()).text
  }
  expect(await ask('/viec tre')).toMatch(/^Việc quá hạn: 1 \(Phòng Nội vụ\)\n\n• NV1 /u)
  expect(await ask('/việc trễ')).toMatch(/^Việc quá hạn: 1/u)
  expect(await ask('/tasks late')).toMatch(/^Việc quá hạn: 1/u)
  expect(await ask('/viec sap')).toMatch(/^Việc sắp đến hạn: 1 \(Phòng Nội vụ\)\n\n• NV2 /u)
  expect(await ask('/viec xong')).toContain('Phòng Nội vụ: không có việc đã hoàn thành.')
  expect(await ask('/viec abc')).toMatch(/^Chưa hiểu “abc” nên hiện tất cả việc đang mở\.[^]*Việc chưa xong: 6/u)
  expect(await ask('/viec 2')).toContain('NV2 Báo cáo quý I')
  expect(await ask('/viec tuần này')).toMatch(/^Việc đến hạn tuần này: 1 \(Phòng Nội vụ\)\n\n• NV2 /u)
  expect(await ask('/viec hôm nay')).toContain('Phòng Nội vụ: không có việc đến hạn hôm nay.')
})

onEveryChannel('/viec can be narrowed by buttons and by the number of a plan', async (scene) => {
  await scene.importPlan(plan)
  await addPlan(scene.database, scene.workspace, [{ title: 'Chuyển đổi số', occurrences: ['2026-02-27'] }], {
    number: '229/KH-UBND',
  })
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  await hoa.say('/viec')
  await hoa.choose(await hoa.next(), 'Lọc')
  const filters = await hoa.next()
  expect(filters.text).toContain('Lọc việc của Phòng Nội vụ:')
  expect(filters.choices).toEqual([
    ...['Chưa xong (7)', 'Quá hạn (2)', 'Sắp đến hạn (1)', 'Tuần này (1)', 'Theo kế hoạch'],
  ])
  await hoa.choose(filters, 'Theo kế hoạch')
  const plans = await hoa.next()
  expect(plans.text).toContain(
    'Từng kế hoạch: Phòng Nội vụ\n• 01/KH-UBND: 0/6 hoàn thành, 1 quá hạn, 1 sắp đến hạn, 6 chưa phản hồi\n• 229/KH-UBND: 0/1 hoàn thành, 1 quá hạn',
  )
  await hoa.choose(plans, '229/KH-UBND')
  const list = await hoa.next()
  expect(list.text).toContain('Việc chưa xong: 1 (kế hoạch 229/KH-UBND, Phòng Nội vụ)')
  expect(list.choices).toEqual(['NV8', 'Lọc'])
  await hoa.choose(list, 'Lọc')
  expect((await hoa.next()).choices).toEqual(['Chưa xong (1)', 'Quá hạn (1)'])
  for (const words of ['/viec 229', '/viec kế hoạch 229/KH-UBND', '/viec quá hạn 229']) {
    await hoa.say(words)
    expect((await hoa.next()).text).toContain(': 1 (kế hoạch 229/KH-UBND, Phòng Nội vụ)')
  }
  await hoa.say('/viec quá hạn 30/KH')
  const unknown = await hoa.next()
  expect(unknown.text).toContain('Không thấy kế hoạch “30/KH” trong phạm vi của anh/chị. Đang có:')
  expect(unknown.choices).toEqual(['01/KH-UBND', '229/KH-UBND'])
})

onEveryChannel('/viec tells those without an agency where to look', async (scene) => {
  await scene.importPlan(plan)
  await scene.coordinator.say('/viec')
  expect((await scene.coordinator.next()).text).toContain('Gõ /tinhhinh để xem tình hình chung')
})

onChannel('web', '/viec says so when nothing is left, and in English to those who read English', async (scene) => {
  await scene.importPlan(plan)
  const an = await scene.person({ role: 'official', agency: 'Phòng Y tế' })
  await an.say('/viec')
  expect((await an.next()).text).toBe('✅ Phòng Y tế không còn việc nào đang mở.')
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  await hoa.say('/ngonngu en')
  await hoa.next()
  await hoa.say('/tasks')
  const { text, choices } = await hoa.next()
  expect(text).toContain('• NV1 Ban hành kế hoạch tuyên truyền · due 20/02/2026 (10 days overdue) · assigned')
  expect(choices).toContain('More')
})

onChannel('web', 'the buttons of a list do nothing for those who may not see it', async (scene) => {
  await scene.importPlan(plan)
  await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Hai' })
  const press = (action: string) => pressForged(scene, 'Chuyên viên Hai', action)
  for (const action of ['list:all:open:0', `list:${scene.workspace.agency('Phòng Nội vụ')}:open:0`]) {
    expect(await press(action)).toContain('không thuộc quyền')
  }
  for (const action of [
    'list:own:open:-1',
    'list:own:nothing:0',
    'list:own',
    `list:${crypto.randomUUID()}:open:0`,
    'fil:x',
    'fil:own.p999',
    'by:p:own.x1:0',
    'by:p:own:90',
  ]) {
    expect(await press(action)).toContain('Nút này không còn dùng được')
  }
  // A list that has become shorter shows its last page.
  expect(await press('list:own:open:500')).toContain('không còn việc nào đang mở')
})
