import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { createCourier } from '../../../bot/courier.ts'
import { createTelegramApi } from '../../../bot/telegram/api.ts'
import { createTelegramSender } from '../../../bot/telegram/sender.ts'
import { createDispatch } from '../../../prisma/dispatch.ts'
import { useTestDatabase } from '../../support/database.ts'
import { keepLog } from '../../support/log.ts'
import { addChat, outcomesIn, putIntoOutbox } from '../../support/outbox.ts'
import { createTelegramEmulator, type TelegramEmulator } from '../../support/telegram/emulator.ts'

// The service counts strictly and in real time: 30 in any second, one a second in a private chat, 20 a minute in a group.

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const database = await useTestDatabase()

const begin = async () => {
  const telegram = await createTelegramEmulator()
  closing.push(() => telegram.close())
  const start = () => {
    const now = () => new Date()
    const sender = createTelegramSender(createTelegramApi(telegram.token, telegram.url), now)
    const dispatch = createDispatch(database.client)
    const courier = createCourier({ dispatch, senders: { telegram: sender }, now, log: keepLog().log, paceFactor: 1 })
    closing.push(() => courier.stop())
    return courier
  }
  return { telegram, start }
}

const addPeople = (telegram: TelegramEmulator, from: number, count: number) =>
  Promise.all(
    Array.from({ length: count }, async (_, index) => {
      telegram.user(from + index, 'Chuyên viên').start()
      return addChat(database, { externalId: String(from + index) })
    }),
  )

const refusals = ({ requests }: TelegramEmulator) => requests.of('sendMessage').filter(({ status }) => status === 429)

const untilSent = async (courier: { quiet(): Promise<void> }, chats: readonly string[]) => {
  const open = () => database.client.outboundMessage.count({ where: { chatId: { in: [...chats] }, settledAt: null } })
  do {
    await courier.quiet()
    await sleep(100)
  } while ((await open()) > 0)
}

describe('within the limits of Telegram', { timeout: 90_000 }, () => {
  test('a broadcast of two processes meets no 429', async () => {
    const { telegram, start } = await begin()
    const couriers = [start(), start()]
    const chats = await addPeople(telegram, 1000, 240)
    for (const chatId of chats) await putIntoOutbox(database, chatId, ['Thông báo'])
    for (const [index, chatId] of chats.entries()) couriers[index % 2]?.wake(chatId)
    for (const courier of couriers) await untilSent(courier, chats)
    expect(refusals(telegram)).toEqual([])
    expect(telegram.requests.of('sendMessage')).toHaveLength(240)
  })

  test('several messages to each of some people meet none either, and keep their order', async () => {
    const { telegram, start } = await begin()
    const couriers = [start(), start()]
    const chats = await addPeople(telegram, 2000, 6)
    for (const chatId of chats) await putIntoOutbox(database, chatId, ['một', 'hai', 'ba'])
    for (const chatId of chats) for (const courier of couriers) courier.wake(chatId)
    for (const courier of couriers) await untilSent(courier, chats)
    expect(refusals(telegram)).toEqual([])
    for (const id of ['2000', '2003']) {
      const sends = telegram.requests.of('sendMessage').filter(({ chat }) => chat === id)
      expect(sends.map(({ params }) => params['text'])).toEqual(['một', 'hai', 'ba'])
    }
  })

  test('a 429 is obeyed: nothing leaves for anybody until the service allows it, then everything does, once', async () => {
    const { telegram, start } = await begin()
    const courier = start()
    telegram.faults.add({
      fault: { kind: 'error', status: 429, description: 'Too Many Requests', retryAfter: 2 },
      ...{ method: 'sendMessage', chat: 3000, times: 1 },
    })
    const [first = '', ...others] = await addPeople(telegram, 3000, 4)
    await putIntoOutbox(database, first, ['một', 'hai'])
    courier.wake(first)
    await courier.quiet()
    for (const chatId of others) await putIntoOutbox(database, chatId, ['một'])
    for (const chatId of others) courier.wake(chatId)
    await untilSent(courier, [first, ...others])
    const [refused, ...after] = telegram.requests.of('sendMessage')
    expect(refused).toMatchObject({ chat: '3000', status: 429 })
    expect(after.filter(({ startedMs }) => startedMs - refused!.startedMs < 2000)).toEqual([])
    expect(after).toHaveLength(5)
    expect((await outcomesIn(database, first)).map(({ state }) => state)).toEqual(['sent', 'sent'])
  })
})
