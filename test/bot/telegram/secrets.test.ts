import { inspect } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { createTelegramApi } from '../../../bot/telegram/api.ts'
import type { Fault } from '../../support/emulator/faults.ts'
import { freePort, openStage, until } from '../../support/stage.ts'
import { createTelegramEmulator } from '../../support/telegram/emulator.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const faults: readonly Fault[] = [
  ...[400, 401, 403, 404, 409, 429, 500, 502].map((status) => ({ kind: 'error' as const, status })),
  ...([{ kind: 'html' }, { kind: 'empty' }, { kind: 'half' }, { kind: 'cut' }, { kind: 'hang' }] as const),
  { kind: 'reset', effect: 'none' },
]

/** The ways in which a token could be written down. */
const formsOf = (token: string): readonly string[] => {
  const secretPart = token.split(':')[1] ?? token
  return [token, encodeURIComponent(token), encodeURIComponent(token).toLowerCase(), secretPart]
}

test('no error of the Bot API carries the token, whatever went wrong', { timeout: 60_000 }, async () => {
  const telegram = await createTelegramEmulator({ limits: false })
  closing.push(() => telegram.close())
  const closed = createTelegramApi(telegram.token, `http://127.0.0.1:${await freePort()}`)
  const api = createTelegramApi(telegram.token, telegram.url)
  const errors: unknown[] = [await closed.getMe().catch((error: unknown) => error)]
  for (const fault of faults) {
    telegram.faults.add({ fault, method: 'sendMessage', times: 1 })
    const signal = AbortSignal.timeout(700) as unknown as NonNullable<Parameters<typeof api.getMe>[0]>
    errors.push(await api.sendMessage(1, 'x', {}, signal).catch((error: unknown) => error))
  }
  expect(errors).toHaveLength(faults.length + 1)
  for (const error of errors) {
    expect(error).toBeInstanceOf(Error)
    const seen = inspect(error, { depth: 20, showHidden: true, getters: true })
    for (const form of formsOf(telegram.token)) expect(seen).not.toContain(form)
  }
})

test('no line of the log carries a secret, at the finest level and whatever goes wrong', {
  timeout: 90_000,
}, async () => {
  const token = '7000000001:AA-Token_ThatMustNotBeSeen_0123456789'
  const secret = 'Webhook-Secret_0123'
  const telegram = await createTelegramEmulator({ limits: false, token })
  closing.push(() => telegram.close())
  for (const fault of faults) {
    if (fault.kind !== 'hang' && fault.kind !== 'cut') telegram.faults.add({ fault, method: 'sendMessage', times: 1 })
  }
  telegram.faults.add({ fault: { kind: 'html' }, method: 'getUpdates', times: 1 })
  const stage = await openStage({
    ...{ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.url, LOG_LEVEL: 'debug' },
    ...{ ZALO_BOT_TOKEN: '44:zalo-token', ZALO_API_ROOT: telegram.url, ZALO_WEBHOOK_SECRET: secret },
  })
  closing.push(() => stage.close())
  for (let id = 300; id < 320; id += 1) telegram.user(id, 'An').send('chào')
  await until('all sent or given up', async () => {
    const rows = await stage.database.client.outboundMessage.findMany()
    return (
      rows.length === 20 && rows.every(({ state, failure }) => state !== 'sending' && (failure ?? state) !== 'pending')
    )
  })
  // As bad as it gets: an error that has everything in it.
  stage.log.log.error({ err: new Error(`POST https://x/bot${token}/m ${encodeURIComponent(token)} ${secret}`) }, token)
  const text = stage.log.text()
  expect(text).toContain('message settled')
  expect(text).toContain('[secret]')
  for (const form of [...formsOf(token), encodeURI(token), secret, 'zalo-token']) expect(text).not.toContain(form)
})

test('with a wrong token the log says what to do in one line, and the rest of the program works', {
  timeout: 60_000,
}, async () => {
  const telegram = await createTelegramEmulator({ limits: false })
  closing.push(() => telegram.close())
  const stage = await openStage({ TELEGRAM_BOT_TOKEN: '7000000001:wrong', TELEGRAM_API_ROOT: telegram.url })
  closing.push(() => stage.close())
  await until('the advice', () => stage.log.said('error').length > 0)
  expect(stage.log.said('error')).toEqual(['Telegram could not be reached'])
  expect(stage.log.text()).toContain('Telegram refuses TELEGRAM_BOT_TOKEN: get the current one from @BotFather')
  expect((await fetch(`http://localhost:${stage.app.port}/`)).status).toBe(200)
  expect(stage.log.said('error')).toHaveLength(1)
})
