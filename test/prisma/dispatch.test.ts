import { describe, expect, test } from 'vitest'
import type { Dispatch, Outcome } from '../../domain/ports/messages.ts'
import { createDispatch } from '../../prisma/dispatch.ts'
import { useTestDatabase } from '../support/database.ts'
import { addChat, outcomesIn, putIntoOutbox } from '../support/outbox.ts'

const database = await useTestDatabase()

const now = new Date('2026-03-02T02:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const dispatchOf = () => createDispatch(database.client)
const claim = async (chatId: string, at = now) => {
  const chat = await dispatchOf().findNext(chatId, at)
  return chat && dispatchOf().claim(chat, at, new Date(at.getTime() + 60_000))
}
const put = (chatId: string, texts: readonly string[], notBefore = now) =>
  putIntoOutbox(database, chatId, texts, { notBefore }, now)

const claimText = async (chatId: string, at = now): Promise<string | null> =>
  (await claim(chatId, at))?.content.text ?? null

/** Claims the oldest message and settles it at once. */
const sendOne = async (chatId: string, outcome: Outcome, at = now): Promise<string | null> => {
  const message = await claim(chatId, at)
  if (message !== null) await dispatchOf().settle(message.id, outcome, at)
  return message?.content.text ?? null
}

const sent: Outcome = { kind: 'sent', externalId: '1' }

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

describe('settling', () => {
  test('keeps the outcomes of many chats apart', async () => {
    const outcomes: readonly Outcome[] = [
      { kind: 'sent', externalId: '11' },
      { kind: 'unknown', failure: 'ETIMEDOUT' },
      { kind: 'retry', at: later(30), failure: 'telegram-429' },
      { kind: 'retry', at: later(40), failure: 'telegram-500', giveUpAfter: 8 },
      { kind: 'failed', failure: 'telegram-400', chatGone: false },
    ]
    const chats = await Promise.all(outcomes.map(() => addChat(database)))
    for (const chatId of chats) await put(chatId, ['một'])
    const dispatch = dispatchOf()
    const found = await Promise.all(chats.map((chatId) => dispatch.findNext(chatId, now)))
    const claims = await Promise.all(found.map((next) => dispatch.claim(next!, now, later(60))))
    await Promise.all(outcomes.map((outcome, index) => dispatch.settle(claims[index]!.id, outcome, later(1))))
    const rows = await Promise.all(
      chats.map((chatId) => database.client.outboundMessage.findFirstOrThrow({ where: { chatId } })),
    )
    expect(rows).toMatchObject([
      { state: 'sent', externalId: '11', failure: null, settledAt: later(1), attempts: 1, claimedUntil: null },
      { state: 'unknown', externalId: null, failure: 'ETIMEDOUT', settledAt: later(1), claimedUntil: null },
      { state: 'pending', notBefore: later(30), failure: 'telegram-429', settledAt: null, attempts: 0 },
      { state: 'pending', notBefore: later(40), failure: 'telegram-500', settledAt: null, attempts: 1 },
      { state: 'failed', failure: 'telegram-400', settledAt: later(1), claimedUntil: null },
    ])
  })

  test('remembers the channel’s own id', async () => {
    const chatId = await addChat(database)
    await put(chatId, ['một'])
    await sendOne(chatId, { kind: 'sent', externalId: '4711' })
    expect(await outcomesIn(database, chatId)).toMatchObject([{ state: 'sent', externalId: '4711' }])
  })

  test('marks a chat that is gone', async () => {
    const chatId = await addChat(database)
    await put(chatId, ['một'])
    await sendOne(chatId, { kind: 'failed', failure: 'telegram-403', chatGone: true })
    expect(await database.client.chat.findUniqueOrThrow({ where: { id: chatId } })).toMatchObject({ blockedAt: now })
  })

  test('follows a group to its new id and sends again there', async () => {
    const chatId = await addChat(database, { kind: 'group', externalId: '-77' })
    await put(chatId, ['một'])
    await sendOne(chatId, { kind: 'migrated', newChatId: '-10077' })
    expect(await claim(chatId)).toMatchObject({ content: { text: 'một' }, chat: { externalId: '-10077' } })
  })

  test('makes one chat of two when somebody wrote in the new group before the news came', async () => {
    const chatId = await addChat(database, { kind: 'group', externalId: '-78' })
    const earlyId = await addChat(database, { kind: 'group', externalId: '-10078' })
    await put(chatId, ['một'])
    await put(earlyId, ['hai'])
    await sendOne(chatId, { kind: 'migrated', newChatId: '-10078' })
    expect(await sendOne(chatId, sent)).toBe('một')
    expect(await claim(chatId)).toMatchObject({ content: { text: 'hai' }, chat: { externalId: '-10078' } })
    expect(await database.client.chat.count({ where: { id: earlyId } })).toBe(0)
  })

  test('comes too late for whoever was given up for dead', async () => {
    const chatId = await addChat(database)
    await put(chatId, ['một', 'hai'])
    const message = await claim(chatId)
    await dispatchOf().releaseStale(later(61))
    await dispatchOf().settle(message!.id, sent, later(62))
    expect(await outcomesIn(database, chatId)).toMatchObject([
      { state: 'unknown', failure: 'sender-died', externalId: null },
      { state: 'pending' },
    ])
  })
})

describe('what a dead sender left behind', () => {
  test('becomes unknown when its claim is over, not before, and the chat goes on', async () => {
    const chatId = await addChat(database)
    await put(chatId, ['một', 'hai'])
    await claim(chatId)
    await dispatchOf().releaseStale(later(60))
    expect(await claimText(chatId, later(60))).toBeNull()
    expect(await dispatchOf().releaseStale(later(61))).toBe(1)
    expect(await dispatchOf().findWaiting(later(61), 1000)).toContain(chatId)
    expect(await claimText(chatId, later(61))).toBe('hai')
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
