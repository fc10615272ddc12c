import { addDays, daysBetween, instantAt, type LocalDate, localDate, minuteOfDay } from './time.ts'

/** A moment at which an assignment is spoken of: days before its due date, negative while it is overdue. */
export interface Milestone {
  readonly milestone: number
  readonly at: Date
}

const lastOverdueDay = 30
const overdueEvery = 3

/** 7, 3, 1 and 0 days before; then the day after and every third day, until a month has passed. */
const milestones: readonly number[] = [
  7,
  3,
  1,
  0,
  ...Array.from({ length: Math.ceil(lastOverdueDay / overdueEvery) }, (_, turn) => -(1 + turn * overdueEvery)),
]

const saidAt = '08:00'
const saidAtMinute = 8 * 60

const reach = (dueOn: LocalDate, milestone: number, zone: string): Milestone => ({
  milestone,
  at: instantAt(addDays(dueOn, -milestone), saidAt, zone),
})

/** Days left at a moment, counted from 08:00 to 08:00: a milestone is reached when no more than its days are left. */
const daysLeft = (dueOn: LocalDate, now: Date, zone: string): number =>
  daysBetween(localDate(now, zone), dueOn) + (minuteOfDay(now, zone) >= saidAtMinute ? 0 : 1)

/** The first milestone strictly after a moment; null when none is left or there is no due date. */
export const nextMilestone = (dueOn: LocalDate | null, after: Date, zone: string): Milestone | null => {
  if (dueOn === null) return null
  const left = daysLeft(dueOn, after, zone)
  const next = milestones.find((milestone) => milestone < left)
  return next === undefined ? null : reach(dueOn, next, zone)
}

/**
 * The latest milestone at or before now: after a time of silence only this one is said, those before it are not made
 * up for. Null before the first.
 */
export const currentMilestone = (dueOn: LocalDate | null, now: Date, zone: string): Milestone | null => {
  if (dueOn === null) return null
  const left = daysLeft(dueOn, now, zone)
  const current = milestones.findLast((milestone) => milestone >= left)
  return current === undefined ? null : reach(dueOn, current, zone)
}

/**
 * When a new assignment is first spoken of: at the milestone it is in already, at most once for all that passed
 * before it existed, else at the next one. Null without a due date.
 */
export const firstReminderAt = (dueOn: LocalDate | null, now: Date, zone: string): Date | null =>
  (currentMilestone(dueOn, now, zone) ?? nextMilestone(dueOn, now, zone))?.at ?? null

/** What a sweep does with an assignment at a moment. */
export interface Decision {
  /** The milestone that is said; null where none is reached, and it is only put off. */
  readonly current: Milestone | null
  /** When it is looked at again; null when nothing is left to say. */
  readonly next: Date | null
}

/** After a time of silence only the nearest milestone is said. */
export const decideReminder = (dueOn: LocalDate | null, now: Date, zone: string): Decision => ({
  current: currentMilestone(dueOn, now, zone),
  next: nextMilestone(dueOn, now, zone)?.at ?? null,
})
