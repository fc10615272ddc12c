import type { Logger } from 'pino'
import type { Hono } from 'hono'
import { openOffices } from '../domain/calendar/open-offices.ts'
import type { Sender } from '../bot/courier.ts'
import type { Config } from '../config.ts'
import type { Channel } from '../domain/incoming.ts'
import type { FinishedRun } from '../domain/ports/job-runs.ts'
import type { Database } from '../prisma/database.ts'
import { findMissingMigrations } from '../prisma/migrations.ts'
import { readWatchedFigures, type WatchedFigures } from '../prisma/watched-figures.ts'
import { Counter, Histogram, type MetricFamily, metricsContentType, metricsText } from './metrics-text.ts'
import { mayReadMetrics } from './metrics-right.ts'
import type { RunTransaction } from './transactions.ts'

/** What whoever runs the program looks at. */
export interface Watching {
  /** Before the start is done and once stopping has begun, no traffic is wanted. */
  setReady(ready: boolean): void
  readonly onRun: (run: FinishedRun) => void
  /** The same senders, their outcomes counted. */
  counted(senders: Partial<Record<Channel, Sender>>): Partial<Record<Channel, Sender>>
  /** Adds /readyz and /metrics. */
  mount(http: Hono): void
}

interface WatchingOptions {
  readonly config: Pick<Config, 'metricsToken' | 'publicUrl'>
  readonly database: Database
  readonly inTransaction: RunTransaction
  readonly now: () => Date
  readonly log: Pick<Logger, 'warn'>
}

/** A database that does not answer within this is none. */
const answerMs = 2000
const sweepSeconds = [0.01, 0.05, 0.1, 0.5, 1, 2, 5, 10, 30, 60] as const

export const createWatching = (options: WatchingOptions): Watching => {
  const { database, config, log } = options
  const startedAt = Date.now()
  const runs = new Counter()
  const sends = new Counter()
  const durations = new Histogram('job', sweepSeconds)
  let isOpen = false
  /** Migrations do not come and go while the program runs: once they are all there, they stay. */
  let isMigrated = false

  const whyNotReady = async (): Promise<string | null> => {
    if (!isOpen) return 'starting or stopping'
    try {
      await within(answerMs, database.client.$queryRaw`SELECT 1 AS alive`)
      isMigrated ||= (await within(answerMs, findMissingMigrations(database))).length === 0
    } catch (error) {
      log.warn({ err: error }, 'the database does not answer')
      return 'database'
    }
    return isMigrated ? null : 'migrations'
  }

  return {
    setReady: (ready) => {
      isOpen = ready
    },
    onRun: ({ job, durationMs, failure }) => {
      runs.add({ job, outcome: failure === null ? 'done' : 'failed' })
      durations.observe(job, durationMs / 1000)
    },
    counted: (senders) =>
      Object.fromEntries(
        Object.entries(senders).map(([channel, sender]) => [channel, counting(channel, sender, sends)]),
      ),
    mount: (http) => {
      http.get('/readyz', async (c) => {
        const reason = await whyNotReady()
        c.header('Cache-Control', 'no-store')
        return reason === null ? c.json({ ready: true }) : c.json({ ready: false, reason }, 503)
      })
      http.get('/metrics', async (c) => {
        if (!mayReadMetrics(c, config)) return c.text('unauthorized\n', 401, { 'WWW-Authenticate': 'Bearer' })
        const figures = await readFigures(options)
        const ownFamilies = [
          family('dondoc_sends_total', 'Attempts to send by channel and outcome.', 'counter', sends.samples()),
          family('dondoc_job_runs_total', 'Runs of jobs in this process.', 'counter', runs.samples()),
          family('dondoc_job_duration_seconds', 'How long jobs took.', 'histogram', durations.samples()),
          ...processFamilies(startedAt),
        ]
        const text = metricsText([...databaseFamilies(figures, options.now()), ...ownFamilies])
        return c.body(text, 200, { 'Content-Type': metricsContentType, 'Cache-Control': 'no-store' })
      })
    },
  }
}

const counting = (channel: string, sender: Sender, sends: Counter): Sender => ({
  send: async (message, signal) => {
    try {
      const outcome = await sender.send(message, signal)
      sends.add({ channel, state: outcome.kind })
      return outcome
    } catch (error) {
      sends.add({ channel, state: 'unknown' })
      throw error
    }
  },
})

const readFigures = ({ inTransaction, now }: WatchingOptions): Promise<WatchedFigures> =>
  inTransaction(async ({ tx, reminderSweep }) => {
    const at = now()
    const offices = [...(await reminderSweep.listDueOffices(at)), ...(await reminderSweep.listWaitingOffices(at))]
    const open = openOffices(offices, at).flatMap(({ workspaceIds }) => workspaceIds)
    return readWatchedFigures(tx, open, at)
  })

const family = (
  name: string,
  help: string,
  type: MetricFamily['type'],
  samples: MetricFamily['samples'],
): MetricFamily => ({ name, help, type, samples })

const gauge = (name: string, help: string, samples: MetricFamily['samples'] | number): MetricFamily =>
  family(name, help, 'gauge', typeof samples === 'number' ? [{ value: samples }] : samples)

const databaseFamilies = (seen: WatchedFigures, now: Date): readonly MetricFamily[] => {
  const age = (since: Date | null): number =>
    since === null ? 0 : Math.max(0, (now.getTime() - since.getTime()) / 1000)
  const jobs = seen.jobs.map(({ job, ...rest }) => ({ ...rest, labels: { job } }))
  return [
    gauge(
      'dondoc_queue_depth',
      'Wake-ups that nobody has felt yet.',
      seen.queue.map(({ name, count }) => ({ labels: { queue: name }, value: count })),
    ),
    gauge(
      'dondoc_reminder_oldest_due_seconds',
      'Since when the oldest reminder is due and not put into words, where offices are open.',
      age(seen.oldestDue),
    ),
    gauge(
      'dondoc_outbound_messages',
      'Messages waiting now, and settled within the last day.',
      seen.messages.map(({ state, count }) => ({ labels: { state }, value: count })),
    ),
    gauge(
      'dondoc_outbound_oldest_pending_seconds',
      'Since when the oldest message could leave.',
      age(seen.oldestPending),
    ),
    gauge('dondoc_inbound_waiting', 'Received and not handled.', seen.inbound.count),
    gauge('dondoc_inbound_oldest_seconds', 'Since when the oldest of them waits.', age(seen.inbound.oldest)),
    gauge(
      'dondoc_job_last_run_timestamp_seconds',
      'When each job last ended, in whichever process.',
      jobs.map(({ labels, finishedAt }) => ({ labels, value: finishedAt.getTime() / 1000 })),
    ),
    gauge(
      'dondoc_job_last_run_failed',
      'Whether its last run failed.',
      jobs.map(({ labels, failed }) => ({ labels, value: Number(failed) })),
    ),
    gauge(
      'dondoc_clock_last_seen_timestamp_seconds',
      'When the clock was last seen running.',
      (seen.lastBeat?.getTime() ?? 0) / 1000,
    ),
  ]
}

const processFamilies = (startedAt: number): readonly MetricFamily[] => {
  const { rss, heapUsed, external } = process.memoryUsage()
  return [
    gauge('process_resident_memory_bytes', 'Resident memory.', rss),
    gauge('nodejs_heap_used_bytes', 'Heap in use.', heapUsed),
    gauge('nodejs_external_memory_bytes', 'Memory outside of the heap.', external),
    gauge('process_start_time_seconds', 'When this process started.', Math.floor(startedAt / 1000)),
  ]
}

const within = <T>(ms: number, work: PromiseLike<T>): Promise<T> => {
  const limit = Promise.withResolvers<never>()
  const timer = setTimeout(() => limit.reject(new Error(`no answer within ${ms} ms`)), ms)
  return Promise.race([work, limit.promise]).finally(() => clearTimeout(timer))
}
