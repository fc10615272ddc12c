import type { Rhythm } from './milestone-rule.ts'
import { saidOn } from './saying-time.ts'
import { instantAt, type LocalDate, localDate } from './time.ts'

// Work without a due date has no milestones: once a month or quarter somebody is asked how it stands. In the ledger
// such a request has the number of its period's first month, counted from the year 0, and the version 0: the same
// month is never asked about twice, whatever dates the work had in between and however often it is asked about. A
// quarter has the number of its first month: who was asked in October is not asked again for the fourth quarter.

const months = 12
const monthsIn: Readonly<Record<Rhythm, number>> = { monthly: 1, quarterly: 3 }
/** Far beyond every milestone and every reminder that was put off. */
const firstRequest = 1000 * months

/** The version of the due date by which reminders are kept apart in the ledger. */
export const ledgerVersion = (dueOn: LocalDate | null, dueVersion: number): number => (dueOn === null ? 0 : dueVersion)

/** Whether a number in the ledger is that of a request, and not of a milestone. */
export const isStatusRequest = (milestone: number): boolean => milestone >= firstRequest

/** The first day of the period that a request asks about. */
export const requestedFrom = (request: number): LocalDate =>
  `${String(Math.floor(request / months)).padStart(4, '0')}-${String((request % months) + 1).padStart(2, '0')}-01`

const monthNumber = (day: LocalDate): number => Number(day.slice(0, 4)) * months + Number(day.slice(5, 7)) - 1

/** A period: its number in the ledger, and the moment from which it is asked about. */
interface AskedPeriod {
  readonly request: number
  readonly at: Date
}

const periodOf = (request: number, zone: string): AskedPeriod => ({
  request,
  at: saidOn(requestedFrom(request), zone),
})

/** The period of a moment and the one after it. A period begins with its day: nobody is asked about last month on the first. */
export const periodsAt = (
  now: Date,
  zone: string,
  rhythm: Rhythm,
): { readonly current: AskedPeriod; readonly next: AskedPeriod } => {
  const month = monthNumber(localDate(now, zone))
  const current = month - (month % monthsIn[rhythm])
  return { current: periodOf(current, zone), next: periodOf(current + monthsIn[rhythm], zone) }
}

/** From when on something that is said answers a request; null for a milestone, which goes on until the work is done. */
export const answeredFrom = (milestone: number, zone: string): Date | null =>
  isStatusRequest(milestone) ? instantAt(requestedFrom(milestone), '00:00', zone) : null

/** Whether something was said, and not before a moment. */
export const isSince = (heardAt: Date | null, from: Date | null): boolean =>
  heardAt !== null && from !== null && heardAt >= from

/** Whether a number in the ledger is that of a request, and somebody said something since its period began. */
export const isAnswered = (milestone: number, heardAt: Date | null, zone: string): boolean =>
  isSince(heardAt, answeredFrom(milestone, zone))
