import { expect } from 'vitest'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'
import { pressForged } from './forged-press.ts'

const plan = [{ title: 'Phổ biến pháp luật', occurrences: ['2026-03-20'] }]

const standings = (scene: Scene) =>
  scene.stores(async ({ assignments }) =>
    (await assignments.findByNumber(1)).map(({ agencyName, state, dueOn }) => ({ agencyName, state, dueOn })),
  )

onEveryChannel('a task that is not the agency’s goes to the coordinator and on to the right one', async (scene) => {
  await scene.importPlan(plan)
  const { coordinator } = scene
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  const lan = await scene.person({ role: 'official', agency: 'Phòng Tư pháp', name: 'Chuyên viên Hai' })
  await hoa.say('/nv 1')
  await hoa.reply(await hoa.next(), 'nv1 việc này của phòng Tư pháp, không phải của phòng em')
  const words = '“việc này của phòng Tư pháp, không phải của phòng em”'
  expect((await hoa.next()).text).toContain(`Đã trả lại NV1 với lời ${words}.\nĐã báo 1 cán bộ tổng hợp.`)
  const asked = await coordinator.next()
  expect(asked.text).toContain(
    `↩️ Trả lại: NV1 Phổ biến pháp luật\nPhòng Nội vụ, hạn 20/03/2026\nChuyên viên Một: ${words}`,
  )
  expect(asked.choices).toEqual(['Giao: Phòng Tư pháp', 'Giao đơn vị khác', 'Giao lại đơn vị cũ', 'Mở việc'])
  await coordinator.choose(asked, 'Giao: Phòng Tư pháp')
  expect((await coordinator.next()).text).toBe('✅ Đã giao NV1 (Phòng Nội vụ) cho Phòng Tư pháp.\nĐã báo cho 1 người.')
  expect((await lan.next()).text).toContain('Phòng Tư pháp được giao 1 việc')
  expect((await hoa.next()).text).toContain('Việc anh/chị trả lại đã giao cho Phòng Tư pháp.')
  expect(await standings(scene)).toEqual(
    expect.arrayContaining([
      { agencyName: 'Phòng Nội vụ', state: 'returned', dueOn: '2026-03-20' },
      { agencyName: 'Phòng Tư pháp', state: 'assigned', dueOn: '2026-03-20' },
    ]),
  )
  const kinds = await scene.database.client.statusUpdate.findMany({ orderBy: { id: 'asc' } })
  expect(kinds.map(({ kind, stateAfter }) => [kind, stateAfter])).toEqual([
    ['return', 'returned'],
    ['reassign', 'returned'],
  ])
  expect(await scene.database.client.nextReminder.count()).toBe(1)
  await coordinator.say('/duyet')
  expect((await coordinator.next()).text).toBe('✅ Không còn gì chờ quyết định.')
})

onChannel(
  'telegram',
  'a name that is not sure is offered; an agency that has it already is not given it twice',
  async (scene) => {
    await scene.importPlan([{ ...plan[0]!, to: ['Phòng Nội vụ', 'Phòng Y tế'] }])
    const { coordinator } = scene
    const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
    await hoa.say('nv1 không phải việc của phòng em')
    await hoa.next()
    const asked = await coordinator.next()
    await coordinator.choose(asked, 'Giao đơn vị khác')
    expect((await coordinator.next()).text).toContain('Giao NV1 (Phòng Nội vụ) cho đơn vị nào?')
    await coordinator.say('Các phòng chuyên môn')
    expect((await coordinator.next()).text).toContain('là một nhóm đơn vị')
    await coordinator.say('Phòng Nội vụ')
    expect((await coordinator.next()).text).toContain('chính là đơn vị đã trả lại')
    await coordinator.choose(asked, 'Giao đơn vị khác')
    await coordinator.next()
    await coordinator.say('Phòng Tư phap luat')
    const offered = await coordinator.next()
    expect(offered.choices).toContain('Phòng Tư pháp')
    expect(offered.choices.length).toBeLessThanOrEqual(3)
    await coordinator.say('Phòng Y tế')
    const there = await coordinator.next()
    expect(there.text).toContain('Phòng Y tế đã có NV1 (Phòng Nội vụ), hiện mới giao, nên không giao thêm.')
    await coordinator.choose(there, 'Để đơn vị đó làm')
    expect((await coordinator.next()).text).toContain('để Phòng Y tế làm')
    expect((await hoa.next()).text).toContain('đã giao cho Phòng Y tế')
    expect(await standings(scene)).toHaveLength(2)
    // Decided once: the old buttons decide nothing more.
    await coordinator.choose(offered, 'Phòng Tư pháp')
    expect((await coordinator.next()).text).toContain('không còn chờ quyết định')
  },
)

onChannel('telegram', 'it can be taken back, or given back with a reason, by those who may', async (scene) => {
  await scene.importPlan(plan)
  const { coordinator } = scene
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  await scene.person({ role: 'head', agency: 'Phòng Nội vụ', name: 'Thủ trưởng' })
  await hoa.say('/nv 1')
  await hoa.choose(await hoa.next(), 'Thêm')
  await hoa.choose(await hoa.next(), 'Không phải việc của đơn vị')
  expect((await hoa.next()).text).toContain('vì sao, nên giao cho đơn vị nào')
  await hoa.say('thuộc lĩnh vực tư pháp')
  const returned = await hoa.next()
  const first = await coordinator.next()
  await hoa.choose(returned, 'Hoàn tác')
  expect((await hoa.next()).text).toBe('↩️ Đã hoàn tác. NV1 trở lại: mới giao.')
  await coordinator.choose(first, 'Giao lại đơn vị cũ')
  expect((await coordinator.next()).text).toContain('không còn chờ quyết định')

  await hoa.say('nv1 không phải việc của phòng em')
  await hoa.next()
  const asked = await coordinator.next()
  const { id } = await scene.database.client.statusUpdate.findFirstOrThrow({ orderBy: { id: 'desc' } })
  expect(await pressForged(scene, 'Thủ trưởng', `rea:${id}`)).toContain('không thuộc quyền')
  expect(await pressForged(scene, 'Thủ trưởng', `rea-bk:${id}`)).toContain('không thuộc quyền')
  await coordinator.choose(asked, 'Giao lại đơn vị cũ')
  await coordinator.next()
  await coordinator.say('đúng chức năng của phòng theo Quyết định 15')
  expect((await coordinator.next()).text).toContain('Đã giao lại NV1')
  const back = await hoa.next()
  expect(back.text).toContain('📌 Giao lại: NV1')
  expect(back.text).toContain('“đúng chức năng của phòng theo Quyết định 15”')
  expect(await standings(scene)).toEqual([{ agencyName: 'Phòng Nội vụ', state: 'assigned', dueOn: '2026-03-20' }])
  expect(await scene.database.client.nextReminder.count()).toBe(1)
})
