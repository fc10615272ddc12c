import { join } from 'node:path'
import { Hono } from 'hono'
import type { Logger } from 'pino'
import { createCourier, type Courier } from '../bot/courier.ts'
import { createHandling, type Handling } from '../bot/handling.ts'
import type { ProgressPace } from '../bot/handling-tools.ts'
import { createWebChannel, type WebChannel } from '../bot/web/channel.ts'
import { createUploads } from '../storage/uploads.ts'
import type { Config } from '../config.ts'
import type { Inbox } from '../domain/ports/messages.ts'
import type { Links } from '../handlers/request.ts'
import { createJobs } from '../jobs/index.ts'
import { type Queue, startQueue } from '../jobs/queue.ts'
import type { Database } from '../prisma/database.ts'
import { findChart } from '../prisma/pictures.ts'
import { countAttempt, createInbox, findUnhandledChats, peekEvent } from '../prisma/inbox.ts'
import { isPassingFailure } from '../prisma/passing-failure.ts'
import { setZaloQuota } from '../prisma/quotas.ts'
import { createWebHistory } from '../prisma/web-history.ts'
import { createWebSessions } from '../prisma/web-sessions.ts'
import { createStorage } from '../storage/storage.ts'
import { type BotChannels, createBotChannels } from './bot-channels.ts'
import { createDrawings, type Drawing } from './drawing.ts'
import { fileTools } from './file-tools.ts'
import { createKeeping } from './keep-file.ts'
import { openDispatch } from './open-dispatch.ts'
import { createPlanReading, type PlanReading } from './plan-reading.ts'
import { createTransactions, type RunTransaction } from './transactions.ts'
import { createWatching, type Watching } from './watching.ts'
import { createWebBroadcasts } from './web-broadcasts.ts'
import { createWebDelivery } from './web-delivery.ts'
import { createWebDrafts } from './web-drafts.ts'
import { createWebEvidence } from './web-evidence.ts'
import { createWebJobs } from './web-jobs.ts'
import { createWebJoining } from './web-joining.ts'

export interface AppOptions {
  readonly config: Config
  readonly database: Database
  readonly now: () => Date
  readonly log: Logger
  /** False where a demo or a test moves the time by hand and runs the jobs itself. */
  readonly clock?: boolean
  /** When long reading is announced; at the usual pace unless told. */
  readonly progress?: ProgressPace
}

/** What the program is made of. */
export interface Parts {
  readonly countOpen: () => Promise<number>
  readonly inbox: Inbox
  readonly inTransaction: RunTransaction
  readonly handling: Handling
  readonly reading: PlanReading
  readonly drawing: Drawing
  readonly courier: Courier
  readonly channels: BotChannels
  readonly web: WebChannel
  readonly queue: Queue
  readonly jobs: ReturnType<typeof createJobs>
  readonly http: Hono
  readonly watching: Watching
}

/** Wires everything; nothing is received, sent or looked at by the clock yet. */
export const assemble = async ({ config, database, now, log, progress }: AppOptions): Promise<Parts> => {
  const { client } = database
  const queue = await startQueue(database.connection, log)
  const inTransaction = createTransactions(database, queue, now)
  const inbox = createInbox(client, (tx) => queue.within(tx))
  const files = createUploads(join(config.dataDir, 'uploads'))
  const storage = createStorage(config.storage, () => new Date())
  const keep = createKeeping(storage, log)
  const reading = createPlanReading()
  const drawing = createDrawings()
  const channels = await createBotChannels({ config, inbox, now, log, draw: drawing.draw })
  const web = createWebChannel({
    inbox,
    files,
    now,
    log,
    publicUrl: config.publicUrl,
    sessions: createWebSessions(client),
    history: createWebHistory(client),
    jobs: createWebJobs({ inTransaction, now, links: () => links(config, channels) }),
    delivery: createWebDelivery({ inTransaction, now, links: () => links(config, channels) }),
    drafts: createWebDrafts({ inTransaction, now, links: () => links(config, channels) }),
    evidence: createWebEvidence({ inTransaction, now, storage, keep, links: () => links(config, channels) }),
    broadcasts: createWebBroadcasts({ inTransaction, now, storage }),
    pictures: {
      find: async (token) => {
        const chart = await findChart(client, token, now())
        return chart && drawing.draw(chart)
      },
    },
    joining: createWebJoining({ inTransaction, now, locale: config.locale, links: () => links(config, channels) }),
  })
  const handling = createHandling({
    inTransaction,
    now,
    log,
    peek: (chatKey, except) => peekEvent(client, chatKey, except),
    countAttempt: (id) => countAttempt(client, id),
    isPassing: isPassingFailure,
    findUnhandled: () => findUnhandledChats(client),
    files: fileTools(channels, files, reading, keep),
    links: () => links(config, channels),
    locale: config.locale,
    ...(progress === undefined ? {} : { progress }),
  })
  if (config.zalo !== null) await setZaloQuota(client, config.zaloMonthlyQuota, config.zone)
  const dispatch = openDispatch(database)
  // An embedded database has no other process: whoever was sending when it was last used is dead.
  if (database.connection.kind === 'pglite') await dispatch.releaseStale(now(), 'all')
  const watching = createWatching({ config, database, inTransaction, now, log })
  const courier = createCourier({
    dispatch,
    senders: watching.counted({ ...channels.senders, web: { send: (message) => web.send(message) } }),
    now,
    log,
    paceFactor: config.sendLimits ? 1 : 0,
  })
  const http = new Hono()
  http.onError((error, context) => {
    log.error({ err: error, path: context.req.path }, 'a request failed')
    return context.body(null, 500)
  })
  watching.mount(http)
  channels.mount(http)
  http.route('/', web.app)
  return {
    countOpen: () => queue.countOpen(client),
    inbox,
    inTransaction,
    handling,
    reading,
    drawing,
    courier,
    channels,
    web,
    queue,
    jobs: createJobs({
      ...{ inTransaction, now, alarmMinutes: config.clockAlarmMinutes },
      // An embedded database does one thing at a time.
      shares: database.connection.kind === 'postgres' ? 2 : 1,
    }),
    http,
    watching,
  }
}

const links = (config: Config, channels: BotChannels): Links => ({
  web: config.publicUrl,
  telegram: channels.telegramLink(),
  zalo: config.zalo !== null,
})
