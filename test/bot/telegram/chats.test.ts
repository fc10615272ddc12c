import { afterEach, describe, expect, test } from 'vitest'
import { openStage, type Stage, until } from '../../support/stage.ts'
import { createTelegramEmulator, type TelegramEmulator, type TelegramOptions } from '../../support/telegram/emulator.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const begin = async (
  options: TelegramOptions = { limits: false },
  settings: Readonly<Record<string, string>> = {},
): Promise<{ readonly telegram: TelegramEmulator; readonly stage: Stage }> => {
  const telegram = await createTelegramEmulator(options)
  closing.push(() => telegram.close())
  const stage = await openStage({ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url, ...settings })
  closing.push(() => stage.close())
  return { telegram, stage }
}

const long = 20_000

/** Says something to the person without being asked, as a reminder would. */
const remind = async ({ app, database }: Stage, externalId: string, text: string): Promise<void> => {
  const chat = await database.client.chat.findFirstOrThrow({ where: { externalId } })
  await app.inTransaction(({ outboxOf }) =>
    outboxOf(chat.workspaceId).add([
      { chatId: chat.id, key: `test:${externalId}:${text}`, kind: 'reminder', text: { text, entities: [] } },
    ]),
  )
}

const outcome = async ({ database }: Stage, text: string) => {
  const rows = await database.client.outboundMessage.findMany({ where: { key: { endsWith: `:${text}` } } })
  return rows[0]?.state
}

describe('a person', { timeout: 90_000 }, () => {
  test('who blocked the bot is left alone, and is heard again by writing', async () => {
    const { telegram, stage } = await begin()
    const person = telegram.user(11, 'An')
    person.send('chào')
    await person.nextMessage(long)
    const isBlocked = async () =>
      (await stage.database.client.chat.findFirstOrThrow({ where: { externalId: '11' } })).blockedAt !== null

    person.block()
    await until('the block is noted', isBlocked)
    person.unblock()
    await until('the return is noted', async () => !(await isBlocked()))

    // Nobody tells the bot of a deactivated account: only the refusal does.
    telegram.faults.add({ fault: { kind: 'error', status: 403 }, method: 'sendMessage', chat: 11, times: 1 })
    await remind(stage, '11', 'nhắc')
    await until('the refusal is noted', isBlocked)
    expect(await outcome(stage, 'nhắc')).toBe('failed')

    person.send('tôi đây')
    await person.nextMessage(long)
    expect(await isBlocked()).toBe(false)
  })

  test('who presses a button sees the spinner stop and the message change', async () => {
    const { telegram, stage } = await begin()
    const person = telegram.user(11, 'An')
    person.start(await stage.invite('official', 'Phòng Nội vụ'))
    await person.nextMessage(long)
    await person.waitUntilQuiet()
    person.send('/ngonngu')
    const asked = await person.chat.waitFor(({ choices }) => choices.includes('English'), long)
    const press = person.press(asked.id, 'English')
    await person.answerTo(press, long)
    await person.chat.waitFor(({ text }) => text.startsWith('✅'), long)
  })

  test('who is told to wait by Telegram gets every message, in order, and not before', async () => {
    const { telegram, stage } = await begin()
    const person = telegram.user(11, 'An')
    person.send('chào')
    await person.nextMessage(long)
    telegram.faults.add({ fault: { kind: 'error', status: 429, retryAfter: 2 }, method: 'sendMessage', times: 1 })
    for (const text of ['một', 'hai', 'ba']) await remind(stage, '11', text)
    for (const text of ['một', 'hai', 'ba']) expect((await person.nextMessage(long)).text).toBe(text)
    const sends = telegram.requests.of('sendMessage')
    const refused = sends.findIndex(({ status }) => status === 429)
    expect(sends[refused + 1]!.startedMs - sends[refused]!.startedMs).toBeGreaterThan(2000)
    expect(sends.filter(({ status }) => status === 429)).toHaveLength(1)
  })

  test('gets what was due during an outage, once it is over', async () => {
    const { telegram, stage } = await begin()
    const person = telegram.user(11, 'An')
    person.send('chào')
    await person.nextMessage(long)
    const outage = telegram.faults.add({ fault: { kind: 'error', status: 502 }, method: 'sendMessage' })
    await remind(stage, '11', 'nhắc')
    await until('an attempt', () => outage.struck > 0)
    outage.remove()
    expect((await person.nextMessage(30_000)).text).toBe('nhắc')
    await until('it is noted', async () => (await outcome(stage, 'nhắc')) === 'sent')
  })
})

describe('a group', { timeout: 90_000 }, () => {
  const joined = async (telegram: TelegramEmulator, stage: Stage) => {
    const person = telegram.user(11, 'Tâm')
    person.start(await stage.invite('coordinator'))
    await person.nextMessage(long)
    await person.waitUntilQuiet()
    return person
  }

  test('that becomes a supergroup goes on under its new id, with one row for both', async () => {
    const { telegram, stage } = await begin()
    const person = await joined(telegram, stage)
    const group = telegram.group(-500, 'Tổ CCHC & <b>', person)
    group.member(person).send('/tuan')
    await group.chat.nextMessage(long)

    const after = group.upgrade(person)
    after.member(person).send('/tuan')
    await after.chat.nextMessage(long)
    await until(
      'both are one',
      async () => (await stage.database.client.chat.count({ where: { kind: 'group' } })) === 1,
    )
    await remind(stage, String(after.id), 'nhắc')
    expect((await after.chat.nextMessage(long)).text).toBe('nhắc')
    await telegram.quiet()
    const rows = await stage.database.client.chat.findMany({ where: { kind: 'group' } })
    expect(rows).toMatchObject([
      { externalId: String(after.id), title: 'Tổ CCHC & <b>', workspaceId: stage.workspace.id },
    ])
  })

  test('that moved without the bot hearing of it is followed when a message is refused', async () => {
    const { telegram, stage } = await begin()
    const person = await joined(telegram, stage)
    const group = telegram.group(-500, 'Tổ CCHC', person)
    group.member(person).send('/tuan')
    await group.chat.nextMessage(long)
    const repair = await stage.breakInbox()
    const after = group.upgrade(person)
    await remind(stage, '-500', 'nhắc')
    expect((await after.chat.nextMessage(long)).text).toBe('nhắc')
    await repair()
    await until('the news is handled', () => telegram.pendingUpdates === 0)
    await telegram.quiet()
    const rows = await stage.database.client.chat.findMany({ where: { kind: 'group' } })
    expect(rows).toMatchObject([{ externalId: String(after.id), workspaceId: stage.workspace.id }])
  })

  test('is answered in the topic in which it was asked', async () => {
    const { telegram, stage } = await begin()
    const person = await joined(telegram, stage)
    const group = telegram.group(-500, 'Tổ CCHC', person).upgrade(person)
    const topic = group.topic('Tuần này', person)
    group.member(person, topic).send('/tuan')
    expect((await group.chat.nextMessage(long)).threadId).toBe(topic)
    group.member(person).send('/tuan')
    expect((await group.chat.nextMessage(long)).threadId).toBeNull()
  })
})

test('a burst of 60 messages to 30 chats gets not one refusal', { timeout: 120_000 }, async () => {
  const { telegram } = await begin({}, { SEND_LIMITS: 'true' })
  const people = Array.from({ length: 30 }, (_, index) => telegram.user(200 + index, `Người ${index}`))
  for (const person of people) {
    person.send('một')
    person.send('hai')
  }
  for (const person of people) for (let count = 0; count < 2; count += 1) await person.nextMessage(60_000)
  await telegram.quiet()
  const sends = telegram.requests.of('sendMessage')
  expect(sends).toHaveLength(60)
  expect(sends.filter(({ status }) => status !== 200)).toEqual([])
})
