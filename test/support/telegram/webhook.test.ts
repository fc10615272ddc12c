import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Receiver, startReceiver } from '../emulator/receiver.ts'
import { callRaw } from './call.ts'
import { startService } from './start-service.ts'

const secretHeader = 'x-telegram-bot-api-secret-token'

const update = z.looseObject({ update_id: z.number(), message: z.looseObject({ text: z.string() }) })

const textsOf = ({ bodies }: Receiver): readonly string[] => bodies.map((body) => update.parse(body).message.text)

describe('the webhook', () => {
  test('gets updates with the secret, again until it says 200, in order within a chat', async () => {
    const service = await startService({ limits: false, allowLoopbackWebhook: true, webhookRetryMs: 20 })
    const statuses = [500, 503]
    const receiver = await startReceiver({ secretHeader, status: () => statuses.shift() ?? 200 })
    const set = await callRaw(service, 'setWebhook', {
      url: `${receiver.url}/${service.token}`,
      secret_token: 'bi-mat_1',
    })
    expect(set).toMatchObject({ ok: true, description: 'Webhook was set' })
    const person = service.user(11, 'An')
    person.send('một')
    person.send('hai')
    await service.quiet(100)
    expect(textsOf(receiver)).toEqual(['một', 'một', 'một', 'hai'])
    expect(new Set(receiver.secrets)).toEqual(new Set(['bi-mat_1']))
    service.redeliver(service.updateIds[0]!)
    await service.quiet(100)
    expect(textsOf(receiver).at(-1)).toBe('một')
    const info = await callRaw(service, 'getWebhookInfo')
    expect(info.result).toMatchObject({
      pending_update_count: 0,
      last_error_message: 'Wrong response from the webhook: 503 Service Unavailable',
    })
    expect(JSON.stringify(service.requests.all)).not.toContain(service.token)
  })

  test('shuts out polling until it is deleted', async () => {
    const service = await startService({ limits: false, allowLoopbackWebhook: true })
    const receiver = await startReceiver({ secretHeader })
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
    const body = JSON.stringify({ method: 'sendMessage', chat_id: 11, text: 'trả lời ngay' })
    const receiver = await startReceiver({ secretHeader, body })
    await callRaw(service, 'setWebhook', { url: receiver.url })
    const person = service.user(11, 'An')
    person.send('chào')
    expect((await person.nextMessage()).text).toBe('trả lời ngay')
    expect(textsOf(receiver)).toEqual(['chào'])
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
