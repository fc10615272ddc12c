import { type Assignment, isOpen } from './assignment.ts'
import type { OfficeCalendar } from './calendar/office-calendar.ts'
import { nextOpening } from './calendar/office-hours.ts'
import type { WaitingReminder } from './ports/reminders.ts'
import { daysBetween, type LocalDate, localDate } from './time.ts'

/** What one person is reminded of at once. */
export interface Digest {
  /** The most overdue first; within a group by number. */
  readonly groups: readonly { readonly daysLeft: number; readonly items: readonly Assignment[] }[]
  readonly items: readonly Assignment[]
  /** The day on which it should have been said, when that is more than a day ago. */
  readonly lateSince: LocalDate | null
}

/**
 * Puts together what still holds of the reminders that wait for a person; `agencyIds` are the agencies they are told
 * about: their own, and those of whom they stand in for.
 */
export const planDigest = (
  waiting: readonly WaitingReminder[],
  agencyIds: readonly string[],
  now: Date,
  calendar: OfficeCalendar,
): Digest => {
  const today = localDate(now, calendar.zone)
  const holding = waiting.filter(
    (reminder) => agencyIds.includes(reminder.assignment.agencyId) && stillHolds(reminder, today),
  )
  const items = [...new Map(holding.map(({ assignment }) => [assignment.id, assignment])).values()]
  const byDays = Map.groupBy(items, ({ dueOn }) => daysBetween(today, dueOn ?? today))
  const groups = [...byDays]
    .map(([daysLeft, group]) => ({ daysLeft, items: group.toSorted((a, b) => a.number - b.number) }))
    .toSorted((a, b) => a.daysLeft - b.daysLeft)
  return { groups, items: groups.flatMap((group) => group.items), lateSince: findLateSince(holding, now, calendar) }
}

/** Not done meanwhile, and its due date has not moved away from the milestone. */
const stillHolds = ({ assignment, dueVersion, milestone }: WaitingReminder, today: LocalDate): boolean => {
  const { state, dueOn } = assignment
  if (!isOpen(state) || dueOn === null) return false
  return dueVersion === assignment.dueVersion || daysBetween(today, dueOn) <= milestone
}

const tolerated = 24 * 60 * 60 * 1000

/** Reckoned from when somebody could first be spoken to: what had to wait for the end of Tết is not late then. */
const findLateSince = (
  reminders: readonly WaitingReminder[],
  now: Date,
  calendar: OfficeCalendar,
): LocalDate | null => {
  const [earliest] = reminders.map(({ dueAt }) => dueAt).toSorted((a, b) => a.getTime() - b.getTime())
  if (earliest === undefined) return null
  const sayable = nextOpening(earliest, calendar)
  return now.getTime() - sayable.getTime() > tolerated ? localDate(sayable, calendar.zone) : null
}
