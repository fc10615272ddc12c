import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Incoming } from '../../domain/incoming.ts'
import { countAttempt, createInbox, createInboxTurn, findUnhandledChats, peekEvent } from '../../prisma/inbox.ts'
import { useTestDatabase } from '../support/database.ts'

const database = await useTestDatabase()

const now = new Date('2026-03-02T02:00:00Z')

const incoming = (changes: Partial<Incoming> = {}): Incoming => ({
  channel: 'telegram',
  externalId: randomUUID(),
  chat: { id: randomUUID(), kind: 'private', title: '' },
  sender: { id: 'u1', name: 'An' },
  sentAt: '2026-03-02T02:00:00.000Z',
  body: { kind: 'text', text: 'xong rồi' },
  ...changes,
})

const inbox = (woken: string[] = []) =>
  createInbox(database.client, () => ({
    handle: (keys) => {
      woken.push(...keys)
      return Promise.resolve()
    },
  }))

/** The lane of a chat, across channels. */
const chatKeyOf = ({ channel, chat }: Incoming): string => `${channel}:${chat.id}`

const waitingIn = (event: Incoming) => peekEvent(database.client, chatKeyOf(event))

describe('receiving', () => {
  test('stores an event as it came, and wakes its chat', async () => {
    const woken: string[] = []
    const event = incoming({ replyTo: '7', body: { kind: 'button', action: 'ack:1', messageId: '7' } })
    expect(await inbox(woken).receive(event, now)).toBe(true)
    expect(woken).toEqual([chatKeyOf(event)])
    expect(await waitingIn(event)).toMatchObject({ incoming: event, attempts: 0 })
  })

  test('drops what comes twice, even at the same moment, and wakes nobody for it', async () => {
    const woken: string[] = []
    const event = incoming()
    const results = await Promise.all(Array.from({ length: 8 }, () => inbox(woken).receive(event, now)))
    expect(results.filter((isNew) => isNew)).toHaveLength(1)
    expect(woken).toHaveLength(1)
    expect(await database.client.inboundEvent.count({ where: { externalId: event.externalId } })).toBe(1)
  })

  test('takes the same number from two channels for two events', async () => {
    const event = incoming()
    expect(await inbox().receive(event, now)).toBe(true)
    expect(await inbox().receive({ ...event, channel: 'zalo' }, now)).toBe(true)
  })

  test('stores nothing when the wake-up cannot be stored: it will be handed out again', async () => {
    const event = incoming()
    const broken = createInbox(database.client, () => ({ handle: () => Promise.reject(new Error('no queue')) }))
    await expect(broken.receive(event, now)).rejects.toThrow('no queue')
    expect(await waitingIn(event)).toBeNull()
    expect(await inbox().receive(event, now)).toBe(true)
  })

  test('takes what no database could store as it is', async () => {
    const event = incoming({
      chat: { id: `${randomUUID()}\0`, kind: 'group', title: 'Tổ \uDC00 1' },
      body: { kind: 'text', text: 'a\0b \uD83D c 😀' },
    })
    expect(await inbox().receive(event, now)).toBe(true)
    const stored = await peekEvent(database.client, chatKeyOf(event).replace('\0', ''))
    expect(stored?.incoming).toMatchObject({ chat: { title: 'Tổ \uFFFD 1' }, body: { text: 'ab \uFFFD c 😀' } })
  })
})

describe('taking an event', () => {
  const receiveTwo = async () => {
    const first = incoming()
    const second = incoming({ chat: first.chat, body: { kind: 'text', text: 'hai' } })
    await inbox().receive(first, now)
    await inbox().receive(second, now)
    return { first, second, chatKey: chatKeyOf(first) }
  }

  test('gives the oldest of a chat, and the next once it is marked', async () => {
    const { first, second, chatKey } = await receiveTwo()
    await database.client.$transaction(async (tx) => {
      const turn = createInboxTurn(tx)
      const event = await turn.takeEvent(chatKey)
      expect(event?.incoming).toEqual(first)
      await turn.markHandled({ id: event!.id, workspaceId: null }, now)
      expect((await turn.takeEvent(chatKey))?.incoming).toEqual(second)
    })
  })

  test('gives it again when what was done with it is undone', async () => {
    const { first, chatKey } = await receiveTwo()
    const doomed = database.client.$transaction(async (tx) => {
      const turn = createInboxTurn(tx)
      await turn.markHandled({ id: (await turn.takeEvent(chatKey))!.id, workspaceId: null }, now)
      throw new Error('hỏng')
    })
    await expect(doomed).rejects.toThrow('hỏng')
    expect((await waitingIn(first))?.incoming).toEqual(first)
  })

  test('waits while somebody else handles the chat, and then sees what they did', async () => {
    const { second, chatKey } = await receiveTwo()
    const order: string[] = []
    const handle = (name: string, pauseMs: number) =>
      database.client.$transaction(async (tx) => {
        const turn = createInboxTurn(tx)
        const event = await turn.takeEvent(chatKey)
        order.push(`${name} takes ${event?.incoming.body.kind === 'text' ? event.incoming.body.text : ''}`)
        await sleep(pauseMs)
        await turn.markHandled({ id: event!.id, workspaceId: null }, now)
      })
    await Promise.all([handle('a', 100), sleep(30).then(() => handle('b', 0))])
    expect(order).toEqual(['a takes xong rồi', 'b takes hai'])
    expect(await waitingIn(second)).toBeNull()
  })

  test('counts attempts, and keeps why it was given up', async () => {
    const { first, chatKey } = await receiveTwo()
    const { id } = (await waitingIn(first))!
    expect(await countAttempt(database.client, id)).toBe(1)
    expect(await countAttempt(database.client, id)).toBe(2)
    await database.client.$transaction((tx) =>
      createInboxTurn(tx).markHandled({ id, workspaceId: null, failure: 'internal' }, now),
    )
    expect(await database.client.inboundEvent.findUnique({ where: { id } })).toMatchObject({
      ...{ attempts: 2, failure: 'internal', handledAt: now },
    })
    expect((await peekEvent(database.client, chatKey))?.id).not.toBe(id)
  })
})

describe('the chat of an event', () => {
  const open = (event: Incoming) => database.client.$transaction((tx) => createInboxTurn(tx).openChat(event))
  const row = (id: string) => database.client.chat.findUniqueOrThrow({ where: { id } })

  test('is made once, and its title kept up to date', async () => {
    const event = incoming({ chat: { id: randomUUID(), kind: 'group', title: 'Tổ CCHC' } })
    const first = await open(event)
    const second = await open({ ...event, chat: { ...event.chat, title: 'Tổ <b>mới</b>' } })
    expect(second.id).toBe(first.id)
    expect(second).toMatchObject({ kind: 'group', title: 'Tổ <b>mới</b>', workspaceId: null })
  })

  test('is one row although many open it at once', async () => {
    const event = incoming()
    const chats = await Promise.all(Array.from({ length: 6 }, () => open(event).catch(() => null)))
    expect(new Set(chats.flatMap((chat) => chat?.id ?? [])).size).toBe(1)
  })

  test('can be written to again once somebody writes there', async () => {
    const event = incoming()
    const { id } = await open(event)
    await database.client.$transaction((tx) => createInboxTurn(tx).setBlocked(id, now))
    expect((await row(id)).blockedAt).toEqual(now)
    await open(event)
    expect((await row(id)).blockedAt).toBeNull()
  })
})

test('chats with something unhandled are found, each once', async () => {
  const event = incoming()
  await inbox().receive(event, now)
  await inbox().receive(incoming({ chat: event.chat }), now)
  const found = await findUnhandledChats(database.client)
  expect(found.filter((key) => key === chatKeyOf(event))).toHaveLength(1)
})
