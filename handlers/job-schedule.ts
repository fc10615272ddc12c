import { type JobName, jobNames, jobsByHand, jobTimes, missedBetween, nextRunAt } from '../domain/job-list.ts'
import { AppError } from '../domain/errors.ts'
import { may } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { localDate, localTime } from '../domain/time.ts'
import { inRows } from '../domain/task-buttons.ts'
import type { JobWords, StopWords } from '../locales/vi/jobs.ts'
import type { Handler, Reply, Request } from './request.ts'
import type { ButtonRoute, Command } from './route.ts'

/** What every screen shows of the clock. */
export interface JobSchedule {
  readonly jobs: readonly JobWords[]
  readonly stops: readonly StopWords[]
}

const shownDays = 7
const dayMs = 86_400_000

/** When each job ran last, will run next, and how often it did not, on the clock of a zone. */
export const readSchedule = async (
  { now, zone }: { readonly now: Date; readonly zone: string },
  { jobRuns }: Pick<Stores, 'jobRuns'>,
): Promise<JobSchedule> => {
  const clock = (at: Date) => ({ day: localDate(at, zone), time: localTime(at, zone) })
  const since = new Date(now.getTime() - shownDays * dayMs)
  const last = new Map((await jobRuns.listLast()).map((run) => [run.job, run]))
  const missed = await jobRuns.countMissed(since)
  return {
    jobs: jobNames.map((job) => {
      const run = last.get(job)
      const missing = run === undefined ? 0 : missedBetween(jobTimes[job], run.finishedAt, now)
      return {
        job,
        last: run === undefined ? null : { ...run, at: clock(run.startedAt) },
        next: clock(nextRunAt(jobTimes[job], now)),
        missed: (missed.get(job) ?? 0) + missing,
      }
    }),
    stops: (await jobRuns.listStops(since)).map(({ from, until }) => ({ from: clock(from), until: clock(until) })),
  }
}

/** Throws AppError 'not-allowed' for those who do not look after the program. */
export const checkJobsRight = ({ person }: Pick<Request, 'person'>): void => {
  if (!may(person.memberships, 'run-jobs')) throw new AppError('not-allowed', {})
}

const show = async (request: Request, stores: Pick<Stores, 'jobRuns'>): Promise<Reply> => {
  checkJobsRight(request)
  const { jobs, stops } = await readSchedule({ now: request.now, zone: request.workspace.zone }, stores)
  const { jobs: m } = request.m
  const run = jobsByHand.map((job) => ({ label: m.runNowOf(job), action: `job-run:${job}` }))
  return { text: m.list(jobs, stops), buttons: [...inRows(run, 2), [{ label: m.refresh, action: 'jobs:' }]] }
}

const showSchedule: Handler<'jobRuns'> = async (request, _input, stores) => [await show(request, stores)]

const refreshSchedule: Handler<'jobRuns'> = async (request, _input, stores) => [
  { ...(await show(request, stores)), replaces: true },
]

/** Has a job run at once, by whichever process comes first; running it twice changes nothing. */
export const askForRun: Handler<'audit' | 'jobRuns', JobName> = async (request, job, { audit, jobRuns }) => {
  checkJobsRight(request)
  const { m, now, chat, person, workspace } = request
  const isNew = await jobRuns.ask({ job, personId: person.id, chatId: chat.id }, now)
  if (!isNew) return [{ text: m.jobs.askedAlready(job) }]
  const by = { personId: person.id, channel: chat.channel }
  await audit.append({ action: 'job.run', subject: 'workspace', subjectId: workspace.id, ...by, after: { job } }, now)
  return [{ text: m.jobs.asked(job) }]
}

/** The job of this name that may be run by hand; null for any other word. */
export const findJobByHand = (name: string): JobName | null => jobsByHand.find((job) => job === name) ?? null

/** job-run:<job> */
const pressRun: Handler<'audit' | 'jobRuns'> = (request, input, stores) => {
  const job = findJobByHand(input)
  if (job === null) throw new AppError('button-stale', {})
  return askForRun(request, job, stores)
}

export const scheduleCommand: Command = {
  names: ['lichchay', 'jobs'],
  about: (m) => m.jobs.about,
  needs: 'run-jobs',
  run: showSchedule,
}

export const scheduleButtons: readonly ButtonRoute[] = [
  { prefix: 'jobs', run: refreshSchedule },
  { prefix: 'job-run', run: pressRun },
]
