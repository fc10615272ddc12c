import { describe, expect, test } from 'vitest'
import { startReceiver } from '../emulator/receiver.ts'
import { callRaw } from './call.ts'
import { poll, startService } from './start-service.ts'

const secretHeader = 'x-bot-api-secret-token'

describe('the webhook', () => {
  const secret = { secret_token: 'mat-khau-8' }

  test('is tried first, shuts out polling, and gets both shapes of body', async () => {
    const service = await startService({ allowLoopbackWebhook: true })
    const receiver = await startReceiver({ secretHeader })
    expect(await callRaw(service, 'getWebhookInfo')).toMatchObject({ ok: false, error_code: 404 })
    service.habits.noWebhook = 'empty-url'
    expect(await callRaw(service, 'getWebhookInfo')).toMatchObject({ ok: true, result: { url: '' } })
    expect(await callRaw(service, 'setWebhook', { url: receiver.url, ...secret })).toMatchObject({ ok: true })
    expect(await callRaw(service, 'getWebhookInfo')).toMatchObject({ result: { url: receiver.url } })
    expect(await poll(service)).toBe(400)
    service.habits.pollUnderWebhook = 'silent'
    const an = service.user('an', 'An')
    an.send('một')
    await service.quiet(50)
    service.habits.webhookBody = 'enveloped'
    an.send('hai')
    await service.quiet(50)
    expect(await poll(service)).toBe(408)
    expect(receiver.bodies).toMatchObject([
      { event_name: 'webhook.test' },
      { event_name: 'message.text.received', message: { text: 'một' } },
      { ok: true, result: { event_name: 'message.text.received', message: { text: 'hai' } } },
    ])
    expect(new Set(receiver.secrets)).toEqual(new Set([secret.secret_token]))
    expect(await callRaw(service, 'deleteWebhook')).toMatchObject({ ok: true, result: { url: '' } })
    an.send('ba')
    expect(await poll(service)).toMatchObject({ message: { text: 'ba' } })
  })

  test('an event that the product refuses is lost', async () => {
    const service = await startService({ allowLoopbackWebhook: true })
    const receiver = await startReceiver({ secretHeader })
    await callRaw(service, 'setWebhook', { url: receiver.url, ...secret })
    await receiver.close()
    service.user('an', 'An').send('mất')
    await service.quiet(50)
    expect(service.lostDeliveries.map((lost) => lost.event.message?.text)).toEqual(['mất'])
  })

  test('must be public, answer, and have a secret of 8 to 256 characters', async () => {
    const service = await startService()
    const refusing = await startReceiver({ secretHeader, status: () => 500 })
    const set = async (params: object): Promise<number> =>
      (await callRaw(service, 'setWebhook', params)).error_code ?? 0
    expect(await set({ url: 'http://127.0.0.1:1/', ...secret })).toBe(400)
    expect(await set({ url: 'https://192.168.1.9/', ...secret })).toBe(400)
    service.habits.allowLoopbackWebhook = true
    expect(await set({ url: refusing.url, ...secret })).toBe(400)
    expect(await set({ url: refusing.url, secret_token: '1234567' })).toBe(400)
    expect(await set({ url: refusing.url, secret_token: 'x'.repeat(257) })).toBe(400)
  })
})
