import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTelegramApi } from '../../../bot/telegram/api.ts'
import { createTelegramSender } from '../../../bot/telegram/sender.ts'
import { capabilities } from '../../../domain/channels.ts'
import type { Outgoing, Rendered } from '../../../domain/message.ts'
import type { Claimed, Outcome } from '../../../domain/ports/messages.ts'
import { renderFor } from '../../../domain/render.ts'
import type { Fault } from '../../support/emulator/faults.ts'
import { freePort } from '../../support/stage.ts'
import { createTelegramEmulator, type TelegramEmulator } from '../../support/telegram/emulator.ts'

const now = new Date('2026-03-02T02:00:00Z')
let telegram: TelegramEmulator
beforeAll(async () => {
  telegram = await createTelegramEmulator({ limits: false })
})
afterAll(() => telegram.close())

const words: Rendered = { text: 'Chào', entities: [], buttons: [], choices: [] }

const claimed = (chatId: number | string, content: Rendered = words, edits: string | null = null): Claimed => ({
  ...{ id: 1n, key: 'k', attempts: 1, content, edits },
  chat: { id: 'c', workspaceId: null, channel: 'telegram', externalId: String(chatId), kind: 'private', title: '' },
})

const send = (message: Claimed, apiRoot = telegram.url, token = telegram.token): Promise<Outcome> =>
  createTelegramSender(createTelegramApi(token, apiRoot), () => now).send(message, AbortSignal.timeout(1500))

let people = 100
const somebody = () => {
  people += 1
  const person = telegram.user(people, 'An')
  person.start()
  return person
}

const render = (message: Pick<Outgoing, 'text' | 'buttons'>): readonly Rendered[] =>
  renderFor('telegram', { chatId: 'c', key: 'k', kind: 'reply', ...message })

describe('a message', () => {
  test('arrives as it is: words full of markup, styles, buttons, no preview of links', async () => {
    const person = somebody()
    const title = 'Rà soát <b>&_*[ "TTHC" ](http://x.vn) `mã` </i> 🇻🇳'
    const [content] = render({
      text: {
        text: `${title}: tải về`,
        entities: [
          { type: 'bold', offset: 0, length: title.length },
          { type: 'text_link', offset: title.length + 2, length: 6, url: 'https://haiphong.gov.vn/a?b=1&c=2' },
        ],
      },
      buttons: [[{ label: 'Đã nhận <ok>', action: 'ack:1' }]],
    })
    const outcome = await send(claimed(person.id, content))
    expect(outcome).toEqual({ kind: 'sent', externalId: String(person.chat.last.id) })
    expect(person.chat.last).toMatchObject({
      text: `${title}: tải về`,
      entities: [
        { type: 'bold', offset: 0, length: title.length },
        { type: 'text_link', url: 'https://haiphong.gov.vn/a?b=1&c=2' },
      ],
      choices: ['Đã nhận <ok>'],
      linkPreview: false,
    })
  })

  test('that is too long arrives in parts, none refused, nothing missing', async () => {
    const person = somebody()
    const text = Array.from({ length: 900 }, (_, index) => `nhiệm vụ ${index} 😀`).join(' ')
    const parts = render({ text: { text, entities: [] } })
    expect(parts.length).toBeGreaterThan(3)
    for (const part of parts) expect((await send(claimed(person.id, part))).kind).toBe('sent')
    expect(person.chat.messages.map((message) => message.text).join(' ')).toBe(text)
    expect(person.chat.messages.every((message) => message.text.length <= capabilities.telegram.maxText)).toBe(true)
  })

  test('replaces another in place', async () => {
    const person = somebody()
    await send(claimed(person.id))
    const { id } = person.chat.last
    const outcome = await send(claimed(person.id, { ...words, text: 'Đã nhận' }, String(id)))
    expect(outcome).toEqual({ kind: 'sent', externalId: String(id) })
    expect(person.chat.messages.map(({ text, edits }) => [text, edits])).toEqual([['Đã nhận', 1]])
  })

  test('that changes nothing counts as sent', async () => {
    const person = somebody()
    await send(claimed(person.id))
    const { id } = person.chat.last
    expect(await send(claimed(person.id, words, String(id)))).toEqual({ kind: 'sent', externalId: String(id) })
    expect(person.chat.messages).toHaveLength(1)
  })

  test('whose original is gone is said anew', async () => {
    const person = somebody()
    const outcome = await send(claimed(person.id, words, '4711'))
    expect(outcome).toEqual({ kind: 'sent', externalId: String(person.chat.last.id) })
  })

  test('to a topic arrives in the topic', async () => {
    const person = somebody()
    const group = telegram.group(-700, 'Tổ CCHC', person).upgrade(person)
    const topic = group.topic('Tuần', person)
    expect((await send(claimed(`${group.id}/${topic}`))).kind).toBe('sent')
    expect(group.chat.last.threadId).toBe(topic)
    expect((await send(claimed(String(group.id)))).kind).toBe('sent')
    expect(group.chat.last.threadId).toBeNull()
  })
})

describe('what becomes of a message when Telegram says', () => {
  const in10 = { kind: 'retry', at: new Date(now.getTime() + 10_000), giveUpAfter: 150 }
  const unknown = { kind: 'unknown' }
  test.each<[string, Fault, object, boolean]>([
    ['400', { kind: 'error', status: 400 }, { kind: 'failed', failure: 'telegram-400', chatGone: false }, false],
    ['401', { kind: 'error', status: 401 }, { kind: 'retry', at: new Date(now.getTime() + 60_000) }, false],
    ['403', { kind: 'error', status: 403 }, { kind: 'failed', failure: 'telegram-403', chatGone: true }, false],
    [
      'chat not found',
      { kind: 'error', status: 400, description: 'Bad Request: chat not found' },
      { kind: 'failed', chatGone: true },
      false,
    ],
    [
      '429',
      { kind: 'error', status: 429, retryAfter: 7 },
      { kind: 'retry', at: new Date(now.getTime() + 7_500), failure: 'telegram-429' },
      false,
    ],
    [
      '429 without a word about when',
      { kind: 'error', status: 429, retryAfter: null },
      { kind: 'retry', at: new Date(now.getTime() + 5_500), failure: 'telegram-429', flood: true },
      false,
    ],
    ['500', { kind: 'error', status: 500 }, { ...in10, failure: 'telegram-500' }, false],
    ['502', { kind: 'error', status: 502 }, { ...in10, failure: 'telegram-502' }, false],
    ['a page of a proxy', { kind: 'html' }, unknown, false],
    ['nothing, after it was carried out', { kind: 'empty' }, unknown, true],
    ['half an answer, after it was carried out', { kind: 'half' }, unknown, true],
    ['half an answer and hangs up', { kind: 'cut' }, unknown, true],
    ['nothing and resets, before', { kind: 'reset', effect: 'none' }, { ...unknown, failure: 'ECONNRESET' }, false],
    ['nothing and resets, after', { kind: 'reset', effect: 'done' }, { ...unknown, failure: 'ECONNRESET' }, true],
    ['nothing for too long', { kind: 'hang' }, unknown, false],
  ])('%s', async (_name, fault, outcome, arrives) => {
    const person = somebody()
    telegram.faults.add({ fault, chat: person.id, times: 1 })
    expect(await send(claimed(person.id))).toMatchObject(outcome)
    expect(person.chat.messages).toHaveLength(arrives ? 1 : 0)
  })

  test('that the person blocked the bot, left, or never came', async () => {
    const person = somebody()
    person.block()
    expect(await send(claimed(person.id))).toMatchObject({ kind: 'failed', chatGone: true })
    expect(await send(claimed(987_654))).toMatchObject({ kind: 'failed', chatGone: true })
    expect(await send(claimed(telegram.user(99, 'Chưa bấm Start').id))).toMatchObject({
      kind: 'failed',
      chatGone: true,
    })
  })

  test('that a group is a supergroup now', async () => {
    const person = somebody()
    const group = telegram.group(-701, 'Tổ CCHC', person)
    const { id } = group.upgrade(person)
    expect(await send(claimed(group.id))).toEqual({ kind: 'migrated', newChatId: String(id) })
  })

  test('that the token is wrong: it waits for the right one', async () => {
    const person = somebody()
    expect(await send(claimed(person.id), telegram.url, '7000000001:wrong')).toMatchObject({
      kind: 'retry',
      failure: 'telegram-401',
    })
  })
})

describe('what never left this machine is sent again later', () => {
  const servers: Server[] = []
  afterAll(() => {
    for (const server of servers) server.close()
  })

  /** Takes connections and treats each as it is told. */
  const listen = async (treat: 'silence' | 'reset'): Promise<number> => {
    const port = await freePort()
    const server = createServer((socket) => {
      if (treat === 'reset') socket.resetAndDestroy()
      else socket.resume()
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    return port
  }

  test('nobody listens', async () => {
    const apiRoot = `http://127.0.0.1:${await freePort()}`
    expect(await send(claimed(1), apiRoot)).toMatchObject({ kind: 'retry', failure: 'NOT_CONNECTED ECONNREFUSED' })
  })

  test('there is no such host', async () => {
    const outcome = await send(claimed(1), 'http://khong-co.invalid')
    expect(outcome).toMatchObject({ kind: 'retry' })
  })

  test('the handshake is cut, as by a censor', async () => {
    const apiRoot = `https://127.0.0.1:${await listen('reset')}`
    expect(await send(claimed(1), apiRoot)).toMatchObject({ kind: 'retry', failure: 'NOT_CONNECTED ECONNRESET' })
  })

  test('the handshake never ends', async () => {
    const apiRoot = `https://127.0.0.1:${await listen('silence')}`
    const sender = createTelegramSender(createTelegramApi('1:x', apiRoot), () => now)
    expect(await sender.send(claimed(1), AbortSignal.timeout(15_000))).toMatchObject({
      kind: 'retry',
      failure: 'NOT_CONNECTED timeout',
    })
  })
})
