import { expect } from 'vitest'
import { addPlan } from '../support/builders.ts'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'
import type { ChatDriver } from '../support/person-driver.ts'
import { pressForged } from './forged-press.ts'

// Monday 2 March 2026.
const reform = { section: 'I. Cải cách thể chế' }
const service = { section: 'II. Cải cách thủ tục hành chính' }

/** Two plans of several agencies; one field is in both, under different numbers. */
const prepare = async (scene: Scene): Promise<void> => {
  await scene.importPlan([
    { ...reform, title: 'Rà soát văn bản', occurrences: ['2026-02-20'], to: ['Phòng Y tế', 'Phòng Tư pháp'] },
    { ...service, title: 'Công khai thủ tục', occurrences: ['2026-03-06'], to: ['Phòng Y tế'] },
  ])
  const number = '229/KH-UBND'
  await addPlan(
    scene.database,
    scene.workspace,
    [
      { section: '2. CẢI CÁCH THỂ CHẾ', title: 'Ban hành quy chế', occurrences: ['2026-02-27'], to: ['Phòng Y tế'] },
      { section: '3. Chuyển đổi số', title: 'Số hóa hồ sơ', occurrences: ['2026-05-30'], to: ['Phòng Tư pháp'] },
    ],
    { number },
  )
}

const show = async (who: ChatDriver, words: string) => {
  await who.say(words)
  return who.next()
}

onEveryChannel('/status of a plan and of a field opens the lists of that plan and field alone', async (scene) => {
  await prepare(scene)
  const boss = scene.coordinator
  const plan = await show(boss, '/tinhhinh 229')
  expect(plan.text).toContain('Tình hình kế hoạch 229/KH-UBND, ngày 02/03/2026\nTổng số: 2 việc')
  expect(plan.choices).toEqual([
    ...['Quá hạn (1)', 'Trong hạn (1)', 'Chưa phản hồi (2)', 'Từng đơn vị (2)', 'Từng lĩnh vực'],
  ])
  await boss.choose(plan, 'Quá hạn (1)')
  const late = await boss.next()
  expect(late.text).toContain('Việc quá hạn: 1 (kế hoạch 229/KH-UBND)\n\n• NV3 Ban hành quy chế · Phòng Y tế')
  await boss.choose(await show(boss, '/tinhhinh kế hoạch số 229/KH-UBND'), 'Từng lĩnh vực')
  const fields = await boss.next()
  expect(fields.text).toContain('• CẢI CÁCH THỂ CHẾ: 0/1 hoàn thành, 1 quá hạn, 1 chưa phản hồi\n• Chuyển đổi số: 0/1')
  await boss.choose(fields, 'Chuyển đổi số')
  const one = await boss.next()
  expect(one.text).toContain('Tình hình lĩnh vực Chuyển đổi số, kế hoạch 229/KH-UBND, ngày 02/03/2026\nTổng số: 1 việc')

  const field = await show(boss, '/tinhhinh lĩnh vực thể chế')
  expect(field.text).toContain('Tình hình lĩnh vực Cải cách thể chế, ngày 02/03/2026\nTổng số: 3 việc')
  await boss.choose(field, 'Từng kế hoạch')
  const plans = await boss.next()
  expect(plans.text).toContain(
    '• 01/KH-UBND: 0/2 hoàn thành, 2 quá hạn, 2 chưa phản hồi\n• 229/KH-UBND: 0/1 hoàn thành',
  )
  await boss.choose(plans, '229/KH-UBND')
  expect((await boss.next()).text).toContain(
    'Tình hình lĩnh vực CẢI CÁCH THỂ CHẾ, kế hoạch 229/KH-UBND, ngày 02/03/2026',
  )
})

onEveryChannel('/status asks which of several is meant, and says what there is', async (scene) => {
  await prepare(scene)
  const boss = scene.coordinator
  const fields = await show(boss, '/status lĩnh vực cải cách')
  expect(fields.text).toContain('Có nhiều lĩnh vực hợp với “cải cách”. Chọn một:')
  expect(fields.choices).toEqual(['Cải cách thể chế', 'Cải cách thủ tục hành chính'])
  await boss.choose(fields, 'Cải cách thủ tục hành chính')
  expect((await boss.next()).text).toContain('lĩnh vực Cải cách thủ tục hành chính, ngày 02/03/2026\nTổng số: 1 việc')
  const unknown = await show(boss, '/status 300/KH-UBND')
  expect(unknown.text).toContain('Không thấy kế hoạch “300/KH-UBND” trong phạm vi của anh/chị. Đang có:')
  expect(unknown.choices).toEqual(['01/KH-UBND', '229/KH-UBND'])
  expect((await show(boss, '/status chuyen doi so')).text).toContain('Tình hình lĩnh vực Chuyển đổi số')
})

onChannel('web', 'a plan and a field reach as far as the role does', async (scene) => {
  await prepare(scene)
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Tư pháp' })
  const plan = await show(hoa, '/tinhhinh 229')
  expect(plan.text).toContain('Tình hình kế hoạch 229/KH-UBND, Phòng Tư pháp, ngày 02/03/2026\nTổng số: 1 việc')
  expect(plan.choices).toEqual(['Trong hạn (1)', 'Chưa phản hồi (1)', 'Tất cả (1)', 'Từng lĩnh vực'])
  await hoa.choose(plan, 'Tất cả (1)')
  expect((await hoa.next()).text).toContain(
    'Tất cả việc: 1 (kế hoạch 229/KH-UBND, Phòng Tư pháp)\n\n• NV4 Số hóa hồ sơ',
  )
  const nurse = await scene.person({ role: 'official', agency: 'Trạm Y tế', name: 'Chuyên viên Hai' })
  expect((await show(nurse, '/tinhhinh 229')).text).toBe('Không thấy kế hoạch “229” trong phạm vi của anh/chị.')
  for (const action of ['st:all.p3', 'by:p:all:0', 'list:all.s1:late:0', `ags:all.p1:0`]) {
    expect(await pressForged(scene, 'Chuyên viên Hai', action)).toContain('không thuộc quyền')
  }
  for (const action of ['st:own.p', 'st:own.p99999', 'st:own.x1', 'list:own.pzzzzzz:late:0', 'by:x:own:0']) {
    expect(await pressForged(scene, 'Chuyên viên Hai', action)).toContain('không còn dùng được')
  }
  expect(await pressForged(scene, 'Chuyên viên Hai', 'st:own.p3')).toContain('chưa được giao việc nào')
})
