import { expect } from 'vitest'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'
import { pressForged } from './forged-press.ts'

const plan = [{ title: 'Báo cáo quý I', occurrences: ['2026-03-20'] }]
const minutes = (scene: Scene, count: number): Date => new Date(scene.now().getTime() + count * 60_000)

const standing = (scene: Scene) =>
  scene.stores(async ({ assignments }) => {
    const [first] = await assignments.findByNumber(1)
    const { state, percent, obstacle, doneOn } = first!
    const evidence = await assignments.listEvidence(first!.id)
    return { state, percent, obstacle, doneOn, evidence: evidence.length }
  })

const remindAt = async (scene: Scene) => (await scene.database.client.nextReminder.findFirst())?.remindAt ?? null

onEveryChannel('an answer can be taken back with one tap, and everything is as it was', async (scene) => {
  await scene.importPlan(plan)
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  await hoa.say('nv1 40%')
  await hoa.next()
  const before = await standing(scene)
  const due = await remindAt(scene)
  await hoa.say('nv1 xong rồi, minh chứng https://haiphong.gov.vn/1')
  const recorded = await hoa.next()
  expect(recorded.choices).toEqual(['Hoàn tác'])
  expect(await standing(scene)).toMatchObject({ state: 'done', evidence: 1 })
  expect(await remindAt(scene)).toBeNull()
  await hoa.choose(recorded, 'Hoàn tác')
  expect((await hoa.next()).text).toBe('↩️ Đã hoàn tác. NV1 trở lại: đang thực hiện, 40%.')
  expect(await standing(scene)).toEqual(before)
  expect(await remindAt(scene)).toEqual(due)
})

onChannel('web', 'only within ten minutes, and only while nothing newer was recorded', async (scene) => {
  await scene.importPlan(plan)
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  await hoa.say('nv1 40%')
  const first = await hoa.next()
  await hoa.say('nv1 60%')
  const second = await hoa.next()
  await hoa.choose(first, 'Hoàn tác')
  expect((await hoa.next()).text).toContain('Đã quá thời gian hoàn tác (10 phút) hoặc đã có cập nhật mới hơn')
  scene.setNow(minutes(scene, 9))
  await hoa.choose(second, 'Hoàn tác')
  expect((await hoa.next()).text).toBe('↩️ Đã hoàn tác. NV1 trở lại: đang thực hiện, 40%.')
  // With the newer one gone the older is the newest again, and nine minutes old.
  await hoa.choose(first, 'Hoàn tác')
  expect((await hoa.next()).text).toBe('↩️ Đã hoàn tác. NV1 trở lại: mới giao.')
  await hoa.say('nv1 70%')
  const third = await hoa.next()
  scene.setNow(minutes(scene, 11))
  await hoa.choose(third, 'Hoàn tác')
  expect((await hoa.next()).text).toContain('Đã quá thời gian hoàn tác')
  expect(await standing(scene)).toMatchObject({ percent: 70 })
})

onChannel('web', 'only by the person who said it, and a second tap changes nothing', async (scene) => {
  await scene.importPlan(plan)
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  await scene.person({ role: 'head', agency: 'Phòng Nội vụ', name: 'Chuyên viên Hai' })
  await hoa.say('nv1 40%')
  await hoa.next()
  const { id } = await scene.database.client.statusUpdate.findFirstOrThrow()
  expect(await pressForged(scene, 'Chuyên viên Hai', `undo:${id}`)).toContain('không thuộc quyền')
  expect(await pressForged(scene, 'Chuyên viên Một', `undo:${crypto.randomUUID()}`)).toContain('không còn dùng được')
  expect(await pressForged(scene, 'Chuyên viên Một', 'undo:x')).toContain('không còn dùng được')
  expect(await pressForged(scene, 'Chuyên viên Một', `undo:${id}`)).toContain('NV1 trở lại: mới giao')
  expect(await pressForged(scene, 'Chuyên viên Một', `undo:${id}`)).toContain('đã được hoàn tác trước đó')
})

onChannel('web', 'every answer and its taking back is in the record', async (scene) => {
  await scene.importPlan(plan)
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  await hoa.say('nv1 40%')
  await hoa.choose(await hoa.next(), 'Hoàn tác')
  await hoa.next()
  const events = await scene.database.client.auditEvent.findMany({
    where: { subject: 'assignment' },
    orderBy: { id: 'asc' },
  })
  expect(events.map(({ action, channel, before, after }) => ({ action, channel, before, after }))).toMatchObject([
    {
      ...{ action: 'assignment.progress', channel: 'web' },
      ...{ before: { state: 'assigned', percent: 0 }, after: { state: 'in_progress', percent: 40 } },
    },
    {
      ...{ action: 'assignment.undo', channel: 'web' },
      ...{ before: { state: 'in_progress', percent: 40 }, after: { state: 'assigned', percent: 0 } },
    },
  ])
})
