import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { fingerprintOf } from '../../domain/broadcast-draft.ts'
import type { Database } from '../../prisma/database.ts'
import { type CrashOffice, openCrashOffice } from '../support/crash-people.ts'
import { seededRandom } from '../support/emulator/random.ts'
import { createProgramDatabase, type Program, skipReason, startProgram, testServer } from '../support/process.ts'
import { startRoundRobin } from '../support/round-robin.ts'
import { freePort, until } from '../support/stage.ts'
import { createTelegramEmulator } from '../support/telegram/emulator.ts'
import { createZaloEmulator } from '../support/zalo/emulator.ts'
import { checkHistory, checkLedger, checkScreens } from './crash-checks.ts'
import { countOpen, countSwept, readKill } from './crash-phases.ts'

const processes = 3
/** Each of 24 people says something so many times: 312 updates. */
const answersEach = 13
/** So long the people talk; the first sweep and the announcement fall into it. */
const talkMs = 20_000
/** In so many minutes something falls due; afterwards nothing more. */
const lives = 2
const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000)

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const begin = async () => {
  const telegram = await createTelegramEmulator({ allowLoopbackWebhook: true, webhookRetryMs: 150, seed })
  closing.push(() => telegram.close())
  const zalo = await createZaloEmulator({
    ...{ allowLoopbackWebhook: true, webhookRetries: 10_000, webhookRetryMs: 150, monthlyQuota: 1_000_000, seed },
  })
  closing.push(() => zalo.close())
  const database = await createProgramDatabase('PostgreSQL')
  closing.push(() => database.drop())
  const office = await openCrashOffice(database, { telegram, zalo }, lives, seed)
  const ports = await Promise.all(Array.from({ length: processes }, () => freePort()))
  const targets = ports.map((port) => `http://localhost:${port}`)
  const front = await startRoundRobin({ targets: () => targets, seed, twice: 0.2, held: 0.15 })
  closing.push(() => front.close())
  const settings = {
    ...{ ...database.settings, PUBLIC_URL: front.url, ZALO_MONTHLY_QUOTA: '0', LOG_LEVEL: 'error' },
    ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url },
    ...{ ZALO_BOT_TOKEN: zalo.token, ZALO_API_ROOT: zalo.url },
    ...{ TELEGRAM_WEBHOOK_SECRET: 'a-very-secret-secret', ZALO_WEBHOOK_SECRET: 'a-very-secret-secret' },
  }
  const start = async (): Promise<readonly Program[]> => {
    // One clock for all, on which a minute is full while people talk.
    const clock = { shiftMs: office.dueAt(1).getTime() - 20_000 - Date.now() }
    const programs = ports.map((port) => startProgram(settings, port, { clock }))
    for (const program of programs) closing.push(() => program.kill())
    await Promise.all(programs.map((program) => program.listening(120_000)))
    return programs
  }
  return { telegram, zalo, database, office, front, start }
}

type Stage = Awaited<ReturnType<typeof begin>>

/** Everybody says what they say, each at moments of their own. */
const talk = async ({ talkers }: CrashOffice): Promise<void> => {
  const random = seededRandom(seed)
  const moments = talkers.flatMap((talker) =>
    Array.from({ length: answersEach - 1 }, () => ({ talker, atMs: random() * talkMs })),
  )
  await Promise.all(
    moments.map(async ({ talker, atMs }) => {
      await sleep(atMs)
      talker.say()
    }),
  )
}

/** The coordinator's "Gửi", pressed twice, where the channel puts what it received. Returns whose it is. */
const announce = async ({ client }: Database, { coordinator }: CrashOffice): Promise<string> => {
  const receivedAt = new Date('2026-03-02T08:00:00+07:00')
  const draft = { text: 'Họp giao ban', audience: { agencyIds: [] } }
  const { id: authorId, externalId: person, workspaceId } = coordinator
  const { id } = await client.broadcast.create({ data: { ...draft, workspaceId, authorId, createdAt: receivedAt } })
  const action = `bc-send:${id}:${fingerprintOf({ ...draft, deadline: null })}`
  for (const externalId of ['press-1', 'press-2']) {
    const about = { channel: 'telegram', externalId, sentAt: receivedAt.toISOString() } as const
    const chat = { id: person, kind: 'private', title: 'Cán bộ' }
    const payload = { ...about, chat, sender: { id: person, name: 'Cán bộ' }, body: { kind: 'button', action } }
    await client.inboundEvent.create({
      data: { channel: 'telegram', externalId, chatKey: `telegram:${person}`, receivedAt, payload },
    })
  }
  return id
}

const checkAnnounced = async ({ client }: Database, { talkers }: CrashOffice, id: string): Promise<void> => {
  expect(await client.auditEvent.count({ where: { subjectId: id, action: 'broadcast.send' } })).toBe(1)
  expect(await client.broadcastReceipt.count({ where: { broadcastId: id } })).toBeGreaterThanOrEqual(talkers.length)
  for (const { externalId, screen } of talkers) {
    const chat = await client.chat.findFirstOrThrow({ where: { externalId } })
    const copies = await client.outboundMessage.findMany({ where: { chatId: chat.id, kind: 'broadcast' } })
    expect(copies).toHaveLength(1)
    const shown = screen().filter(({ text }) => text.includes('Họp giao ban')).length
    if (copies[0]?.state === 'unknown') expect(shown).toBeLessThanOrEqual(1)
    else expect(shown).toBe(1)
  }
}

const finish = async ({ telegram, zalo, database, front }: Stage): Promise<void> => {
  await until('everything was passed on', () => !front.isBusy, 60_000)
  await Promise.all([telegram.quiet(1_500, 240_000), zalo.quiet(1_500, 240_000)])
  // What the dead one was sending is given up after half a minute.
  await until('nothing is open', async () => (await database.look(countOpen)) === 0, 240_000)
}

const title = `${processes} processes, one of them killed: every update, reminder and announcement once (CRASH_SEED=${seed})`

test.skipIf(testServer === undefined)(
  testServer === undefined ? `${title} (${skipReason})` : title,
  { timeout: 600_000 },
  async () => {
    const stage = await begin()
    const { database, office, front } = stage
    stage.telegram.user(Number(office.coordinator.externalId), 'Cán bộ').start()
    for (const talker of office.talkers) talker.say()
    const [first, ...others] = await stage.start()
    const talking = talk(office)
    const announcement = await database.look((open) => announce(open, office))
    await until(
      'the announcement is on its way',
      () => database.look(({ client }) => client.broadcastReceipt.count()).then((count) => count > 0),
      120_000,
    )
    await first?.kill()
    const kill = await database.look((open) => readKill(open, { dueAt: office.dueAt(1), pastDueMs: 0 }))
    await talking
    await finish(stage)
    for (const program of others) expect(program.complaints()).toBe('')
    for (const program of others) expect(await program.terminate()).toMatchObject({ code: 0 })
    expect(front.counts.twice).toBeGreaterThan(10)
    expect(front.counts.held).toBeGreaterThan(10)
    expect(front.counts.elsewhere).toBeGreaterThan(0)
    expect(stage.zalo.lostDeliveries).toEqual([])
    await database.look(async (open) => {
      const swept = await countSwept(open, office)
      expect(swept).toBeGreaterThanOrEqual(1)
      await checkHistory(open, office, { inOrder: false })
      await checkLedger(open, office, swept)
      await checkAnnounced(open, office, announcement)
      const unknown = await checkScreens(open, office, swept)
      process.stdout.write(
        `updates ${office.talkers.length * answersEach}, front ${JSON.stringify(front.counts)}, doubtful ${unknown.length}\n`,
      )
      // Whatever nobody knows was on its way when one of them was killed; what the others had in hand is known.
      const sending = new Set(kill.sending.map(({ key }) => key))
      expect(unknown.filter((key) => !sending.has(key))).toEqual([])
    })
  },
)
