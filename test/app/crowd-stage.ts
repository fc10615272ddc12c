import { expect } from 'vitest'
import type { Database } from '../../prisma/database.ts'
import { gatherCrowd } from '../support/crowd.ts'
import { createProgramDatabase, type Program, type ProgramDatabase, startProgram } from '../support/process.ts'
import { freePort, until } from '../support/stage.ts'
import { createTelegramEmulator } from '../support/telegram/emulator.ts'
import { createZaloEmulator } from '../support/zalo/emulator.ts'

// The program as it is, while people on Telegram and Zalo go on talking by webhook.

const secret = 'a-very-secret-secret'

interface CrowdOptions {
  readonly seed: number
  /** What is to be closed at the end of the test, the last first. */
  readonly closing: (() => unknown)[]
  /** The way to the database instead of the straight one. */
  readonly detour?: (address: URL) => Promise<URL>
  /** Where the data folder is made. */
  readonly within?: string
  /** Another PostgreSQL server than the one that tests use. */
  readonly server?: string
}

export const openCrowdStage = async (
  name: ProgramDatabase['name'],
  { seed, closing, within, server, detour = (address) => Promise.resolve(address) }: CrowdOptions,
) => {
  const telegram = await createTelegramEmulator({ limits: false, allowLoopbackWebhook: true, webhookRetryMs: 50, seed })
  closing.push(() => telegram.close())
  const zalo = await createZaloEmulator({
    ...{ allowLoopbackWebhook: true, webhookRetries: 10_000, webhookRetryMs: 150, monthlyQuota: 1_000_000, seed },
  })
  closing.push(() => zalo.close())
  const database = await createProgramDatabase(name, { within, address: server })
  closing.push(() => database.drop())
  const straight = database.settings['DATABASE_URL']
  const address = straight === undefined ? null : await detour(new URL(straight))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const talk = await gatherCrowd(database, { telegram, zalo }, { onTelegram: 4, onZalo: 2 }, seed)
  const settings = {
    ...{ ...database.settings, ...(address && { DATABASE_URL: address.href }), PUBLIC_URL: url, SEND_LIMITS: 'false' },
    ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url, TELEGRAM_WEBHOOK_SECRET: secret },
    ...{ ZALO_BOT_TOKEN: zalo.token, ZALO_API_ROOT: zalo.url, ZALO_WEBHOOK_SECRET: secret, LOG_LEVEL: 'error' },
  }
  const start = async (): Promise<Program> => {
    const program = startProgram(settings, port)
    closing.push(() => program.kill())
    await program.listening()
    return program
  }
  const program = await start()
  await telegram.requests.waitFor(({ method, status }) => method === 'setWebhook' && status === 200, 20_000)
  await zalo.requests.waitFor(({ method, status }) => method === 'setWebhook' && status === 200, 20_000)
  return { telegram, zalo, database, program, start, url, crowd: talk() }
}

export type CrowdStage = Awaited<ReturnType<typeof openCrowdStage>>

/** As Telegram brings one: a message of somebody who is unknown. */
export const postUpdate = (url: string): Promise<Response> => {
  const who = { id: 4711, first_name: 'Ai', is_bot: false }
  const message = { message_id: 1, date: 1_700_000_000, chat: { id: 4711, type: 'private' }, from: who, text: 'a' }
  return fetch(`${url}/telegram/webhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
    body: JSON.stringify({ update_id: 1_000_000, message }),
  })
}

export const isReady = async (url: string): Promise<boolean> => (await fetch(`${url}/readyz`)).ok

export const countSaid = ({ crowd }: Pick<CrowdStage, 'crowd'>): number =>
  crowd.talkers.reduce((sum, talker) => sum + talker.said(), 0)

/** Whether everything that was said was handled and answered. */
export const isDealtWith = async ({ client }: Database, said: number): Promise<boolean> =>
  (await client.inboundEvent.count({ where: { handledAt: { not: null } } })) === said &&
  (await client.outboundMessage.count({ where: { settledAt: null } })) === 0

/** Nobody says anything more, and everything that was said is dealt with by the program that was there all the time. */
export const settle = async ({ crowd, database, program, url }: CrowdStage): Promise<void> => {
  await crowd.hush()
  await until('it is ready again', () => isReady(url), 30_000)
  await database.look((open) =>
    until('everything is dealt with', () => isDealtWith(open, countSaid({ crowd })), 90_000),
  )
  expect(await program.terminate()).toMatchObject({ code: 0, signal: null })
}

/** Everything that was said had its effect once, and was answered once on the screen; nobody knows of `doubtful`. */
export const check = ({ crowd, database }: CrowdStage, doubtful = 0): Promise<void> =>
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
    expect(count('unknown')).toBeLessThanOrEqual(doubtful)
    expect(count('sent') + count('unknown')).toBe(countSaid({ crowd }))
    expect(crowd.talkers.reduce((sum, { screen }) => sum + screen().length, 0)).toBeGreaterThanOrEqual(count('sent'))
    expect(await failures(client)).toEqual([])
  })

const failures = async (client: Database['client']) =>
  (await client.inboundEvent.findMany({ where: { failure: { not: null } } })).map(({ failure }) => failure)
