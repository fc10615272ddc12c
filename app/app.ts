import type { Inbox } from '../domain/ports/messages.ts'
import type { JobName } from '../domain/job-list.ts'
import { startClock } from '../jobs/clock.ts'
import { untilQuiet } from './quiet.ts'
import { createSchedule } from './schedule.ts'
import { startServer } from './server.ts'
import { stopServing, withinMs } from './stopping.ts'
import type { RunTransaction } from './transactions.ts'
import { type AppOptions, assemble } from './parts.ts'

/** The whole program over one open database, from its channels to its jobs. */
export interface App {
  readonly port: number
  /** A transaction with everything the handlers have, for what is done from outside (command line, tests). */
  readonly inTransaction: RunTransaction
  /** Where channels put what they receive. */
  readonly inbox: Inbox
  /**
   * Does once, now, what the clock does again and again: one job by its name, or everything but looking at the clock
   * itself, which whoever moves the time by hand would take for one that had stopped.
   */
  runJobs(name?: JobName): Promise<void>
  /** Resolves when nothing is being handled or sent. */
  quiet(): Promise<void>
  /** Finishes what is in hand and stops; the database is left to its opener. */
  stop(): Promise<void>
}

/** Wires and starts everything. Rejects with PortUnavailable when it cannot listen. */
export const startApp = async (options: AppOptions): Promise<App> => {
  const parts = await assemble(options)
  const { handling, reading, drawing, courier, channels, web, queue, jobs, http, watching } = parts
  const server = await startServer(http.fetch, options.config.host, options.config.port).catch(
    async (error: unknown) => {
      await queue.stop()
      throw error
    },
  )
  // Wake-ups that are older than this start would send at night what it finds.
  await jobs.takeBack()
  await queue.work({
    ...jobs.workers,
    handle: ({ chatKey }) => handling.wake(chatKey),
    deliver: ({ chatId, first }) => courier.wake(chatId, first),
  })
  const recover = async () => {
    await handling.sweep()
    await courier.sweep()
  }
  const { ticks, recoverAll, run } = createSchedule({ ...parts, ...options, recover, onRun: watching.onRun })
  if (options.clock !== false) await run('clock-watch')
  await recoverAll()
  await channels.start()
  const stopClock = options.clock === false ? () => Promise.resolve() : startClock(ticks)
  watching.setReady(true)
  return {
    port: server.port,
    inTransaction: parts.inTransaction,
    inbox: parts.inbox,
    runJobs: async (name) => {
      const wanted = ticks.filter((tick) => (name === undefined ? tick.name !== 'clock-watch' : tick.name === name))
      for (const tick of wanted) await tick.run()
    },
    quiet: () => untilQuiet(parts, recoverAll),
    stop: async () => {
      watching.setReady(false)
      // First nothing new comes in, then what is in hand is finished; handling still says things through the queue.
      await withinMs(1500, Promise.all([stopClock(), channels.stop(), stopServing(web, server)]))
      await withinMs(5000, Promise.all([handling.stop(), courier.stop()]))
      await Promise.all([reading.stop(), drawing.stop()])
      await withinMs(2000, queue.stop())
    },
  }
}
