import { afterEach, describe, expect, test } from 'vitest'
import {
  createProgramDatabase,
  type ProgramDatabase,
  skipReason,
  startProgram,
  testServer,
} from '../support/process.ts'
import { freePort, until } from '../support/stage.ts'
import { createTelegramEmulator } from '../support/telegram/emulator.ts'
import { createZaloEmulator } from '../support/zalo/emulator.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** The ways in which a secret could be written down. */
const formsOf = (secret: string): readonly string[] => [
  ...new Set([
    secret,
    encodeURIComponent(secret),
    encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
    secret.split(':').at(-1) ?? secret,
  ]),
]

describe.each(['PGlite', 'PostgreSQL'] as const)('on %s', { timeout: 120_000 }, (name) => {
  const skipped = name === 'PostgreSQL' && testServer === undefined
  const title = 'nothing the program says holds a secret, at the finest level and in all kinds of trouble'
  test.skipIf(skipped)(skipped ? `${title} (${skipReason})` : title, () => makeTrouble(name))
})

const makeTrouble = async (name: ProgramDatabase['name']): Promise<void> => {
  const telegram = await createTelegramEmulator({
    limits: false,
    token: '7000000001:AA-TelegramTokenThatMustNotBeSeen',
  })
  closing.push(() => telegram.close())
  const zalo = await createZaloEmulator({ token: '44591839:ZaloTokenThatMustNotBeSeen' })
  closing.push(() => zalo.close())
  const database = await createProgramDatabase(name)
  closing.push(() => database.drop())
  // The server of the tests takes any password; what counts is that it is in the address.
  const { DATABASE_URL, ...rest } = database.settings
  const password = 'PasswordThatMustNotBeSeen'
  const url = DATABASE_URL === undefined ? null : Object.assign(new URL(DATABASE_URL), { password }).href
  const program = startProgram(
    {
      ...{ ...rest, ...(url === null ? {} : { DATABASE_URL: url }), LOG_LEVEL: 'debug', SEND_LIMITS: 'false' },
      ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url },
      ...{ ZALO_BOT_TOKEN: zalo.token, ZALO_API_ROOT: zalo.url },
    },
    await freePort(),
  )
  closing.push(() => program.kill())
  await program.listening()

  for (const service of [telegram, zalo]) {
    for (const kind of ['html', 'half', 'empty'] as const) {
      service.faults.add({ fault: { kind, effect: 'none' }, method: 'getUpdates', times: 1 })
      service.faults.add({ fault: { kind }, method: 'sendMessage', times: 1 })
    }
    service.faults.add({ fault: { kind: 'error', status: 401 }, method: 'sendMessage', times: 1 })
    service.faults.add({ fault: { kind: 'reset', effect: 'none' }, method: 'sendMessage', times: 1 })
  }
  for (let count = 0; count < 8; count += 1) {
    telegram.user(100 + count, 'An').send('chào')
    zalo.user(`u${count}`, 'An').send('chào')
  }
  const settled = () => program.stdout().match(/message settled/g)?.length ?? 0
  await until('everybody was answered, or not', () => settled() >= 16, 60_000)
  await telegram.close()
  await zalo.close()
  await until('both are missed', () => /Telegram could|from Telegram/.test(program.stdout()), 30_000)
  await program.terminate()

  const said = `${program.stdout()}${program.stderr()}`
  expect(said).toContain('Zalo updates could not be fetched')
  for (const secret of [telegram.token, zalo.token, password]) {
    for (const form of formsOf(secret)) expect(said).not.toContain(form)
  }
}
