import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createZaloClient } from '../../../bot/zalo/client.ts'
import { createZaloSender } from '../../../bot/zalo/sender.ts'
import { capabilities } from '../../../domain/channels.ts'
import type { Outgoing, Rendered } from '../../../domain/message.ts'
import type { Claimed, Outcome } from '../../../domain/ports/messages.ts'
import { renderFor } from '../../../domain/render.ts'
import type { Fault } from '../../support/emulator/faults.ts'
import { freePort } from '../../support/stage.ts'
import { createZaloEmulator, type ZaloEmulator } from '../../support/zalo/emulator.ts'

const now = new Date('2026-03-02T02:00:00Z')
let zalo: ZaloEmulator
beforeAll(async () => {
  zalo = await createZaloEmulator({ monthlyQuota: 100_000 })
})
afterAll(() => zalo.close())

const words: Rendered = { text: 'Chào', entities: [], buttons: [], choices: [] }

const claimed = (chatId: string, content: Rendered = words): Claimed => ({
  ...{ id: 1n, key: 'k', attempts: 1, content, edits: null },
  chat: { id: 'c', workspaceId: null, channel: 'zalo', externalId: chatId, kind: 'private', title: '' },
})

const send = (message: Claimed, apiRoot = zalo.url, token = zalo.token): Promise<Outcome> =>
  createZaloSender(createZaloClient(token, apiRoot), () => now).send(message, AbortSignal.timeout(1500))

let people = 0
const somebody = () => {
  people += 1
  const person = zalo.user(`nguoi-${people}`, 'An')
  person.send('chào')
  return person
}

const render = (message: Pick<Outgoing, 'text' | 'buttons' | 'choiceHint'>): readonly Rendered[] =>
  renderFor('zalo', { chatId: 'c', key: 'k', kind: 'reply', ...message })

describe('a message', () => {
  test('arrives as it is: words full of markup, styles, addresses written out, numbered choices', async () => {
    const person = somebody()
    const title = 'Rà soát <b>&_*[ "TTHC" ](http://x.vn) `mã` </i> 🇻🇳'
    const [content] = render({
      text: {
        text: `${title}: tải về`,
        entities: [
          { type: 'bold', offset: 0, length: title.length },
          { type: 'text_link', offset: title.length + 2, length: 6, url: 'https://haiphong.gov.vn/a?b=1&c=2' },
          { type: 'code', offset: title.length + 2, length: 3 },
        ],
      },
      buttons: [[{ label: 'Đã nhận <ok>', action: 'ack:1' }]],
    })
    const outcome = await send(claimed(person.id, content))
    expect(outcome).toEqual({ kind: 'sent', externalId: person.chat.last.id })
    expect(person.chat.last).toMatchObject({
      text: `${title}: tải về: https://haiphong.gov.vn/a?b=1&c=2\n\n1. Đã nhận <ok>`,
      entities: [{ type: 'bold', offset: 0, length: title.length }],
      choices: ['Đã nhận <ok>'],
      parseMode: null,
    })
  })

  test('that is too long arrives in parts, none refused, nothing missing', async () => {
    const person = somebody()
    const text = Array.from({ length: 600 }, (_, index) => `nhiệm vụ ${index} 😀`).join(' ')
    const parts = render({ text: { text, entities: [{ type: 'bold', offset: 1900, length: 300 }] } })
    expect(parts.length).toBeGreaterThan(4)
    for (const part of parts) expect((await send(claimed(person.id, part))).kind).toBe('sent')
    expect(person.chat.messages.map((message) => message.text).join(' ')).toBe(text)
    expect(person.chat.messages.every((message) => message.text.length <= capabilities.zalo.maxText)).toBe(true)
  })

  test.each([
    ['always-200', false],
    ['always-200', true],
    ['matching', false],
    ['matching', true],
  ] as const)('is known to be sent or refused with HTTP status %s and a zero on success: %s', async (status, zero) => {
    Object.assign(zalo.habits, { httpStatus: status, zeroOnSuccess: zero })
    const person = somebody()
    expect(await send(claimed(person.id))).toEqual({ kind: 'sent', externalId: person.chat.last.id })
    expect(await send(claimed('khong-co'))).toEqual({ kind: 'failed', failure: 'zalo-400', chatGone: false })
    expect(await send(claimed(person.id), zalo.url, 'sai')).toMatchObject({ kind: 'retry', failure: 'zalo-401' })
  })
})

describe('what becomes of a message when Zalo says', () => {
  const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000)
  const unknown = { kind: 'unknown' }
  const table: readonly [string, Fault, object, boolean][] = [
    ['400', { kind: 'error', status: 400 }, { kind: 'failed', failure: 'zalo-400', chatGone: false }, false],
    ['401', { kind: 'error', status: 401 }, { kind: 'retry', at: inSeconds(60), failure: 'zalo-401' }, false],
    ['403', { kind: 'error', status: 403 }, { kind: 'retry', at: inSeconds(10), giveUpAfter: 150 }, false],
    ['404', { kind: 'error', status: 404 }, { kind: 'failed', failure: 'zalo-404' }, false],
    ['408', { kind: 'error', status: 408 }, { ...unknown, failure: 'zalo-408' }, false],
    ['429', { kind: 'error', status: 429 }, { kind: 'retry', at: inSeconds(600), failure: 'zalo-429' }, false],
    ['500', { kind: 'error', status: 500 }, { kind: 'retry', at: inSeconds(10), giveUpAfter: 150 }, false],
    ['a page of a proxy', { kind: 'html' }, { ...unknown, failure: 'not-an-answer' }, false],
    ['nothing, after it was carried out', { kind: 'empty' }, unknown, true],
    ['half an answer, after it was carried out', { kind: 'half' }, unknown, true],
    ['half an answer and hangs up', { kind: 'cut' }, unknown, true],
    ['nothing and resets, before', { kind: 'reset', effect: 'none' }, { ...unknown, failure: 'ECONNRESET' }, false],
    ['nothing and resets, after', { kind: 'reset', effect: 'done' }, { ...unknown, failure: 'ECONNRESET' }, true],
    ['nothing for too long', { kind: 'hang' }, unknown, false],
  ]
  const both = (['always-200', 'matching'] as const).flatMap((status) => table.map((row) => [status, ...row] as const))

  test.each(both)('(HTTP %s) %s', async (status, _name, fault, outcome, arrives) => {
    zalo.habits.httpStatus = status
    const person = somebody()
    zalo.faults.add({ fault, chat: person.id, times: 1 })
    expect(await send(claimed(person.id))).toMatchObject(outcome)
    expect(person.chat.messages).toHaveLength(arrives ? 1 : 0)
  })

  test('nothing, because nobody listens', async () => {
    const apiRoot = `http://127.0.0.1:${await freePort()}`
    expect(await send(claimed('x'), apiRoot)).toMatchObject({ kind: 'retry', failure: 'NOT_CONNECTED ECONNREFUSED' })
  })

  test('that the month’s quota is used up', async () => {
    const person = somebody()
    const before = zalo.sentThisMonth
    zalo.sentThisMonth = 100_000
    expect(await send(claimed(person.id))).toMatchObject({ kind: 'retry', failure: 'zalo-429' })
    zalo.sentThisMonth = before
  })
})
