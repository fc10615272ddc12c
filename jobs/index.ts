import { jobTimes } from '../domain/job-list.ts'
import type { ClockWatch, JobLedger } from '../domain/ports/job-runs.ts'
import type { PeriodSweep } from '../domain/ports/periods.ts'
import type { QuotaDesk } from '../domain/ports/quotas.ts'
import type { ReminderSweep, UnsaidDigests } from '../domain/ports/reminders.ts'
import type { Stores, Workspace } from '../domain/ports/stores.ts'
import type { Wakeups } from '../domain/ports/wakeups.ts'
import type { SummarySweep } from '../domain/ports/weekly.ts'
import type { Tick } from './clock.ts'
import { createClockWatchJob } from './clock-watch.ts'
import { createPeriodSweepJob } from './period-sweep.ts'
import type { Workers } from './queue.ts'
import { createReminderDigestJob } from './reminder-digest.ts'
import { createReminderSweepJob } from './reminder-sweep.ts'
import { createSummarySweepJob } from './summary-sweep.ts'
import { createTakeBackJob } from './take-back.ts'
import { createWeeklySummaryJob } from './weekly-summary.ts'
import { createZaloQuotaJob } from './zalo-quota.ts'

/** What one transaction offers to the jobs. */
interface JobTools {
  readonly reminderSweep: ReminderSweep
  readonly unsaidDigests: UnsaidDigests
  readonly summarySweep: SummarySweep
  readonly periodSweep: PeriodSweep
  readonly quotaDesk: QuotaDesk
  readonly clockWatch: ClockWatch
  readonly jobLedger: JobLedger
  readonly wakeups: Wakeups
  storesOf(workspaceId: string): Stores
  getWorkspace(workspaceId: string): Promise<Workspace>
}

export interface JobOptions {
  readonly inTransaction: <T>(run: (tools: JobTools) => Promise<T>) => Promise<T>
  readonly now: () => Date
  /** See ReminderSweepOptions. */
  readonly shares: number
  /** A clock that was not seen for so long had stopped. */
  readonly alarmMinutes: number
}

/** What happens by itself: by the clock, and on the wake-ups that the clock's runs write. */
export interface Jobs {
  readonly ticks: readonly Tick[]
  readonly workers: Pick<Workers, 'remind' | 'summarize'>
  /** To be done before anything is sent: returns how many digests were overtaken by the closing time. */
  readonly takeBack: () => Promise<number>
}

/** The whole list of jobs. */
export const createJobs = (options: JobOptions): Jobs => ({
  ticks: [
    { name: 'reminder-sweep', every: jobTimes['reminder-sweep'], run: createReminderSweepJob(options) },
    { name: 'summary-sweep', every: jobTimes['summary-sweep'], run: createSummarySweepJob(options) },
    { name: 'period-sweep', every: jobTimes['period-sweep'], run: createPeriodSweepJob(options) },
    { name: 'zalo-quota', every: jobTimes['zalo-quota'], run: createZaloQuotaJob(options) },
    { name: 'clock-watch', every: jobTimes['clock-watch'], run: createClockWatchJob(options) },
  ],
  workers: { remind: createReminderDigestJob(options), summarize: createWeeklySummaryJob(options) },
  takeBack: createTakeBackJob(options),
})
