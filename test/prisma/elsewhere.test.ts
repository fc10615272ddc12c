import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Channel } from '../../domain/incoming.ts'
import type { Outgoing } from '../../domain/message.ts'
import type { Outcome } from '../../domain/ports/messages.ts'
import { createDispatch } from '../../prisma/dispatch.ts'
import { addPerson, createTestWorkspace, type TestPerson, type TestWorkspace, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { putIntoOutbox } from '../support/outbox.ts'

const now = new Date('2026-03-02T02:00:00Z')
const database = await useTestDatabase()
let workspace: TestWorkspace
let person: TestPerson
beforeAll(async () => {
  workspace = await createTestWorkspace(database)
})
beforeEach(async () => {
  person = await addPerson(database, workspace)
})

const link = async (channel: Channel, who = person): Promise<string> => {
  const externalId = `${channel} ${who.id}`
  const chat = await database.client.chat.create({ data: { channel, externalId, kind: 'private' } })
  await within(database, workspace.id, ({ people }) => people.linkAccount(who.id, channel, externalId, chat.id))
  return chat.id
}
const say = (chatId: string, texts: readonly string[], more: Partial<Outgoing> = {}) =>
  putIntoOutbox(database, chatId, texts, { personId: person.id, ...more }, now, workspace.id)
/** The next message of a chat meets this outcome; what settling it says. */
const meets = async (chatId: string, outcome: Outcome): Promise<string | null> => {
  const dispatch = createDispatch(database.client)
  const chat = await dispatch.findNext(chatId, now)
  const message = await dispatch.claim(chat!, now, new Date(now.getTime() + 60_000))
  return dispatch.settle(message!.id, outcome, now)
}
const rows = (chatId: string) => database.client.outboundMessage.findMany({ where: { chatId }, orderBy: { id: 'asc' } })
const chat = (id: string) => database.client.chat.findUniqueOrThrow({ where: { id } })

const blocked: Outcome = { kind: 'failed', failure: 'telegram-403', chatGone: true }
const refused: Outcome = { kind: 'failed', failure: 'telegram-400', chatGone: false }

describe('what cannot be said in a chat', () => {
  test('is said on the person’s other channel, with all that waits, in order and under the same keys', async () => {
    const zalo = await link('zalo')
    await say(person.chatId, ['một', 'hai', 'ba'])
    expect(await meets(person.chatId, blocked)).toBe(zalo)
    const moved = await rows(zalo)
    expect(moved.map(({ key, state, channel }) => [key, state, channel])).toEqual(
      ['một', 'hai', 'ba'].map((text) => [`${person.chatId} ${text}`, 'pending', 'zalo']),
    )
    expect(await rows(person.chatId)).toMatchObject([
      { state: 'failed', failure: 'telegram-403', movedTo: 'zalo' },
      { state: 'failed', failure: 'telegram-403', movedTo: 'zalo' },
      { state: 'failed', failure: 'telegram-403', movedTo: 'zalo' },
    ])
    expect(await chat(person.chatId)).toMatchObject({ blockedAt: now, blockedReason: 'blocked' })
  })

  describe('and is so long that it has several parts on both channels', () => {
    const buttons = [[{ label: 'Đã nhận', action: 'ack:1' }]]
    const words = Array.from({ length: 1500 }, (_, index) => `việc-${index}`)
    /** Everything that a chat says, as one text; the order is that of the rows. */
    const read = async (chatId: string) =>
      (await rows(chatId)).map(({ content }) => (content as { text: string }).text).join(' ')
    const sayLong = () => say(person.chatId, [words.join(' ')], { key: `dài ${person.id}`, buttons })

    test('all of it is said there once, in order, before what was said after it', async () => {
      const zalo = await link('zalo')
      await sayLong()
      await say(person.chatId, ['sau cùng'])
      expect(await rows(person.chatId)).toHaveLength(5)
      expect(await meets(person.chatId, blocked)).toBe(zalo)
      const moved = await rows(zalo)
      expect(await read(zalo)).toBe(`${words.join(' ')}\n\n1. Đã nhận sau cùng`)
      const parts = moved.slice(0, -1).map(({ key }) => key)
      expect(parts).toEqual(parts.map((_, at) => (at === 0 ? `dài ${person.id}` : `dài ${person.id}#${at + 1}`)))
      expect(parts.length).toBeGreaterThan(4)
      for (const row of await rows(person.chatId)) expect(row).toMatchObject({ state: 'failed', movedTo: 'zalo' })
      expect(await chat(person.chatId)).toMatchObject({ blockedAt: now, blockedReason: 'blocked' })
      for (const { key } of moved) {
        const dispatch = createDispatch(database.client)
        const next = await dispatch.findNext(zalo, now)
        expect(next!.message.key).toBe(key)
        await dispatch.claim(next!, now, new Date(now.getTime() + 60_000))
        await dispatch.settle(next!.message.id, { kind: 'sent', externalId: key }, now)
      }
      const pending = { settledAt: null, chatId: { in: [zalo, person.chatId] } }
      expect(await database.client.outboundMessage.count({ where: pending })).toBe(0)
    })

    test('the rest follows the part that was refused; what was taken before is not said again', async () => {
      const zalo = await link('zalo')
      await sayLong()
      await say(person.chatId, ['sau cùng'])
      await meets(person.chatId, { kind: 'sent', externalId: '1' })
      const [taken] = await rows(person.chatId)
      await meets(person.chatId, refused)
      const said = (taken!.content as { text: string }).text
      expect(`${said} ${await read(zalo)}`).toBe(`${words.join(' ')}\n\n1. Đã nhận`)
      expect((await rows(zalo))[0]!.key).toBe(`dài ${person.id}#2`)
      expect((await rows(person.chatId)).map(({ state }) => state)).toEqual([
        ...['sent', 'failed', 'failed', 'failed', 'pending'],
      ])
      // One refusal, however many parts went with it.
      await meets(person.chatId, refused)
      expect(await chat(person.chatId)).toMatchObject({ blockedAt: null })
    })

    test('a part that was withdrawn meanwhile stays as it is', async () => {
      const zalo = await link('zalo')
      await sayLong()
      const withdrawn = { key: `dài ${person.id}#2` }
      await database.client.outboundMessage.update({
        where: withdrawn,
        data: { state: 'failed', failure: 'withdrawn', settledAt: now },
      })
      expect(await meets(person.chatId, blocked)).toBe(zalo)
      expect(await database.client.outboundMessage.findUniqueOrThrow({ where: withdrawn })).toMatchObject({
        ...{ chatId: person.chatId, failure: 'withdrawn' },
      })
    })
  })

  test('has its buttons as numbers where there are none, with the line that explains them', async () => {
    const zalo = await link('zalo')
    const buttons = [
      [
        { label: 'Đã nhận', action: 'ack:1' },
        { label: 'Xong', action: 'done:1' },
      ],
    ]
    await say(person.chatId, ['một'], { buttons, choiceHint: 'Trả lời bằng số để chọn.' })
    await meets(person.chatId, blocked)
    const [row] = await rows(zalo)
    expect(row!.content).toMatchObject({
      text: 'một\n\n1. Đã nhận\n2. Xong\nTrả lời bằng số để chọn.',
      choices: ['ack:1', 'done:1'],
      buttons: [],
    })
  })

  test('keeps its numbers where it was numbered before', async () => {
    const other = await addPerson(database, workspace, { channel: 'zalo' })
    const telegram = await link('telegram', other)
    await say(other.chatId, ['một'], { personId: other.id, buttons: [[{ label: 'Xong', action: 'done:1' }]] })
    await meets(other.chatId, { kind: 'failed', failure: 'zalo-400', chatGone: false })
    expect((await rows(telegram))[0]!.content).toMatchObject({ text: 'một\n\n1. Xong', choices: ['done:1'] })
  })

  test('goes to a messenger before the web page', async () => {
    const zalo = await link('zalo')
    await link('web')
    await say(person.chatId, ['một'])
    expect(await meets(person.chatId, blocked)).toBe(zalo)
  })

  test('does not go where the person cannot be reached either, and does not go round in circles', async () => {
    const zalo = await link('zalo')
    await say(person.chatId, ['một'])
    await meets(person.chatId, blocked)
    expect(await meets(zalo, { kind: 'failed', failure: 'zalo-400', chatGone: false })).toBeNull()
    expect(await rows(zalo)).toMatchObject([{ state: 'failed', failure: 'zalo-400', movedTo: null }])
  })

  test('fails where there is no other channel; the rest is tried in its turn', async () => {
    await say(person.chatId, ['một', 'hai'])
    expect(await meets(person.chatId, blocked)).toBeNull()
    expect(await rows(person.chatId)).toMatchObject([{ state: 'failed', movedTo: null }, { state: 'pending' }])
  })

  test('leaves the other messages where they are when it was only that one', async () => {
    await link('zalo')
    await say(person.chatId, ['một', 'hai'])
    await meets(person.chatId, refused)
    expect(await rows(person.chatId)).toMatchObject([{ movedTo: 'zalo' }, { state: 'pending' }])
    expect(await chat(person.chatId)).toMatchObject({ blockedAt: null })
  })

  test('is never said elsewhere when it may have arrived', async () => {
    const zalo = await link('zalo')
    await say(person.chatId, ['một'])
    expect(await meets(person.chatId, { kind: 'unknown', failure: 'ETIMEDOUT' })).toBeNull()
    expect(await rows(zalo)).toEqual([])
  })
})
