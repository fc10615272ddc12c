import type { OfficeCalendar } from './calendar/office-calendar.ts'
import { nextOpening } from './calendar/office-hours.ts'
import type { Counting } from './milestone-rule.ts'
import { decideReminder } from './milestones.ts'
import type { ClaimedReminder } from './ports/reminders.ts'
import { type LocalDate, localDate } from './time.ts'

/** A reminder that is still to come, if nothing changes until then. */
export interface PlannedReminder {
  readonly milestone: number
  readonly at: Date
  /** The day the milestone falls on, where it can only be said on a later one. */
  readonly movedFrom: LocalDate | null
}

interface Standing {
  /** By which rule its milestones are counted. */
  readonly counting?: Counting
  readonly dueOn: LocalDate | null
  readonly dueVersion: number
  /** When the sweep looks at it next; null when nothing is left. */
  readonly next: Date | null
}

/**
 * What the sweeps to come will say: each looks at an assignment when the office is open, says the milestone it is in
 * and sets the next one. A milestone that was claimed for this due date is not said again.
 */
export const planReminders = (
  { counting, dueOn, dueVersion, next }: Standing,
  claimed: readonly Pick<ClaimedReminder, 'milestone' | 'dueVersion'>[],
  now: Date,
  calendar: OfficeCalendar,
): readonly PlannedReminder[] => {
  const handled = new Set(claimed.filter((one) => one.dueVersion === dueVersion).map(({ milestone }) => milestone))
  const planned: PlannedReminder[] = []
  for (let due = next; due !== null; ) {
    const at = nextOpening(due > now ? due : now, calendar)
    const decision = decideReminder(dueOn, at, calendar.zone, counting)
    if (decision.current !== null && !handled.has(decision.current.milestone)) {
      const { milestone } = decision.current
      const reachedOn = localDate(decision.current.at, calendar.zone)
      planned.push({ milestone, at, movedFrom: reachedOn === localDate(at, calendar.zone) ? null : reachedOn })
    }
    due = decision.following?.at ?? null
  }
  return planned
}

/** What was said about one milestone on one day, and to whom. */
export interface SaidMilestone {
  readonly day: LocalDate
  readonly milestone: number
  /** Whether it was about a due date that was changed since. */
  readonly moved: boolean
  readonly people: readonly Pick<ClaimedReminder, 'name' | 'outcome'>[]
}

/** The ledger of one assignment, a line for each milestone, the newest first. */
export const groupClaimed = (
  claimed: readonly ClaimedReminder[],
  dueVersion: number,
  zone: string,
): readonly SaidMilestone[] =>
  [...Map.groupBy(claimed, (one) => `${localDate(one.at, zone)} ${one.dueVersion} ${one.milestone}`).values()].flatMap(
    (people) =>
      people.slice(0, 1).map(({ at, milestone, dueVersion: version }) => ({
        ...{ day: localDate(at, zone), milestone, moved: version < dueVersion, people },
      })),
  )
