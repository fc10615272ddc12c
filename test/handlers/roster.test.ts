import { expect } from 'vitest'
import { ask, choose } from '../support/asking.ts'
import { onChannel, onEveryChannel } from '../support/conversation.ts'
import { lastAction, pressForged } from './forged-press.ts'

onEveryChannel('a coordinator ends somebody’s part and hands on what was theirs', async (scene) => {
  await scene.importPlan([{ title: 'Báo cáo quý I', occurrences: ['2026-03-20'] }])
  const { coordinator, database } = scene
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Một' })
  await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Hai' })
  const { id } = await database.client.person.findFirstOrThrow({ where: { name: 'Chuyên viên Một' } })
  await database.client.assignment.updateMany({ data: { assigneeId: id } })
  const list = await ask(coordinator, '/nguoi Phòng Nội vụ')
  expect(list.text).toContain('Người tham gia: Phòng Nội vụ (2)\n• Chuyên viên Hai: chuyên viên đầu mối, Phòng Nội vụ')
  const card = await choose(coordinator, list, 'Chuyên viên Một')
  expect(card.text).toContain('Chuyên viên Một\n• chuyên viên đầu mối, Phòng Nội vụ\nViệc giao riêng đang mở: 1')
  expect(card.choices).toEqual(['Thôi ở Phòng Nội vụ', 'Cho rời Đôn Đốc', 'Chuyển việc giao riêng'])
  const asked = await choose(coordinator, card, 'Cho rời Đôn Đốc')
  expect(asked.text).toContain('Cho Chuyên viên Một rời Đôn Đốc có nghĩa là:')
  expect(asked.text).toContain('• 1 việc giao riêng trở lại là việc chung của đơn vị;')
  const done = await choose(coordinator, asked, 'Cho rời')
  expect(done.text).toContain('✅ Chuyên viên Một không còn trong Đôn Đốc. 1 việc giao riêng trở lại là việc chung.')
  const whom = await choose(coordinator, done, 'Giao cho người khác')
  await choose(coordinator, await choose(coordinator, whom, 'Chuyên viên Hai'), 'Chuyển')
  const { assigneeId } = await database.client.assignment.findFirstOrThrow()
  expect((await database.client.person.findUniqueOrThrow({ where: { id: assigneeId! } })).name).toBe('Chuyên viên Hai')
  await hoa.quiet()
  expect((await ask(hoa, '/viec')).text).toContain('Anh/chị chưa tham gia.')
})

onChannel(
  'telegram',
  'one of several agencies ends and the person hears of it; the last coordinator stays',
  async (scene) => {
    const { coordinator, database, workspace } = scene
    const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Một' })
    const { id } = await database.client.person.findFirstOrThrow({ where: { name: 'Chuyên viên Một' } })
    const agencyId = workspace.agency('Phòng Y tế')
    await scene.stores(({ people }) => people.addMembership(id, { role: 'head', agencyId }, scene.now()))
    await scene.importPlan([
      { title: 'Việc một', to: ['Phòng Nội vụ'] },
      { title: 'Việc hai', to: ['Phòng Y tế'] },
    ])
    await database.client.assignment.updateMany({ data: { assigneeId: id } })
    const card = await ask(coordinator, '/people chuyên viên một')
    const asked = await choose(coordinator, card, 'Thôi ở Phòng Y tế')
    expect(asked.text).toContain('⚠️ Phòng Y tế sẽ không còn ai.')
    expect((await choose(coordinator, asked, 'Cho thôi')).text).toContain(
      'Chuyên viên Một không còn thuộc Phòng Y tế. 1 việc',
    )
    expect((await hoa.next()).text).toContain('Anh/chị không còn thuộc Phòng Y tế trong Đôn Đốc.')
    expect((await ask(hoa, '/toi')).text).not.toContain('Phòng Y tế')
    const rows = await database.client.assignment.findMany({ orderBy: { taskId: 'asc' } })
    expect(rows.filter(({ assigneeId }) => assigneeId === id).map((row) => row.agencyId)).toEqual([
      workspace.agency('Phòng Nội vụ'),
    ])
    expect(await database.client.auditEvent.count({ where: { action: 'leave-agency', subjectId: id } })).toBe(1)
    expect(await pressForged(scene, 'Cán bộ Tổng hợp', await lastAction(scene, 'ppl-ok:'))).toContain(
      'không còn dùng được',
    )
    // Nobody throws themself out here, and nobody the last who could let others in.
    const own = await ask(coordinator, '/nguoi Cán bộ Tổng hợp')
    expect(own.choices).toEqual([])
    await scene.person({ role: 'admin', name: 'Quản trị Một' })
    const only = await database.client.person.findFirstOrThrow({ where: { name: 'Cán bộ Tổng hợp' } })
    const end = only.id.slice(-12)
    expect(await pressForged(scene, 'Quản trị Một', `ppl-ok:${end}:-`)).toContain('cán bộ tổng hợp duy nhất')
    expect(await pressForged(scene, 'Cán bộ Tổng hợp', `ppl-ok:${end}:-`)).toContain('không thuộc quyền')
    expect(await pressForged(scene, 'Chuyên viên Một', `ppl:${end}`)).toContain('không thuộc quyền')
    expect((await ask(coordinator, '/nguoi Chuyên viên Mười Một')).choices).toContain('Chuyên viên Một')
  },
)
