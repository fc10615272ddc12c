import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Outcome } from '../../domain/ports/messages.ts'
import type { Database } from '../../prisma/database.ts'
import { createDispatch } from '../../prisma/dispatch.ts'
import { openTestDatabase } from '../support/database.ts'
import { addChat, outcomesIn, putIntoOutbox } from '../support/outbox.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

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
