import { describe, expect } from 'vitest'
import { onChannel, type Scene } from '../support/conversation.ts'

const minuteMs = 60_000
const names = ['Chuyên viên Một', 'Chuyên viên Hai', 'Chuyên viên Ba']
const texts = ['một', 'hai', 'ba', 'bốn']

const faultsOf = ({ backstage }: Scene) => {
  const service = backstage.telegram ?? backstage.zalo
  if (service === null) throw new Error('nobody is behind this channel')
  return service.faults
}

const chatsOf = ({ database: { client } }: Scene) => client.chat.findMany({ where: { kind: 'private' } })

const sayToAll = async (scene: Scene) => {
  for (const { id: chatId } of await chatsOf(scene)) {
    await scene.stores(({ outbox }) =>
      outbox.add(
        texts.map((text) => ({ chatId, key: `${chatId} ${text}`, kind: 'notice', text: { text, entities: [] } })),
      ),
    )
  }
  // Who is about to send must not be taken for dead because the time is moved.
  await scene.app.quiet()
}

/** What the courier does by itself, looked at every so many minutes. */
const liveFor = async (scene: Scene, minutes: number, step = 1) => {
  for (let passed = 0; passed < minutes; passed += step) {
    scene.setNow(new Date(scene.now().getTime() + step * minuteMs))
    await scene.app.runJobs('recover')
    await scene.app.quiet()
  }
}

describe.each([
  ['telegram', 502],
  ['zalo', 502],
  ['zalo', 403],
] as const)('hours of %s answering %i', (channel, status) => {
  onChannel(channel, 'are waited for: everybody gets everything once and in order, nobody is marked', async (scene) => {
    const people = [scene.coordinator]
    for (const name of names) people.push(await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name }))
    const outage = faultsOf(scene).add({ fault: { kind: 'error', status }, method: 'sendMessage' })
    await sayToAll(scene)
    await liveFor(scene, 120)
    expect(outage.struck).toBeGreaterThan(4 * people.length)
    expect(outage.struck).toBeLessThan(25 * people.length)
    outage.remove()
    await liveFor(scene, 10)
    for (const person of people) expect((await person.quiet()).map(({ text }) => text)).toEqual(texts)
    expect((await chatsOf(scene)).map(({ blockedReason }) => blockedReason)).toEqual(people.map(() => null))
    expect(await scene.database.client.outboundMessage.count({ where: { state: { not: 'sent' } } })).toBe(0)
  })

  onChannel(channel, 'that turn into days have an end: what waited is given up, nobody is marked', async (scene) => {
    faultsOf(scene).add({ fault: { kind: 'error', status }, method: 'sendMessage' })
    await sayToAll(scene)
    const rows = () =>
      scene.database.client.outboundMessage.findMany({ where: { kind: 'notice' }, orderBy: { id: 'asc' } })
    await liveFor(scene, 23 * 60, 10)
    expect(await rows()).toMatchObject(texts.map(() => ({ state: 'pending' })))
    await liveFor(scene, 2 * 60, 10)
    const [first, ...others] = await rows()
    expect(first).toMatchObject({ state: 'failed', failure: `${channel}-${status}` })
    expect(others).toMatchObject(others.map(() => ({ state: 'pending' })))
    expect((await chatsOf(scene)).map(({ blockedReason }) => blockedReason)).toEqual([null])
  })
})
