import { type MilestoneRule, milestoneDay } from '../milestone-rule.ts'
import { decideReminder } from '../milestones.ts'
import { type LocalDate, localDate } from '../time.ts'
import type { OfficeCalendar } from './office-calendar.ts'

/** A calendar before and after a change. */
export interface Changed {
  readonly before: OfficeCalendar
  readonly after: OfficeCalendar
}

/** How work that is due on a day is spoken of; null without a due date. */
export interface Counted {
  readonly dueOn: LocalDate | null
  readonly rule: MilestoneRule
}

/**
 * When the milestone to come would have been said, where a change of the calendar puts it on another day; null where it
 * stays. Those reached before it stay handled. Only milestones in working days hang on a calendar.
 */
export const findMoved = ({ dueOn, rule }: Counted, { before, after }: Changed, now: Date): Date | null => {
  if (dueOn === null || rule.counted === 'calendar') return null
  const { zone } = before
  const { following } = decideReminder(dueOn, now, zone, { rule, calendar: before })
  if (following === null) return null
  const on = milestoneDay(dueOn, following.milestone, { rule, calendar: after })
  return on === localDate(following.at, zone) ? null : following.at
}
