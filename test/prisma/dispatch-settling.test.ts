import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../domain/ports/messages.ts'
import { addPerson, createTestWorkspace } from '../support/builders.ts'
import { addChat, outcomesIn, putIntoOutbox } from '../support/outbox.ts'
import { later, now, sent, useDispatch } from './dispatch-stage.ts'

const { database, dispatchOf, put, claim, claimText, sendOne } = await useDispatch()

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

describe('a chat that refuses everything', () => {
  const refused: Outcome = { kind: 'failed', failure: 'telegram-400', chatGone: false }
  /** Somebody to whom this is said: what becomes of the next message, and their chat. */
  const tell = async (texts: readonly string[]) => {
    const workspace = await createTestWorkspace(database)
    const { id: personId, chatId } = await addPerson(database, workspace)
    await putIntoOutbox(database, chatId, texts, { personId }, now, workspace.id)
    return {
      meets: async (outcome: Outcome) => expect(await sendOne(chatId, outcome)).not.toBeNull(),
      chat: () => database.client.chat.findUniqueOrThrow({ where: { id: chatId } }),
    }
  }

  test('is left alone after three in a row', async () => {
    const { meets, chat } = await tell(['một', 'hai', 'ba'])
    for (const expected of [null, null, 'refused']) {
      await meets(refused)
      expect((await chat()).blockedReason).toBe(expected)
    }
  })

  test.each(['telegram-502', 'zalo-403', 'zalo-500'])('is not, when the service is ill: %s', async (failure) => {
    const ill: Outcome = { kind: 'failed', failure, chatGone: false }
    const { meets, chat } = await tell(['một', 'hai', 'ba', 'bốn', 'năm', 'sáu'])
    for (const outcome of [ill, ill, ill, refused, refused, ill]) await meets(outcome)
    expect((await chat()).blockedAt).toBeNull()
  })

  test('is left alone although the service was ill in between', async () => {
    const ill: Outcome = { kind: 'failed', failure: 'telegram-502', chatGone: false }
    const { meets, chat } = await tell(['một', 'hai', 'ba', 'bốn', 'năm'])
    for (const outcome of [refused, refused, ill, refused]) await meets(outcome)
    expect((await chat()).blockedReason).toBe('refused')
  })

  test('is not, when one was taken in between', async () => {
    const { meets, chat } = await tell(['một', 'hai', 'ba', 'bốn'])
    for (const outcome of [refused, refused, sent, refused]) await meets(outcome)
    expect((await chat()).blockedAt).toBeNull()
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
