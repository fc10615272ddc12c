import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { createCourier, type Sender } from '../../bot/courier.ts'
import { capabilities, channelLimit } from '../../domain/channels.ts'
import { createDispatch } from '../../prisma/dispatch.ts'
import { useTestDatabase } from '../support/database.ts'
import { keepLog } from '../support/log.ts'
import { addChat, outcomesIn, putIntoOutbox } from '../support/outbox.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const { perSecond, privateChat, group } = capabilities.telegram.pace

const database = await useTestDatabase()

/** Couriers on one database that send into a list of moments. */
const begin = (couriers: number, paceFactor: number) => {
  const moments: { readonly chat: string; readonly atMs: number }[] = []
  const sender: Sender = {
    send: ({ chat, id }) => {
      moments.push({ chat: chat.id, atMs: performance.now() })
      return Promise.resolve({ kind: 'sent', externalId: String(id) })
    },
  }
  const options = { dispatch: createDispatch(database.client), senders: { telegram: sender }, now: () => new Date() }
  const all = Array.from({ length: couriers }, () => {
    const courier = createCourier({ ...options, log: keepLog().log, paceFactor })
    closing.push(() => courier.stop())
    return courier
  })
  return { moments, couriers: all }
}

/** A second, to the accuracy of the clocks that it is measured with. */
const secondMs = 998

/** The shortest time in which `count` sends in a row happened. */
const shortest = (moments: readonly number[], count: number): number =>
  Math.min(...moments.slice(count - 1).map((at, index) => at - (moments[index] ?? 0)))

describe('the pace', () => {
  test('in one private chat is about one a second', async () => {
    const { moments, couriers } = begin(1, 1)
    const chatId = await addChat(database)
    await putIntoOutbox(database, chatId, ['một', 'hai', 'ba'])
    couriers[0]?.wake(chatId)
    await couriers[0]?.quiet()
    expect(moments).toHaveLength(3)
    const at = moments.map(({ atMs }) => atMs)
    // Timers and a busy machine are not exact; what Telegram counts must be kept all the same.
    expect(shortest(at, 3)).toBeGreaterThan(2000)
    expect(shortest(at, 3)).toBeLessThan(2 * privateChat + 3000)
  })

  test('over all chats is kept at the moment of sending, however busy the machine is', async () => {
    const { moments, couriers } = begin(1, 1)
    const chats = await Promise.all(Array.from({ length: 40 }, () => addChat(database)))
    for (const chatId of chats) await putIntoOutbox(database, chatId, ['một'])
    for (const chatId of chats) couriers[0]?.wake(chatId)
    const busy = setInterval(() => {
      for (const until = performance.now() + 60; performance.now() < until; );
    }, 90)
    await couriers[0]?.quiet()
    clearInterval(busy)
    const at = moments.map(({ atMs }) => atMs)
    expect(at).toHaveLength(40)
    // Telegram counts the messages of each second. The database keeps moments to the millisecond.
    expect(shortest(at, perSecond + 1)).toBeGreaterThanOrEqual(secondMs)
  })

  test('is shared by several couriers', async () => {
    const { moments, couriers } = begin(3, 1)
    const chats = await Promise.all(Array.from({ length: 45 }, () => addChat(database)))
    for (const chatId of chats) await putIntoOutbox(database, chatId, ['một'])
    for (const [index, chatId] of chats.entries()) couriers[index % 3]?.wake(chatId)
    for (const courier of couriers) await courier.quiet()
    const at = moments.map(({ atMs }) => atMs).toSorted((a, b) => a - b)
    expect(at).toHaveLength(45)
    expect(shortest(at, perSecond + 1)).toBeGreaterThanOrEqual(secondMs)
  })

  test('in a group is shared by its topics', async () => {
    const factor = 0.3
    const { moments, couriers } = begin(1, factor)
    const topics = await Promise.all(
      ['-100/1', '-100/2', '-100'].map((externalId) => addChat(database, { kind: 'group', externalId })),
    )
    for (const chatId of topics) await putIntoOutbox(database, chatId, ['một'])
    for (const chatId of topics) couriers[0]?.wake(chatId)
    await couriers[0]?.quiet()
    const at = moments.map(({ atMs }) => atMs).toSorted((a, b) => a - b)
    expect(at).toHaveLength(3)
    expect(shortest(at, 2)).toBeGreaterThan(group * factor - 200)
  })

  test('is not kept where it is switched off', async () => {
    const { moments, couriers } = begin(1, 0)
    const slots = await database.client.sendSlot.count()
    const chatId = await addChat(database)
    await putIntoOutbox(database, chatId, ['một', 'hai', 'ba'])
    couriers[0]?.wake(chatId)
    await couriers[0]?.quiet()
    expect(moments).toHaveLength(3)
    expect(await database.client.sendSlot.count()).toBe(slots)
  })
})

describe('the silence that a channel asks for', () => {
  /** The chat whose message meets it, and another one; what the second says afterwards. */
  const ask = async (first: Parameters<typeof addChat>[1], second: Parameters<typeof addChat>[1]) => {
    const asking = await addChat(database, first)
    const other = await addChat(database, second)
    const sent: string[] = []
    const sender: Sender = {
      send: ({ chat, id }) => {
        const at = new Date(Date.now() + 3_600_000)
        if (chat.id === asking) return Promise.resolve({ kind: 'retry', at, failure: 'telegram-429', flood: true })
        sent.push(chat.id)
        return Promise.resolve({ kind: 'sent', externalId: String(id) })
      },
    }
    const dispatch = createDispatch(database.client)
    const options = { dispatch, senders: { telegram: sender }, now: () => new Date(), paceFactor: 1 }
    const courier = createCourier({ ...options, log: keepLog().log })
    closing.push(
      () => database.client.sendSlot.deleteMany(),
      () => courier.stop(),
    )
    for (const chatId of [asking, other]) {
      await putIntoOutbox(database, chatId, ['một'])
      courier.wake(chatId)
      await courier.quiet()
    }
    const { freeAt, clock } = await dispatch.takePermit(channelLimit('telegram', 1)!)
    return { sent, other, channelFarMs: freeAt - clock }
  }

  test('is kept as long as it asked for', async () => {
    const { sent, channelFarMs } = await ask({}, {})
    expect(sent).toEqual([])
    expect(channelFarMs).toBeGreaterThan(3_500_000)
  })

  test('of a group is kept by all its topics, and by nobody else', async () => {
    const topics = [{ externalId: '-200/1' }, { externalId: '-200/2' }] as const
    const { sent, channelFarMs } = await ask({ kind: 'group', ...topics[0] }, { kind: 'group', ...topics[1] })
    expect(sent).toEqual([])
    expect(channelFarMs).toBeLessThan(1000)
  })

  test('of a group does not silence other groups', async () => {
    const groups = [{ externalId: '-300/1' }, { externalId: '-301/1' }] as const
    const { sent, other } = await ask({ kind: 'group', ...groups[0] }, { kind: 'group', ...groups[1] })
    expect(sent).toEqual([other])
  })
})

describe('a turn that is far away', () => {
  test('is not waited for: the message stays where it is', async () => {
    const { moments, couriers } = begin(1, 1)
    const chatId = await addChat(database, { externalId: 'far' })
    await database.client.sendSlot.create({ data: { key: 'telegram:far', nextAt: new Date(Date.now() + 60_000) } })
    await putIntoOutbox(database, chatId, ['một'])
    couriers[0]?.wake(chatId)
    await couriers[0]?.quiet()
    expect(moments).toEqual([])
    expect(await outcomesIn(database, chatId)).toMatchObject([{ state: 'pending', failure: null, attempts: 0 }])
  })

  test('holds up nobody when the program stops, and nothing was claimed meanwhile', async () => {
    const { moments, couriers } = begin(1, 1)
    const chatId = await addChat(database, { externalId: 'soon' })
    await database.client.sendSlot.create({ data: { key: 'telegram:soon', nextAt: new Date(Date.now() + 10_000) } })
    await putIntoOutbox(database, chatId, ['một'])
    couriers[0]?.wake(chatId)
    await sleep(500)
    expect(await outcomesIn(database, chatId)).toMatchObject([{ state: 'pending', failure: null }])
    const started = performance.now()
    await couriers[0]?.stop()
    expect(performance.now() - started).toBeLessThan(3000)
    expect(moments).toEqual([])
    expect(await outcomesIn(database, chatId)).toMatchObject([{ state: 'pending', failure: null, attempts: 0 }])
  })
})
