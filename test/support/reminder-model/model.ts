import {
  type Day,
  dayOf,
  beginningOf,
  firstDayAfter,
  firstDayOf,
  isOpen,
  type WallMinute,
  workingDaysFrom,
} from './calendar.ts'
import { headsHear, type Ladder, momentsOf, Reports, stepAt } from './ladder.ts'
import { assignmentsOf, holds, isLost, isOwn, isReport, type Promised, type Reason } from './reasons.ts'
import { ModelSnoozes } from './snoozes.ts'
import { Staff } from './staff.ts'
import type { ModelAssignment, Rule } from './work.ts'

/** Task numbers that one message speaks of, in order; a task of two agencies is there twice. */
export interface Spoken {
  readonly own: readonly number[]
  /** Late work of others, or where that is a lot how much each agency has. */
  readonly reported: readonly number[]
  /** Work of agencies of which nobody can be told. */
  readonly lost: readonly number[]
}

/** Days late on which an agency is reminded, up to a month. */
const lateDays = (every: number): readonly number[] =>
  Array.from({ length: 31 }, (_, day) => day).filter((day) => day >= 1 && (day - 1) % every === 0 && day <= 30)

const milestonesOf = ({ before, lateEvery }: Rule): readonly number[] => [
  ...before,
  ...(lateEvery === null ? [] : lateDays(lateEvery).map((day) => -day)),
]

/** From the first day on after all that was said or done in other months; after a long silence once. */
const askedNow = (every: Rule['askedEvery'], handledUntil: WallMinute, now: WallMinute): Reason | null => {
  if (every === null || now < beginningOf(firstDayAfter(dayOf(handledUntil), every))) return null
  return { askedFrom: firstDayOf(dayOf(now), every) }
}

/** The milestones of a due date in the order of time. */
const momentsIn = (rule: Rule, due: Day): readonly { readonly milestone: number; readonly at: WallMinute }[] =>
  milestonesOf(rule).map((milestone) => ({
    milestone,
    at: beginningOf(rule.working ? workingDaysFrom(due, -milestone) : due - milestone),
  }))

const numbersOf = (assignments: readonly ModelAssignment[]): readonly number[] =>
  assignments.map(({ number }) => number).toSorted((a, b) => a - b)

/** More than five late tasks of others are told agency by agency: how many each has. */
const reportedOf = (reported: readonly ModelAssignment[]): readonly number[] =>
  reported.length <= 5
    ? numbersOf(reported)
    : [...Map.groupBy(reported, ({ agency }) => agency).values()].map(({ length }) => length).toSorted((a, b) => a - b)

/** Of an agency of which nobody can be told so many are named, the most overdue first. */
const listed = (lost: readonly ModelAssignment[]): readonly ModelAssignment[] => {
  const sorted = lost.toSorted((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity) || a.number - b.number)
  return [...Map.groupBy(sorted, ({ agency }) => agency).values()].flatMap((tasks) => tasks.slice(0, 4))
}

/**
 * Which reminders everybody must get, said as plainly as can be: every milestone of every assignment is looked at each
 * time anew. It knows nothing of sweeps that claim, of rows and of the next moment that is kept.
 */
export class ReminderModel {
  readonly staff = new Staff()
  readonly assignments: ModelAssignment[] = []
  readonly snoozes = new ModelSnoozes()
  readonly #reports = new Reports()
  /** Whom what was promised to and not yet said, as after a crash. */
  readonly #promised = new Map<number, Promised[]>()
  readonly #told = new Set<string>()
  readonly #ladder: Ladder

  constructor(ladder: Ladder) {
    this.#ladder = ladder
  }

  /** What people hear in a run at this moment, by person; nothing for who hears nothing. */
  run(now: WallMinute, { dies = false } = {}): ReadonlyMap<number, Spoken> {
    if (!isOpen(now)) return new Map()
    for (const assignment of this.assignments) this.#promise(assignment, now)
    for (const { person, assignment, version, turn } of this.snoozes.take(now)) {
      this.#promiseTo(person, { assignment, reason: { wish: turn, version } })
    }
    return dies ? new Map() : this.#speak(now)
  }

  #promise(assignment: ModelAssignment, now: WallMinute): void {
    if (assignment.state !== 'open') return
    const { due } = assignment
    const reason = due === null ? askedNow(assignment.rule.askedEvery, assignment.handledUntil, now) : null
    if (due === null ? reason === null : !this.#isLookedAt(assignment, due, now)) return
    const said = reason ?? this.#milestone(assignment, now)
    this.#promiseAll(assignment, said, this.#recipients(assignment, now))
    if (this.staff.membersOf(assignment.agency).length === 0) {
      this.#promiseAll(assignment, said, this.staff.withStandIns(this.staff.overseers(), now), true)
    }
    assignment.handledUntil = now
    if (due !== null) this.#report(assignment, due, now)
  }

  /** At every milestone and every step of the ladder. */
  #isLookedAt({ rule, handledUntil, given }: ModelAssignment, due: Day, now: WallMinute): boolean {
    const moments = [...momentsIn(rule, due).map(({ at }) => at), ...momentsOf(this.#ladder, due, given)]
    return moments.some((at) => handledUntil < at && at <= now)
  }

  /** Late work goes to the next level above it that has anybody; who does it hears of what was really reported. */
  #report(assignment: ModelAssignment, due: Day, now: WallMinute): void {
    const step = stepAt(this.#ladder, due, assignment.given, now)
    if (step === null || this.#reports.isReached(assignment, step.rank)) return
    const rank = step.ranks.find((one) => this.staff.at(one, assignment.agency).length > 0)
    if (rank === undefined) return
    const meant = this.staff
      .at(rank, assignment.agency)
      .filter((one) => rank > 1 || !this.#hearsAnyway(one, assignment))
    const people = this.#reports.add(assignment, rank, [...this.staff.withStandIns(meant, now)])
    const { version } = assignment
    for (const person of people) this.#promiseTo(person, { assignment, reason: { reported: rank, version } })
    if (people.length === 0) return
    const others = [...this.#recipients(assignment, now, false)].filter((person) => !people.includes(person))
    this.#promiseAll(assignment, { toldOf: rank, version }, others)
  }

  /** A head who does it, or who was told that it is late because nobody in particular does it. */
  #hearsAnyway(head: number, assignment: ModelAssignment): boolean {
    if (assignment.doer !== null) return assignment.doer === head
    return milestonesOf(assignment.rule).some(
      (milestone) =>
        milestone < 0 && this.#told.has(this.#key(assignment, head, { milestone, version: assignment.version })),
    )
  }

  #promiseAll(assignment: ModelAssignment, reason: Reason | null, people: Iterable<number>, isLost = false): void {
    if (reason === null) return
    for (const person of people) {
      const key = `${this.#key(assignment, person, reason)}${isLost ? ' lost' : ''}`
      if (this.#told.has(key)) continue
      this.#told.add(key)
      this.#promiseTo(person, { assignment, reason, isLost })
    }
  }

  #key(assignment: ModelAssignment, person: number, reason: Reason): string {
    return JSON.stringify([this.assignments.indexOf(assignment), person, reason])
  }

  #promiseTo(person: number, promised: Promised): void {
    this.#promised.set(person, [...(this.#promised.get(person) ?? []), promised])
  }

  /** The nearest one: those before it are not made up for, and nothing that happened since speaks for it. */
  #milestone({ due, rule, version, handledUntil, changedAt }: ModelAssignment, now: WallMinute): Reason | null {
    const reached = due === null ? undefined : momentsIn(rule, due).findLast(({ at }) => at <= now)
    if (reached === undefined || (reached.at <= handledUntil && reached.at < changedAt)) return null
    return { milestone: reached.milestone, version }
  }

  /** The agency's people, or who was named, and its heads once it is late; and who stands in for one of them today. */
  #recipients(assignment: ModelAssignment, now: WallMinute, heads = this.#headsHear(assignment, now)) {
    const { agency, doer } = assignment
    const members = this.staff.membersOf(agency)
    const named = doer !== null && members.includes(doer)
    const above = heads ? this.staff.at(1, agency) : []
    return this.staff.withStandIns(named ? [...new Set([doer, ...above])] : members, now)
  }

  #headsHear({ due, given }: ModelAssignment, now: WallMinute): boolean {
    return due !== null && headsHear(this.#ladder, due, given, now)
  }

  #speak(now: WallMinute): ReadonlyMap<number, Spoken> {
    const said = new Map<number, Spoken>()
    for (const [person, promises] of this.#promised) {
      if (this.staff.people[person]?.isReachable !== true) continue
      this.#promised.delete(person)
      const holding = promises.filter(holds(dayOf(now)))
      const own = assignmentsOf(holding.filter(isOwn)).filter((one) => this.staff.isOf(person, one, now))
      const heard = (which: typeof isOwn, before: readonly ModelAssignment[]) =>
        assignmentsOf(holding.filter(which)).filter(
          (one) => !before.includes(one) && this.staff.mayHear(person, one, now),
        )
      const lost = heard(isLost, own)
      const reported = heard(isReport, [...own, ...lost])
      if (own.length + reported.length + lost.length > 0) {
        said.set(person, { own: numbersOf(own), reported: reportedOf(reported), lost: numbersOf(listed(lost)) })
      }
    }
    return said
  }
}
