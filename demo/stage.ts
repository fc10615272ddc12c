import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, startApp } from '../app/app.ts'
import { prepareFirstStart } from '../app/first-start.ts'
import { readConfig } from '../config.ts'
import { addDays, instantAt, type LocalDate, localDate } from '../domain/time.ts'
import { createLog } from '../log.ts'
import { type Database, openDatabase } from '../prisma/database.ts'
import { applyMigrations } from '../prisma/migrations.ts'
import type { ChatDriver } from '../test/support/person-driver.ts'
import { telegramDriver } from '../test/support/telegram/driver.ts'
import { createTelegramEmulator } from '../test/support/telegram/emulator.ts'
import { joinOnWeb, signInOnWeb } from '../test/support/web-driver.ts'
import { zaloDriver } from '../test/support/zalo/driver.ts'
import { createZaloEmulator } from '../test/support/zalo/emulator.ts'
import { Actor, Narrator, StepMissing } from './narrator.ts'

const zone = 'Asia/Ho_Chi_Minh'

/** Everything a story needs: the real program on an embedded database, emulated messengers, a clock moved by hand. */
export interface Stage {
  readonly narrator: Narrator
  readonly zone: string
  now(): Date
  /** Moves the time, runs what the clock would have run and waits until all is said. */
  moveTo(now: Date): Promise<void>
  signInAsAdministrator(name: string): Promise<Actor>
  joinTelegram(name: string, code: string): Promise<Actor>
  joinZalo(name: string, code: string): Promise<Actor>
  joinWeb(name: string, code: string): Promise<Actor>
  /** Where a browser finds the web chat, and the cookie of somebody who joined there. */
  readonly webUrl: string
  cookieOf(name: string): string
  /** A Telegram group with the person who joined Telegram last. */
  openGroup(title: string): Actor
  group(): Actor
  /** Who has a task of their own falling due soon, and two others who lead something. */
  chooseAgencies(): Promise<ChosenAgencies>
  listenAll(): Promise<void>
  close(): Promise<void>
}

interface ChosenAgencies {
  readonly hero: { readonly agency: string; readonly task: number; readonly dueOn: LocalDate }
  readonly others: readonly string[]
}

export const openStage = async (start: LocalDate): Promise<Stage> => {
  // Between the jumps the time goes on as it does: what is said later is later.
  let jumpedTo = instantAt(start, '08:30', zone).getTime()
  let jumpedAt = performance.now()
  const now = () => new Date(jumpedTo + performance.now() - jumpedAt)
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-demo-'))
  const telegram = await createTelegramEmulator({ limits: false })
  const zalo = await createZaloEmulator()
  const config = readConfig({
    PORT: '0',
    PUBLIC_URL: 'https://dondoc.example.gov.vn',
    DATA_DIR: folder,
    SEND_LIMITS: 'false',
    LOG_LEVEL: 'error',
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    ZALO_BOT_TOKEN: zalo.token,
    ZALO_API_ROOT: zalo.url,
  })
  const database = await openDatabase(config.database)
  await applyMigrations(database)
  const workspace = { name: config.workspaceName, zone, locale: config.locale }
  const link = await prepareFirstStart(database, workspace, config.publicUrl, now())
  const app = await startApp({
    config,
    database,
    now,
    log: createLog('error', config.secrets),
    clock: false,
    // The clock stands still while a file is read.
    progress: { announceAfter: 600_000, updateEvery: 600_000 },
  })
  const narrator = new Narrator(now, zone)
  const actors: Actor[] = []
  const enter = (name: string, driver: ChatDriver): Actor => {
    const actor = new Actor(name, driver, narrator)
    actors.push(actor)
    return actor
  }
  const webUrl = `http://127.0.0.1:${app.port}`
  const cookies = new Map<string, string>()
  let people = 0
  let latest = telegram.user(1, 'nobody')
  let groupActor: Actor | null = null

  return {
    narrator,
    zone,
    now,
    moveTo: async (next) => {
      jumpedTo = next.getTime()
      jumpedAt = performance.now()
      await settle(app)
    },
    signInAsAdministrator: async (name) => {
      if (link === null) throw new StepMissing('the first start gave no sign-in link')
      const driver = await signInOnWeb(webUrl, link.split('/').at(-1) ?? '')
      cookies.set(name, driver.cookie() ?? '')
      return enter(name, driver)
    },
    joinTelegram: (name, code) => {
      people += 1
      latest = telegram.user(1000 + people, name)
      const actor = enter(name, telegramDriver(latest))
      narrator.said('telegram', name, `/start ${code}`)
      latest.start(code)
      return Promise.resolve(actor)
    },
    joinZalo: async (name, code) => {
      people += 1
      const actor = enter(name, zaloDriver(zalo.user(`zalo-${people}`, name)))
      await actor.say(`/start ${code}`)
      return actor
    },
    joinWeb: async (name, code) => {
      narrator.said('web', name, `(mở liên kết mời /vao/${code})`)
      const driver = await joinOnWeb(webUrl, { name, code })
      cookies.set(name, driver.cookie() ?? '')
      return enter(name, driver)
    },
    webUrl,
    cookieOf: (name) => cookies.get(name) ?? '',
    openGroup: (title) => {
      const group = telegram.group(-100_500, title, latest)
      groupActor = enter(title, telegramDriver(group.member(latest)))
      return groupActor
    },
    group: () => {
      if (groupActor === null) throw new StepMissing('there is no group')
      return groupActor
    },
    chooseAgencies: () => chooseAgencies(database, localDate(now(), zone)),
    listenAll: async () => {
      for (const actor of actors) await actor.listen()
    },
    close: async () => {
      await app.stop()
      await telegram.close()
      await zalo.close()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Jobs wake further work: once more after it has gone out. */
const settle = async (app: App): Promise<void> => {
  await app.runJobs()
  await app.quiet()
}

const chooseAgencies = async ({ client }: Database, today: LocalDate): Promise<ChosenAgencies> => {
  const soon = await client.assignment.findMany({
    where: { dueOn: { gt: new Date(addDays(today, 7)), lt: new Date(addDays(today, 28)) } },
    include: { agency: true, occurrence: { include: { task: true, _count: { select: { assignments: true } } } } },
    orderBy: [{ dueOn: 'asc' }, { occurrence: { task: { number: 'asc' } } }],
  })
  const [first] = [...soon].sort((a, b) => a.occurrence._count.assignments - b.occurrence._count.assignments)
  if (first === undefined || first.dueOn === null)
    throw new StepMissing(`nothing falls due within four weeks of ${today}`)
  const leads = await client.assignment.groupBy({
    by: ['agencyId'],
    where: { agencyId: { not: first.agencyId } },
    _count: true,
    orderBy: { _count: { agencyId: 'desc' } },
    take: 2,
  })
  const others = await client.agency.findMany({ where: { id: { in: leads.map(({ agencyId }) => agencyId) } } })
  return {
    hero: {
      agency: first.agency.name,
      task: first.occurrence.task.number,
      dueOn: first.dueOn.toISOString().slice(0, 10),
    },
    others: others.map(({ name }) => name),
  }
}
