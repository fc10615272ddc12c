import { afterEach, describe, expect, test } from 'vitest'
import { sendTimeoutMs } from '../../bot/courier.ts'
import {
  createProgramDatabase,
  type ProgramDatabase,
  skipReason,
  startProgram,
  testServer,
} from '../support/process.ts'
import { freePort } from '../support/stage.ts'
import { createTelegramEmulator, type TelegramEmulator } from '../support/telegram/emulator.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const names = ['PGlite', 'PostgreSQL'] as const

const begin = async (name: ProgramDatabase['name'], settings: Readonly<Record<string, string>> = {}) => {
  const telegram = await createTelegramEmulator({ limits: false })
  closing.push(() => telegram.close())
  const database = await createProgramDatabase(name)
  closing.push(() => database.drop())
  const start = async () => {
    const program = startProgram(
      {
        ...{ ...database.settings, TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url },
        ...{ SEND_LIMITS: 'false', LOG_LEVEL: 'debug', ...settings },
      },
      await freePort(),
    )
    closing.push(() => program.kill())
    await program.listening()
    return program
  }
  return { telegram, database, start }
}

const states = (database: ProgramDatabase) =>
  database.look(async ({ client }) => ({
    unhandled: await client.inboundEvent.count({ where: { handledAt: null } }),
    messages: (await client.outboundMessage.findMany({ orderBy: { id: 'asc' } })).map(({ state }) => state),
  }))

const sends = (telegram: TelegramEmulator) => telegram.requests.of('sendMessage')

describe.each(names)('SIGTERM on %s', { timeout: 120_000 }, (name) => {
  const skipped = name === 'PostgreSQL' && testServer === undefined
  const titled = (title: string) => (skipped ? `${title} (${skipReason})` : title)

  test.skipIf(skipped)(titled('while messages are handled and sent: what is in hand is finished'), async () => {
    const { telegram, database, start } = await begin(name)
    telegram.faults.add({ fault: { kind: 'delay', ms: 1500 }, method: 'sendMessage' })
    const program = await start()
    const people = Array.from({ length: 12 }, (_, index) => telegram.user(100 + index, 'An'))
    for (const person of people) for (const text of ['một', 'hai', 'ba']) person.send(text)
    await telegram.requests.waitFor(({ method }) => method === 'sendMessage', 30_000)
    const ending = await program.terminate()
    expect(ending).toMatchObject({ code: 0, signal: null })
    const { messages } = await states(database)
    // What was begun is recorded as what it was; the rest waits.
    expect(messages.filter((state) => state === 'sending' || state === 'unknown')).toEqual([])
    expect(messages.filter((state) => state === 'sent')).toHaveLength(sends(telegram).length)

    const again = await start()
    for (const person of people) {
      for (let count = 0; count < 3; count += 1) await person.nextMessage(60_000)
    }
    await again.terminate()
    const after = await states(database)
    expect(after.unhandled).toBe(0)
    expect(after.messages.filter((state) => state !== 'sent')).toEqual([])
    for (const person of people) expect(person.chat.messages).toHaveLength(3)
  })

  test.skipIf(skipped)(titled('while Telegram does not answer: it does not wait for ever'), async () => {
    const { telegram, start } = await begin(name)
    telegram.faults.add({ fault: { kind: 'hang' }, method: 'sendMessage' })
    const program = await start()
    telegram.user(100, 'An').send('một')
    await telegram.requests.waitFor(({ method }) => method === 'sendMessage', 30_000)
    const ending = await program.terminate()
    expect(ending).toMatchObject({ code: 0, signal: null })
    expect(ending.tookMs).toBeLessThan(sendTimeoutMs)
  })

  test.skipIf(skipped)(titled('while Telegram cannot be reached at all: it ends at once'), async () => {
    const { start } = await begin(name, { TELEGRAM_API_ROOT: `http://127.0.0.1:${await freePort()}` })
    const program = await start()
    const ending = await program.terminate()
    expect(ending).toMatchObject({ code: 0, signal: null })
    expect(ending.tookMs).toBeLessThan(sendTimeoutMs)
  })
})
