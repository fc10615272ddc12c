import { expect } from 'vitest'
import { ask } from '../support/asking.ts'
import { onChannel, onEveryChannel } from '../support/conversation.ts'
import { pressForged } from './forged-press.ts'

const to = ['Phòng Nội vụ', 'Phòng Y tế']
const plan = [
  { title: 'Rà soát thủ tục hành chính', occurrences: ['2026-05-30'] },
  { title: 'Công khai thủ tục', occurrences: ['2026-06-30'], to },
  ...[3, 4, 5, 6].map((number) => ({ title: `Kiểm tra thủ tục lần ${number}` })),
  { title: 'Thủ tục của phòng khác', to: ['Phòng Tư pháp'] },
]

onEveryChannel('/tim finds tasks with and without diacritics, page by page, and opens them', async (scene) => {
  await scene.importPlan(plan)
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  const first = await ask(hoa, '/tim thủ tục')
  expect(first.text).toContain(
    [
      'Tìm “thu tuc”: 6 nhiệm vụ',
      '• NV1 Rà soát thủ tục hành chính · 01/KH-UBND · hạn 30/05/2026',
      '• NV2 Công khai thủ tục · 01/KH-UBND · hạn 30/06/2026',
      '• NV3 Kiểm tra thủ tục lần 3 · 01/KH-UBND · không thời hạn',
    ].join('\n'),
  )
  expect(first.choices).toEqual(['NV1', 'NV2', 'NV3', 'NV4', 'NV5', 'Xem tiếp'])
  await hoa.choose(first, 'Xem tiếp')
  const second = await hoa.next()
  expect(second.text).toContain('• NV6 Kiểm tra thủ tục lần 6')
  expect(second.choices).toEqual(['NV6', 'Quay lại'])
  await hoa.choose(second, 'NV6')
  expect((await hoa.next()).text).toContain('NV6 Kiểm tra thủ tục lần 6\nVăn bản 01/KH-UBND')
  expect((await ask(hoa, '/find THU TUC')).text).toBe(first.text)
  expect((await ask(hoa, '/tim phòng khác')).text).toContain('Không thấy nhiệm vụ nào có “phong khac”')
  expect((await ask(hoa, '/tim')).text).toBe('Thiếu từ cần tìm. Ví dụ: /tim thủ tục hành chính')
  const whole = await ask(scene.coordinator, '/tim công khai')
  expect(whole.text).toContain('• NV2 Công khai thủ tục · 01/KH-UBND · hạn 30/06/2026 · 0/2 đơn vị xong')
})

onChannel('web', 'buttons of a search find no more than the person may see, and old ones do no harm', async (scene) => {
  await scene.importPlan(plan)
  await scene.person({ role: 'official', agency: 'Trạm Y tế', name: 'Chuyên viên Hai' })
  const press = (action: string) => pressForged(scene, 'Chuyên viên Hai', action)
  expect(await press('tim:0:thu tuc')).toContain('Không thấy nhiệm vụ nào có “thu tuc”')
  expect(await press('tim:500:thu tuc')).toContain('Không thấy nhiệm vụ nào')
  for (const action of ['tim:0:', 'tim:-1:thu', 'tim:x', 'tim:0:…']) {
    expect(await press(action)).toContain('không còn dùng được')
  }
  expect(await press('nv:7')).toContain('Không thấy nhiệm vụ “NV7”')
})
