import { isWorkingDay, type OfficeCalendar } from '../calendar/office-calendar.ts'
import { nextOpening } from '../calendar/office-hours.ts'
import { saidOn } from '../saying-time.ts'
import { addDays, type LocalDate } from '../time.ts'
import type { Period } from './period.ts'

/** The longest rest is shorter; a calendar on which nobody ever works ends the search. */
const longestRest = 60

/** The day itself, or where nobody works on it the last day of work before it. */
export const workingDayBefore = (day: LocalDate, calendar: Pick<OfficeCalendar, 'own'>): LocalDate => {
  for (let back = 0; back < longestRest; back += 1) {
    const date = addDays(day, -back)
    if (isWorkingDay(date, calendar)) return date
  }
  return day
}

/** When people are reminded to send their data: days before the cut-off, from the beginning of the day like all reminders. */
export interface PeriodMilestone {
  readonly daysBefore: number
  readonly at: Date
}

type Cutoff = Pick<Period, 'cutoffOn' | 'cutoffAt' | 'remindBefore'>

/**
 * A day off goes to the day of work before it: after the weekend the cut-off may have passed, as it may before the
 * office opens. Several that meet on one day are one, the nearest to the cut-off.
 */
const milestonesOf = (
  { cutoffOn, cutoffAt, remindBefore }: Cutoff,
  calendar: OfficeCalendar,
): readonly PeriodMilestone[] => {
  const all = remindBefore.map((daysBefore) => ({
    daysBefore,
    at: saidOn(workingDayBefore(addDays(cutoffOn, -daysBefore), calendar), calendar.zone),
  }))
  return all.filter(
    ({ at }, index) => nextOpening(at, calendar) < cutoffAt && all[index + 1]?.at.getTime() !== at.getTime(),
  )
}

/** What is to be said about a period at a moment, and when it is looked at again. */
export interface PeriodReminding {
  /** The latest one reached; after a time of silence only this is said. Null before the first. */
  readonly current: PeriodMilestone | null
  readonly next: PeriodMilestone | null
}

export const decidePeriodReminder = (period: Cutoff, now: Date, calendar: OfficeCalendar): PeriodReminding => {
  const all = milestonesOf(period, calendar)
  return {
    current: all.findLast(({ at }) => at <= now) ?? null,
    next: all.find(({ at }) => at > now) ?? null,
  }
}

/**
 * When a period that was made or set anew is first spoken of: at once where it is in a milestone that nothing was said
 * about since it was reached, else at the next one. Null once its cut-off has passed.
 */
export const nextPeriodReminder = (
  period: Cutoff & Pick<Period, 'remindedAt'>,
  now: Date,
  calendar: OfficeCalendar,
): Date | null => {
  if (period.cutoffAt <= now) return null
  const { current, next } = decidePeriodReminder(period, now, calendar)
  const isUnsaid = current !== null && (period.remindedAt === null || period.remindedAt < current.at)
  return (isUnsaid ? current : next)?.at ?? null
}

/** From one reminder by hand to the next. */
const callPauseMs = 2 * 60 * 60 * 1000
const mostCalls = 5

/** Whether those who have not sent may be reminded by hand now, or why not. */
export type PeriodCall =
  | { readonly kind: 'call'; readonly call: number; readonly at: Date }
  | { readonly kind: 'too-soon'; readonly last: Date; readonly next: Date }
  | { readonly kind: 'enough'; readonly calls: number }
  | { readonly kind: 'too-late' }

/**
 * A reminder by the clock counts as well: nobody hears the same twice within an hour or two. One by the clock goes to the
 * day of work before a day off; one that is asked for cannot, and where no opening is left before the cut-off none leaves.
 */
export const planPeriodCall = (
  { calledAt, calls, remindedAt, cutoffAt }: Pick<Period, 'calledAt' | 'calls' | 'remindedAt' | 'cutoffAt'>,
  now: Date,
  calendar: OfficeCalendar,
): PeriodCall => {
  if (calls >= mostCalls) return { kind: 'enough', calls }
  const last = [calledAt, remindedAt].flatMap((at) => at ?? []).toSorted((a, b) => b.getTime() - a.getTime())[0]
  const next = last === undefined ? now : new Date(last.getTime() + callPauseMs)
  const isSoon = last !== undefined && now < next
  const at = nextOpening(isSoon ? next : now, calendar)
  if (at >= cutoffAt) return { kind: 'too-late' }
  return isSoon ? { kind: 'too-soon', last, next } : { kind: 'call', call: calls + 1, at }
}
