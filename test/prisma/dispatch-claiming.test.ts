import { describe, expect, test } from 'vitest'
import type { Dispatch } from '../../domain/ports/messages.ts'
import { addChat, outcomesIn } from '../support/outbox.ts'
import { later, now, sent, useDispatch } from './dispatch-stage.ts'

const { database, dispatchOf, put, claim, claimText, sendOne } = await useDispatch()

describe('claiming', () => {
  test('takes the oldest message, and no other while it is being sent', async () => {
    const chatId = await addChat(database)
    await put(chatId, ['một', 'hai'])
    expect(await claim(chatId)).toMatchObject({ attempts: 1, content: { text: 'một' }, chat: { id: chatId } })
    expect(await claim(chatId)).toBeNull()
  })

  test('is won by one of many who try at once', async () => {
    const chatId = await addChat(database)
    await put(chatId, ['một', 'hai'])
    const claims = await Promise.all(Array.from({ length: 12 }, () => claim(chatId)))
    expect(claims.flatMap((each) => (each === null ? [] : [each.content.text]))).toEqual(['một'])
  })

  test('goes through a chat in order', async () => {
    const chatId = await addChat(database)
    await put(chatId, ['một', 'hai', 'ba'])
    expect(await sendOne(chatId, sent)).toBe('một')
    expect(await sendOne(chatId, { kind: 'unknown', failure: 'x' })).toBe('hai')
    expect(await sendOne(chatId, { kind: 'failed', failure: 'y', chatGone: false })).toBe('ba')
    expect(await claim(chatId)).toBeNull()
    expect((await outcomesIn(database, chatId)).map(({ state, failure }) => [state, failure])).toEqual([
      ['sent', null],
      ['unknown', 'x'],
      ['failed', 'y'],
    ])
  })

  test('keeps the order behind a message that has to be tried again', async () => {
    const chatId = await addChat(database)
    await put(chatId, ['một', 'hai'])
    await sendOne(chatId, { kind: 'retry', at: later(30), failure: 'telegram-429' })
    expect(await claimText(chatId, later(29))).toBeNull()
    expect(await sendOne(chatId, sent, later(30))).toBe('một')
    expect(await sendOne(chatId, sent, later(30))).toBe('hai')
    expect((await outcomesIn(database, chatId))[0]).toMatchObject({ state: 'sent', failure: null })
  })

  test('is not held up by what is planned for later', async () => {
    const chatId = await addChat(database)
    await put(chatId, ['ngày mai'], later(86_400))
    await put(chatId, ['bây giờ'])
    expect(await sendOne(chatId, sent)).toBe('bây giờ')
    expect(await claimText(chatId)).toBeNull()
    expect(await claimText(chatId, later(86_400))).toBe('ngày mai')
  })

  test('counts only attempts that say something about the message', async () => {
    const chatId = await addChat(database)
    await put(chatId, ['một'])
    for (let tries = 0; tries < 5; tries += 1) await sendOne(chatId, { kind: 'retry', at: now, failure: 'ENOTFOUND' })
    await sendOne(chatId, { kind: 'retry', at: now, failure: 'telegram-500', giveUpAfter: 8 })
    expect(await claim(chatId)).toMatchObject({ attempts: 2 })
  })

  test('of many chats at once takes the oldest of each, once, whoever else is at it', async () => {
    const chats = await Promise.all(Array.from({ length: 12 }, () => addChat(database)))
    for (const chatId of chats) await put(chatId, [`một ${chatId}`, 'hai'])
    // Each of these gathers what is asked of it at the same moment.
    const dispatches = [dispatchOf(), dispatchOf(), dispatchOf()]
    const takeAll = async (dispatch: Dispatch) => {
      const found = await Promise.all([...chats, ...chats].map((chatId) => dispatch.findNext(chatId, now)))
      const claims = found.map(async (next) => next && dispatch.claim(next, now, later(60)))
      return (await Promise.all(claims)).flatMap((claimed) => (claimed === null ? [] : [claimed.content.text]))
    }
    const texts = (await Promise.all(dispatches.map(takeAll))).flat()
    // Somebody who was just being outrun may leave a chat to the next round; then it is still to be had.
    const rest = await takeAll(dispatchOf())
    expect([...texts, ...rest].toSorted()).toEqual(chats.map((chatId) => `một ${chatId}`).toSorted())
    expect(await database.client.outboundMessage.count({ where: { state: 'sending', chatId: { in: chats } } })).toBe(12)
  })

  test('of a message that cannot be read leaves it where it is, and takes the others', async () => {
    const [broken, sound] = [await addChat(database), await addChat(database)]
    await put(broken, ['một'])
    await put(sound, ['hai'])
    await database.client.outboundMessage.updateMany({ where: { chatId: broken }, data: { content: { text: 1 } } })
    const dispatch = dispatchOf()
    const [unread, read] = await Promise.allSettled([broken, sound].map((chatId) => dispatch.findNext(chatId, now)))
    expect(unread?.status).toBe('rejected')
    expect(read).toMatchObject({ status: 'fulfilled', value: { message: { content: { text: 'hai' } } } })
    expect(await outcomesIn(database, broken)).toMatchObject([{ state: 'pending', attempts: 0 }])
  })

  test.each<[string, object]>([
    ['was put off', { notBefore: later(60) }],
    ['was given up', { state: 'failed', settledAt: now }],
  ])('of a message that %s since it was read is refused', async (_name, data) => {
    const chats = [await addChat(database), await addChat(database)]
    for (const chatId of chats) await put(chatId, ['một'])
    const dispatch = dispatchOf()
    const [changed, same] = await Promise.all(chats.map((chatId) => dispatch.findNext(chatId, now)))
    await database.client.outboundMessage.update({ where: { id: changed!.message.id }, data })
    const claims = await Promise.all([changed, same].map((next) => dispatch.claim(next!, now, later(60))))
    expect(claims).toMatchObject([null, { content: { text: 'một' } }])
    expect(await dispatch.claim(changed!, now, later(60))).toBeNull()
  })

  test('of a message whose time was moved meanwhile is refused', async () => {
    const chatId = await addChat(database)
    await put(chatId, ['một'])
    const claims = await Promise.all(
      Array.from({ length: 20 }, () => sendOne(chatId, { kind: 'retry', at: later(60), failure: 'telegram-429' })),
    )
    expect(claims.filter((text) => text !== null)).toEqual(['một'])
  })
})

describe('a clock that is set back by an hour', () => {
  const earlier = later(-3600)

  test('holds nothing up that was said at once, and keeps what is planned for later', async () => {
    const chatId = await addChat(database)
    await put(chatId, ['một', 'hai'])
    await put(chatId, ['mai'], later(60))
    expect(await dispatchOf().findWaiting(earlier, 1000)).toContain(chatId)
    expect(await sendOne(chatId, sent, earlier)).toBe('một')
    expect(await sendOne(chatId, sent, earlier)).toBe('hai')
    expect(await claimText(chatId, earlier)).toBeNull()
    expect(await claimText(chatId, later(60))).toBe('mai')
  })

  test('tries nothing again before it is told to', async () => {
    const chatId = await addChat(database)
    await put(chatId, ['một'])
    await sendOne(chatId, { kind: 'retry', at: later(10), failure: 'telegram-500' })
    expect(await claimText(chatId, earlier)).toBeNull()
    expect(await claimText(chatId, later(10))).toBe('một')
  })

  test('keeps no message in the hands of the dead where nobody is alive', async () => {
    const chatId = await addChat(database)
    await put(chatId, ['một', 'hai'])
    await claim(chatId)
    expect(await dispatchOf().releaseStale(earlier)).toBe(0)
    expect(await dispatchOf().releaseStale(earlier, 'all')).toBeGreaterThan(0)
    expect(await claimText(chatId, earlier)).toBe('hai')
  })
})

describe('chats with something to send', () => {
  test('are found once each, and only when it may leave', async () => {
    const [busy, planned, idle] = [await addChat(database), await addChat(database), await addChat(database)]
    await put(busy, ['một', 'hai', 'ba'])
    await put(planned, ['mai'], later(3600))
    await put(idle, ['xong'])
    await sendOne(idle, sent)
    const waiting = await dispatchOf().findWaiting(now, 1000)
    expect(waiting.filter((id) => [busy, planned, idle].includes(id))).toEqual([busy])
    expect(await dispatchOf().findWaiting(later(3600), 1000)).toContain(planned)
  })
})
