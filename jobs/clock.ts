import cron from 'node-cron'

/** Something that happens by itself, again and again. The tick carries no meaning: what is due is asked of the tables. */
export interface Tick {
  readonly name: string
  /** A cron expression, seconds first where there are six fields. */
  readonly every: string
  run(): Promise<void>
}

/** Starts the ticks; a run that takes longer than its interval is not started twice. Returns how to stop them. */
export const startClock = (
  ticks: readonly Tick[],
  onError: (name: string, error: unknown) => void,
): (() => Promise<void>) => {
  const running = new Set<Promise<void>>()
  const tasks = ticks.map((tick) =>
    cron.schedule(
      tick.every,
      () => {
        const run = tick.run().catch((error: unknown) => onError(tick.name, error))
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
