import { describe, expect, test } from 'vitest'
import { apiOf, refusal, startService } from './start-service.ts'

describe('updates', () => {
  test('come again until an offset confirms them', async () => {
    const service = await startService()
    const api = apiOf(service)
    const person = service.user(11, 'An')
    person.send('một')
    person.send('hai')
    const first = await api.getUpdates()
    expect(first.map((update) => update.message?.text)).toEqual(['một', 'hai'])
    expect(await api.getUpdates({ limit: 1 })).toEqual(first.slice(0, 1))
    expect(await api.getUpdates({ offset: first[1]!.update_id })).toEqual(first.slice(1))
    expect(service.pendingUpdates).toBe(1)
    expect(await api.getUpdates({ offset: first[1]!.update_id + 1 })).toEqual([])
    service.redeliver(first[0]!.update_id)
    expect(await api.getUpdates({ offset: first[1]!.update_id + 1 })).toEqual(first.slice(0, 1))
  })

  test('are held by a long poll until something happens', async () => {
    const service = await startService()
    const started = performance.now()
    const poll = apiOf(service).getUpdates({ timeout: 10 })
    await service.requests.waitFor((request) => request.method === 'getUpdates')
    service.user(11, 'An').send('đây')
    expect((await poll).map((update) => update.message?.text)).toEqual(['đây'])
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  test('are not lost with a caller that hung up, and the next caller meets no rival', async () => {
    const service = await startService()
    const url = `${service.url}/bot${service.token}/getUpdates?timeout=30`
    await expect(fetch(url, { signal: AbortSignal.timeout(50) })).rejects.toThrow('timeout')
    service.user(11, 'An').send('còn đây')
    expect(await apiOf(service).getUpdates()).toMatchObject([{ message: { text: 'còn đây' } }])
  })

  test('of a kind that was not asked for never come', async () => {
    const service = await startService()
    const api = apiOf(service)
    await api.getUpdates({ allowed_updates: ['message'] })
    const person = service.user(11, 'An')
    person.start()
    person.block()
    expect((await api.getUpdates()).map((update) => Object.keys(update)[1])).toEqual(['message'])
  })

  test('tell of blocking and coming back', async () => {
    const service = await startService()
    const person = service.user(11, 'An')
    person.start('moi_abc')
    person.block()
    person.unblock()
    const updates = await apiOf(service).getUpdates()
    expect(updates[0]!.message).toMatchObject({
      text: '/start moi_abc',
      entities: [{ type: 'bot_command', length: 6 }],
    })
    expect(updates.slice(1).map((update) => update.my_chat_member?.new_chat_member.status)).toEqual([
      'kicked',
      'member',
    ])
  })

  test('end for the first poller with 409 when a second one takes them with the same token', async () => {
    const service = await startService()
    const api = apiOf(service)
    const first = refusal(api.getUpdates({ timeout: 5 }))
    await service.requests.waitFor((request) => request.method === 'getUpdates')
    const second = api.getUpdates({ timeout: 1 })
    expect(await first).toBe(
      '409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    )
    expect(await second).toEqual([])
  })
})
