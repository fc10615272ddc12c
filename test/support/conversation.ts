import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'vitest'
import { type App, startApp } from '../../app/app.ts'
import { readConfig } from '../../config.ts'
import type { Channel } from '../../domain/incoming.ts'
import type { Role } from '../../domain/people.ts'
import type { Stores } from '../../domain/ports/stores.ts'
import { firstReminderAt } from '../../domain/milestones.ts'
import { createInviteCode, hashSecret } from '../../handlers/secrets.ts'
import { createLog } from '../../log.ts'
import type { Database } from '../../prisma/database.ts'
import { addPlan, createTestWorkspace, type TestPlan, type TestTask, type TestWorkspace } from './builders.ts'
import { borrowDatabase } from './shared-database.ts'
import type { ChatDriver } from './person-driver.ts'
import { type Backstage, openBackstage } from './backstage.ts'
import { unhurried } from './stage.ts'

/** A workspace with people on one channel, the whole program running behind it. */
export interface Scene {
  readonly channel: Channel
  readonly workspace: TestWorkspace
  readonly database: Database
  readonly app: App
  readonly backstage: Backstage
  now(): Date
  /** Moves the time by hand; jobs run when `sweep` is called. */
  setNow(now: Date): void
  readonly coordinator: ChatDriver
  /** Somebody who joins with a code; the welcome has been taken. */
  person(options: { readonly role: Role; readonly agency?: string; readonly name?: string }): Promise<ChatDriver>
  /** Somebody the bot does not know. */
  stranger(name?: string): Promise<ChatDriver>
  /** A code that opens the workspace, as a coordinator would hand it out. */
  invite(role: Role, agency?: string): Promise<string>
  stores<T>(work: (stores: Stores) => Promise<T>): Promise<T>
  /** A plan straight in the database, without anybody being told. */
  importPlan(tasks: readonly TestTask[]): Promise<TestPlan>
  /** Runs what the clock runs, once, and waits until all is sent. */
  sweep(): Promise<void>
}

/** Monday 2 March 2026, 09:00 in Hà Nội: office hours. */
const sceneStart = new Date('2026-03-02T02:00:00Z')

const everyChannel: readonly Channel[] = ['telegram', 'zalo', 'web']

/** All of them, or those that CHANNELS names: "zalo,web". */
const channels = everyChannel.filter((channel) => (process.env['CHANNELS'] ?? channel).split(',').includes(channel))

/** One test per channel, the same conversation on each. */
export const onEveryChannel = (name: string, play: (scene: Scene) => Promise<void>): void => {
  describe.each(channels)('%s', (channel) => onChannel(channel, name, play))
}

export const onChannel = (
  channel: Channel,
  name: string,
  play: (scene: Scene) => Promise<void>,
  settings: () => Readonly<Record<string, string>> = () => ({}),
): void => {
  test(name, { timeout: 120_000 }, async () => {
    const { scene, close } = await openScene(channel, settings())
    try {
      await play(scene)
    } finally {
      await close()
    }
  })
}

/** A scene outside of `onEveryChannel`; close it afterwards. */
const openScene = async (
  channel: Channel,
  settings: Readonly<Record<string, string>>,
): Promise<{ readonly scene: Scene; readonly close: () => Promise<void> }> => {
  let now = sceneStart
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-'))
  const database = await borrowDatabase()
  const workspace = await createTestWorkspace(database)
  const backstage = await openBackstage(channel)
  const config = readConfig({
    DATA_DIR: folder,
    PORT: '0',
    SEND_LIMITS: 'false',
    LOG_LEVEL: 'error',
    ...backstage.settings,
    ...settings,
  })
  const log = createLog(config.logLevel, config.secrets)
  const app = await startApp({ config, database, now: () => now, log, clock: false, progress: unhurried })
  const port = app.port

  const stores = <T>(work: (stores: Stores) => Promise<T>) =>
    app.inTransaction(({ storesOf }) => work(storesOf(workspace.id)))

  const founder = await stores(({ people }) => people.create({ name: 'Người lập', locale: 'vi' }, now))
  const invite = async (role: Role, agency?: string): Promise<string> => {
    const code = createInviteCode()
    const agencyId = agency === undefined ? null : workspace.agency(agency)
    const expiresAt = new Date(now.getTime() + 86_400_000)
    await stores(({ invites }) =>
      invites.create({ codeHash: hashSecret(code), agencyId, role, createdById: founder, expiresAt }, now),
    )
    return code
  }

  /** Silence is no rest where the machine is slow: first the program has nothing left to do. */
  const settled = (driver: ChatDriver): ChatDriver => ({
    ...driver,
    quiet: async () => {
      await app.quiet()
      return driver.quiet()
    },
  })
  const stranger = async (name = 'Người lạ') => settled(await backstage.enter(port, { name }))
  const person: Scene['person'] = async ({ role, agency, name = 'Chuyên viên Một' }) => {
    const driver = settled(await backstage.join(port, { name, code: await invite(role, agency) }))
    await driver.quiet()
    return driver
  }

  const scene: Scene = {
    channel,
    workspace,
    database,
    app,
    backstage,
    now: () => now,
    setNow: (date) => {
      now = date
    },
    coordinator: await person({ role: 'coordinator', name: 'Cán bộ Tổng hợp' }),
    person,
    stranger,
    invite,
    stores,
    importPlan: (tasks) =>
      addPlan(database, workspace, tasks, {
        createdById: founder,
        remindAt: (dueOn) => firstReminderAt(dueOn, now, workspace.zone),
      }),
    sweep: async () => {
      await app.runJobs()
      await app.quiet()
    },
  }
  const close = async () => {
    // Open pages hold the program back; the messengers' servers outlive it.
    if (channel === 'web') await backstage.close()
    await app.stop()
    if (channel !== 'web') await backstage.close()
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { scene, close }
}
