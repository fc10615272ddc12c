import {
  type Day,
  dayMinutes,
  dayOf,
  eightOClock,
  firstDayAfter,
  firstDayOf,
  isOpen,
  type WallMinute,
  workingDaysFrom,
} from './calendar.ts'
import { ModelSnoozes } from './snoozes.ts'
import type { ModelAssignment, Rule } from './work.ts'

interface ModelPerson {
  readonly roles: readonly { readonly agency: number; readonly role: 'official' | 'head' }[]
  isReachable: boolean
}

interface ModelAway {
  readonly from: number
  readonly to: number
  readonly firstDay: Day
  readonly lastDay: Day
  isEnded: boolean
}

/** A milestone of a due date, months without one that are asked about from their first day on, or somebody's own wish. */
type Reason =
  | { readonly milestone: number; readonly version: number }
  | { readonly askedFrom: Day }
  | { readonly wish: number; readonly version: number }

interface Promised {
  readonly assignment: ModelAssignment
  readonly reason: Reason
}

/** Task numbers that one message speaks of, in order; a task of two agencies is there twice. */
export type Spoken = readonly number[]

/** Days late on which an agency is reminded, up to a month. */
const lateDays = (every: number): readonly number[] =>
  Array.from({ length: 31 }, (_, day) => day).filter((day) => day >= 1 && (day - 1) % every === 0 && day <= 30)

const milestonesOf = ({ before, lateEvery }: Rule): readonly number[] => [
  ...before,
  ...(lateEvery === null ? [] : lateDays(lateEvery).map((day) => -day)),
]

/** From eight on the first day after all that was said or done in other months; after a long silence once. */
const askedNow = (every: Rule['askedEvery'], handledUntil: WallMinute, now: WallMinute): Reason | null => {
  if (every === null || now < eightOClock(firstDayAfter(dayOf(handledUntil), every))) return null
  return { askedFrom: firstDayOf(dayOf(now), every) }
}

/**
 * Which reminders everybody must get, said as plainly as can be: every milestone of every assignment is looked at each
 * time anew. It knows nothing of sweeps that claim, of rows and of the next moment that is kept.
 */
export class ReminderModel {
  readonly people: ModelPerson[] = []
  readonly assignments: ModelAssignment[] = []
  readonly aways: ModelAway[] = []
  readonly snoozes = new ModelSnoozes()
  /** Whom what was promised to and not yet said, as after a crash. */
  readonly #promised = new Map<number, Promised[]>()
  readonly #told = new Set<string>()

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
    const reason = assignment.state === 'open' ? this.#reason(assignment, now) : null
    if (reason === null) return
    assignment.handledUntil = now
    for (const person of this.#recipients(assignment, now)) {
      const key = [this.assignments.indexOf(assignment), person, ...Object.values(reason)].join()
      if (this.#told.has(key)) continue
      this.#told.add(key)
      this.#promiseTo(person, { assignment, reason })
    }
  }

  #promiseTo(person: number, promised: Promised): void {
    this.#promised.set(person, [...(this.#promised.get(person) ?? []), promised])
  }

  /** Why an assignment is spoken of at this moment; null when it is not. */
  #reason({ due, rule, version, handledUntil }: ModelAssignment, now: WallMinute): Reason | null {
    if (due === null) return askedNow(rule.askedEvery, handledUntil, now)
    const reached = this.#latest(rule, due, now)
    return reached === null || reached.at <= handledUntil ? null : { milestone: reached.milestone, version }
  }

  /** Only the nearest: those before it are not made up for. */
  #latest(rule: Rule, due: Day, now: WallMinute): { readonly milestone: number; readonly at: WallMinute } | null {
    const moments = milestonesOf(rule).map((milestone) => ({
      milestone,
      at: eightOClock(rule.working ? workingDaysFrom(due, -milestone) : due - milestone),
    }))
    return moments.filter(({ at }) => at <= now).at(-1) ?? null
  }

  /** The agency's people, or who was named; and who stands in for one of them today. */
  #recipients({ agency, doer }: ModelAssignment, now: WallMinute): ReadonlySet<number> {
    const members = this.#indexes(({ roles, isReachable }) => isReachable && roles.some((one) => one.agency === agency))
    const named = doer !== null && members.includes(doer)
    const told = named ? members.filter((one) => one === doer) : members
    const standIns = this.#awayOn(dayOf(now))
      .filter(({ from, to }) => told.includes(from) && this.people[to]?.isReachable === true)
      .map(({ to }) => to)
    return new Set([...told, ...standIns])
  }

  #speak(now: WallMinute): ReadonlyMap<number, Spoken> {
    const said = new Map<number, Spoken>()
    for (const [person, promises] of this.#promised) {
      if (this.people[person]?.isReachable !== true) continue
      this.#promised.delete(person)
      const holding = promises.filter((one) => this.#holds(one, person, now))
      const spoken = [...new Set(holding.map(({ assignment }) => assignment))].map(({ number }) => number)
      if (spoken.length > 0)
        said.set(
          person,
          spoken.toSorted((a, b) => a - b),
        )
    }
    return said
  }

  /** Still asked of them, still theirs, its date has not moved away, and nobody said what was to be asked. */
  #holds({ assignment, reason }: Promised, person: number, now: WallMinute): boolean {
    const { agency, due, version, state, heardAt } = assignment
    const absent = this.#awayOn(dayOf(now)).filter(({ to }) => to === person)
    const isTheirs = [person, ...absent.map(({ from }) => from)].some((one) =>
      this.people[one]?.roles.some((role) => role.agency === agency),
    )
    if (!isTheirs || state !== 'open') return false
    if ('wish' in reason) return reason.version === version
    if ('askedFrom' in reason) return due === null && heardAt < reason.askedFrom * dayMinutes
    return due !== null && (reason.version === version || due - dayOf(now) <= reason.milestone)
  }

  #awayOn(day: Day): readonly ModelAway[] {
    return this.aways.filter(({ isEnded, firstDay, lastDay }) => !isEnded && firstDay <= day && day <= lastDay)
  }

  #indexes(which: (person: ModelPerson) => boolean): readonly number[] {
    return this.people.flatMap((person, index) => (which(person) ? [index] : []))
  }
}
