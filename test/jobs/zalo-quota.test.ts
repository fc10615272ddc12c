import { describe, expect } from 'vitest'
import { onChannel, type Scene } from '../support/conversation.ts'

const official = { role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Một' } as const

/** As if others had used all but a few percent of the bot's month. */
const useUp = async ({ database: { client }, ...scene }: Scene): Promise<void> => {
  const { chatId } = await client.chatAccount.findFirstOrThrow({ where: { channel: 'zalo' } })
  const moments = { notBefore: scene.now(), createdAt: scene.now(), settledAt: scene.now() }
  await client.outboundMessage.createMany({
    data: Array.from({ length: 960 }, (_, index) => ({
      ...{ chatId, channel: 'zalo' as const, key: `used ${index}`, kind: 'reply', content: {}, state: 'sent' as const },
      ...moments,
    })),
  })
  await setQuota({ database: { client } }, 1000)
}
const setQuota = (
  { database: { client } }: { readonly database: Pick<Scene['database'], 'client'> },
  monthly: number,
) => client.sendQuota.update({ where: { channel: 'zalo' }, data: { monthly } })

const plan = [{ title: 'Báo cáo quý I', occurrences: ['2026-03-09'] }]

describe('a reminder that had to wait for the quota', () => {
  onChannel('zalo', 'is said in the words of the day on which it goes, once', async (scene) => {
    const who = await scene.person(official)
    await useUp(scene)
    await scene.importPlan(plan)
    await scene.sweep()
    expect(await who.quiet()).toEqual([])
    await setQuota(scene, 5000)
    scene.setNow(new Date('2026-03-03T02:00:00Z'))
    await scene.sweep()
    await scene.sweep()
    const [said, ...more] = await who.quiet()
    expect(said!.text).toContain('còn 6 ngày')
    expect(more).toEqual([])
    await scene.sweep()
    expect(await who.quiet()).toEqual([])
  })

  onChannel(
    'zalo',
    'is not said when its task was spoken of again meanwhile; what is due today does not wait',
    async (scene) => {
      const who = await scene.person(official)
      await useUp(scene)
      await scene.importPlan(plan)
      await scene.sweep()
      expect(await who.quiet()).toEqual([])
      scene.setNow(new Date('2026-03-09T02:00:00Z'))
      await scene.sweep()
      expect((await who.quiet()).map(({ text }) => text)).toEqual([expect.stringContaining('hôm nay')])
      await setQuota(scene, 5000)
      scene.setNow(new Date('2026-03-09T03:00:00Z'))
      await scene.sweep()
      await scene.sweep()
      expect(await who.quiet()).toEqual([])
    },
  )

  onChannel('zalo', 'is not said when its task is done by then', async (scene) => {
    const who = await scene.person(official)
    await useUp(scene)
    await scene.importPlan(plan)
    await scene.sweep()
    await who.say('nv1 xong')
    await who.next()
    await setQuota(scene, 5000)
    scene.setNow(new Date('2026-03-03T02:00:00Z'))
    await scene.sweep()
    await scene.sweep()
    expect(await who.quiet()).toEqual([])
  })
})

describe('what a person can no longer be told on one channel', () => {
  onChannel('telegram', 'reaches them on the other at once, in order', async (scene) => {
    const telegram = scene.backstage.telegram!
    await scene.person(official)
    const { client } = scene.database
    const { personId, chatId, workspaceId } = await client.chatAccount.findFirstOrThrow({
      where: { person: { name: 'Chuyên viên Một' } },
    })
    const web = await client.chat.create({
      data: { workspaceId, channel: 'web', externalId: personId, kind: 'private' },
    })
    await client.chatAccount.create({
      data: { workspaceId, personId, channel: 'web', externalId: personId, chatId: web.id },
    })
    const actor = telegram.user(1002, 'Chuyên viên Một')
    actor.deactivate()
    const say = (key: string) =>
      scene.app.inTransaction(({ outboxOf }) =>
        outboxOf(workspaceId).add([{ chatId, personId, key, kind: 'assignment', text: { text: key, entities: [] } }]),
      )
    await say('một')
    await say('hai')
    await scene.app.quiet()
    const rows = await client.outboundMessage.findMany({ where: { chatId: web.id }, orderBy: { id: 'asc' } })
    expect(rows.map(({ key, state }) => [key, state])).toEqual([
      ['một', 'sent'],
      ['hai', 'sent'],
    ])
    expect(telegram.requests.of('sendMessage').filter(({ status }) => status === 403)).toHaveLength(1)
    expect(await client.chat.findUniqueOrThrow({ where: { id: chatId } })).toMatchObject({ blockedReason: 'gone' })
  })
})
