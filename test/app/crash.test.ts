import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { type CrashOffice, openCrashOffice } from '../support/crash-people.ts'
import { seededRandom } from '../support/emulator/random.ts'
import {
  createProgramDatabase,
  type Program,
  type ProgramDatabase,
  skipReason,
  startProgram,
  testServer,
} from '../support/process.ts'
import { freePort, until } from '../support/stage.ts'
import { createTelegramEmulator } from '../support/telegram/emulator.ts'
import { createZaloEmulator } from '../support/zalo/emulator.ts'
import { ageWakeups, checkDoubtful, checkHistory, checkLedger, checkScreens, readQueue } from './crash-checks.ts'
import { countHits, countOpen, countSwept, describeKills, type Kill, listMissed, readKill } from './crash-phases.ts'

// kill -9 at random moments, while people on Telegram and Zalo go on talking and reminders fall due. Zalo comes by
// webhook: an update that was polled is handed out only once, so the one in hand at the moment of death is beyond
// anybody's power. Each life of the program begins a little before a full minute, at which its clock sweeps.

const kills = Number(process.env['KILLS'] ?? 8)
/** Queues look after what died with somebody once a minute, which is not waited for every time. */
const isWhole = kills >= 30
/** Those that hit nothing do not count; so many are tried until enough did, and each phase was hit. */
const mostKills = 2 * kills + 24
/** So many it takes at most to finish what was left. */
const restingLives = 12
const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000)

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const begin = async (name: ProgramDatabase['name']) => {
  const telegram = await createTelegramEmulator({ allowLoopbackWebhook: true, webhookRetryMs: 150, seed })
  closing.push(() => telegram.close())
  const zalo = await createZaloEmulator({
    ...{ allowLoopbackWebhook: true, webhookRetries: 10_000, webhookRetryMs: 150, monthlyQuota: 1_000_000, seed },
  })
  closing.push(() => zalo.close())
  // Answers that take a while make it likely that a death falls between the sending and the answer.
  for (const service of [telegram, zalo]) {
    service.faults.add({ fault: { kind: 'delay', ms: 40 }, method: 'sendMessage', probability: 0.5 })
  }
  const database = await createProgramDatabase(name)
  closing.push(() => database.drop())
  const office = await openCrashOffice(database, { telegram, zalo }, mostKills + restingLives, seed)
  const port = await freePort()
  const settings = {
    ...{ ...database.settings, PUBLIC_URL: `http://localhost:${port}`, ZALO_MONTHLY_QUOTA: '0', LOG_LEVEL: 'error' },
    ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url },
    ...(name === 'PostgreSQL' && { TELEGRAM_WEBHOOK_SECRET: 'a-very-secret-secret' }),
    ...{ ZALO_BOT_TOKEN: zalo.token, ZALO_API_ROOT: zalo.url, ZALO_WEBHOOK_SECRET: 'a-very-secret-secret' },
  }
  /** So many milliseconds before what belongs to this life falls due. */
  const start = async (life: number, aheadMs: number): Promise<Program> => {
    const heldAt = new Date(office.dueAt(life).getTime() - aheadMs)
    const program = startProgram(settings, port, { clock: { heldAt }, shortLived: true })
    closing.push(() => program.kill())
    await program.listening()
    return program
  }
  return { telegram, zalo, database, office, start }
}

type Stage = Awaited<ReturnType<typeof begin>>

/**
 * One life: people say something, the minute comes, and it dies at a random moment, soon after it began to listen or
 * soon after the minute: then there is something to do.
 */
const live = async (stage: Stage, life: number, random: () => number): Promise<Kill> => {
  const { database, office, start } = stage
  const aheadMs = random() * 900
  const waitsMs = random() < 0.5 ? aheadMs : 0
  const beganMs = performance.now()
  const starting = start(life, aheadMs)
  const talking = talk(office, random)
  const program = await starting
  const listensMs = performance.now()
  // The sweep is over soon, what it has to say takes longer. On a machine that is slow to start it all is slow too.
  const withinMs = random() < 0.5 ? 500 : 1500
  await sleep(waitsMs + random() * Math.max(withinMs, (listensMs - beganMs) / 4))
  const aliveMs = performance.now() - listensMs
  await program.kill()
  expect(program.complaints()).toBe('')
  await talking
  return database.look((open) => readKill(open, { dueAt: office.dueAt(life), pastDueMs: aliveMs - aheadMs }))
}

/** Most say something, each at a moment of their own about the start. */
const talk = async ({ talkers }: CrashOffice, random: () => number): Promise<void> => {
  const moments = talkers.map((talker) => ({ talker, speaks: random() < 0.5, afterMs: random() * 4000 }))
  await Promise.all(
    moments.map(async ({ talker, speaks, afterMs }) => {
      if (!speaks) return
      await sleep(afterMs)
      talker.say()
    }),
  )
}

/** Lets it work, minute after minute, until nothing is open any more; in how many lives what fell due did so. */
const rest = async ({ telegram, zalo, database, office, start }: Stage, lives: number): Promise<number> => {
  let swept = lives
  for (let resting = 0; resting < restingLives; resting += 1) {
    const program = await start(swept + 1, 500)
    await sleep(1000)
    // Whatever is not finished by then is so in the next life.
    await Promise.allSettled([telegram.quiet(3_000, 100_000), zalo.quiet(3_000, 100_000)])
    expect(await program.terminate()).toMatchObject({ code: 0 })
    // On a slow machine it may have lived into the next minutes.
    swept = await database.look((open) => countSwept(open, office))
    if ((await database.look(countOpen)) === 0) return swept
  }
  throw new Error('work was left open')
}

const comesBack = new Set(['active', 'retry'])

/** No wake-up waits but those that died with somebody: they are felt again once their time is over. */
const checkQueue = async ({ database, start }: Stage, lives: number): Promise<void> => {
  expect((await database.look(readQueue)).filter((state) => !comesBack.has(state))).toEqual([])
  if (!isWhole || database.name === 'PGlite') return
  await database.look(ageWakeups)
  const program = await start(lives, 0)
  await until('every wake-up was felt', async () => (await database.look(readQueue)).length === 0, 200_000)
  expect(await program.terminate()).toMatchObject({ code: 0 })
}

const prove = async (name: ProgramDatabase['name']): Promise<void> => {
  const stage = await begin(name)
  const { office } = stage
  const random = seededRandom(seed)
  // Whoever never wrote cannot be written to.
  for (const talker of office.talkers) talker.say()
  const died: Kill[] = []
  while ((countHits(died) < kills || listMissed(died).length > 0) && died.length < mostKills) {
    died.push(await live(stage, died.length + 1, random))
    if (isWhole && died.length % 10 === 0) process.stdout.write(`${describeKills(name, seed, died)}\n`)
  }
  const lives = await rest(stage, died.length)
  process.stdout.write(`${describeKills(name, seed, died)}\n`)
  expect(listMissed(died)).toEqual([])
  expect(countHits(died)).toBeGreaterThanOrEqual(kills)
  expect(stage.zalo.lostDeliveries).toEqual([])
  await stage.database.look(async (database) => {
    await checkHistory(database, office)
    await checkLedger(database, office, lives)
    checkDoubtful(await checkScreens(database, office, lives), died)
  })
  await checkQueue(stage, lives + 1)
}

describe.each(['PGlite', 'PostgreSQL'] as const)('kill -9 on %s', (name) => {
  const skipped = name === 'PostgreSQL' && testServer === undefined
  const title = `${kills} times loses nothing and repeats nothing (CRASH_SEED=${seed})`

  test.skipIf(skipped)(skipped ? `${title} (${skipReason})` : title, { timeout: 300_000 + kills * 30_000 }, () =>
    prove(name),
  )
})
