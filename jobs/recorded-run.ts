import type { Logger } from 'pino'
import type { JobName } from '../domain/job-list.ts'
import type { FinishedRun, JobLedger } from '../domain/ports/job-runs.ts'
import type { Tick } from './clock.ts'

export interface RunRecorder {
  readonly inTransaction: <T>(run: (tools: { readonly jobLedger: JobLedger }) => Promise<T>) => Promise<T>
  readonly now: () => Date
  readonly log: Pick<Logger, 'error' | 'warn'>
  /** Told of every run, also where the database does not take its record. */
  readonly onRun: (run: FinishedRun) => void
}

/** Runs a job and says how it went; never rejects. What failed is said to the log. */
export const runAndTell = async (
  { name, run }: Pick<Tick, 'name' | 'run'>,
  { now, log, onRun }: Omit<RunRecorder, 'inTransaction'>,
): Promise<FinishedRun> => {
  const startedAt = now()
  const began = performance.now()
  const ended = (count: number, failure: string | null): FinishedRun => {
    const durationMs = Math.round(performance.now() - began)
    return { job: name, startedAt, finishedAt: now(), durationMs, count, failure }
  }
  const finished = await run().then(
    (count) => ended(count, null),
    (error: unknown) => {
      log.error({ err: error, tick: name }, 'a job failed')
      return ended(0, codeOf(error))
    },
  )
  onRun(finished)
  return finished
}

/** A job whose runs are kept. That a record cannot be written stops no job. */
export const recordedTick = (tick: Tick, recorder: RunRecorder): Tick => ({
  ...tick,
  run: async () => {
    const finished = await runAndTell(tick, recorder)
    await recorder
      .inTransaction(({ jobLedger }) => jobLedger.record(finished))
      .catch((error: unknown) => recorder.log.warn({ err: error, tick: tick.name }, 'a run was not recorded'))
    return finished.count
  },
})

/** A short word for an error, without anything of what it was about. */
const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

export type RunByName = (name: JobName) => Promise<FinishedRun>
