import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readBody, startHttpServer } from './http-server.ts'
import { callRaw } from './zalo/call.ts'
import { numberedChoices } from './zalo/choices.ts'
import { zaloDriver } from './zalo/driver.ts'
import { createZaloEmulator, type ZaloEmulator, type ZaloOptions } from './zalo/emulator.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const startService = async (options: ZaloOptions = {}): Promise<ZaloEmulator> => {
  const service = await createZaloEmulator(options)
  closing.push(() => service.close())
  return service
}

const eventSchema = z.looseObject({
  event_name: z.string(),
  message: z
    .looseObject({
      message_id: z.string(),
      date: z.number(),
      text: z.string().optional(),
      chat: z.looseObject({ id: z.string() }),
    })
    .optional(),
})
type Event = z.infer<typeof eventSchema>

const poll = async (service: ZaloEmulator, timeout = 0): Promise<Event | number> => {
  const answer = await callRaw(service, 'getUpdates', { timeout })
  return answer.ok ? eventSchema.parse(answer.result) : (answer.error_code ?? 0)
}

const say = (service: ZaloEmulator, params: object): ReturnType<typeof callRaw> =>
  callRaw(service, 'sendMessage', { chat_id: 'an', text: 'chào', ...params })

describe('the envelope', () => {
  test('an error comes with HTTP 200 or with its own status, as the service feels', async () => {
    const service = await startService()
    const empty = { ok: false, error_code: 408, description: 'Request timeout' }
    expect(await callRaw(service, 'getUpdates', { timeout: 0 })).toEqual({ status: 200, ...empty })
    service.habits.httpStatus = 'matching'
    expect(await callRaw(service, 'getUpdates', { timeout: '0' })).toEqual({ status: 408, ...empty })
  })

  test('success may carry error_code 0', async () => {
    const service = await startService()
    expect(await callRaw(service, 'getMe')).toMatchObject({ ok: true, result: { account_name: 'bot.dondoc' } })
    service.habits.zeroOnSuccess = true
    expect(await callRaw(service, 'getMe')).toMatchObject({ ok: true, error_code: 0 })
  })

  test('a wrong token, an unknown method and a body that is not JSON are refused', async () => {
    const service = await startService()
    expect(await callRaw({ url: service.url, token: 'wrong' }, 'getMe')).toMatchObject({ ok: false, error_code: 401 })
    expect(await callRaw(service, 'editMessageText')).toMatchObject({ ok: false, error_code: 404 })
    expect(await callRaw(service, 'getme')).toMatchObject({ ok: false, error_code: 404 })
    const form = new FormData()
    form.set('photo', new Blob(['x']))
    const response = await fetch(`${service.url}/bot${service.token}/sendPhoto`, { method: 'POST', body: form })
    expect(await response.json()).toMatchObject({ ok: false, error_code: 400 })
  })

  test('a 403 says "Internal server error", and the token is in no log', async () => {
    const service = await startService()
    service.faults.add({ times: 1, fault: { kind: 'error', status: 403 } })
    expect(
      await callRaw(service, 'getMe', { note: `bot${service.token} ${encodeURIComponent(service.token)}` }),
    ).toMatchObject({
      error_code: 403,
      description: 'Internal server error',
    })
    expect(service.requests.all[0]?.params['note']).toBe('bot<token> <token>')
  })
})

describe('polling', () => {
  test('hands out one event at a time, and each only once', async () => {
    const service = await startService()
    const an = service.user('an', 'An')
    an.send('một')
    an.send('hai')
    expect(await poll(service)).toMatchObject({ event_name: 'message.text.received', message: { text: 'một' } })
    expect(await poll(service)).toMatchObject({ message: { text: 'hai', chat: { id: 'an', chat_type: 'PRIVATE' } } })
    expect(await poll(service)).toBe(408)
  })

  test('waits for an event, and one whose answer got lost is lost', async () => {
    const service = await startService()
    const an = service.user('an', 'An')
    const waiting = poll(service, 5)
    await service.requests.waitFor((request) => request.method === 'getUpdates')
    an.send('đây')
    expect(await waiting).toMatchObject({ message: { text: 'đây' } })
    service.faults.add({ times: 1, fault: { kind: 'reset', effect: 'done' } })
    an.send('mất')
    await expect(poll(service)).rejects.toThrow('fetch failed')
    expect(await poll(service)).toBe(408)
  })

  test('a caller that hung up takes nothing with it', async () => {
    const service = await startService()
    const url = `${service.url}/bot${service.token}/getUpdates`
    await expect(fetch(url, { method: 'POST', signal: AbortSignal.timeout(50) })).rejects.toThrow('timeout')
    await sleep(20)
    service.user('an', 'An').send('còn đây')
    expect(await poll(service)).toMatchObject({ message: { text: 'còn đây' } })
  })

  test('tells of pictures, files, oddities and the same message twice', async () => {
    const service = await startService()
    const an = service.user('an', 'An')
    an.sendImage(Buffer.from('ảnh'), 'minh chứng')
    const image = await poll(service)
    const { photo_url: photo } = z
      .looseObject({ photo_url: z.string() })
      .parse(typeof image === 'number' ? {} : image.message)
    expect(await (await fetch(photo)).text()).toBe('ảnh')
    service.habits.photoField = 'photo'
    service.habits.dates = 'seconds'
    an.sendImage()
    expect(await poll(service)).toMatchObject({ message: { photo: expect.stringContaining('/pictures/') as string } })
    an.sendUnsupported()
    expect(await poll(service)).toMatchObject({ event_name: 'message.unsupported.received' })
    service.emit({ event_name: 'message.unsupported.received' })
    expect(await poll(service)).toEqual({ event_name: 'message.unsupported.received' })
    an.emit('message.hologram.received', {})
    expect(await poll(service)).toMatchObject({ event_name: 'message.hologram.received' })
    const id = an.send('hai lần')
    service.redeliver(id)
    const twice = [await poll(service), await poll(service)]
    expect(twice[0]).toEqual(twice[1])
    expect(twice[0]).toMatchObject({ message: { message_id: id, date: expect.any(Number) as number } })
    expect(typeof twice[0] === 'number' ? 0 : twice[0]?.message?.date).toBeLessThan(1e12)
  })

  test('in a group the bot hears only its name and answers to it', async () => {
    const service = await startService()
    const member = service.group('nhom', 'Tổ CCHC').member(service.user('an', 'An'))
    member.send('chào cả nhà')
    member.mention('tuần này thế nào?')
    member.replyToBot('rõ')
    expect(await poll(service)).toMatchObject({
      message: { text: '@Bot Đôn Đốc tuần này thế nào?', chat: { id: 'nhom', chat_type: 'GROUP' } },
    })
    expect(await poll(service)).toMatchObject({ message: { text: 'rõ' } })
    expect(await poll(service)).toBe(408)
  })
})

describe('sending', () => {
  const style = (start: number, len: number, st: unknown = ['b']): object => ({ text_styles: [{ start, len, st }] })
  test.each<[string, object, number]>([
    ['nothing', { text: '' }, 400],
    ['white space', { text: ' \n' }, 400],
    ['2000 units', { text: 'x'.repeat(2_000) }, 0],
    ['2001 units', { text: 'x'.repeat(2_001) }, 400],
    ['1001 emoji', { text: '👍'.repeat(1_001) }, 400],
    ['half a pair', { text: 'hỏng \ud83d' }, 400],
    ['to nobody known', { chat_id: 'ai' }, 400],
    ['to a number', { chat_id: 12 }, 400],
    ['bold and coloured', { ...style(0, 4, ['b', 'c_db342e']) }, 0],
    ['an unknown style', { ...style(0, 4, ['blink']) }, 400],
    ['a style over the end', { ...style(0, 5) }, 400],
    ['a style of no length', { ...style(0, 0) }, 400],
    ['a style into an emoji', { text: '👍', ...style(0, 1) }, 400],
    ['styles beside parse_mode, which are ignored', { parse_mode: 'html', ...style(0, 99) }, 0],
  ])('%s', async (_what, params, code) => {
    const service = await startService()
    service.user('an', 'An').send('chào')
    const answer = await say(service, params)
    expect(answer.error_code ?? 0).toBe(code)
    expect(service.chat('an').messages).toHaveLength(code === 0 ? 1 : 0)
  })

  test('not to people who never wrote, unless the service allows it', async () => {
    const service = await startService()
    service.user('an', 'An')
    expect(await say(service, {})).toMatchObject({ error_code: 400 })
    service.habits.strangers = 'accept'
    expect(await say(service, {})).toMatchObject({ ok: true })
  })

  test("until the month's quota is used up", async () => {
    const service = await startService({ monthlyQuota: 2 })
    service.user('an', 'An').send('chào')
    const codes = []
    for (let count = 0; count < 3; count += 1) codes.push((await say(service, {})).error_code ?? 0)
    expect(codes).toEqual([0, 0, 429])
    service.sentThisMonth = 0
    expect(await say(service, {})).toMatchObject({ ok: true })
  })

  test('a photo is fetched by the service, now and later', async () => {
    const service = await startService({ allowLoopbackPhotos: true, photoRefetchMs: 20 })
    const an = service.user('an', 'An')
    an.send('chào')
    const served: string[] = []
    const pictures = await startHttpServer((request, response) => {
      served.push(request.url ?? '')
      response.writeHead(request.url === '/chart.png' ? 200 : 404).end('png')
      return Promise.resolve()
    })
    closing.push(() => pictures.close())
    const photo = { chat_id: 'an', photo: `${pictures.url}/chart.png`, caption: 'Tuần 12' }
    expect(await callRaw(service, 'sendPhoto', photo)).toMatchObject({ ok: true })
    const shown = await an.chat.waitFor((message) => message.fetches.length === 2)
    expect(shown).toMatchObject({ kind: 'photo', text: 'Tuần 12' })
    expect(served).toEqual(['/chart.png', '/chart.png'])
    expect(await callRaw(service, 'sendPhoto', { ...photo, photo: `${pictures.url}/none` })).toMatchObject({
      error_code: 400,
    })
    service.habits.allowLoopbackPhotos = false
    expect(await callRaw(service, 'sendPhoto', photo)).toMatchObject({ error_code: 400 })
  })
})

describe('the webhook', () => {
  const startReceiver = async (status = 200): Promise<{ url: string; bodies: unknown[]; secrets: unknown[] }> => {
    const bodies: unknown[] = []
    const secrets: unknown[] = []
    const server = await startHttpServer(async (request, response) => {
      bodies.push(JSON.parse(String(await readBody(request, 1_000_000))))
      secrets.push(request.headers['x-bot-api-secret-token'])
      response.writeHead(status).end()
    })
    closing.push(() => server.close())
    return { url: server.url, bodies, secrets }
  }
  const secret = { secret_token: 'mat-khau-8' }

  test('is tried first, shuts out polling, and gets both shapes of body', async () => {
    const service = await startService({ allowLoopbackWebhook: true })
    const receiver = await startReceiver()
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
    const receiver = await startReceiver()
    await callRaw(service, 'setWebhook', { url: receiver.url, ...secret })
    await closing.splice(-1)[0]?.()
    service.user('an', 'An').send('mất')
    await service.quiet(50)
    expect(service.lostDeliveries.map((lost) => lost.event.message?.text)).toEqual(['mất'])
  })

  test('must be public, answer, and have a secret of 8 to 256 characters', async () => {
    const service = await startService()
    const refusing = await startReceiver(500)
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

describe('a person without buttons', () => {
  test('chooses by the number in front, out of the last list', async () => {
    const service = await startService()
    const an = service.user('an', 'An')
    const driver = zaloDriver(an)
    await driver.say('chào')
    await poll(service)
    await say(service, {
      text: 'Việc:\n1. Báo cáo\n2. Tập huấn\n\nChọn:\n1. Đã nhận\n2. Trả lại',
      text_styles: [{ start: 0, len: 5, st: ['b', 'u'] }],
    })
    const message = await driver.next()
    expect(message.choices).toEqual(['Đã nhận', 'Trả lại'])
    expect(message.entities).toEqual([
      { type: 'bold', offset: 0, length: 5 },
      { type: 'underline', offset: 0, length: 5 },
    ])
    await driver.choose(message, 'Trả lại')
    expect(await poll(service)).toMatchObject({ message: { text: '2' } })
    await expect(driver.choose(message, 'Xoá hết')).rejects.toThrow('has no choice "Xoá hết"')
    await driver.sendFile('bao-cao.docx', Buffer.from('x'))
    expect(await poll(service)).toMatchObject({ event_name: 'message.unsupported.received' })
  })

  test('finds every list that counts from 1', () => {
    const label = fc.stringMatching(/^[A-Za-zÀ-ỹ][A-Za-zÀ-ỹ ]{0,18}[a-z]$/)
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 12 }), (labels) => {
        const text = `Chọn một việc:\n${labels.map((words, index) => `${index + 1}. ${words}`).join('\n')}\nNhắn số để chọn.`
        expect(numberedChoices(text)).toEqual(labels)
        expect(numberedChoices(`${text}\nHết.`)).toEqual([])
      }),
    )
  })
})
