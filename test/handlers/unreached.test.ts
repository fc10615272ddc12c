import { expect } from 'vitest'
import { ask, choose } from '../support/asking.ts'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'
import { nextSummary } from '../support/weekly-summary.ts'

const importTasks = (scene: Scene) =>
  scene.importPlan([
    { title: 'Quá hạn', occurrences: ['2026-02-20'], to: ['Trạm Y tế'] },
    { title: 'Còn lâu', occurrences: ['2026-09-10'], to: ['Phòng Nội vụ', 'Trạm Y tế'] },
  ])

onEveryChannel(
  'agencies that nobody has joined from are shown wherever the whole is, until there are none',
  async (scene) => {
    const { coordinator } = scene
    await importTasks(scene)
    const status = await ask(coordinator, '/tinhhinh')
    expect(status.text).toContain('⚠️ 2 đơn vị có việc mà chưa ai tham gia.')
    await coordinator.say('/tuan')
    const week = await nextSummary(coordinator)
    expect(week.text).toContain('⚠️ 2 đơn vị có việc mà chưa ai tham gia: Trạm Y tế; Phòng Nội vụ')
    const list = await choose(coordinator, week, 'Chưa ai tham gia (2)')
    expect(list.text).toContain(
      [
        'Có việc mà chưa ai tham gia: 2 (UBND phường An Biên)',
        '• Trạm Y tế: 2 việc chưa xong, 1 quá hạn',
        '• Phòng Nội vụ: 1 việc chưa xong',
      ].join('\n'),
    )
    expect(list.choices).toEqual(['Mời người: Trạm Y tế', 'Mời người: Phòng Nội vụ', 'Chưa có việc (3)'])
    const idle = await choose(coordinator, list, 'Chưa có việc (3)')
    expect(idle.text).toContain('Chưa có ai tham gia, chưa có việc: 3 (UBND phường An Biên)\n• Phòng Tư pháp\n')
    const again = await choose(coordinator, idle, 'Có việc (2)')
    const invited = await choose(coordinator, again, 'Mời người: Trạm Y tế')
    expect(invited.text).toContain('Mời người của Trạm Y tế với vai trò nào?')

    await scene.person({ role: 'official', agency: 'Trạm Y tế' })
    const fewer = await choose(coordinator, await ask(coordinator, '/status'), 'Chưa ai tham gia (1)')
    expect(fewer.text).toContain('Có việc mà chưa ai tham gia: 1')
    await scene.person({ role: 'head', agency: 'Phòng Nội vụ', name: 'Thủ trưởng Một' })
    const whole = await ask(coordinator, '/status')
    expect(whole.text).not.toContain('chưa ai tham gia')
    expect(whole.choices.join()).not.toContain('Chưa ai tham gia')
    const none = await ask(coordinator, '/chuathamgia')
    expect(none.text).toContain('✅ Đơn vị nào có việc cũng đã có người tham gia.')
    expect(none.choices).toEqual(['Chưa có việc (3)'])
  },
)

onChannel('web', 'who may invite nobody is not asked to', async (scene) => {
  await importTasks(scene)
  const leader = await scene.person({ role: 'leader', name: 'Lãnh đạo Một' })
  const status = await ask(leader, '/tinhhinh')
  expect(status.text).not.toContain('chưa ai tham gia')
  expect(status.choices.join()).not.toContain('Chưa ai tham gia')
  expect((await ask(leader, '/tuan')).choices.join()).not.toContain('Chưa ai tham gia')
  expect((await ask(leader, '/chuathamgia')).text).toContain('không thuộc quyền của anh/chị')
  const card = await ask(leader, '/nv 1')
  expect(card.text).toContain('Đang chờ: Trạm Y tế tiếp nhận; đơn vị chưa có ai tham gia')
})

onChannel('web', 'many are turned page by page in the same message', async (scene) => {
  const names = Array.from({ length: 7 }, (_, at) => `Tổ dân phố số ${at + 1}`)
  const ids = await scene.stores(({ agencies }) => agencies.ensure(names))
  expect(ids.size).toBe(7)
  const { coordinator } = scene
  const first = await choose(coordinator, await ask(coordinator, '/unjoined'), 'Chưa có việc (12)')
  expect(first.text).toContain('Từ 1 đến 5 trong 12 đơn vị.')
  const second = await choose(coordinator, first, 'Xem tiếp')
  const third = await choose(coordinator, second, 'Xem tiếp')
  expect(third.text).toContain('Từ 11 đến 12 trong 12 đơn vị.')
  expect(third.choices.slice(2)).toEqual(['Quay lại'])
  expect(third.id).toBe(first.id)
})
