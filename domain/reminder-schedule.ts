import type { OfficeCalendar } from './calendar/office-calendar.ts'
import { nextOpening } from './calendar/office-hours.ts'
import { climbsFrom, headsHear } from './escalation.ts'
import { type Counting, escalationOf } from './milestone-rule.ts'
import { decideReminder, type Milestone } from './milestones.ts'
import type { ClaimedReminder, ReminderKind } from './ports/reminders.ts'
import { isStatusRequest, ledgerVersion } from './status-requests.ts'
import { type LocalDate, localDate } from './time.ts'

/** A reminder that is still to come, if nothing changes until then. */
export interface PlannedReminder {
  readonly milestone: number
  readonly at: Date
  /** Whether heads hear of it besides whoever was named to do it. */
  readonly heads: boolean
  /** The day the milestone falls on, where it can only be said on a later one. */
  readonly movedFrom: LocalDate | null
}

interface Standing {
  /** By which rule its milestones are counted. */
  readonly counting?: Counting
  readonly dueOn: LocalDate | null
  /** When it was given to its agency. */
  readonly givenOn: LocalDate | null
  readonly dueVersion: number
  /** When the sweep looks at it next; null when nothing is left. */
  readonly next: Date | null
}

/** Work without a due date is asked about without end. */
const mostPlanned = (dueOn: LocalDate | null): number => (dueOn === null ? 3 : Number.POSITIVE_INFINITY)

/**
 * What the sweeps to come will say: each looks at an assignment when the office is open, says the milestone it is in
 * and sets the next one. A milestone that was claimed for this due date is not said again.
 */
export const planReminders = (
  standing: Standing,
  claimed: readonly Pick<ClaimedReminder, 'kind' | 'milestone' | 'dueVersion'>[],
  now: Date,
  calendar: OfficeCalendar,
): readonly PlannedReminder[] => {
  const { counting, dueOn, dueVersion, next } = standing
  const handled = handledFor(claimed, ledgerVersion(dueOn, dueVersion))
  const planned: PlannedReminder[] = []
  for (let due = next; due !== null && planned.length < mostPlanned(dueOn); ) {
    const at = nextOpening(due > now ? due : now, calendar)
    const { current, following } = decideReminder(dueOn, at, calendar.zone, counting)
    if (current !== null && !handled.has(current.milestone)) {
      planned.push(plannedAt(at, standing, current, calendar.zone))
    }
    due = following?.at ?? null
  }
  return planned
}

const handledFor = (claimed: readonly Pick<ClaimedReminder, 'kind' | 'milestone' | 'dueVersion'>[], version: number) =>
  new Set(claimed.filter((one) => one.dueVersion === version && isMilestone(one)).map(({ milestone }) => milestone))

const isMilestone = ({ kind }: Pick<ClaimedReminder, 'kind'>): boolean => kind === 'due' || kind === 'unreached'

const plannedAt = (
  at: Date,
  { counting, dueOn, givenOn }: Standing,
  { milestone, at: reachedAt }: Milestone,
  zone: string,
): PlannedReminder => {
  const reachedOn = localDate(reachedAt, zone)
  const heads = dueOn !== null && headsHear(climbsFrom(dueOn, givenOn), at, zone, escalationOf(counting ?? {}))
  return { milestone, at, heads, movedFrom: reachedOn === localDate(at, zone) ? null : reachedOn }
}

/** What was said about one milestone on one day, and to whom. */
export interface SaidMilestone {
  readonly day: LocalDate
  readonly kind: ReminderKind
  readonly milestone: number
  /** Whether it was about a due date that was changed since. */
  readonly moved: boolean
  readonly people: readonly Pick<ClaimedReminder, 'name' | 'outcome'>[]
}

/** Whether a reminder was about a due date that was changed since; a request for status is about none. */
export const isOfEarlierDate = (
  { milestone, dueVersion }: Pick<ClaimedReminder, 'milestone' | 'dueVersion'>,
  inForce: number,
): boolean => dueVersion < inForce && !isStatusRequest(milestone)

/** The ledger of one assignment, a line for each milestone, the newest first. */
export const groupClaimed = (
  claimed: readonly ClaimedReminder[],
  dueVersion: number,
  zone: string,
): readonly SaidMilestone[] =>
  [
    ...Map.groupBy(
      claimed,
      (one) => `${localDate(one.at, zone)} ${one.dueVersion} ${one.kind} ${one.milestone}`,
    ).values(),
  ].flatMap((people) =>
    people.slice(0, 1).map((one) => ({
      ...{ day: localDate(one.at, zone), kind: one.kind, milestone: one.milestone },
      ...{ moved: isOfEarlierDate(one, dueVersion), people },
    })),
  )
