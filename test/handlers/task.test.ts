import { expect } from 'vitest'
import { askText } from '../support/asking.ts'
import { onChannel, onEveryChannel } from '../support/conversation.ts'
import { pressForged } from './forged-press.ts'

const report = {
  code: '1.3.1',
  title: 'Báo cáo cải cách hành chính',
  requirement: 'Đầy đủ số liệu',
  deadlineText: 'Trước ngày 20 tháng cuối quý',
  output: 'Báo cáo của phòng',
  lead: ['Phòng Nội vụ'],
  support: ['Phòng Tư pháp', 'Phòng Y tế'],
  occurrences: ['2026-03-20', '2026-06-20', '2026-09-20'],
}

onEveryChannel('/nv shows all that is known of a task, with what can be answered', async (scene) => {
  await scene.importPlan([report])
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  await hoa.say('nv1 40%, https://haiphong.gov.vn/du-thao')
  await hoa.next()
  await hoa.say('/nv 1')
  const card = await hoa.next()
  expect(card.text).toContain(
    [
      'NV1 Báo cáo cải cách hành chính',
      'Văn bản 01/KH-UBND, mục 1.3.1',
      '',
      'Đơn vị: Phòng Nội vụ',
      'Hạn: 20/03/2026 (còn 18 ngày), kỳ 1/3',
      'Tình trạng: đang thực hiện, 40%',
      'Yêu cầu: Đầy đủ số liệu',
      'Thời hạn theo văn bản: Trước ngày 20 tháng cuối quý',
      'Sản phẩm: Báo cáo của phòng',
      'Chủ trì: Phòng Nội vụ',
      'Phối hợp: Phòng Tư pháp; Phòng Y tế',
      'Đang chờ: Phòng Nội vụ thực hiện, báo tiến độ',
      'Minh chứng (1)',
      '• https://haiphong.gov.vn/du-thao',
      'Còn 2 kỳ khác chưa xong: 20/06/2026; 20/09/2026.',
    ].join('\n'),
  )
  expect(card.choices.slice(0, 3)).toEqual(['Đang làm', 'Xong', 'Vướng mắc'])
  for (const words of ['/nv1', '/NV 1', '/nv nv1', '/task 1', '/task1', 'nv1', 'nv1 hạn khi nào?']) {
    expect(await askText(hoa, words)).toBe(card.text)
  }
})

onEveryChannel('/nv says what is missing or unknown', async (scene) => {
  await scene.importPlan([report, { title: 'Việc của phòng khác', to: ['Phòng Tư pháp'] }])
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  expect(await askText(hoa, '/nv')).toBe(
    'Thiếu số của nhiệm vụ. Ví dụ: /nv 12. Gõ /viec để xem các việc và số của chúng.',
  )
  expect(await askText(hoa, '/nv abc')).toContain('Không thấy nhiệm vụ “abc” trong phạm vi của anh/chị')
  expect(await askText(hoa, '/nv 99')).toContain('Không thấy nhiệm vụ “NV99”')
  expect(await askText(hoa, '/nv 999999999')).toContain('Không thấy nhiệm vụ “NV999999999”')
  expect(await askText(hoa, '/nv 2')).toContain('Không thấy nhiệm vụ “NV2”')
})

onEveryChannel('a task of several agencies is a line for each, to those who oversee them', async (scene) => {
  const to = ['Phòng Nội vụ', 'Phòng Tư pháp', 'Phòng Y tế', 'Trạm Y tế', 'UBND phường An Biên']
  await scene.importPlan([{ title: 'Rà soát thủ tục', occurrences: ['2026-03-20', '2026-06-20'], to }])
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Y tế' })
  await hoa.say('nv1 xong')
  await hoa.next()
  await scene.coordinator.say('/nv 1')
  const list = await scene.coordinator.next()
  expect(list.text).toContain('NV1 Rà soát thủ tục\n0/5 đơn vị đã hoàn thành.')
  expect(list.text).toContain('• Phòng Nội vụ: kỳ 1/2 · hạn 20/03/2026 (còn 18 ngày) · mới giao')
  expect(list.text).toContain('• Phòng Y tế: kỳ 2/2 · hạn 20/06/2026 (còn 110 ngày) · mới giao')
  expect(list.choices).toEqual([...to.slice(0, 4), 'UBND phường An Biên'])
  await scene.coordinator.choose(list, 'Phòng Y tế')
  expect((await scene.coordinator.next()).text).toContain('Đơn vị: Phòng Y tế\nHạn: 20/06/2026')

  const head = await scene.person({ role: 'head', agency: 'Phòng Y tế', name: 'Chuyên viên Hai' })
  await head.say('/nv 1')
  const own = await head.next()
  expect(own.text).toContain('Đơn vị: Phòng Y tế')
  expect(own.choices).toEqual(['Đã nhận', 'Giao người làm', 'Đang làm', 'Xong', 'Vướng mắc', 'Thêm'])
  await head.choose(own, 'Thêm')
  const rarer = await head.next()
  expect(rarer.text).toContain('Việc khác với NV1:')
  // Where a message cannot be changed it is a short one of its own.
  expect(rarer.text.includes('Đơn vị: Phòng Y tế')).toBe(scene.channel !== 'zalo')
  expect(rarer.choices).toEqual([
    ...['Xin gia hạn', 'Không phải việc của đơn vị', 'Lịch sử', 'Đơn vị khác (1)', 'Nhắc lại sau', 'Quay lại'],
  ])
  await head.choose(rarer, 'Quay lại')
  const again = await head.next()
  expect([again.text, again.choices]).toEqual([own.text, own.choices])
  await head.choose(again, 'Thêm')
  await head.choose(await head.next(), 'Đơn vị khác (1)')
  const below = await head.next()
  expect(below.choices).toEqual(['Phòng Y tế', 'Trạm Y tế'])
  await hoa.say('/nv 1')
  expect((await hoa.next()).choices).not.toContain('Đơn vị khác (1)')
})

onChannel('web', 'more agencies than a message holds are turned like pages', async (scene) => {
  const names = ['UBND phường An Biên', 'Phòng Nội vụ', 'Phòng Tư pháp', 'Phòng Y tế', 'Trạm Y tế']
  await scene.importPlan([{ title: 'Rà soát', occurrences: ['2026-03-20'], to: names }])
  const extra = await scene.stores(({ agencies }) => agencies.ensure(['Trường An Biên', 'Trường Trần Phú']))
  const client = scene.database.client
  const one = await client.assignment.findFirstOrThrow()
  await client.assignment.createMany({
    data: [...extra.values()].map((agencyId) => ({ ...one, id: crypto.randomUUID(), agencyId })),
  })
  await scene.coordinator.say('/nv 1')
  const first = await scene.coordinator.next()
  expect(first.text).toContain('0/7 đơn vị đã hoàn thành. Đơn vị 1–5:')
  await scene.coordinator.choose(first, 'Xem tiếp')
  const second = await scene.coordinator.next()
  expect(second.text).toContain('Đơn vị 6–7:')
  expect(second.choices).toContain('Quay lại')
})

onChannel('web', 'buttons of other agencies and of other workspaces do nothing', async (scene) => {
  await scene.importPlan([report])
  await scene.person({ role: 'official', agency: 'Phòng Tư pháp', name: 'Chuyên viên Hai' })
  const { id } = await scene.database.client.assignment.findFirstOrThrow()
  for (const action of [
    `open:${id}`,
    `card:${id}`,
    `card:${id}:rest`,
    `ack:${id}`,
    `prog:${id}`,
    `pct:${id}:50`,
    `done:${id}`,
    `obst:${id}`,
  ]) {
    expect(await pressForged(scene, 'Chuyên viên Hai', action)).toContain('không thuộc quyền')
  }
  const nowhere = crypto.randomUUID()
  for (const action of [
    `open:${nowhere}`,
    `done:${nowhere}`,
    'done:',
    'open:x',
    `pct:${id}:999x`,
    'nva:1:50',
    'nva:x:0',
  ]) {
    expect(await pressForged(scene, 'Chuyên viên Hai', action)).toContain('không còn dùng được')
  }
  expect(await scene.database.client.statusUpdate.count()).toBe(0)
})
