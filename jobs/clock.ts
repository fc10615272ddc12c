import cron from 'node-cron'
import type { JobName } from '../domain/job-list.ts'

/** Something that happens by itself, again and again. The tick carries no meaning: what is due is asked of the tables. */
export interface Tick {
  readonly name: JobName
  /** A cron expression, seconds first where there are six fields. */
  readonly every: string
  /** Resolves with how many things were dealt with. */
  run(): Promise<number>
}

/** Starts the ticks, none of which may reject; a run that takes longer than its interval is not started twice. Returns how to stop them. */
export const startClock = (ticks: readonly Tick[]): (() => Promise<void>) => {
  const running = new Set<Promise<unknown>>()
  const tasks = ticks.map((tick) =>
    cron.schedule(
      tick.every,
      () => {
        const run = tick.run()
        running.add(run)
        return run.finally(() => running.delete(run))
      },
      { name: tick.name, noOverlap: true, suppressMissedWarning: true },
    ),
  )
  return async () => {
    for (const task of tasks) await task.destroy()
    await Promise.all(running)
  }
}
