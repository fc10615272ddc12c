import { inspect } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { createZaloClient } from '../../../bot/zalo/client.ts'
import type { Fault } from '../../support/emulator/faults.ts'
import { freePort, openStage, type Stage, until } from '../../support/stage.ts'
import { createZaloEmulator, type ZaloEmulator, type ZaloOptions } from '../../support/zalo/emulator.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const begin = async (
  options: ZaloOptions = {},
  settings: Readonly<Record<string, string>> = {},
): Promise<{ readonly zalo: ZaloEmulator; readonly stage: Stage }> => {
  const zalo = await createZaloEmulator(options)
  closing.push(() => zalo.close())
  const stage = await openStage({ ZALO_BOT_TOKEN: zalo.token, ZALO_API_ROOT: zalo.url, ...settings })
  closing.push(() => stage.close())
  return { zalo, stage }
}

const long = 20_000
const secret = 'a-very-secret-secret'

const beginWithWebhook = async (options: ZaloOptions = {}) => {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const begun = await begin(
    { allowLoopbackWebhook: true, ...options },
    { PORT: String(port), PUBLIC_URL: url, ZALO_WEBHOOK_SECRET: secret },
  )
  await begun.zalo.requests.waitFor(({ method, status }) => method === 'setWebhook' && status === 200, long)
  return { ...begun, url }
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
    const zalo = await createZaloEmulator({ allowLoopbackWebhook: true })
    closing.push(() => zalo.close())
    const trouble = zalo.faults.add({ fault: { kind: 'html' }, method, times: 1 })
    const port = await freePort()
    const webhooks = { PORT: String(port), PUBLIC_URL: `http://localhost:${port}`, ZALO_WEBHOOK_SECRET: secret }
    const stage = await openStage({
      ...{ ZALO_BOT_TOKEN: zalo.token, ZALO_API_ROOT: zalo.url },
      ...(method === 'setWebhook' ? webhooks : {}),
    })
    closing.push(() => stage.close())
    const person = zalo.user('u1', 'An')
    person.send('chào')
    await person.nextMessage(long)
    expect(trouble.struck).toBe(1)
  })

  test('does not take the place of a webhook that somebody set, and says what to do', async () => {
    const zalo = await createZaloEmulator({ allowLoopbackWebhook: true })
    closing.push(() => zalo.close())
    const other = await beginOther(zalo)
    const stage = await openStage({ ZALO_BOT_TOKEN: zalo.token, ZALO_API_ROOT: zalo.url })
    closing.push(() => stage.close())
    await until('the advice', () => stage.log.said('error').length > 0)
    expect(stage.log.said('error')).toEqual([expect.stringContaining('set ZALO_WEBHOOK_SECRET to use webhooks')])
    expect(zalo.requests.of('deleteWebhook')).toEqual([])
    expect(other).toBeDefined()
  })

  test('with a wrong token says what to do in one line, and the web page works', async () => {
    const { zalo, stage } = await begin({}, { ZALO_BOT_TOKEN: '44:sai' })
    await zalo.requests.waitFor(() => true)
    await until('the advice', () => stage.log.said('error').length > 0)
    expect(stage.log.said('error')).toEqual(['Zalo could not be reached'])
    expect(stage.log.text()).toContain('Zalo refuses ZALO_BOT_TOKEN: get the current one from the Zalo Bot page')
    expect((await fetch(`http://localhost:${stage.app.port}/`)).status).toBe(200)
  })
})

/** Another program that uses the same bot with a webhook. */
const beginOther = async (zalo: ZaloEmulator): Promise<Stage> => {
  const port = await freePort()
  const stage = await openStage({
    ...{ ZALO_BOT_TOKEN: zalo.token, ZALO_API_ROOT: zalo.url, ZALO_WEBHOOK_SECRET: secret },
    ...{ PORT: String(port), PUBLIC_URL: `http://localhost:${port}` },
  })
  closing.push(() => stage.close())
  await zalo.requests.waitFor(({ method, status }) => method === 'setWebhook' && status === 200, long)
  return stage
}

describe('a webhook', { timeout: 90_000 }, () => {
  test.each(['flat', 'enveloped'] as const)('brings updates in %s bodies, each handled once', async (webhookBody) => {
    const { zalo, stage } = await beginWithWebhook({ webhookBody })
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
    const { stage, url } = await beginWithWebhook()
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

test('no error of the Bot Platform and no line of the log carries the token', { timeout: 90_000 }, async () => {
  const { zalo, stage } = await begin({}, { LOG_LEVEL: 'debug' })
  const forms = [zalo.token, encodeURIComponent(zalo.token), 'EmulatedZaloTokenForTestsOnly']
  const faults: readonly Fault[] = [
    ...[400, 401, 403, 404, 408, 429, 500].map((status) => ({ kind: 'error' as const, status })),
    ...([{ kind: 'html' }, { kind: 'empty' }, { kind: 'half' }, { kind: 'cut' }, { kind: 'hang' }] as const),
    { kind: 'reset', effect: 'none' },
  ]
  const clients = [
    createZaloClient(zalo.token, zalo.url),
    createZaloClient(zalo.token, `http://127.0.0.1:${await freePort()}`),
  ]
  for (const client of clients) {
    for (const fault of faults) {
      zalo.faults.add({ fault, method: 'sendMessage', times: 1 })
      const error: unknown = await client
        .call('sendMessage', { chat_id: 'x' }, { timeoutMs: 500 })
        .catch((e: unknown) => e)
      expect(error).toBeInstanceOf(Error)
      stage.log.log.error({ err: error }, 'seen')
      const seen = inspect(error, { depth: 20, showHidden: true, getters: true })
      for (const form of forms) expect(seen).not.toContain(form)
    }
    zalo.faults.clear()
  }
  for (const form of forms) expect(stage.log.text()).not.toContain(form)
})
