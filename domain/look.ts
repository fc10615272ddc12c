import type { Assignment } from './assignment.ts'
import { climbsFrom, decideStep, headsHear, type Step } from './escalation.ts'
import { type Counting, escalationOf, usualCounting } from './milestone-rule.ts'
import { decideReminder, type Milestone } from './milestones.ts'
import { saidOn, speaksUntil } from './saying-time.ts'
import { silentAgain, silentDay } from './silence.ts'
import { answeredFrom, isStatusRequest } from './status-requests.ts'
import { type LocalDate, localDate } from './time.ts'

/** How long an agency has been silent about an assignment. */
export interface Silence {
  /** The day of its last word, or that on which the work was given or pressed for. */
  readonly since: LocalDate
  /** Whether it was asked about this silence already: it is asked once. */
  readonly asked: boolean
}

/** By which days an assignment is reminded of and reported. */
export interface Days {
  /** Null where it is asked about by periods. */
  readonly dueOn: LocalDate | null
  /** When it was given to its agency: where that was after the due date the ladder is climbed from it. Null for before. */
  readonly givenOn: LocalDate | null
}

/** The days of an assignment, on the calendar of a zone. */
export const daysOf = ({ dueOn, givenAt }: Pick<Assignment, 'dueOn' | 'givenAt'>, zone: string): Days => ({
  ...{ dueOn, givenOn: localDate(givenAt, zone) },
})

/** A milestone that a sweep says, unless what happened to the assignment says otherwise. */
interface SaidMilestone extends Milestone {
  /**
   * Not said by a look that was planned for a later moment if the assignment was changed later too: it was said then,
   * or needed no saying. Null for a request, which holds for all of its period.
   */
  readonly lapsesAfter: Date | null
  /** Not said where somebody said something from this moment on; null for what goes on until the work is done. */
  readonly answeredFrom: Date | null
}

/** What a sweep does with an assignment at a moment. */
export interface Look {
  /** The milestone that is said. */
  readonly milestone: SaidMilestone | null
  /** The highest step of the ladder that is reached. */
  readonly step: Step | null
  /** Whether heads hear of it besides whoever was named to do it. */
  readonly heads: boolean
  /** Whether the agency is asked because it has been silent, or others are told where nobody of it can be. */
  readonly silent: boolean
  /** When it is looked at again; null when nothing is left. */
  readonly following: Date | null
}

/** What is reached at a moment, and what comes after it. Work without a due date is asked about by periods alone. */
export const decideLook = (
  { dueOn, givenOn, silence }: Days & { readonly silence: Silence },
  now: Date,
  zone: string,
  counting: Counting = usualCounting,
): Look => {
  const { current, following } = decideReminder(dueOn, now, zone, counting)
  const milestone = current && said(current, zone)
  if (dueOn === null) {
    return { milestone, step: null, heads: false, silent: false, following: following?.at ?? null }
  }
  const escalation = escalationOf(counting)
  const from = climbsFrom(dueOn, givenOn)
  const { reached, next } = decideStep(from, now, zone, escalation)
  const asking = decideSilence(dueOn, silence, now, zone, counting)
  return {
    ...{ milestone, step: reached, heads: headsHear(from, now, zone, escalation) },
    silent: asking.now,
    following: earliest([following?.at, next?.at, asking.next]),
  }
}

const said = (milestone: Milestone, zone: string): SaidMilestone => ({
  ...milestone,
  lapsesAfter: isStatusRequest(milestone.milestone) ? null : milestone.at,
  answeredFrom: answeredFrom(milestone.milestone, zone),
})

const decideSilence = (
  dueOn: LocalDate,
  { since, asked }: Silence,
  now: Date,
  zone: string,
  counting: Counting,
): { readonly now: boolean; readonly next: Date | null } => {
  const reached = localDate(now, zone)
  const day = asked ? null : silentDay(dueOn, { since, from: reached }, counting)
  if (day === null) return { now: false, next: null }
  if (day !== reached) return { now: false, next: saidOn(day, zone) }
  // Where there was nobody to be asked, whoever joins later is; where there was, the next look finds it asked.
  const again = silentAgain(dueOn, { since, on: reached }, counting)
  return { now: true, next: again === null ? null : saidOn(again, zone) }
}

const earliest = (moments: readonly (Date | null | undefined)[]): Date | null => {
  const [first] = moments.filter((at) => at !== null && at !== undefined).toSorted((a, b) => a.getTime() - b.getTime())
  return first ?? null
}

/**
 * When an assignment about which something has just been said or decided is looked at again. A period that is asked
 * about begins with its day, also before the office opens.
 */
export const nextLookAt = (days: Days, now: Date, zone: string, counting: Counting = usualCounting): Date | null => {
  const silence = { since: localDate(now, zone), asked: false }
  const until = days.dueOn === null ? now : speaksUntil(now, zone)
  return decideLook({ ...days, silence }, until, zone, counting).following
}

/**
 * The same for a new one: at the milestone it is in already, at most once for all that passed before it existed.
 * Without a due date it waits for the next period.
 */
export const firstLookAt = (
  dueOn: LocalDate | null,
  now: Date,
  zone: string,
  counting: Counting = usualCounting,
): Date | null =>
  (dueOn === null ? null : decideReminder(dueOn, now, zone, counting).current?.at) ??
  nextLookAt({ dueOn, givenOn: localDate(now, zone) }, now, zone, counting)
