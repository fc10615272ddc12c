import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type App, startApp } from '../../app/app.ts'
import { readConfig } from '../../config.ts'
import type { Role } from '../../domain/people.ts'
import { createInviteCode, hashSecret } from '../../handlers/secrets.ts'
import type { Database } from '../../prisma/database.ts'
import { createTestWorkspace, type TestWorkspace, within } from './builders.ts'
import { borrowDatabase } from './shared-database.ts'
import { keepLog, type KeptLog } from './log.ts'

/** The whole program in this process, over a database of its own, with its log kept line by line. */
export interface Stage {
  readonly app: App
  readonly database: Database
  readonly workspace: TestWorkspace
  readonly log: KeptLog
  /** A code that opens the workspace. */
  invite(role: Role, agency?: string): Promise<string>
  /** Makes the inbox refuse everything until the result is called. */
  breakInbox(): Promise<() => Promise<void>>
  close(): Promise<void>
}

/** However slow the machine is, nothing is announced as taking long: what is said depends on no clock. */
export const unhurried = { announceAfter: 600_000, updateEvery: 600_000 } as const

/** Settings point the program at emulators; sending is not paced unless SEND_LIMITS says so. */
export const openStage = async (settings: Readonly<Record<string, string>>): Promise<Stage> => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-stage-'))
  const database = await borrowDatabase()
  const workspace = await createTestWorkspace(database)
  const config = readConfig({ DATA_DIR: folder, PORT: '0', SEND_LIMITS: 'false', ...settings })
  const log = keepLog(config.secrets)
  const app = await startApp({ config, database, now: () => new Date(), log: log.log, progress: unhurried })
  return {
    ...{ app, database, workspace, log },
    invite: (role, agency) => invite(database, workspace, role, agency),
    breakInbox: async () => {
      await database.client.$executeRaw`ALTER TABLE "InboundEvent" RENAME TO "InboundEventAway"`
      return async () => {
        await database.client.$executeRaw`ALTER TABLE "InboundEventAway" RENAME TO "InboundEvent"`
      }
    },
    close: async () => {
      await app.stop()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A code as a coordinator would hand it out; good for a day. */
const invite = async (
  database: Pick<Database, 'client'>,
  workspace: TestWorkspace,
  role: Role,
  agency?: string,
): Promise<string> => {
  const code = createInviteCode()
  const agencyId = agency === undefined ? null : workspace.agency(agency)
  const expiresAt = new Date(Date.now() + 86_400_000)
  await within(database, workspace.id, async ({ people, invites }) => {
    const createdById = await people.create({ name: 'Cán bộ Tổng hợp', locale: 'vi' }, new Date())
    await invites.create({ codeHash: hashSecret(code), agencyId, role, createdById, expiresAt }, new Date())
  })
  return code
}

/** A port that is free now: for programs that must know their own address before they start. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

/** Asks again and again until the answer is yes. */
export const until = async (
  what: string,
  isSo: () => boolean | Promise<boolean>,
  timeoutMs = 15_000,
): Promise<void> => {
  const deadline = performance.now() + timeoutMs
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`not within ${timeoutMs} ms: ${what}`)
    await sleep(20)
  }
}
