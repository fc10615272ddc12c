import { type Day, beginningOf, dayOf, type WallMinute } from './calendar.ts'
import type { ModelAssignment } from './work.ts'

/** 1 for heads, 2 for coordinators, 3 for leaders. */
export type Rank = 1 | 2 | 3

/** After how many days late work is reported to whom, the nearest first. */
export interface Ladder {
  /** As the program keeps it. */
  readonly written: string
  readonly steps: readonly { readonly rank: Rank; readonly days: number }[]
}

export const ladders: readonly Ladder[] = [
  { written: '-,-,-;-', steps: [] },
  {
    written: '1,5,9;-',
    steps: [
      { rank: 1, days: 1 },
      { rank: 2, days: 5 },
      { rank: 3, days: 9 },
    ],
  },
  {
    written: '2,-,6;-',
    steps: [
      { rank: 1, days: 2 },
      { rank: 3, days: 6 },
    ],
  },
  { written: '-,3,-;-', steps: [{ rank: 2, days: 3 }] },
]

/** Work that was given late goes up after no fewer days than all the rest. */
const climbsFrom = (due: Day, given: Day): Day => Math.max(due, given)

export const momentsOf = ({ steps }: Ladder, due: Day, given: Day): readonly WallMinute[] =>
  steps.map(({ days }) => beginningOf(climbsFrom(due, given) + days))

/** A step that is reached, and those above it to whom it goes where nobody is at its level. */
interface ReachedStep {
  readonly rank: Rank
  readonly ranks: readonly Rank[]
}

/** The highest; those below it are not made up for. */
export const stepAt = ({ steps }: Ladder, due: Day, given: Day, now: WallMinute): ReachedStep | null => {
  const reached = steps.findLast(({ days }) => beginningOf(climbsFrom(due, given) + days) <= now)
  if (reached === undefined) return null
  return { rank: reached.rank, ranks: steps.map(({ rank }) => rank).filter((rank) => rank >= reached.rank) }
}

/** Whether heads hear what is said to whoever was named to do it. */
export const headsHear = ({ steps }: Ladder, due: Day, given: Day, now: WallMinute): boolean =>
  steps.some(({ rank, days }) => rank === 1 && dayOf(now) >= climbsFrom(due, given) + days)

/** To whom each date of an assignment was reported, and how high. */
export class Reports {
  readonly #reported = new Map<string, { readonly rank: Rank; readonly people: readonly number[] }>()

  isReached(assignment: ModelAssignment, rank: Rank): boolean {
    return (this.#of(assignment)?.rank ?? 0) >= rank
  }

  /** Nobody hears of one date twice: those who have not heard of it yet. */
  add(assignment: ModelAssignment, rank: Rank, to: readonly number[]): readonly number[] {
    const before = this.#of(assignment)?.people ?? []
    const people = to.filter((person) => !before.includes(person))
    if (people.length > 0) this.#reported.set(keyOf(assignment), { rank, people: [...before, ...people] })
    return people
  }

  #of(assignment: ModelAssignment) {
    return this.#reported.get(keyOf(assignment))
  }
}

const keyOf = ({ number, agency, version }: ModelAssignment): string => [number, agency, version].join()
