import { z } from 'zod'
import { type JobName, jobNames, jobTimes, missedBetween } from '../domain/job-list.ts'
import type { ClockWatch, FinishedRun, JobLedger, JobRuns } from '../domain/ports/job-runs.ts'
import { requireOwn } from './rows.ts'
import type { Transaction } from './transaction.ts'

const jobColumn = z.enum(jobNames as [JobName, ...JobName[]])

/** What is known about the clock, as one workspace asks. Only what is asked for carries the workspace. */
export const createJobRuns = (tx: Transaction, workspaceId: string): JobRuns => ({
  listLast: async () => {
    const rows = await tx.jobState.findMany({ orderBy: { job: 'asc' } })
    return rows.flatMap(({ job, ...row }) => {
      const known = jobColumn.safeParse(job)
      return known.success ? [{ ...row, job: known.data }] : []
    })
  },

  countMissed: async (since) => {
    const rows = await tx.jobRun.groupBy({
      by: ['job'],
      where: { at: { gte: since }, missed: { gt: 0 } },
      _sum: { missed: true },
    })
    return new Map(rows.map(({ job, _sum }) => [job, _sum.missed ?? 0]))
  },

  listStops: (since) =>
    tx.clockStop.findMany({
      where: { until: { gte: since } },
      orderBy: { from: 'desc' },
      select: { from: true, until: true },
    }),

  ask: async ({ job, personId, chatId }, now) => {
    await requireOwn('person', tx.person.count({ where: { id: personId, workspaceId } }))
    await requireOwn('chat', tx.chat.count({ where: { id: chatId, workspaceId } }))
    const waiting = await tx.jobRun.count({ where: { job, workspaceId, personId, outcome: 'asked' } })
    if (waiting > 0) return false
    await tx.jobRun.create({ data: { job, outcome: 'asked', at: now, workspaceId, personId, chatId } })
    return true
  },
})

/** The clock's own side: what ran, and what is to be run. */
export const createJobLedger = (tx: Transaction): JobLedger => ({
  record: (run) => record(tx, run),

  takeAsked: async () =>
    z.array(askedRow).parse(
      await tx.$queryRaw`
        UPDATE "JobRun" SET "outcome" = 'running' WHERE "id" IN (
          SELECT "id" FROM "JobRun" WHERE "outcome" = 'asked' ORDER BY "id" FOR UPDATE SKIP LOCKED)
        RETURNING "id", "job", "workspaceId", "personId", "chatId"`,
    ),

  settleAsked: async (id, run) => {
    const { durationMs, count, failure } = run
    await saveState(tx, run)
    await tx.jobRun.update({ where: { id }, data: { outcome: outcomeOf(failure), durationMs, count, failure } })
  },

  forgetBefore: async (moment) => {
    await tx.jobRun.deleteMany({ where: { at: { lt: moment } } })
    await tx.clockStop.deleteMany({ where: { until: { lt: moment } } })
  },
})

const askedRow = z.object({
  ...{ id: z.bigint(), job: jobColumn, workspaceId: z.string(), personId: z.string(), chatId: z.string() },
})

const outcomeOf = (failure: string | null): 'done' | 'failed' => (failure === null ? 'done' : 'failed')

/** The last run is locked first: of two processes that come after a pause, one tells what was missed. */
const record = async (tx: Transaction, run: FinishedRun): Promise<void> => {
  const { job, startedAt, durationMs, count, failure } = run
  const rows = await tx.$queryRaw`SELECT "finishedAt" FROM "JobState" WHERE "job" = ${job} FOR UPDATE`
  const [before] = z.array(z.object({ finishedAt: z.date() })).parse(rows)
  const missed = before === undefined ? 0 : missedBetween(jobTimes[job], before.finishedAt, startedAt)
  await saveState(tx, run)
  if (count === 0 && failure === null && missed === 0) return
  const outcome = outcomeOf(failure)
  await tx.jobRun.create({ data: { job, outcome, at: startedAt, durationMs, count, missed, failure } })
}

const saveState = async (tx: Transaction, { job, ...state }: FinishedRun): Promise<void> => {
  await tx.jobState.upsert({ where: { job }, create: { job, ...state }, update: state })
}

/** When the clock was last seen running, and the times in which it was not. */
export const createClockWatch = (tx: Transaction): ClockWatch => ({
  beat: async (now) => {
    await tx.clockBeat.createMany({ data: [{ id: 1, at: now }], skipDuplicates: true })
    const rows = await tx.$queryRaw`SELECT "at" FROM "ClockBeat" WHERE "id" = 1 FOR UPDATE`
    const [before] = z.tuple([z.object({ at: z.date() })]).parse(rows)
    await tx.clockBeat.update({ where: { id: 1 }, data: { at: now } })
    return before.at
  },

  noteStop: async ({ from, until }, now) => {
    const added = await tx.clockStop.createMany({ data: [{ from, until, noticedAt: now }], skipDuplicates: true })
    return added.count > 0
  },

  listWorkspaces: () => tx.workspace.findMany({ select: { id: true, zone: true }, orderBy: { id: 'asc' } }),
})
