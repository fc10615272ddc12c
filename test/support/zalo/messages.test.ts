import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startHttpServer } from '../http-server.ts'
import { callRaw } from './call.ts'
import { numberedChoices } from './choices.ts'
import { zaloDriver } from './driver.ts'
import { poll, say, startService } from './start-service.ts'

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
    onTestFinished(() => pictures.close())
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
