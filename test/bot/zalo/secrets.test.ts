import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { createZaloClient } from '../../../bot/zalo/client.ts'
import type { Fault } from '../../support/emulator/faults.ts'
import { freePort, until } from '../../support/stage.ts'
import { begin } from './zalo-stage.ts'

test('with a wrong token the log says what to do in one line, and the web page works', async () => {
  const { zalo, stage } = await begin({}, { ZALO_BOT_TOKEN: '44:sai' })
  await zalo.requests.waitFor(() => true)
  await until('the advice', () => stage.log.said('error').length > 0)
  expect(stage.log.said('error')).toEqual(['Zalo could not be reached'])
  expect(stage.log.text()).toContain('Zalo refuses ZALO_BOT_TOKEN: get the current one from the Zalo Bot page')
  expect((await fetch(`http://localhost:${stage.app.port}/`)).status).toBe(200)
})

test('no error of the Bot Platform and no line of the log carries the token', { timeout: 90_000 }, async () => {
  const { zalo, stage } = await begin({}, { LOG_LEVEL: 'debug' })
  const forms = [zalo.token, encodeURIComponent(zalo.token), 'EmulatedZaloTokenForTestsOnly']
  const faults: readonly Fault[] = [
    ...[400, 401, 403, 404, 408, 429, 500].map((status) => ({ kind: 'error' as const, status })),
    ...([{ kind: 'html' }, { kind: 'empty' }, { kind: 'half' }, { kind: 'cut' }, { kind: 'hang' }] as const),
    { kind: 'reset', effect: 'none' },
  ]
  const clients = [
    createZaloClient(zalo.token, zalo.url),
    createZaloClient(zalo.token, `http://127.0.0.1:${await freePort()}`),
  ]
  for (const client of clients) {
    for (const fault of faults) {
      zalo.faults.add({ fault, method: 'sendMessage', times: 1 })
      const error: unknown = await client
        .call('sendMessage', { chat_id: 'x' }, { timeoutMs: 500 })
        .catch((e: unknown) => e)
      expect(error).toBeInstanceOf(Error)
      stage.log.log.error({ err: error }, 'seen')
      const seen = inspect(error, { depth: 20, showHidden: true, getters: true })
      for (const form of forms) expect(seen).not.toContain(form)
    }
    zalo.faults.clear()
  }
  for (const form of forms) expect(stage.log.text()).not.toContain(form)
})
