import { expect } from 'vitest'
import { ask, choose } from '../support/asking.ts'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'
import type { ChatDriver } from '../support/person-driver.ts'
import { lastAction, pressForged } from './forged-press.ts'

const texts = async (who: ChatDriver): Promise<readonly string[]> => (await who.quiet()).map(({ text }) => text)

const plan = [
  { title: 'Báo cáo quý I', occurrences: ['2026-02-20'] },
  { title: 'Rà soát thủ tục', occurrences: ['2026-03-20'] },
]

const office = async (scene: Scene) => ({
  head: await scene.person({ role: 'head', agency: 'Phòng Nội vụ', name: 'Thủ trưởng Một' }),
  one: await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Một' }),
  two: await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Hai' }),
})

/** Every task is this person's. */
const give = async ({ database }: Scene, name: string): Promise<string> => {
  const { id } = await database.client.person.findFirstOrThrow({ where: { name } })
  await database.client.assignment.updateMany({ data: { assigneeId: id } })
  return id
}

const doers = async ({ database }: Scene): Promise<readonly (string | null)[]> => {
  const rows = await database.client.assignment.findMany({ orderBy: { dueOn: 'asc' } })
  const people = await database.client.person.findMany()
  return rows.map(({ assigneeId }) => people.find(({ id }) => id === assigneeId)?.name ?? null)
}

onEveryChannel('a head moves what one person has to do to another, in one step', async (scene) => {
  await scene.importPlan(plan)
  const { head, one, two } = await office(scene)
  await give(scene, 'Chuyên viên Một')
  const preview = await ask(head, '/chuyen việc của Chuyên viên Một sang Chuyên viên Hai')
  expect(preview.text).toContain(
    'Chuyển việc giao riêng: Chuyên viên Một → Chuyên viên Hai\n2 việc đang mở, 1 quá hạn\n• Phòng Nội vụ: 2 việc',
  )
  expect(preview.choices).toEqual(['Chuyển', 'Thôi'])
  expect((await choose(head, preview, 'Chuyển')).text).toBe(
    '✅ Đã chuyển 2 việc giao riêng của Chuyên viên Một cho Chuyên viên Hai.',
  )
  expect(await doers(scene)).toEqual(['Chuyên viên Hai', 'Chuyên viên Hai'])
  await scene.app.quiet()
  const [taken] = await texts(two)
  expect(taken).toContain('👉 Thủ trưởng Một chuyển cho anh/chị 2 việc trước đây của Chuyên viên Một.\n• NV1')
  expect(await texts(one)).toEqual(['📤 Việc giao riêng của anh/chị nay do Chuyên viên Hai làm: NV1, NV2.'])

  const asked = await ask(head, '/transfer Chuyên viên Hai')
  expect(asked.text).toContain('Chuyển 2 việc giao riêng của Chuyên viên Hai cho ai?')
  expect(asked.choices).toEqual(['Chuyên viên Một', 'Thủ trưởng Một', 'Cả đơn vị'])
  await choose(head, await choose(head, asked, 'Cả đơn vị'), 'Chuyển')
  expect(await doers(scene)).toEqual([null, null])
})

onChannel('telegram', 'names are asked, told apart and offered; standing in goes along', async (scene) => {
  await scene.importPlan(plan)
  const { head, one, two } = await office(scene)
  const three = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Ba' })
  await give(scene, 'Chuyên viên Một')
  await ask(three, '/vangmat từ 5/3 đến 12/3 giao Chuyên viên Một')
  await one.quiet()
  const asked = await ask(head, '/chuyen')
  expect(asked.text).toBe('Chuyển việc giao riêng của ai? Chọn hoặc gõ tên.')
  const unknown = await ask(head, 'Chuyên viên Mốt Một')
  expect(unknown.text).toContain('Không thấy ai tên “Chuyên viên Mốt Một”')
  expect(unknown.choices[0]).toBe('Chuyên viên Một')
  await choose(head, unknown, 'Chuyên viên Một')
  const preview = await ask(head, 'chuyên viên hai')
  expect(preview.text).toContain('Làm thay cũng chuyển: Chuyên viên Ba, 05/03/2026 – 12/03/2026.')
  expect((await choose(head, preview, 'Chuyển')).text).toContain('Chuyên viên Hai cũng làm thay cho 1 người vắng mặt.')
  // Pressed once more, nothing is left to move.
  const pressed = await lastAction(scene, 'ho-ok:')
  expect(await pressForged(scene, 'Thủ trưởng Một', pressed)).toContain('Không có việc đang mở nào chuyển được.')
  expect((await texts(two))[0]).toContain('Anh/chị làm thay Chuyên viên Ba: 05/03/2026 – 12/03/2026.')
  expect(await texts(three)).toEqual(['Từ nay Chuyên viên Hai làm thay anh/chị, thay cho Chuyên viên Một.'])
  // What was seen is not what is there any more: it is shown again instead of moved.
  const seen = await ask(head, '/chuyen Chuyên viên Hai sang Chuyên viên Một')
  await scene.database.client.assignment.updateMany({
    where: { dueOn: new Date('2026-03-20') },
    data: { assigneeId: null },
  })
  const again = await choose(head, seen, 'Chuyển')
  expect(again.text).toContain('1 việc đang mở, 1 quá hạn')
  expect(await doers(scene)).toEqual(['Chuyên viên Hai', null])
  const events = await scene.database.client.auditEvent.count({ where: { action: 'assignment.assignee' } })
  expect(events).toBe(2)
})

onChannel('telegram', 'a head moves nothing of other agencies, and no agency’s work', async (scene) => {
  await scene.importPlan([{ title: 'Việc khác', to: ['Phòng Y tế'] }])
  const { head } = await office(scene)
  const lan = await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Sáu' })
  const id = await give(scene, 'Chuyên viên Sáu')
  expect((await ask(head, '/chuyen Chuyên viên Sáu sang Chuyên viên Một')).text).not.toContain('việc đang mở')
  expect((await ask(head, '/chuyen Phòng Y tế sang Phòng Nội vụ')).text).toContain('không thuộc quyền')
  expect(await pressForged(scene, 'Thủ trưởng Một', `ho:${id.slice(-12)}`)).toContain('không còn dùng được')
  const agencies = await scene.database.client.agency.findMany()
  const end = (name: string) => agencies.find((agency) => agency.name === name)!.id.slice(-12)
  const known = `${end('Phòng Y tế')}:${end('Phòng Nội vụ')}:-:-`
  for (const action of [`mv:${known}`, `mv-ok:${known}:abcdef`, `mv-open:${end('Phòng Y tế')}`]) {
    expect(await pressForged(scene, 'Thủ trưởng Một', action)).toContain('không thuộc quyền')
  }
  expect((await ask(lan, '/chuyen')).text).toContain('không thuộc quyền')
  expect(await doers(scene)).toEqual(['Chuyên viên Sáu'])
})

onChannel('web', 'when somebody leaves, the head gives what was theirs to another in two taps', async (scene) => {
  await scene.importPlan(plan)
  const { head, one, two } = await office(scene)
  await give(scene, 'Chuyên viên Một')
  await choose(one, await ask(one, '/roi'), 'Rời')
  const told = await head.next()
  expect(told.text).toContain(
    'Chuyên viên Một đã rời Đôn Đốc. Việc giao riêng trở lại là việc chung của đơn vị: NV1, NV2.',
  )
  const asked = await choose(head, told, 'Giao cho người khác')
  expect(asked.text).toContain('Chuyển 2 việc giao riêng của Chuyên viên Một cho ai?')
  expect(asked.choices).toEqual(['Chuyên viên Hai', 'Thủ trưởng Một'])
  await choose(head, await choose(head, asked, 'Chuyên viên Hai'), 'Chuyển')
  expect(await doers(scene)).toEqual(['Chuyên viên Hai', 'Chuyên viên Hai'])
  expect((await texts(two))[0]).toContain('2 việc trước đây của Chuyên viên Một')
  expect((await choose(head, told, 'Giao cho người khác')).text).toContain('Nút này không còn dùng được')
})
