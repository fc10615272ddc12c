import { type JobName, jobTimes } from '../domain/job-list.ts'
import { createAskedRuns } from '../jobs/asked-runs.ts'
import type { Tick } from '../jobs/clock.ts'
import type { Jobs } from '../jobs/index.ts'
import { recordedTick, runAndTell, type RunRecorder } from '../jobs/recorded-run.ts'
import type { RunTransaction } from './transactions.ts'

interface ScheduleOptions extends Omit<RunRecorder, 'inTransaction'> {
  readonly inTransaction: RunTransaction
  readonly jobs: Pick<Jobs, 'ticks' | 'takeBack'>
  /** Picks up what a crash left behind. */
  readonly recover: () => Promise<void>
}

export interface Schedule {
  /** Everything that the clock does; no run rejects, each is recorded. */
  readonly ticks: readonly Tick[]
  /** Picks up what was left behind and runs what somebody asked for. */
  readonly recoverAll: () => Promise<void>
  readonly run: (name: JobName) => Promise<void>
}

/** What the clock does, with its record, and what people have it do out of turn. */
export const createSchedule = (options: ScheduleOptions): Schedule => {
  const { jobs, inTransaction } = options
  const recover = async () => {
    // First: what recovering sends is not what should have left before closing time.
    await jobs.takeBack()
    await options.recover()
  }
  const recoverTick: Tick = { name: 'recover', every: jobTimes.recover, run: () => recover().then(() => 0) }
  const plain = [...jobs.ticks, recoverTick]
  const find = (name: JobName): Tick => {
    const tick = plain.find((one) => one.name === name)
    if (tick === undefined) throw new Error(`no job ${name}`)
    return tick
  }
  const runAsked = createAskedRuns({ inTransaction, runByName: (name) => runAndTell(find(name), options) })
  const recoverAll = async () => {
    await recover()
    await runAsked()
  }
  const ticks = plain.map((tick) =>
    recordedTick(tick === recoverTick ? { ...tick, run: () => recoverAll().then(() => 0) } : tick, options),
  )
  return {
    ticks,
    recoverAll,
    run: async (name) => {
      await ticks.find((tick) => tick.name === name)?.run()
    },
  }
}
