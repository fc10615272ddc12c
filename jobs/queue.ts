import type { PGlite } from '@electric-sql/pglite'
import { fromPglite, fromPrisma, PgBoss, type PrismaTransactionLike } from 'pg-boss'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { Wakeups } from '../domain/ports/wakeups.ts'

/** What each queue's jobs carry: only whose turn it is, the work itself is in the tables. */
const payloads = {
  handle: z.object({ chatKey: z.string() }),
  deliver: z.object({ chatId: z.string(), first: z.boolean().optional() }),
  remind: z.object({ workspaceId: z.string(), personId: z.string() }),
  summarize: z.object({ workspaceId: z.string(), kind: z.enum(['group', 'person']), id: z.string() }),
}

type QueueName = keyof typeof payloads
const queueNames: readonly QueueName[] = ['handle', 'deliver', 'remind', 'summarize']

/** What is done on a wake-up of each kind. A rejection is tried again later. */
export type Workers = {
  readonly [Name in QueueName]: (payload: z.infer<(typeof payloads)[Name]>) => Promise<void> | void
}

/** The durable queue of wake-ups, in the same database as everything else. */
export interface Queue {
  /** Wake-ups that belong to a transaction: gone with it when it rolls back. */
  within(tx: PrismaTransactionLike): Wakeups
  work(workers: Workers): Promise<void>
  /** Wake-ups that nobody has dealt with yet. */
  countOpen(client: PrismaTransactionLike): Promise<number>
  /** Lets running jobs finish. */
  stop(): Promise<void>
}

type Connection =
  | { readonly kind: 'pglite'; readonly pglite: PGlite }
  | { readonly kind: 'postgres'; readonly url: string }

/** Creates the queue's own tables where they are missing and starts it. */
export const startQueue = async (connection: Connection, log: Logger): Promise<Queue> => {
  const boss = new PgBoss({
    ...(connection.kind === 'pglite'
      ? { db: fromPglite(connection.pglite), backend: 'pglite' as const }
      : { connectionString: connection.url, max: 4 }),
    useListenNotify: true,
    schedule: false,
  })
  boss.on('error', (error) => log.error({ err: error }, 'queue error'))
  boss.on('warning', (warning) => log.warn({ warning: warning.message }, 'queue warning'))
  await boss.start()
  const known = new Set((await boss.getQueues()).map(({ name }) => name))
  for (const name of queueNames) if (!known.has(name)) await boss.createQueue(name, queueOptions)
  return {
    within: (tx) => wakeupsWithin(boss, tx),
    work: async (workers) => {
      for (const name of queueNames) await boss.work(name, workOptions, worker(name, workers, log))
    },
    countOpen: async (client) => {
      const sql = `SELECT count(*)::int AS open FROM pgboss.job WHERE state IN ('created', 'retry', 'active')`
      return z.tuple([z.object({ open: z.int() })]).parse(await client.$queryRawUnsafe(sql))[0].open
    },
    stop: () => boss.stop({ graceful: true, timeout: 8_000, close: true }),
  }
}

/** A wake-up that was felt is of no further use to anybody. */
const queueOptions = {
  notify: true,
  retryLimit: 3,
  retryDelay: 2,
  retryBackoff: true,
  expireInSeconds: 300,
  deleteAfterSeconds: 600,
}

/** `notify` wakes a worker within milliseconds; polling is the safety net. */
const workOptions = {
  batchSize: 50,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 30,
  perJobResults: true,
} as const

/** One job's failure is its own: the others of the batch are done all the same. */
const worker =
  (name: QueueName, workers: Workers, log: Logger) =>
  (jobs: readonly { readonly id: string; readonly data: unknown }[]) =>
    Promise.all(
      jobs.map(async ({ id, data }) => {
        try {
          await run(name, workers, data)
          return { id, status: 'completed' as const }
        } catch (error) {
          log.error({ err: error, job: id, queue: name }, 'job failed')
          return { id, status: 'failed' as const }
        }
      }),
    )

const run = async (name: QueueName, workers: Workers, data: unknown): Promise<void> => {
  switch (name) {
    case 'handle':
      return workers.handle(payloads.handle.parse(data))
    case 'deliver':
      return workers.deliver(payloads.deliver.parse(data))
    case 'remind':
      return workers.remind(payloads.remind.parse(data))
    case 'summarize':
      return workers.summarize(payloads.summarize.parse(data))
  }
}

/** Before those that have no priority. */
const hurried = 1

const wakeupsWithin = (boss: PgBoss, tx: PrismaTransactionLike): Wakeups => {
  const add = async (name: QueueName, items: readonly object[], priority = 0): Promise<void> => {
    if (items.length > 0)
      await boss.insert(
        name,
        items.map((data) => ({ data, priority })),
        { db: fromPrisma(tx) },
      )
  }
  return {
    handle: (chatKeys) =>
      add(
        'handle',
        chatKeys.map((chatKey) => ({ chatKey })),
      ),
    deliver: (chatIds, first = false) =>
      add(
        'deliver',
        chatIds.map((chatId) => ({ chatId, first })),
        first ? hurried : 0,
      ),
    remind: (people) => add('remind', people),
    summarize: (due) => add('summarize', due),
  }
}
