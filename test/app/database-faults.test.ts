import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import type { Database } from '../../prisma/database.ts'
import { gatherCrowd, type Talker } from '../support/crowd.ts'
import { seededRandom } from '../support/emulator/random.ts'
import { createProgramDatabase, skipReason, startProgram, testServer } from '../support/process.ts'
import { endConnections } from '../support/server-database.ts'
import { freePort, until } from '../support/stage.ts'
import { createTcpProxy } from '../support/tcp-proxy.ts'
import { createTelegramEmulator } from '../support/telegram/emulator.ts'
import { createZaloEmulator } from '../support/zalo/emulator.ts'

// The program as it is, with its PostgreSQL behind a way that can be cut, held up and closed, while people on Telegram
// and Zalo go on talking by webhook.

const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000)

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const secret = 'a-very-secret-secret'

const begin = async () => {
  const telegram = await createTelegramEmulator({ limits: false, allowLoopbackWebhook: true, webhookRetryMs: 50, seed })
  closing.push(() => telegram.close())
  const zalo = await createZaloEmulator({
    ...{ allowLoopbackWebhook: true, webhookRetries: 10_000, webhookRetryMs: 150, monthlyQuota: 1_000_000, seed },
  })
  closing.push(() => zalo.close())
  const database = await createProgramDatabase('PostgreSQL')
  closing.push(() => database.drop())
  const address = new URL(database.settings['DATABASE_URL'] ?? '')
  const name = address.pathname.slice(1)
  const proxy = await createTcpProxy({ host: address.hostname, port: Number(address.port || 5432) })
  closing.push(() => proxy.close())
  address.hostname = '127.0.0.1'
  address.port = String(proxy.port)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const talk = await gatherCrowd(database, { telegram, zalo }, { onTelegram: 4, onZalo: 2 }, seed)
  const program = startProgram(
    {
      ...{ ...database.settings, DATABASE_URL: address.href, PUBLIC_URL: url, SEND_LIMITS: 'false' },
      ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url, TELEGRAM_WEBHOOK_SECRET: secret },
      ...{ ZALO_BOT_TOKEN: zalo.token, ZALO_API_ROOT: zalo.url, ZALO_WEBHOOK_SECRET: secret, LOG_LEVEL: 'error' },
    },
    port,
  )
  closing.push(() => program.kill())
  void program.ended.then(({ code }) => {
    if (code !== 0 && code !== null)
      process.stderr.write(`the program died: ${program.stdout().slice(-4000)}\n${program.stderr().slice(-2000)}\n`)
  })
  await program.listening()
  await telegram.requests.waitFor(({ method, status }) => method === 'setWebhook' && status === 200, 20_000)
  await zalo.requests.waitFor(({ method, status }) => method === 'setWebhook' && status === 200, 20_000)
  return { telegram, zalo, database, name, proxy, program, url, crowd: talk() }
}

type Stage = Awaited<ReturnType<typeof begin>>

/** As Telegram brings one: a message of somebody who is unknown. */
const postUpdate = (url: string): Promise<Response> => {
  const who = { id: 4711, first_name: 'Ai', is_bot: false }
  const message = { message_id: 1, date: 1_700_000_000, chat: { id: 4711, type: 'private' }, from: who, text: 'a' }
  return fetch(`${url}/telegram/webhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
    body: JSON.stringify({ update_id: 1_000_000, message }),
  })
}

const isReady = async (url: string): Promise<boolean> => (await fetch(`${url}/readyz`)).ok

/** Nobody says anything more, and everything that was said is dealt with by the program that was there all the time. */
const settle = async ({ crowd, database, program, url }: Stage): Promise<void> => {
  await crowd.hush()
  await until('it is ready again', () => isReady(url), 30_000)
  const said = crowd.talkers.reduce((sum, talker) => sum + talker.said(), 0)
  await database.look(({ client }) =>
    until(
      'everything is dealt with',
      async () =>
        (await client.inboundEvent.count({ where: { handledAt: { not: null } } })) === said &&
        (await client.outboundMessage.count({ where: { settledAt: null } })) === 0,
      90_000,
    ),
  )
  expect(await program.terminate()).toMatchObject({ code: 0, signal: null })
}

/** Everything that was said had its effect once, and was answered once on the screen; nobody knows of `doubtful`. */
const check = ({ crowd, database }: Stage, doubtful = 0): Promise<void> =>
  database.look(async ({ client }) => {
    for (const { number, said, screen } of crowd.talkers) {
      expect(said()).toBeGreaterThan(0)
      const updates = await client.statusUpdate.findMany({
        where: { assignment: { occurrence: { task: { number } } } },
        orderBy: { percentAfter: 'asc' },
      })
      expect(updates.map(({ percentAfter }) => percentAfter)).toEqual(Array.from({ length: said() }, (_, i) => i + 1))
      const shown = screen().map(({ text }) => text)
      expect(shown.length).toBe(new Set(shown).size)
    }
    const rows = await client.outboundMessage.groupBy({ by: ['state'], _count: true })
    const count = (state: string) => rows.find((row) => row.state === state)?._count ?? 0
    const said = crowd.talkers.reduce((sum, talker: Talker) => sum + talker.said(), 0)
    expect(count('unknown')).toBeLessThanOrEqual(doubtful)
    expect(count('sent') + count('unknown')).toBe(said)
    expect(crowd.talkers.reduce((sum, { screen }) => sum + screen().length, 0)).toBeGreaterThanOrEqual(count('sent'))
    expect(await failures(client)).toEqual([])
  })

const failures = async (client: Database['client']) =>
  (await client.inboundEvent.findMany({ where: { failure: { not: null } } })).map(({ failure }) => failure)

describe.skipIf(testServer === undefined)(
  `PostgreSQL (FAULT_SEED=${seed})${testServer === undefined ? ` (${skipReason})` : ''}`,
  { timeout: 240_000 },
  () => {
    test('is restarted, cut off, silent and slow: the program says so, nothing is lost, nothing said twice', async () => {
      const stage = await begin()
      const { proxy, telegram, zalo, url, name } = stage
      const random = seededRandom(seed)
      let ended = 0
      for (let count = 0; count < 8; count += 1) {
        await sleep(100 + random() * 400)
        ended += await endConnections(testServer ?? '', name)
      }
      expect(ended).toBeGreaterThan(8)
      await until('it is ready again', () => isReady(url), 30_000)

      for (const outage of ['refusing', 'stalled'] as const) {
        await proxy.set(outage)
        expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ ready: false, reason: 'database' })
        expect((await fetch(`${url}/healthz`)).status).toBe(200)
        if (outage === 'refusing') expect((await postUpdate(url)).status).toBeGreaterThanOrEqual(500)
        await until('somebody waits for an answer', () => telegram.pendingUpdates > 0)
        await sleep(1500)
        await proxy.set({ lateMs: 0 })
        await until('it is ready again', () => isReady(url), 30_000)
      }

      // What a firewall forgets: nothing passes any more on the connections that stand, and in the end they are reset.
      await proxy.set('stalled')
      await sleep(1500)
      expect(proxy.cut()).toBeGreaterThan(0)
      await proxy.set({ lateMs: 15 })
      await sleep(1500)
      expect(await isReady(url)).toBe(true)
      await proxy.set({ lateMs: 0 })

      await settle(stage)
      expect(zalo.lostDeliveries).toEqual([])
      await check(stage)
    })
  },
)
