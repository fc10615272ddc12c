import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { startHttpServer, readBody } from '../http-server.ts'
import { callRaw } from './call.ts'
import { createTelegramEmulator, type TelegramEmulator, type TelegramOptions } from './emulator.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

const startService = async (options: TelegramOptions = { limits: false }): Promise<TelegramEmulator> => {
  const service = await createTelegramEmulator(options)
  closing.push(() => service.close())
  return service
}

const say = (service: TelegramEmulator, chat: number, text: string): ReturnType<typeof callRaw> =>
  callRaw(service, 'sendMessage', { chat_id: chat, text })

describe('limits', () => {
  test('one message a second into a private chat, and retry_after tells when', async () => {
    const service = await startService({})
    service.user(11, 'An').start()
    expect(await say(service, 11, 'một')).toMatchObject({ ok: true })
    expect(await say(service, 11, 'hai')).toEqual({
      status: 429,
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    })
    await sleep(1_000)
    expect(await say(service, 11, 'hai')).toMatchObject({ ok: true })
    expect(service.chat(11).messages.map((message) => message.text)).toEqual(['một', 'hai'])
  })

  test('a burst is tolerated only when asked for, and paid back', async () => {
    const service = await startService({ limits: { chatBurst: 2 } })
    service.user(11, 'An').start()
    const answers = []
    for (const text of ['1', '2', '3', '4']) answers.push(await say(service, 11, text))
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 429])
    expect(answers[3]?.parameters?.retry_after).toBeGreaterThan(1)
  })

  test('thirty a second over all chats, twenty a minute in a group', async () => {
    const service = await startService({})
    const people = Array.from({ length: 31 }, (_, index) => service.user(100 + index, `Người ${index}`))
    for (const person of people) person.start()
    const answers = await Promise.all(people.map((person) => say(service, person.id, 'chào')))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(30)
    await sleep(1_000)
    const group = service.group(-500, 'Tổ CCHC', people[0]!)
    const inGroup = await Promise.all(people.slice(0, 21).map(() => say(service, group.id, 'chào')))
    expect(inGroup.filter((answer) => answer.ok)).toHaveLength(20)
    expect(inGroup.find((answer) => !answer.ok)?.parameters?.retry_after).toBeGreaterThan(50)
  })
})

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

describe('the webhook', () => {
  const update = z.looseObject({ update_id: z.number(), message: z.looseObject({ text: z.string() }) })

  const startReceiver = async (
    statuses: number[],
    body = '',
  ): Promise<{ url: string; got: string[]; secrets: unknown[] }> => {
    const got: string[] = []
    const secrets: unknown[] = []
    const server = await startHttpServer(async (request, response) => {
      const bytes = await readBody(request, 1_000_000)
      secrets.push(request.headers['x-telegram-bot-api-secret-token'])
      got.push(update.parse(JSON.parse(String(bytes))).message.text)
      response.writeHead(statuses.shift() ?? 200, { 'content-type': 'application/json' }).end(body)
    })
    closing.push(() => server.close())
    return { url: server.url, got, secrets }
  }

  test('gets updates with the secret, again until it says 200, in order within a chat', async () => {
    const service = await startService({ limits: false, allowLoopbackWebhook: true, webhookRetryMs: 20 })
    const receiver = await startReceiver([500, 503])
    const set = await callRaw(service, 'setWebhook', {
      url: `${receiver.url}/${service.token}`,
      secret_token: 'bi-mat_1',
    })
    expect(set).toMatchObject({ ok: true, description: 'Webhook was set' })
    const person = service.user(11, 'An')
    person.send('một')
    person.send('hai')
    await service.quiet(100)
    expect(receiver.got).toEqual(['một', 'một', 'một', 'hai'])
    expect(new Set(receiver.secrets)).toEqual(new Set(['bi-mat_1']))
    service.redeliver(service.updateIds[0]!)
    await service.quiet(100)
    expect(receiver.got.at(-1)).toBe('một')
    const info = await callRaw(service, 'getWebhookInfo')
    expect(info.result).toMatchObject({
      pending_update_count: 0,
      last_error_message: 'Wrong response from the webhook: 503 Service Unavailable',
    })
    expect(JSON.stringify(service.requests.all)).not.toContain(service.token)
  })

  test('shuts out polling until it is deleted', async () => {
    const service = await startService({ limits: false, allowLoopbackWebhook: true })
    const receiver = await startReceiver([])
    const poll = callRaw(service, 'getUpdates', { timeout: 5 })
    await service.requests.waitFor((request) => request.method === 'getUpdates')
    await callRaw(service, 'setWebhook', { url: receiver.url })
    expect(await poll).toMatchObject({ status: 409, description: 'Conflict: terminated by setWebhook request' })
    expect(await callRaw(service, 'getUpdates')).toMatchObject({
      status: 409,
      description:
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    })
    expect(await callRaw(service, 'deleteWebhook')).toMatchObject({ description: 'Webhook was deleted' })
    expect(await callRaw(service, 'getUpdates')).toMatchObject({ ok: true, result: [] })
  })

  test('may answer a delivery with a call', async () => {
    const service = await startService({ limits: false, allowLoopbackWebhook: true })
    const receiver = await startReceiver(
      [],
      JSON.stringify({ method: 'sendMessage', chat_id: 11, text: 'trả lời ngay' }),
    )
    await callRaw(service, 'setWebhook', { url: receiver.url })
    const person = service.user(11, 'An')
    person.send('chào')
    expect((await person.nextMessage()).text).toBe('trả lời ngay')
  })

  test('takes only public https addresses and well-formed secrets unless told otherwise', async () => {
    const service = await startService()
    const set = async (params: object): Promise<string | undefined> =>
      (await callRaw(service, 'setWebhook', params)).description
    expect(await set({ url: 'http://ubnd.gov.vn/hook' })).toBe(
      'Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
    )
    expect(await set({ url: 'https://127.0.0.1/hook' })).toBe(
      'Bad Request: bad webhook: IP address 127.0.0.1 is reserved',
    )
    expect(await set({ url: 'https://ubnd.gov.vn:3000/hook' })).toBe(
      'Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
    )
    expect(await set({ url: 'https://ubnd.gov.vn/hook', secret_token: 'bí mật' })).toBe(
      'Bad Request: secret token contains unallowed characters',
    )
  })
})
