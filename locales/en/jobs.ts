import { bold, lines, rich } from '../rich-text.ts'
import type { Clock } from '../vi/broadcast-sent.ts'
import type { JobName, JobsMessages, RunWords, StopWords } from '../vi/jobs.ts'
import { commonEn } from './common.ts'

const names: Record<JobName, string> = {
  'reminder-sweep': 'Reminders',
  'summary-sweep': 'Weekly summary',
  'period-sweep': 'Reporting periods',
  'zalo-quota': 'Zalo quota',
  recover: 'Unfinished work',
  'clock-watch': 'Watching the clock',
}

const at = ({ day, time }: Clock): string => `${time} on ${commonEn.date(day)}`

const went = ({ count, durationMs, failure }: RunWords): string => {
  if (failure !== null) return `not finished (error ${failure})`
  const what = count === 0 ? 'nothing to do' : `${count} ${count === 1 ? 'item' : 'items'}`
  return `done, ${what}, ${(durationMs / 1000).toFixed(1)} s`
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)

const stopped = ({ from, until }: StopWords): string => `from ${at(from)} to ${at(until)}`

export const jobsEn: JobsMessages = {
  about: "The program's schedule, run now",
  title: 'Schedule',
  name: (job) => names[job],
  runNow: 'Run now',
  runNowOf: (job) => `Run now: ${names[job]}`,
  refresh: 'Refresh',
  back: 'Back to the chat',
  at,
  went,
  columns: { job: 'Job', last: 'Last run', next: 'Next run', missed: 'Missed in 7 days', run: 'Run now' },
  never: 'never ran',
  missed: times,
  stop: stopped,
  stopsTitle: 'When the clock had stopped, last 7 days',

  list: (jobs, stops) =>
    lines([
      bold('Schedule'),
      ...jobs.map(
        ({ job, last, next, missed }) =>
          rich`• ${bold(names[job])}: ${last === null ? 'never ran' : `last run ${at(last.at)}, ${went(last)}`}; next ${next.time}${missed === 0 ? '' : `; missed ${times(missed)} in 7 days, made up for`}`,
      ),
      stops.length > 0 && 'The clock had stopped in the last 7 days:',
      ...stops.map((stop) => `• ${stopped(stop)}`),
    ]),
  asked: (job) => rich`Running now: ${bold(names[job])}. You will be told how it went.`,
  askedAlready: (job) => rich`${bold(names[job])} is waiting to run. You will be told how it went.`,
  ranByHand: (run) =>
    run.failure === null
      ? rich`Ran ${bold(names[run.job])}: ${went(run)}.`
      : rich`⚠️ ${bold(names[run.job])}: ${went(run)}. The clock will run it again; the program's log has the details.`,
  clockStopped: (stop) =>
    rich`⚠️ The clock for reminders had stopped ${stopped(stop)}; reminders of that time are sent late, one message a person.`,
}
