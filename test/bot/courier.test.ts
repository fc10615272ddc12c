import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Dispatch, Outcome } from '../../domain/ports/messages.ts'
import { createDispatch } from '../../prisma/dispatch.ts'
import { addChat, outcomesIn, putIntoOutbox } from '../support/outbox.ts'
import { inMs, numbers, recorder, sent, useCourierStage } from './courier-stage.ts'

const { database, start, untilSettled } = await useCourierStage()

describe('the courier', () => {
  test('sends what waits anywhere, each chat in its own order', async () => {
    const { sender, textsTo } = recorder(sent)
    const { courier } = start(sender)
    const chats = await Promise.all(Array.from({ length: 8 }, () => addChat(database)))
    for (const chatId of chats) await putIntoOutbox(database, chatId, numbers(4))
    await courier.sweep()
    await courier.quiet()
    for (const chatId of chats) {
      expect(textsTo(chatId)).toEqual(numbers(4))
      expect((await outcomesIn(database, chatId)).every(({ state }) => state === 'sent')).toBe(true)
    }
  })

  test('never sends twice when two work on the same database, and keeps the order', async () => {
    const { sender, sends, textsTo } = recorder(sent)
    const [one, other] = [start(sender).courier, start(sender).courier]
    const chats = await Promise.all(Array.from({ length: 4 }, () => addChat(database)))
    for (const chatId of chats) await putIntoOutbox(database, chatId, numbers(8))
    for (const chatId of chats) {
      one.wake(chatId)
      other.wake(chatId)
    }
    for (const chatId of chats) await untilSettled(one, chatId, 15_000)
    await other.quiet()
    // A courier that met the other one leaves the chat to it; what it left is swept up.
    await one.sweep()
    await one.quiet()
    expect(sends).toHaveLength(32)
    for (const chatId of chats) expect(textsTo(chatId)).toEqual(numbers(8))
  })

  test('tries again when it is told to, and no sooner', async () => {
    const { sender, sends } = recorder((message, tries) =>
      tries === 1 ? { kind: 'retry', at: inMs(300), failure: 'telegram-429' } : sent(message),
    )
    const { courier } = start(sender)
    const chatId = await addChat(database)
    await putIntoOutbox(database, chatId, ['một', 'hai'])
    courier.wake(chatId)
    expect(await untilSettled(courier, chatId)).toMatchObject([{ state: 'sent' }, { state: 'sent' }])
    expect(sends.map(({ text }) => text)).toEqual(['một', 'một', 'hai', 'hai'])
    expect(sends[1]!.atMs - sends[0]!.atMs).toBeGreaterThanOrEqual(295)
  })

  test('gives up a message that is refused again and again, and goes on with the next', async () => {
    const { sender, textsTo } = recorder((message) =>
      message.content.text === 'hỏng'
        ? { kind: 'retry', at: inMs(0), failure: 'telegram-500', giveUpAfter: 4 }
        : sent(message),
    )
    const { courier } = start(sender)
    const chatId = await addChat(database)
    await putIntoOutbox(database, chatId, ['hỏng', 'lành'])
    courier.wake(chatId)
    expect(await untilSettled(courier, chatId)).toMatchObject([
      { state: 'failed', failure: 'telegram-500' },
      { state: 'sent' },
    ])
    expect(textsTo(chatId)).toEqual(['hỏng', 'hỏng', 'hỏng', 'hỏng', 'lành'])
  })

  test('never gives up while the channel itself is the trouble', async () => {
    const { sender } = recorder((message, tries) =>
      tries <= 30 ? { kind: 'retry', at: inMs(0), failure: 'ECONNREFUSED' } : sent(message),
    )
    const { courier } = start(sender)
    const chatId = await addChat(database)
    await putIntoOutbox(database, chatId, ['một'])
    courier.wake(chatId)
    expect(await untilSettled(courier, chatId)).toMatchObject([{ state: 'sent' }])
  })

  test.each<[string, Outcome, object]>([
    ['unknown', { kind: 'unknown', failure: 'ETIMEDOUT' }, { state: 'unknown', failure: 'ETIMEDOUT' }],
    ['failed', { kind: 'failed', failure: 'telegram-400', chatGone: false }, { state: 'failed' }],
  ])('does not repeat what is %s', async (_name, outcome, row) => {
    const { sender, textsTo } = recorder((message) => (message.content.text === 'một' ? outcome : sent(message)))
    const { courier } = start(sender)
    const chatId = await addChat(database)
    await putIntoOutbox(database, chatId, ['một', 'hai'])
    courier.wake(chatId)
    expect(await untilSettled(courier, chatId)).toMatchObject([row, { state: 'sent' }])
    expect(textsTo(chatId)).toEqual(['một', 'hai'])
  })

  test('takes a sender that breaks for an unknown outcome', async () => {
    const { sender } = recorder(() => Promise.reject(new Error('a bug')))
    const { courier, log } = start(sender)
    const chatId = await addChat(database)
    await putIntoOutbox(database, chatId, ['một'])
    courier.wake(chatId)
    expect(await untilSettled(courier, chatId)).toMatchObject([{ state: 'unknown', failure: 'unexpected' }])
    expect(log.said('error')).toEqual(['sending went wrong'])
  })

  test('sends to the new id of a group that moved', async () => {
    const seen: string[] = []
    const { sender } = recorder((message) => {
      seen.push(message.chat.externalId)
      return message.chat.externalId === '-5' ? { kind: 'migrated', newChatId: '-1005' } : sent(message)
    })
    const { courier } = start(sender)
    const chatId = await addChat(database, { kind: 'group', externalId: '-5' })
    await putIntoOutbox(database, chatId, ['một', 'hai'])
    courier.wake(chatId)
    await untilSettled(courier, chatId)
    expect(seen).toEqual(['-5', '-1005', '-1005'])
  })

  test('keeps what is for a channel that is not running', async () => {
    const { courier } = start(null)
    const chatId = await addChat(database)
    await putIntoOutbox(database, chatId, ['một'])
    courier.wake(chatId)
    await courier.quiet()
    expect(await outcomesIn(database, chatId)).toMatchObject([{ state: 'pending', failure: 'channel-not-running' }])
  })

  test('marks what a dead one left in the middle as unknown, never as sent, and does not repeat it', async () => {
    const chatId = await addChat(database)
    await putIntoOutbox(database, chatId, ['một', 'hai'])
    const dispatch = createDispatch(database.client)
    const chat = await dispatch.findNext(chatId, new Date())
    expect(await dispatch.claim(chat!, new Date(), inMs(50))).not.toBeNull()
    await sleep(60)
    const { sender, textsTo } = recorder(sent)
    const { courier, log } = start(sender)
    await courier.sweep()
    expect(await untilSettled(courier, chatId)).toMatchObject([
      { state: 'unknown', failure: 'sender-died' },
      { state: 'sent' },
    ])
    expect(textsTo(chatId)).toEqual(['hai'])
    expect(log.said('warn')).toContain('messages of dead senders marked as unknown')
  })

  test('records an outcome although the database refuses it at first', async () => {
    const real = createDispatch(database.client)
    let refusals = 0
    const settle: Dispatch['settle'] = (...settled) => {
      refusals += 1
      return refusals <= 2 ? Promise.reject(new Error('no database')) : real.settle(...settled)
    }
    const { sender, textsTo } = recorder(sent)
    const { courier } = start(sender, { dispatch: { settle } })
    const chatId = await addChat(database)
    await putIntoOutbox(database, chatId, ['một'])
    courier.wake(chatId)
    expect(await untilSettled(courier, chatId)).toMatchObject([{ state: 'sent' }])
    expect(textsTo(chatId)).toEqual(['một'])
  })
})
