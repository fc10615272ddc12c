import { type Counting, milestoneDay, milestonesOf, type Rhythm, usualCounting } from './milestone-rule.ts'
import { saidOn } from './saying-time.ts'
import { periodsAt } from './status-requests.ts'
import { type LocalDate, localDate } from './time.ts'

/**
 * A moment at which an assignment is spoken of: days before its due date, negative while it is overdue; without a due
 * date the number of the period that is asked about.
 */
export interface Milestone {
  readonly milestone: number
  readonly at: Date
}

const reach = (milestone: number, day: LocalDate, zone: string): Milestone => ({
  milestone,
  at: saidOn(day, zone),
})

const splitAt = (dueOn: LocalDate, now: Date, zone: string, counting: Counting) => {
  const reached = localDate(now, zone)
  const all = milestonesOf(counting.rule).map((milestone) => ({
    milestone,
    on: milestoneDay(dueOn, milestone, counting),
  }))
  const isReached = ({ on }: { readonly on: LocalDate }) => on <= reached
  return { current: all.findLast(isReached), next: all.find((one) => !isReached(one)) }
}

/** The first milestone strictly after a moment; null when none is left. Without a due date that of the next period. */
export const nextMilestone = (
  dueOn: LocalDate | null,
  after: Date,
  zone: string,
  counting: Counting = usualCounting,
): Milestone | null => decideReminder(dueOn, after, zone, counting).following

/**
 * The latest milestone at or before now: after a time of silence only this one is said, those before it are not made
 * up for. Null before the first.
 */
export const currentMilestone = (
  dueOn: LocalDate | null,
  now: Date,
  zone: string,
  counting: Counting = usualCounting,
): Milestone | null => decideReminder(dueOn, now, zone, counting).current

/**
 * When a new assignment is first spoken of: at the milestone it is in already, at most once for all that passed
 * before it existed, else at the next one. Without a due date it waits for the next period.
 */
export const firstReminderAt = (
  dueOn: LocalDate | null,
  now: Date,
  zone: string,
  counting: Counting = usualCounting,
): Date | null => {
  const { current, following } = decideReminder(dueOn, now, zone, counting)
  return ((dueOn === null ? null : current) ?? following)?.at ?? null
}

/** What a sweep does with an assignment at a moment. */
export interface Decision {
  /** The milestone that is said; null where none is reached, and it is only put off. */
  readonly current: Milestone | null
  /** When it is looked at again; null when nothing is left to say. */
  readonly following: Milestone | null
}

/** After a time of silence only the nearest milestone is said, and only the period it is in is asked about. */
export const decideReminder = (
  dueOn: LocalDate | null,
  now: Date,
  zone: string,
  counting: Counting = usualCounting,
): Decision => {
  if (dueOn === null) return decideRequest(now, zone, counting.rule.rhythm)
  const { current, next } = splitAt(dueOn, now, zone, counting)
  return {
    current: current === undefined ? null : reach(current.milestone, current.on, zone),
    following: next === undefined ? null : reach(next.milestone, next.on, zone),
  }
}

const decideRequest = (now: Date, zone: string, rhythm: Rhythm | null): Decision => {
  if (rhythm === null) return { current: null, following: null }
  const { current, next } = periodsAt(now, zone, rhythm)
  return {
    current: { milestone: current.request, at: current.at },
    following: { milestone: next.request, at: next.at },
  }
}
