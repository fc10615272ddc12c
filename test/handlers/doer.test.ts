import { expect } from 'vitest'
import { ask, choose } from '../support/asking.ts'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'
import type { ChatDriver } from '../support/person-driver.ts'
import { pressForged } from './forged-press.ts'

const plan = [{ title: 'Báo cáo quý I', occurrences: ['2026-03-03'] }]

const office = async (scene: Scene) => ({
  head: await scene.person({ role: 'head', agency: 'Phòng Nội vụ', name: 'Thủ trưởng' }),
  one: await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Một' }),
  two: await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Hai' }),
})

const texts = async (who: ChatDriver): Promise<string> => (await who.quiet()).map(({ text }) => text).join('\n---\n')

onEveryChannel(
  'the head names who does a task; reminders go there, to the head once late, and back to all',
  async (scene) => {
    await scene.importPlan(plan)
    const { head, one, two } = await office(scene)
    const asked = await ask(head, '/giaoviec 1')
    expect(asked.text).toContain('Ai làm NV1 Báo cáo quý I?\nPhòng Nội vụ, hạn 03/03/2026. Hiện nay: cả đơn vị.')
    expect(asked.choices).toEqual(['Chuyên viên Hai', 'Chuyên viên Một', 'Thủ trưởng', 'Cả đơn vị'])
    expect((await choose(head, asked, 'Chuyên viên Một')).text).toBe(
      '✅ NV1 giao cho Chuyên viên Một. Đã báo người được giao.',
    )
    const given = await one.next()
    expect(given.text).toContain('👉 Thủ trưởng giao anh/chị làm việc này:')
    expect(given.text).toContain('Người làm: Chuyên viên Một')
    expect((await ask(two, '/nv 1')).text).toContain('Người làm: Chuyên viên Một')

    await scene.sweep()
    expect((await one.next(20_000)).text).toContain('nhắc việc')
    expect(await texts(two)).toBe('')
    expect(await texts(head)).toBe('')
    scene.setNow(new Date('2026-03-04T02:00:00Z'))
    await scene.sweep()
    expect((await one.next(20_000)).text).toContain('Quá hạn 1 ngày')
    expect((await head.next(20_000)).text).toContain('Quá hạn 1 ngày')
    expect(await texts(two)).toBe('')

    expect((await choose(head, await ask(head, '/assign nv1'), 'Cả đơn vị')).text).toContain(
      'là việc chung của cả đơn vị',
    )
    expect((await one.next()).text).toContain('NV1 Báo cáo quý I nay là việc chung của cả đơn vị')
    scene.setNow(new Date('2026-03-09T02:00:00Z'))
    await scene.sweep()
    expect((await two.next(20_000)).text).toContain('Quá hạn 6 ngày')
  },
)

onChannel(
  'telegram',
  'who was named and is gone leaves nobody without a reminder; naming is on record',
  async (scene) => {
    await scene.importPlan(plan)
    const { head, one, two } = await office(scene)
    await head.say('/nv 1')
    await choose(head, await choose(head, await head.next(), 'Giao người làm'), 'Chuyên viên Một')
    await one.next()
    expect((await choose(head, await ask(head, '/giaoviec 1'), 'Chuyên viên Một')).text).toContain(
      'Không có gì thay đổi',
    )
    await choose(head, await ask(head, '/giaoviec 1'), 'Chuyên viên Hai')
    expect((await one.next()).text).toContain('nay do Chuyên viên Hai làm')
    await two.next()
    const { client } = scene.database
    const person = await client.person.findFirstOrThrow({
      where: { name: 'Chuyên viên Hai' },
      include: { accounts: true },
    })
    expect(await client.auditEvent.findMany({ where: { action: 'assignment.assignee' } })).toHaveLength(2)
    expect(await client.statusUpdate.findMany({ where: { kind: 'assignee' } })).toMatchObject([
      { note: 'Chuyên viên Một', stateAfter: 'assigned' },
      { note: 'Chuyên viên Hai', stateAfter: 'assigned' },
    ])
    await client.chat.update({ where: { id: person.accounts[0]!.chatId }, data: { blockedAt: scene.now() } })
    await scene.sweep()
    expect((await one.next(20_000)).text).toContain('nhắc việc')
    expect((await head.next(20_000)).text).toContain('nhắc việc')
    await choose(two, await ask(two, '/roi'), 'Rời')
    expect((await head.next(20_000)).text).toContain(
      'Chuyên viên Hai đã rời Đôn Đốc. Việc giao riêng trở lại là việc chung của đơn vị: NV1.',
    )
    expect((await client.assignment.findFirstOrThrow()).assigneeId).toBeNull()
  },
)

onChannel(
  'web',
  'only heads of the agency and coordinators name somebody, only of that agency, only while it is open',
  async (scene) => {
    await scene.importPlan(plan)
    const { one } = await office(scene)
    const { client } = scene.database
    await scene.person({ role: 'head', agency: 'Phòng Tư pháp', name: 'Thủ trưởng khác' })
    const { id } = await client.assignment.findFirstOrThrow()
    const other = await client.person.findFirstOrThrow({ where: { name: 'Thủ trưởng khác' } })
    const elsewhere = `doer:${id}:${other.id.slice(-12)}`
    expect((await ask(one, '/giaoviec 1')).text).toContain('không thuộc quyền')
    expect(await pressForged(scene, 'Chuyên viên Một', elsewhere)).toContain('không thuộc quyền')
    expect(await pressForged(scene, 'Thủ trưởng khác', elsewhere)).toContain('không thuộc quyền')
    expect(await pressForged(scene, 'Cán bộ Tổng hợp', elsewhere)).toContain('Người này không còn ở đơn vị')
    expect((await ask(scene.coordinator, '/giaoviec 1')).choices).toContain('Chuyên viên Một')
    await ask(one, 'nv1 xong')
    expect((await ask(scene.coordinator, '/giaoviec 1')).text).toContain('đã kết thúc')
  },
)
