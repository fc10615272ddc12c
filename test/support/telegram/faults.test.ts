import { describe, expect, test } from 'vitest'
import { callRaw } from './call.ts'
import { say, startService } from './start-service.ts'

describe('faults', () => {
  test('strike one method in one chat, after some and so many times', async () => {
    const service = await startService()
    for (const id of [11, 12]) service.user(id, 'An').start()
    const fault = { kind: 'error', status: 429, retryAfter: 7 } as const
    const placed = service.faults.add({ method: 'sendMessage', chat: 11, after: 1, times: 2, fault })
    const statuses = []
    for (const chat of [11, 12, 11, 12, 11, 11]) statuses.push((await say(service, chat, 'x')).status)
    expect(statuses).toEqual([200, 200, 429, 200, 429, 200])
    expect(placed.struck).toBe(2)
    expect(service.chat(11).messages).toHaveLength(2)
  })

  test('with a probability are the same for the same seed', async () => {
    const run = async (seed: number): Promise<number[]> => {
      const service = await startService({ limits: false, seed })
      service.faults.add({ probability: 0.5, fault: { kind: 'error', status: 500 } })
      const statuses = []
      for (let call = 0; call < 12; call += 1) statuses.push((await callRaw(service, 'getMe')).status)
      return statuses
    }
    const first = await run(7)
    expect(await run(7)).toEqual(first)
    expect(new Set(first)).toEqual(new Set([200, 500]))
    expect(await run(8)).not.toEqual(first)
  })

  test('a reset after the effect leaves the message delivered, one before it does not', async () => {
    const service = await startService()
    const person = service.user(11, 'An')
    person.start()
    service.faults.add({ times: 1, fault: { kind: 'reset', effect: 'done' } })
    await expect(say(service, 11, 'đã tới')).rejects.toThrow('fetch failed')
    expect(person.chat.last.text).toBe('đã tới')
    service.faults.add({ times: 1, fault: { kind: 'reset', effect: 'none' } })
    await expect(say(service, 11, 'chưa tới')).rejects.toThrow('fetch failed')
    expect(person.chat.messages).toHaveLength(1)
    expect(service.requests.all.map((request) => [request.fault, request.status])).toEqual([
      ['reset', null],
      ['reset', null],
    ])
  })

  test('bodies come as a page, empty, by half or cut off', async () => {
    const service = await startService()
    const person = service.user(11, 'An')
    person.start()
    const send = (): Promise<Response> =>
      fetch(`${service.url}/bot${service.token}/sendMessage?chat_id=11&text=ok`, { method: 'POST' })
    service.faults.add({ times: 1, fault: { kind: 'html' } })
    const page = await send()
    expect([page.status, page.headers.get('content-type')]).toEqual([502, 'text/html'])
    expect(person.chat.messages).toHaveLength(0)
    service.faults.add({ times: 1, fault: { kind: 'empty' } })
    expect(await (await send()).text()).toBe('')
    service.faults.add({ times: 1, fault: { kind: 'half' } })
    await expect((await send()).json()).rejects.toThrow('JSON')
    service.faults.add({ times: 1, fault: { kind: 'cut' } })
    await expect((await send()).text()).rejects.toThrow('terminated')
    expect(person.chat.messages).toHaveLength(3)
  })

  test('an answer can be late, or never come until the caller hangs up', async () => {
    const service = await startService()
    service.faults.add({ times: 1, fault: { kind: 'delay', ms: 80 } })
    const started = performance.now()
    expect((await callRaw(service, 'getMe')).ok).toBe(true)
    expect(performance.now() - started).toBeGreaterThanOrEqual(79)
    service.faults.add({ times: 1, fault: { kind: 'hang' } })
    const url = `${service.url}/bot${service.token}/getMe`
    await expect(fetch(url, { signal: AbortSignal.timeout(60) })).rejects.toThrow('timeout')
    await service.requests.waitFor((request) => request.fault === 'hang')
  })
})
