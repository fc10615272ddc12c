import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { createCourier, type Sender } from '../../bot/courier.ts'
import { capabilities } from '../../domain/channels.ts'
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
