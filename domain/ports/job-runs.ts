import type { ClockStop } from '../clock-stop.ts'
import type { JobName } from '../job-list.ts'

/** How a run of a job went. */
export interface FinishedRun {
  readonly job: JobName
  readonly startedAt: Date
  readonly finishedAt: Date
  readonly durationMs: number
  /** How many things were dealt with. */
  readonly count: number
  /** The error's code; null when it went well. */
  readonly failure: string | null
}

/** Somebody who wants a job run now. */
export interface AskedRun {
  readonly id: bigint
  readonly job: JobName
  readonly workspaceId: string
  readonly personId: string
  readonly chatId: string
}

/** What is known about the clock. Jobs serve all workspaces at once: they are shown alike to each one's admins. */
export interface JobRuns {
  listLast(): Promise<readonly FinishedRun[]>
  /** How many runs of each job did not happen since a moment, as far as the next one has told. */
  countMissed(since: Date): Promise<ReadonlyMap<string, number>>
  listStops(since: Date): Promise<readonly ClockStop[]>
  /** Has a job run soon, by whichever process; false when this person waits for it already. */
  ask(wanted: Pick<AskedRun, 'job' | 'personId' | 'chatId'>, now: Date): Promise<boolean>
}

/** The clock's side. */
export interface JobLedger {
  /** Notes a run; one that found nothing to do only moves the last run on. */
  record(run: FinishedRun): Promise<void>
  /** Takes what was asked for; of two processes one gets it. */
  takeAsked(): Promise<readonly AskedRun[]>
  settleAsked(id: bigint, run: FinishedRun): Promise<void>
  forgetBefore(moment: Date): Promise<void>
}

export interface ClockWatch {
  /** Notes that the clock runs; returns when it was last seen. Waits while another process does the same. */
  beat(now: Date): Promise<Date | null>
  /** False when that stop is known already. */
  noteStop(stop: ClockStop, now: Date): Promise<boolean>
  listWorkspaces(): Promise<readonly { readonly id: string; readonly zone: string }[]>
}
