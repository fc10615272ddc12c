import { afterEach, describe, expect, test } from 'vitest'
import type { Fault } from '../../support/emulator/faults.ts'
import { freePort, openStage, type Stage, until } from '../../support/stage.ts'
import { createTelegramEmulator, type TelegramEmulator, type TelegramOptions } from '../../support/telegram/emulator.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const begin = async (
  options: TelegramOptions = {},
  settings: Readonly<Record<string, string>> = {},
): Promise<{ readonly telegram: TelegramEmulator; readonly stage: Stage }> => {
  const telegram = await createTelegramEmulator({ limits: false, ...options })
  closing.push(() => telegram.close())
  const stage = await openStage({ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url, ...settings })
  closing.push(() => stage.close())
  return { telegram, stage }
}

const long = 20_000

describe('long polling', { timeout: 90_000 }, () => {
  test('stores an update before it confirms it: what the database refused comes again and is handled once', async () => {
    const { telegram, stage } = await begin()
    const person = telegram.user(11, 'An')
    const repair = await stage.breakInbox()
    person.send('chào')
    await until('the refusal', () => stage.log.said('error').some((line) => line.includes('could not be taken in')))
    expect(telegram.pendingUpdates).toBe(1)
    await repair()
    expect((await person.nextMessage(long)).text).toContain('chưa tham gia')
    await telegram.quiet()
    expect(telegram.pendingUpdates).toBe(0)
    expect(person.chat.messages).toHaveLength(1)
    expect(await stage.database.client.inboundEvent.count()).toBe(1)
  })

  test('drops an update that comes twice', async () => {
    const { telegram, stage } = await begin()
    const person = telegram.user(11, 'An')
    person.send('một')
    await person.nextMessage(long)
    for (let again = 0; again < 3; again += 1) telegram.redeliver(telegram.updateIds[0]!)
    person.send('hai')
    await person.nextMessage(long)
    await telegram.quiet()
    expect(person.chat.messages).toHaveLength(2)
    expect(await stage.database.client.inboundEvent.count()).toBe(2)
  })

  test('handles what a person sends in a row in that order', async () => {
    const { telegram, stage } = await begin()
    const person = telegram.user(11, 'An')
    person.start(await stage.invite('official', 'Phòng Nội vụ'))
    await person.nextMessage(long)
    await person.waitUntilQuiet()
    for (const number of [1, 2, 3, 4, 5, 6]) person.send(`/lenh${number}`)
    const replies: string[] = []
    for (let count = 0; count < 6; count += 1) replies.push((await person.nextMessage(long)).text)
    expect(replies.map((text) => /\/lenh\d/.exec(text)?.[0])).toEqual([1, 2, 3, 4, 5, 6].map((n) => `/lenh${n}`))
  })

  test('goes on when another program takes the updates for a while, and says what to do', async () => {
    const { telegram, stage } = await begin()
    telegram.faults.add({ fault: { kind: 'error', status: 409 }, method: 'getUpdates', times: 1 })
    const person = telegram.user(11, 'An')
    person.send('chào')
    await person.nextMessage(long)
    person.send('chào')
    await person.nextMessage(long)
    await until('the advice', () => stage.log.text().includes('Another program fetches updates with the same token'))
  })

  test('goes on after every kind of broken answer', async () => {
    const { telegram } = await begin()
    const person = telegram.user(11, 'An')
    person.send('chào')
    await person.nextMessage(long)
    const faults: readonly Fault[] = [
      ...(['html', 'empty', 'half', 'reset'] as const).map((kind) => ({ kind, effect: 'none' as const })),
      ...[{ status: 429, retryAfter: 1 }, { status: 403 }].map((error) => ({ kind: 'error' as const, ...error })),
    ]
    for (const fault of faults) {
      telegram.faults.add({ fault, method: 'getUpdates', times: 1 })
      person.send(fault.kind)
      await person.nextMessage(60_000)
    }
    await telegram.quiet()
    expect(person.chat.messages).toHaveLength(1 + faults.length)
  })

  test('asks again no sooner than Telegram allows', async () => {
    const { telegram } = await begin()
    const person = telegram.user(11, 'An')
    await telegram.requests.waitFor(({ method }) => method === 'getMe')
    telegram.faults.add({ fault: { kind: 'error', status: 429, retryAfter: 5 }, method: 'getUpdates', times: 1 })
    person.send('chào')
    await person.nextMessage(60_000)
    const polls = telegram.requests.of('getUpdates')
    const refused = polls.findIndex(({ status }) => status === 429)
    expect(polls[refused + 1]!.startedMs - polls[refused]!.startedMs).toBeGreaterThanOrEqual(5000)
  })

  test('begins although Telegram is in trouble at the start, and although it refuses the menu', async () => {
    const telegram = await createTelegramEmulator({ limits: false })
    closing.push(() => telegram.close())
    const inTrouble = [
      telegram.faults.add({ fault: { kind: 'error', status: 429, retryAfter: 1 }, method: 'getMe', times: 1 }),
      telegram.faults.add({ fault: { kind: 'html' }, method: 'deleteWebhook', times: 1 }),
    ]
    telegram.faults.add({ fault: { kind: 'error', status: 400 }, method: 'setMyCommands' })
    const stage = await openStage({ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url })
    closing.push(() => stage.close())
    const person = telegram.user(11, 'An')
    person.send('chào')
    await person.nextMessage(60_000)
    expect(inTrouble.map(({ struck }) => struck)).toEqual([1, 1])
    expect(stage.log.said('error')).toContain('Telegram refuses the menu of commands')
  })

  test('takes in what no database could store as it is', async () => {
    const { telegram, stage } = await begin()
    const person = telegram.user(11, 'An\u0000 \uD83D')
    person.send('một \u0000 hai \uD83D ba')
    await person.nextMessage(long)
    const stored = await stage.database.client.inboundEvent.findFirstOrThrow()
    expect(JSON.stringify(stored.payload)).toContain('một  hai \uFFFD ba')
  })
})

describe('a webhook', { timeout: 90_000 }, () => {
  const secret = 'a-very-secret-secret'

  const withWebhook = async () => {
    const port = await freePort()
    const url = `http://localhost:${port}`
    const { telegram, stage } = await begin(
      { allowLoopbackWebhook: true },
      { PORT: String(port), PUBLIC_URL: url, TELEGRAM_WEBHOOK_SECRET: secret },
    )
    await telegram.requests.waitFor(({ method }) => method === 'setWebhook', long)
    const post = (body: string, given: string | null) =>
      fetch(`${url}/telegram/webhook`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(given === null ? {} : { 'x-telegram-bot-api-secret-token': given }),
        },
        body,
      })
    return { telegram, stage, post }
  }

  test('brings updates, each handled once, and nothing is polled', async () => {
    const { telegram, stage } = await withWebhook()
    const person = telegram.user(11, 'An')
    person.send('chào')
    await person.nextMessage(long)
    telegram.redeliver(telegram.updateIds[0]!)
    await telegram.quiet()
    expect(person.chat.messages).toHaveLength(1)
    expect(telegram.requests.of('getUpdates')).toEqual([])
    expect(await stage.database.client.inboundEvent.count()).toBe(1)
  })

  test('answers nobody without the secret', async () => {
    const { telegram, stage, post } = await withWebhook()
    telegram.user(11, 'An')
    const body = JSON.stringify({
      update_id: 1,
      message: {
        message_id: 1,
        date: 1,
        chat: { id: 11, type: 'private' },
        from: { id: 11, is_bot: false },
        text: 'x',
      },
    })
    for (const given of [null, '', 'wrong', `${secret}x`, secret.slice(0, -1)]) {
      expect((await post(body, given)).status).toBe(401)
    }
    expect(await stage.database.client.inboundEvent.count()).toBe(0)
    expect((await post(body, secret)).status).toBe(200)
    expect(await stage.database.client.inboundEvent.count()).toBe(1)
  })

  test('is not moved by nonsense that carries the secret', async () => {
    const { post, stage } = await withWebhook()
    for (const body of ['', 'null', '[]', '{"update_id":"x"}', '{', '{"update_id":5}']) {
      expect([body, (await post(body, secret)).status]).toEqual([body, 200])
    }
    expect(await stage.database.client.inboundEvent.count()).toBe(0)
  })

  test('asks for an update again when it could not be stored', async () => {
    const { telegram, stage } = await withWebhook()
    const person = telegram.user(11, 'An')
    const repair = await stage.breakInbox()
    person.send('chào')
    await until('the refusal', () => stage.log.said('error').includes('a request failed'))
    await repair()
    await person.nextMessage(long)
    await telegram.quiet()
    expect(person.chat.messages).toHaveLength(1)
  })
})
