import { expect } from 'vitest'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'
import { pressForged } from './forged-press.ts'

const plan = [{ title: 'Báo cáo quý I', occurrences: ['2026-03-20'] }]

const dates = (scene: Scene) =>
  scene.stores(async ({ assignments }) => {
    const [first] = await assignments.findByNumber(1)
    return { originalDueOn: first!.originalDueOn, dueOn: first!.dueOn, dueVersion: first!.dueVersion }
  })

const requests = (scene: Scene) => scene.database.client.extensionRequest.findMany({ orderBy: { id: 'asc' } })

onEveryChannel('more time is asked for in words and granted, and reminders begin anew', async (scene) => {
  await scene.importPlan(plan)
  const { coordinator } = scene
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  await hoa.say('/nv 1')
  const card = await hoa.next()
  expect(card.choices).toContain('Xin gia hạn')
  await hoa.reply(card, 'xin gia hạn nv1 đến 15/4 vì chờ văn bản của Bộ')
  const sent = await hoa.next()
  expect(sent.text).toContain('từ 20/03/2026 đến 15/04/2026, lý do “chờ văn bản của Bộ”.\nĐã báo 1 cán bộ tổng hợp.')
  const asked = await coordinator.next()
  expect(asked.text).toContain('⏳ Xin gia hạn: NV1 Báo cáo quý I\nPhòng Nội vụ, hạn 20/03/2026 (còn 18 ngày)')
  expect(asked.text).toContain('Chuyên viên Một xin đến 15/04/2026, lý do “chờ văn bản của Bộ”.')
  expect(asked.choices).toEqual(['Đồng ý', 'Ngày khác', 'Từ chối', 'Mở việc'])

  await coordinator.choose(asked, 'Ngày khác')
  await coordinator.next()
  await coordinator.say('10/3')
  expect((await coordinator.next()).text).toContain('không sau hạn hiện nay (20/03/2026)')
  await coordinator.say('10/4')
  expect((await coordinator.next()).text).toContain('Đã gia hạn NV1 (Phòng Nội vụ) đến 10/04/2026')
  expect((await hoa.next()).text).toContain('Hạn mới: 10/04/2026.')
  expect(await dates(scene)).toEqual({ originalDueOn: '2026-03-20', dueOn: '2026-04-10', dueVersion: 2 })
  await coordinator.say('/lichnhac 1')
  expect((await coordinator.next()).text).toContain(
    '• 07:30 03/04/2026: trước hạn 7 ngày\n• 07:30 07/04/2026: trước hạn 3 ngày',
  )
  const update = await scene.database.client.statusUpdate.findFirstOrThrow({ where: { kind: 'extend' } })
  expect([update.dueBefore, update.dueAfter]).toEqual([new Date('2026-03-20'), new Date('2026-04-10')])
  await hoa.say('/nv 1')
  const later = await hoa.next()
  expect(later.text).toContain('Gia hạn: 1 lần đề nghị, 1 lần được đồng ý')
  expect(later.text).toContain('• 02/03/2026: xin đến 15/04/2026, đồng ý đến 10/04/2026')
  expect(later.text).toContain('hạn gốc 20/03/2026')
})

onChannel('telegram', 'the bot asks for what is missing, and says what is wrong with a day', async (scene) => {
  await scene.importPlan([...plan, { title: 'Việc thường xuyên' }])
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  await hoa.say('/giahan')
  expect((await hoa.next()).text).toContain('/giahan 12 đến 15/12')
  await hoa.say('/giahan 2')
  expect((await hoa.next()).text).toContain('NV2 không thời hạn nên không cần gia hạn')
  await hoa.say('/giahan 1')
  expect((await hoa.next()).text).toContain('NV1 (hạn 20/03/2026) xin gia hạn đến ngày nào?')
  await hoa.say('sớm nhất có thể')
  expect((await hoa.next()).text).toContain('Chưa hiểu “sớm nhất có thể” là ngày nào')
  await hoa.say('ngày 1/2/2026')
  expect((await hoa.next()).text).toContain('Ngày 01/02/2026 đã qua nên chưa ghi gì')
  await hoa.say('15/3')
  expect((await hoa.next()).text).toContain('không sau hạn hiện nay (20/03/2026)')
  await hoa.say('thêm 10 ngày')
  expect((await hoa.next()).text).toContain('xin gia hạn đến 30/03/2026 vì lý do gì?')
  expect(await requests(scene)).toEqual([])
  await hoa.say('vì đơn vị đang kiểm kê')
  expect((await hoa.next()).text).toContain('lý do “đơn vị đang kiểm kê”')

  // A second request takes the place of the first; the old button decides nothing.
  const first = await scene.coordinator.next()
  await hoa.say('nv1 xin gia hạn đến 5/4 vì đơn vị đang kiểm kê')
  expect((await hoa.next()).text).toContain('Thay cho đề nghị đến 30/03/2026 trước đó.')
  await scene.coordinator.next()
  await scene.coordinator.choose(first, 'Đồng ý')
  expect((await scene.coordinator.next()).text).toContain('Mục này không còn chờ quyết định')
  expect((await requests(scene)).map(({ state }) => state)).toEqual(['withdrawn', 'pending'])

  await scene.coordinator.say('nv1 không đồng ý, đã gấp lắm rồi')
  expect((await scene.coordinator.next()).text).toContain('không gia hạn NV1 (Phòng Nội vụ): “đã gấp lắm rồi”')
  expect((await hoa.next()).text).toContain('“đã gấp lắm rồi”\nHạn giữ nguyên.')
  expect(await dates(scene)).toMatchObject({ dueOn: '2026-03-20', dueVersion: 1 })
})

onChannel('telegram', 'only a coordinator decides, once, and the asker may take it back', async (scene) => {
  await scene.importPlan(plan)
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  await scene.person({ role: 'head', agency: 'Phòng Nội vụ', name: 'Thủ trưởng' })
  await scene.person({ role: 'official', agency: 'Phòng Tư pháp', name: 'Người ngoài' })
  await hoa.say('nv1 xin gia hạn đến 15/4 vì chờ Bộ')
  const sent = await hoa.next()
  const [request] = await requests(scene)
  for (const prefix of ['exg', 'exd', 'exr']) {
    expect(await pressForged(scene, 'Thủ trưởng', `${prefix}:${request!.id}`)).toContain('không thuộc quyền')
  }
  expect(await pressForged(scene, 'Người ngoài', `ext-un:${request!.id}`)).toContain('không thuộc quyền')
  await hoa.choose(sent, 'Rút đề nghị')
  expect((await hoa.next()).text).toContain('Đã rút đề nghị gia hạn NV1')
  expect(await pressForged(scene, 'Cán bộ Tổng hợp', `exg:${request!.id}`)).toContain('không còn chờ quyết định')
  await hoa.say('nv1 xin gia hạn đến 15/4 vì chờ Bộ')
  await hoa.next()
  const again = (await requests(scene))[1]!
  await scene.coordinator.quiet()
  await scene.coordinator.say('/duyet')
  const item = await scene.coordinator.next()
  await scene.coordinator.choose(item, 'Đồng ý')
  expect((await scene.coordinator.next()).text).toContain('Đã gia hạn NV1')
  expect((await scene.coordinator.next()).text).toBe('✅ Không còn gì chờ quyết định.')
  expect(await pressForged(scene, 'Cán bộ Tổng hợp', `exg:${again.id}`)).toContain('không còn chờ quyết định')
  expect(await dates(scene)).toMatchObject({ dueOn: '2026-04-15', dueVersion: 2 })
})
