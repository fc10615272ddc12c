import { expect } from 'vitest'
import { ask, choose } from '../support/asking.ts'
import { onChannel, onEveryChannel } from '../support/conversation.ts'

onEveryChannel('somebody leaves after being told what it means, and may come back with a new code', async (scene) => {
  await scene.importPlan([{ title: 'Báo cáo quý I', occurrences: ['2026-03-20'] }])
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Một' })
  await ask(hoa, 'nv1 40%')
  const asked = await ask(hoa, '/rời')
  const channel = { telegram: 'Telegram', zalo: 'Zalo', web: 'trang web' }[scene.channel]
  expect(asked.text).toContain('Rời Đôn Đốc của UBND phường An Biên có nghĩa là:')
  expect(asked.text).toContain(`ở mọi kênh đã nối (${channel})`)
  expect(asked.text).toContain('⚠️ Phòng Nội vụ sẽ không còn ai; cán bộ tổng hợp sẽ được báo.')
  expect((await choose(hoa, asked, 'Ở lại')).text).toBe('Vâng, không có gì thay đổi.')
  expect((await choose(hoa, await ask(hoa, '/leave'), 'Rời')).text).toBe(
    'Anh/chị đã rời Đôn Đốc của UBND phường An Biên. Cảm ơn anh/chị.',
  )
  const told = await scene.coordinator.next()
  expect(told.text).toContain('⚠️ Chuyên viên Một đã rời Đôn Đốc nên Phòng Nội vụ không còn ai; còn 1 việc chưa xong.')
  const asks = await choose(scene.coordinator, told, 'Mời người: Phòng Nội vụ')
  expect(asks.text).toContain('Mời người của Phòng Nội vụ với vai trò nào?')

  const { client } = scene.database
  const gone = await client.person.findFirstOrThrow({
    where: { name: 'Chuyên viên Một' },
    include: { memberships: true, accounts: true },
  })
  expect(gone).toMatchObject({ leftAt: scene.now(), memberships: [], accounts: [] })
  const soon = new Date(scene.now().getTime() + 31_000)
  expect(await client.webSession.count({ where: { personId: gone.id, expiresAt: { gt: soon } } })).toBe(0)
  expect(await client.statusUpdate.count({ where: { personId: gone.id } })).toBe(1)
  await scene.sweep()
  expect(await hoa.quiet()).toEqual([])
  expect((await ask(hoa, '/viec')).text).toContain('Anh/chị chưa tham gia.')
  if (scene.channel !== 'web') {
    const code = await scene.invite('official', 'Phòng Nội vụ')
    expect((await ask(hoa, `/start ${code}`)).text).toContain('Anh/chị đã tham gia Đôn Đốc')
    await hoa.quiet()
    expect((await ask(hoa, '/viec')).text).toContain('NV1')
  }
})

onChannel('telegram', 'the only coordinator stays; an old button throws nobody out', async (scene) => {
  const only = 'Anh/chị là cán bộ tổng hợp duy nhất nên chưa rời được.'
  expect((await ask(scene.coordinator, '/roi')).text).toContain(only)
  const second = await scene.person({ role: 'coordinator', name: 'Cán bộ Hai' })
  const asked = await ask(scene.coordinator, '/roi')
  expect((await choose(second, await ask(second, '/roi'), 'Rời')).text).toContain('Anh/chị đã rời')
  expect((await choose(scene.coordinator, asked, 'Rời')).text).toContain(only)
  await scene.person({ role: 'coordinator', name: 'Cán bộ Ba' })
  expect((await choose(scene.coordinator, asked, 'Rời')).text).toContain('Nút này không còn dùng được.')
  const events = await scene.database.client.auditEvent.findMany({ where: { action: 'leave' } })
  expect(events).toMatchObject([{ before: { name: 'Cán bộ Hai', memberships: [{ role: 'coordinator' }] } }])
})

onChannel('web', 'a name is corrected by command or by the button under /toi', async (scene) => {
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên vien Mot' })
  await choose(hoa, await ask(hoa, '/toi'), 'Sửa tên')
  expect((await ask(hoa, '12345')).text).toContain('Tên cần có chữ cái')
  expect((await ask(hoa, ' Chuyên  viên Một ')).text).toContain('✅ Từ nay anh/chị được gọi là Chuyên viên Một.')
  expect((await ask(hoa, '/toi')).text).toMatch(/^Chuyên viên Một\n/u)
  expect((await ask(hoa, '/ten Chuyên viên Hai')).text).toContain('Chuyên viên Hai')
  const events = await scene.database.client.auditEvent.findMany({
    where: { action: 'rename' },
    orderBy: { id: 'asc' },
  })
  expect(events).toMatchObject([
    { before: { name: 'Chuyên vien Mot' }, after: { name: 'Chuyên viên Một' } },
    { before: { name: 'Chuyên viên Một' }, after: { name: 'Chuyên viên Hai' } },
  ])
})
