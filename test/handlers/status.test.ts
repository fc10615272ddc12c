import { expect } from 'vitest'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'
import type { ChatDriver } from '../support/person-driver.ts'
import { pressForged } from './forged-press.ts'

// Monday 2 March 2026.
const plan = [
  { title: 'Ban hành kế hoạch', occurrences: ['2026-02-20'], to: ['Phòng Y tế'] },
  { title: 'Báo cáo tháng 2', occurrences: ['2026-03-01'], to: ['Phòng Y tế'] },
  { title: 'Báo cáo quý I', occurrences: ['2026-03-06'], to: ['Phòng Y tế', 'Trạm Y tế'] },
  { title: 'Rà soát thủ tục', occurrences: ['2026-05-30'], to: ['Phòng Y tế'] },
  { title: 'Duy trì một cửa', occurrences: [], to: ['Trạm Y tế'] },
  { title: 'Việc của tư pháp', occurrences: ['2026-02-10'], to: ['Phòng Tư pháp'] },
]

/** One task done late, one with an obstacle, one late and silent. */
const prepare = async (scene: Scene): Promise<ChatDriver> => {
  await scene.importPlan(plan)
  const an = await scene.person({ role: 'head', agency: 'Phòng Y tế', name: 'Chuyên viên Hai' })
  for (const words of ['nv1 xong', 'nv4 vướng: thiếu người']) {
    await an.say(words)
    await an.next()
  }
  return an
}

const show = async (who: ChatDriver, words: string) => {
  await who.say(words)
  return who.next()
}

onEveryChannel('a head sees the own agency with those below it, and every number opens', async (scene) => {
  const an = await prepare(scene)
  const status = await show(an, '/tinhhinh')
  expect(status.text).toContain(
    [
      'Tình hình Phòng Y tế và 1 đơn vị trực thuộc, ngày 02/03/2026',
      'Tổng số: 6 việc',
      '✅ Hoàn thành: 1 (quá hạn: 1)',
      '⚠️ Quá hạn: 1',
      '⏰ Sắp đến hạn: 2',
      'Còn trong hạn: 1',
      'Không thời hạn: 1',
      'Vướng mắc: 1 · Chưa phản hồi: 4',
      'Đúng hạn: 0% (0/2 việc đã đến hạn); theo hạn gốc: 0%.',
      '',
      'Đang quá hạn',
      '• NV2 Báo cáo tháng 2 · Phòng Y tế · hạn 01/03/2026 (quá hạn 1 ngày) · mới giao',
      '',
      'Chưa phản hồi: Phòng Y tế (2); Trạm Y tế (2).',
    ].join('\n'),
  )
  expect(status.choices).toEqual([
    ...['Quá hạn (1)', 'Sắp đến hạn (2)', 'Trong hạn (1)', 'Không thời hạn (1)', 'Hoàn thành (1)', 'Vướng mắc (1)'],
    ...['Chưa phản hồi (4)', 'Từng đơn vị (2)', 'Từng kế hoạch'],
  ])
  await an.choose(status, 'Sắp đến hạn (2)')
  const soon = await an.next()
  expect(soon.text).toContain('Việc sắp đến hạn: 2 (Phòng Y tế và 1 đơn vị trực thuộc)')
  expect(soon.choices.toSorted()).toEqual(['NV3 Phòng Y tế', 'NV3 Trạm Y tế', 'Tình hình'])
  await an.choose(soon, 'Tình hình')
  const again = await an.next()
  expect(again.text).toBe(status.text)
  await an.choose(again, 'Từng đơn vị (2)')
  const agencies = await an.next()
  expect(agencies.text).toContain(
    '• Phòng Y tế: 1/4 hoàn thành, 1 quá hạn, 1 sắp đến hạn, 2 chưa phản hồi\n• Trạm Y tế: 0/2 hoàn thành, 1 sắp đến hạn, 2 chưa phản hồi',
  )
  await an.choose(agencies, 'Trạm Y tế')
  expect((await an.next()).text).toContain('Tình hình Trạm Y tế, ngày 02/03/2026\nTổng số: 2 việc')
})

onEveryChannel('/status of the workspace names the worst agencies, and one can be asked for', async (scene) => {
  await prepare(scene)
  const whole = await show(scene.coordinator, '/status')
  expect(whole.text).toContain('Tình hình UBND phường An Biên, ngày 02/03/2026\nTổng số: 7 việc')
  expect(whole.text).toContain(
    'Nhiều việc quá hạn nhất\n• Phòng Y tế: 1/4 hoàn thành, 1 quá hạn, 1 sắp đến hạn, 2 chưa phản hồi\n• Phòng Tư pháp: 0/1 hoàn thành',
  )
  const one = await show(scene.coordinator, '/status phòng tư pháp')
  expect(one.text).toContain('Tình hình Phòng Tư pháp, ngày 02/03/2026\nTổng số: 1 việc')
  expect(one.text).toContain('• NV6 Việc của tư pháp · hạn 10/02/2026 (quá hạn 20 ngày) · mới giao')
  expect(one.choices).toEqual(['Quá hạn (1)', 'Chưa phản hồi (1)', 'Tất cả (1)', 'Từng kế hoạch'])
  expect((await show(scene.coordinator, '/status Phòng Tư phá')).text).toContain(
    'Không tìm thấy đơn vị “Phòng Tư phá”. Gần giống nhất: Phòng Tư pháp',
  )
  expect((await show(scene.coordinator, '/status Phòng Nội vụ')).text).toBe('Phòng Nội vụ chưa được giao việc nào.')
})

onEveryChannel('/status refuses another agency, and does not tell its name', async (scene) => {
  await prepare(scene)
  const hoa = await scene.person({ role: 'official', agency: 'Trạm Y tế' })
  expect((await show(hoa, '/status Phòng Y tế')).text).toContain('Việc này không thuộc quyền của anh/chị')
  const unknown = (await show(hoa, '/status Phòng Y tê 2')).text
  expect(unknown).toContain('Không tìm thấy đơn vị “Phòng Y tê 2”')
  expect(unknown).not.toContain('Phòng Y tế')
  expect((await show(hoa, '/status')).text).toContain('Tình hình Trạm Y tế, ngày 02/03/2026\nTổng số: 2 việc')
})

onChannel('web', 'every list is as long as its number says', async (scene) => {
  await prepare(scene)
  const whole = await show(scene.coordinator, '/status')
  for (const choice of whole.choices.filter((label) => !label.startsWith('Từng'))) {
    const count = /\((\d+)\)$/u.exec(choice)?.[1] ?? ''
    await scene.coordinator.choose(await show(scene.coordinator, '/status'), choice)
    expect((await scene.coordinator.next()).text.split('\n')[0]).toMatch(new RegExp(`: ${count} \\(`, 'u'))
  }
  await scene.coordinator.choose(await show(scene.coordinator, '/status'), 'Từng đơn vị (3)')
  await scene.coordinator.choose(await scene.coordinator.next(), 'Tất cả việc')
  expect((await scene.coordinator.next()).text).toContain('Tất cả việc: 7 (UBND phường An Biên)')
  await scene.coordinator.choose(await show(scene.coordinator, '/status'), 'Hoàn thành (1)')
  await scene.coordinator.choose(await scene.coordinator.next(), 'Hoàn thành quá hạn')
  expect((await scene.coordinator.next()).text).toContain('Việc hoàn thành quá hạn: 1')
})

onChannel('web', 'buttons show nothing outside of what a person may see', async (scene) => {
  await prepare(scene)
  await scene.person({ role: 'official', agency: 'Trạm Y tế', name: 'Chuyên viên Một' })
  const press = (action: string) => pressForged(scene, 'Chuyên viên Một', action)
  for (const action of ['st:all', `st:${scene.workspace.agency('Phòng Y tế')}`, 'ags:all:0']) {
    expect(await press(action)).toContain('không thuộc quyền')
  }
  for (const action of [`st:${crypto.randomUUID()}`, 'st:x', 'ags:me:99', 'ags:me', 'st:']) {
    expect(await press(action)).toContain('không còn dùng được')
  }
})
