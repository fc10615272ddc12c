import { describe, expect, test } from 'vitest'
import type { Fault } from '../../support/emulator/faults.ts'
import { freePort, until } from '../../support/stage.ts'
import type { ZaloEmulator, ZaloOptions } from '../../support/zalo/emulator.ts'
import { begin, startBot, startZalo } from './zalo-stage.ts'

const long = 20_000
const secret = 'a-very-secret-secret'

const webhookSettings = async () => {
  const port = await freePort()
  return { PORT: String(port), PUBLIC_URL: `http://localhost:${port}`, ZALO_WEBHOOK_SECRET: secret }
}

/** The program with a webhook that Zalo has accepted. */
const startWithWebhook = async (zalo: ZaloEmulator) => {
  const settings = await webhookSettings()
  const stage = await startBot(zalo, settings)
  await zalo.requests.waitFor(({ method, status }) => method === 'setWebhook' && status === 200, long)
  return { zalo, stage, url: settings.PUBLIC_URL }
}

describe('polling', { timeout: 90_000 }, () => {
  test.each<ZaloOptions>([
    { httpStatus: 'always-200', noWebhook: 'not-found', zeroOnSuccess: false, dates: 'milliseconds' },
    { httpStatus: 'matching', noWebhook: 'empty-url', zeroOnSuccess: true, dates: 'seconds' },
  ])('answers with habits $httpStatus, $noWebhook, $dates', async (habits) => {
    const { zalo, stage } = await begin(habits)
    const person = zalo.user('u1', 'An')
    person.send('/start sai-ma')
    expect((await person.nextMessage(long)).text).toContain('Mã mời này không đúng')
    person.sendSticker()
    await person.nextMessage(long)
    await zalo.quiet()
    expect(person.chat.messages).toHaveLength(2)
    expect(stage.log.said('warn')).toEqual([])
  })

  test('keeps an update in hand until the database takes it: it is handed out only once', async () => {
    const { zalo, stage } = await begin()
    const person = zalo.user('u1', 'An')
    const repair = await stage.breakInbox()
    person.send('chào')
    await until('the refusal', () => stage.log.said('error').includes('an update from Zalo could not be stored yet'))
    expect(zalo.pendingUpdates).toBe(0)
    await repair()
    await person.nextMessage(long)
    await zalo.quiet()
    expect(person.chat.messages).toHaveLength(1)
    expect(await stage.database.client.inboundEvent.count()).toBe(1)
  })

  test('drops what comes twice', async () => {
    const { zalo, stage } = await begin()
    const person = zalo.user('u1', 'An')
    const id = person.send('chào')
    await person.nextMessage(long)
    zalo.redeliver(id)
    zalo.redeliver(id)
    person.send('chào lần nữa')
    await person.nextMessage(long)
    await zalo.quiet()
    expect(person.chat.messages).toHaveLength(2)
    expect(await stage.database.client.inboundEvent.count()).toBe(2)
  })

  test('is not stopped by events that nobody knows', async () => {
    const { zalo } = await begin()
    zalo.emit({ event_name: 'webhook.test' })
    zalo.emit({ event_name: 'message.dance.received' })
    const person = zalo.user('u1', 'An')
    person.emit('message.dance.received', { text: 'nhảy' })
    person.send('chào')
    await person.nextMessage(long)
    expect(zalo.pendingUpdates).toBe(0)
  })

  test('goes on after broken answers', async () => {
    const { zalo } = await begin()
    const person = zalo.user('u1', 'An')
    person.send('chào')
    await person.nextMessage(long)
    const faults: readonly Fault[] = [
      ...(['html', 'empty', 'half', 'cut', 'reset'] as const).map((kind) => ({ kind, effect: 'none' as const })),
      ...[403, 500].map((status) => ({ kind: 'error' as const, status })),
    ]
    for (const fault of faults) {
      zalo.faults.add({ fault, method: 'getUpdates', times: 1 })
      person.send(fault.kind)
      await person.nextMessage(60_000)
    }
  })

  test.each(['getWebhookInfo', 'setWebhook'])('begins although Zalo is in trouble at %s', async (method) => {
    const zalo = await startZalo({ allowLoopbackWebhook: true })
    const trouble = zalo.faults.add({ fault: { kind: 'html' }, method, times: 1 })
    await startBot(zalo, method === 'setWebhook' ? await webhookSettings() : {})
    const person = zalo.user('u1', 'An')
    person.send('chào')
    await person.nextMessage(long)
    expect(trouble.struck).toBe(1)
  })

  test('does not take the place of a webhook that somebody set, and says what to do', async () => {
    const zalo = await startZalo({ allowLoopbackWebhook: true })
    await startWithWebhook(zalo)
    const stage = await startBot(zalo)
    await until('the advice', () => stage.log.said('error').length > 0)
    expect(stage.log.said('error')).toEqual([expect.stringContaining('set ZALO_WEBHOOK_SECRET to use webhooks')])
    expect(zalo.requests.of('deleteWebhook')).toEqual([])
  })
})

describe('a webhook', { timeout: 90_000 }, () => {
  test.each(['flat', 'enveloped'] as const)('brings updates in %s bodies, each handled once', async (webhookBody) => {
    const { zalo, stage } = await startWithWebhook(await startZalo({ allowLoopbackWebhook: true, webhookBody }))
    const person = zalo.user('u1', 'An')
    const id = person.send('chào')
    await person.nextMessage(long)
    zalo.redeliver(id)
    await zalo.quiet()
    expect(person.chat.messages).toHaveLength(1)
    expect(zalo.lostDeliveries).toEqual([])
    expect(zalo.requests.of('getUpdates')).toEqual([])
    expect(await stage.database.client.inboundEvent.count()).toBe(1)
  })

  test('answers nobody without the secret, and is not moved by nonsense with it', async () => {
    const { stage, url } = await startWithWebhook(await startZalo({ allowLoopbackWebhook: true }))
    const post = (body: string, given: string | null) =>
      fetch(`${url}/zalo/webhook`, {
        method: 'POST',
        headers: given === null ? {} : { 'X-Bot-Api-Secret-Token': given },
        body,
      })
    const body = JSON.stringify({
      event_name: 'message.text.received',
      message: { message_id: 'm', from: { id: 'u' }, chat: { id: 'u', chat_type: 'PRIVATE' }, text: 'x' },
    })
    for (const given of [null, '', 'wrong', `${secret}x`]) expect((await post(body, given)).status).toBe(403)
    for (const nonsense of ['', 'null', '{', '[]']) expect((await post(nonsense, secret)).status).toBe(200)
    expect(await stage.database.client.inboundEvent.count()).toBe(0)
    expect((await post(body, secret)).status).toBe(200)
    expect(await stage.database.client.inboundEvent.count()).toBe(1)
  })
})
