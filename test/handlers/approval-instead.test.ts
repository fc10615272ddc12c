import { expect } from 'vitest'
import { ask } from '../support/asking.ts'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'
import type { ChatDriver } from '../support/person-driver.ts'
import { pressForged } from './forged-press.ts'

const open = async (scene: Scene) => {
  await scene.importPlan([
    { title: 'Báo cáo quý I', occurrences: ['2026-03-20'] },
    { title: 'Rà soát thủ tục', occurrences: ['2026-03-25'] },
  ])
  await scene.database.client.plan.updateMany({ data: { workflow: 'chat' } })
  const one = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Một' })
  const two = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Hai' })
  const head = await scene.person({ role: 'head', agency: 'Phòng Nội vụ', name: 'Thủ trưởng Một' })
  return { one, two, head }
}

const goAway = async (head: ChatDriver, standIn: ChatDriver) => {
  expect((await ask(head, '/vangmat từ 2/3 đến 5/3 giao Chuyên viên Hai')).text).toContain('duyệt kết quả thay')
  expect((await standIn.next()).text).toContain('duyệt kết quả')
}

onEveryChannel('a head who is away is stood in for when results are approved, on those days alone', async (scene) => {
  const { one, two, head } = await open(scene)
  await goAway(head, two)
  expect((await ask(one, 'nv1 xong')).text).toContain('Đã báo 2 người duyệt.')
  expect((await head.next()).text).not.toContain('làm thay')
  const asked = await two.next()
  expect(asked.text).toContain('📝 Chờ duyệt: NV1 Báo cáo quý I')
  expect(asked.text).toContain('Gửi anh/chị vì đang làm thay Thủ trưởng Một.')
  expect((await ask(one, '/nv 1')).text).toContain(
    'Đang chờ: thủ trưởng Phòng Nội vụ (Chuyên viên Hai làm thay) duyệt kết quả',
  )
  await two.choose(asked, 'Trả lại')
  await two.next()
  expect((await ask(two, 'thiếu phụ lục')).text).toContain('Đã trả lại NV1 thay Thủ trưởng Một: “thiếu phụ lục”')
  expect((await one.next()).text).toContain('Chuyên viên Hai (thay Thủ trưởng Một) trả lại: “thiếu phụ lục”')

  await ask(one, 'nv1 xong')
  await two.next()
  const item = await ask(two, '/duyet')
  expect(item.text).toContain('Chờ quyết định: 1/1')
  await two.choose(item, 'Duyệt')
  expect((await two.next()).text).toContain('✅ Đã duyệt NV1 thay Thủ trưởng Một: hoàn thành.')
  expect((await one.next()).text).toContain('Người duyệt: Chuyên viên Hai (thay Thủ trưởng Một).')
  const audited = await scene.database.client.auditEvent.findMany({
    where: { action: { in: ['assignment.approve', 'assignment.reject'] } },
  })
  const { id } = await scene.database.client.person.findFirstOrThrow({ where: { name: 'Thủ trưởng Một' } })
  expect(audited.map(({ after }) => after)).toEqual([
    expect.objectContaining({ insteadOf: id }),
    expect.objectContaining({ insteadOf: id }),
  ])
  const card = await ask(one, '/nv 1')
  await one.choose(card, 'Lịch sử')
  expect((await one.next()).text).toContain('Chuyên viên Hai (thay Thủ trưởng Một) duyệt kết quả: hoàn thành')

  expect((await two.next()).text).toContain('Không còn gì chờ quyết định')
  await ask(one, 'nv2 xong')
  const late = await two.next()
  scene.setNow(new Date('2026-03-06T02:00:00Z'))
  if (scene.channel !== 'zalo') {
    await two.choose(late, 'Duyệt')
    expect((await two.next()).text).toContain('không thuộc quyền')
  }
  expect((await ask(two, '/duyet')).text).toContain('không thuộc quyền')
})

onChannel('telegram', 'nobody approves their own, nor that of the person they stand in for', async (scene) => {
  const { two, head } = await open(scene)
  await goAway(head, two)
  // The stand-in's own goes to the head, who reads along.
  expect((await ask(two, 'nv1 xong')).text).toContain('Đã báo 1 người duyệt.')
  const { id } = await scene.database.client.statusUpdate.findFirstOrThrow()
  expect(await pressForged(scene, 'Chuyên viên Hai', `apv:${id}`)).toContain('do chính anh/chị nộp')
  expect((await ask(two, '/duyet')).text).toContain('Không còn gì chờ quyết định')
  // What the head hands in is for the coordinators.
  expect((await head.next()).text).toContain('📝 Chờ duyệt: NV1')
  expect((await ask(head, 'nv2 xong')).text).toContain('Đã báo 1 người duyệt.')
  expect((await scene.coordinator.next()).text).toContain('📝 Chờ duyệt: NV2')
  expect((await ask(two, '/nv 2')).text).toContain('Đang chờ: cán bộ tổng hợp duyệt kết quả')
  expect((await ask(two, '/nv 2')).choices).not.toContain('Duyệt')
  expect((await ask(two, '/duyet')).text).toContain('Không còn gì chờ quyết định')
  const own = await scene.database.client.statusUpdate.findFirstOrThrow({ orderBy: { id: 'desc' } })
  const refused = await pressForged(scene, 'Chuyên viên Hai', `apv:${own.id}`)
  expect(refused).toContain('do Thủ trưởng Một, người anh/chị đang làm thay, nộp')
  expect(await scene.database.client.assignment.count({ where: { state: 'submitted' } })).toBe(2)
  // Standing in lends nothing else of a head.
  await scene.database.client.assignment.updateMany({ data: { state: 'done' } })
  const { assignmentId } = own
  for (const action of [`reo:${assignmentId}`, `doer:${assignmentId}:-`]) {
    expect(await pressForged(scene, 'Chuyên viên Hai', action)).toContain('không thuộc quyền')
  }
})
