import { type Day, dayOf, type WallMinute } from './calendar.ts'
import type { Rank } from './ladder.ts'
import type { ModelAssignment } from './work.ts'

interface ModelPerson {
  readonly roles: readonly { readonly agency: number; readonly role: 'official' | 'head' }[]
  /** Whether they coordinate or lead the whole workspace. */
  readonly above: Exclude<Rank, 1> | null
  isReachable: boolean
}

interface ModelAway {
  readonly from: number
  readonly to: number
  readonly firstDay: Day
  readonly lastDay: Day
  isEnded: boolean
}

/** Who is there, whom they belong to, and who stands in for whom. People are named by their position. */
export class Staff {
  readonly people: ModelPerson[] = []
  readonly aways: ModelAway[] = []

  /** Whoever of an agency can be told. */
  membersOf(agency: number): readonly number[] {
    return this.#reachable(({ roles }) => roles.some((one) => one.agency === agency))
  }

  /** Whoever can be told at a level; heads, of this agency. */
  at(rank: Rank, agency: number): readonly number[] {
    return this.#reachable(({ roles, above }) =>
      rank === 1 ? roles.some((one) => one.role === 'head' && one.agency === agency) : above === rank,
    )
  }

  /** Whoever hears of what nobody of an agency can: coordinators, or where none can be told leaders. */
  overseers(): readonly number[] {
    const coordinators = this.at(2, -1)
    return coordinators.length > 0 ? coordinators : this.at(3, -1)
  }

  withStandIns(people: readonly number[], now: WallMinute): ReadonlySet<number> {
    const standIns = this.#awayOn(dayOf(now))
      .filter(({ from, to }) => people.includes(from) && this.people[to]?.isReachable === true)
      .map(({ to }) => to)
    return new Set([...people, ...standIns])
  }

  /** Whether it is of their agency, or of one of whoever they stand in for. */
  isOf(person: number, { agency }: ModelAssignment, now: WallMinute): boolean {
    const absent = this.#absentFor(person, now)
    return [person, ...absent].some((one) => this.people[one]?.roles.some((role) => role.agency === agency))
  }

  /** Whoever is above all agencies hears of all, and so does who stands in for somebody. */
  mayHear(person: number, assignment: ModelAssignment, now: WallMinute): boolean {
    const oversees = this.people[person]?.above != null || this.#absentFor(person, now).length > 0
    return oversees || this.isOf(person, assignment, now)
  }

  #absentFor(person: number, now: WallMinute): readonly number[] {
    return this.#awayOn(dayOf(now)).flatMap(({ from, to }) => (to === person ? [from] : []))
  }

  #awayOn(day: Day): readonly ModelAway[] {
    return this.aways.filter(({ isEnded, firstDay, lastDay }) => !isEnded && firstDay <= day && day <= lastDay)
  }

  #reachable(which: (person: ModelPerson) => boolean): readonly number[] {
    return this.people.flatMap((person, index) => (person.isReachable && which(person) ? [index] : []))
  }
}
