import { describe, expect } from 'vitest'
import { ask, choose } from '../support/asking.ts'
import { onChannel, type Scene } from '../support/conversation.ts'

const hanoi = (day: string, time: string): Date => new Date(`${day}T${time}:00+07:00`)

/** As if others had used so many of the bot's thousand messages. */
const useUp = async ({ database: { client }, ...scene }: Scene, used: number): Promise<void> => {
  const { chatId } = await client.chatAccount.findFirstOrThrow({ where: { channel: 'zalo' } })
  const moments = { notBefore: scene.now(), createdAt: scene.now(), settledAt: scene.now() }
  await client.outboundMessage.createMany({
    data: Array.from({ length: used }, (_, index) => ({
      ...{ chatId, channel: 'zalo' as const, key: `used ${index}`, kind: 'reply', content: {}, state: 'sent' as const },
      ...moments,
    })),
  })
  await client.sendQuota.update({ where: { channel: 'zalo' }, data: { monthly: 1000 } })
}

const makeRoom = ({ database: { client } }: Scene) =>
  client.sendQuota.update({ where: { channel: 'zalo' }, data: { monthly: 5000 } })

/** One task that data is asked for and the year's periods; the first cut-off is 14 March, 16:30. */
const open = async (scene: Scene) => {
  const who = await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên An' })
  await scene.importPlan([{ title: 'Báo cáo tháng Hai', occurrences: ['2026-03-10'], to: ['Phòng Y tế'] }])
  // What is told of the tasks themselves is not asked about here.
  await scene.database.client.nextReminder.deleteMany()
  await ask(scene.coordinator, '/kybaocao lập 2026')
  return who
}

const sweepAt = async (scene: Scene, day: string, time: string): Promise<void> => {
  scene.setNow(hanoi(day, time))
  await scene.sweep()
  await scene.sweep()
}

/** What was said to somebody; the warnings that the quota runs out are not asked about here. */
const heard = async (driver: Scene['coordinator']): Promise<readonly string[]> =>
  (await driver.quiet()).map(({ text }) => text).filter((text) => !text.includes('Bot Zalo đã gửi'))

const waiting = ({ database: { client } }: Scene) =>
  client.outboundMessage.count({ where: { settledAt: null, kind: 'reminder' } })

describe('a reminder to send data that had to wait for the quota', () => {
  onChannel('zalo', 'is said in the words of the day on which it goes, once, to whoever still owes', async (scene) => {
    const who = await open(scene)
    await useUp(scene, 960)
    await sweepAt(scene, '2026-03-06', '08:00')
    expect(await heard(who)).toEqual([])
    expect(await heard(scene.coordinator)).toEqual([])
    await makeRoom(scene)
    await sweepAt(scene, '2026-03-09', '08:00')
    const [said, ...more] = await heard(who)
    expect(said).toContain('Số liệu kỳ báo cáo Quý I năm 2026 chốt lúc 16:30 ngày 14/03/2026, còn 5 ngày.')
    expect(more).toEqual([])
    const [overview, ...others] = await heard(scene.coordinator)
    expect(overview).toContain('1/1 đơn vị chưa gửi số liệu:')
    expect(others).toEqual([])
    await sweepAt(scene, '2026-03-09', '09:00')
    expect([await heard(who), await heard(scene.coordinator)]).toEqual([[], []])
  })

  onChannel('zalo', 'is said no more once the cut-off has passed', async (scene) => {
    const who = await open(scene)
    await useUp(scene, 960)
    await sweepAt(scene, '2026-03-06', '08:00')
    await sweepAt(scene, '2026-03-14', '16:30')
    await makeRoom(scene)
    await sweepAt(scene, '2026-03-16', '08:00')
    await sweepAt(scene, '2026-03-16', '09:00')
    expect(await heard(who)).toEqual([])
    expect(await waiting(scene)).toBe(0)
  })

  onChannel('zalo', 'by hand: those who were asked are reminded after all', async (scene) => {
    const who = await open(scene)
    await sweepAt(scene, '2026-03-06', '08:00')
    expect(await heard(who)).toHaveLength(1)
    await useUp(scene, 960)
    scene.setNow(hanoi('2026-03-09', '09:00'))
    await heard(scene.coordinator)
    await choose(scene.coordinator, await ask(scene.coordinator, '/kybaocao quý 1 ai chưa gửi'), 'Nhắc lại 1 đơn vị')
    await scene.app.quiet()
    expect(await heard(who)).toEqual([])
    await makeRoom(scene)
    await sweepAt(scene, '2026-03-09', '10:00')
    expect(await heard(who)).toEqual([expect.stringContaining('còn 5 ngày')])
    await sweepAt(scene, '2026-03-09', '11:00')
    expect(await heard(who)).toEqual([])
  })
})

describe('the word of a cut-off and of who has not sent', () => {
  onChannel('zalo', 'goes before ordinary reminders where not everything can go', async (scene) => {
    await open(scene)
    await useUp(scene, 960)
    await sweepAt(scene, '2026-03-16', '08:00')
    expect(await heard(scene.coordinator)).toEqual([expect.stringContaining('1/1 đơn vị chưa xác nhận gửi số liệu:')])
  })

  onChannel('zalo', 'waits where nothing can go, and is said once when there is room', async (scene) => {
    await open(scene)
    await useUp(scene, 1000)
    await sweepAt(scene, '2026-03-16', '08:00')
    expect(await heard(scene.coordinator)).toEqual([])
    await makeRoom(scene)
    await sweepAt(scene, '2026-04-01', '08:00')
    expect(await heard(scene.coordinator)).toEqual([
      expect.stringContaining('✅ Đã chốt số liệu kỳ Quý I năm 2026 tại thời điểm 16:30 ngày 14/03/2026.'),
    ])
    await sweepAt(scene, '2026-04-01', '09:00')
    expect(await heard(scene.coordinator)).toEqual([])
  })
})
