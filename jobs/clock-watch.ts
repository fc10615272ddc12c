import { nextOpening } from '../domain/calendar/office-hours.ts'
import { type ClockStop, findClockStop } from '../domain/clock-stop.ts'
import { runsKeptDays } from '../domain/job-list.ts'
import type { ClockWatch, JobLedger } from '../domain/ports/job-runs.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { localDate, localTime } from '../domain/time.ts'
import { messagesIn } from '../locales/index.ts'

interface ClockWatchTools {
  readonly clockWatch: ClockWatch
  readonly jobLedger: Pick<JobLedger, 'forgetBefore'>
  readonly storesOf: (workspaceId: string) => Pick<Stores, 'audit' | 'calendar' | 'outbox' | 'people'>
}

export interface ClockWatchOptions {
  readonly inTransaction: <T>(run: (tools: ClockWatchTools) => Promise<T>) => Promise<T>
  readonly now: () => Date
  /** A clock that was not seen for so long had stopped. */
  readonly alarmMinutes: number
}

const dayMs = 86_400_000

/**
 * Notes that the clock runs. Where it had not for too long, the admins of every workspace hear of it once, at the next
 * opening of their offices: by then it runs again, and nobody has to be woken. Returns how many stops it told of.
 */
export const createClockWatchJob =
  ({ inTransaction, now, alarmMinutes }: ClockWatchOptions) =>
  (): Promise<number> =>
    inTransaction(async ({ clockWatch, jobLedger, storesOf }) => {
      const at = now()
      const stop = findClockStop(await clockWatch.beat(at), at, alarmMinutes)
      await jobLedger.forgetBefore(new Date(at.getTime() - runsKeptDays * dayMs))
      if (stop === null || !(await clockWatch.noteStop(stop, at))) return 0
      for (const workspace of await clockWatch.listWorkspaces()) {
        await tellAdmins(storesOf(workspace.id), workspace, stop)
      }
      return 1
    })

const tellAdmins = async (
  { audit, calendar, outbox, people }: ReturnType<ClockWatchTools['storesOf']>,
  { id, zone }: { readonly id: string; readonly zone: string },
  { from, until }: ClockStop,
): Promise<void> => {
  const clock = (at: Date) => ({ day: localDate(at, zone), time: localTime(at, zone).slice(0, 5) })
  const admins = await people.listRecipients({ roles: ['admin'] })
  const notBefore = nextOpening(until, await calendar.read())
  await outbox.add(
    admins.map(({ personId, chatId, locale }) => ({
      ...{ personId, chatId, notBefore, kind: 'notice' as const, key: `clock-stop:${from.toISOString()}:${personId}` },
      text: messagesIn(locale).jobs.clockStopped({ from: clock(from), until: clock(until) }),
    })),
  )
  const entry = { action: 'clock.stopped', subject: 'workspace', subjectId: id, after: { from, until } }
  await audit.append(entry, until)
}
