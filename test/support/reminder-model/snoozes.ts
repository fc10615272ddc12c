import { type Day, dayOf, beginningOf, firstDayOf, type WallMinute, workingDaysFrom } from './calendar.ts'
import type { ModelAssignment } from './work.ts'

interface ModelSnooze {
  readonly person: number
  readonly assignment: ModelAssignment
  readonly version: number
  readonly turn: number
  day: Day
  wantedAt: WallMinute
  isSettled: boolean
}

const mostOfOneDate = 2
const farthestUndated = 30

/** Before the due date, on it at the latest, and not of what is closed. */
const isPossible = ({ state, due }: ModelAssignment, today: Day, day: Day): boolean =>
  state === 'open' && due !== today && day <= (due ?? today + farthestUndated)

/** Who wants to be reminded again, of what and when. */
export class ModelSnoozes {
  #all: ModelSnooze[] = []

  /** One that waits is moved; what cannot be is as if nothing had been said. */
  want(person: number, assignment: ModelAssignment, days: number, now: WallMinute): void {
    const day = workingDaysFrom(dayOf(now), days)
    if (!isPossible(assignment, dayOf(now), day)) return
    const mine = this.#of(person, assignment).filter(({ version }) => version === assignment.version)
    const waiting = mine.find(({ isSettled }) => !isSettled)
    if (waiting === undefined) this.#add(mine, { person, assignment, day, wantedAt: now })
    else if (waiting.day !== day) Object.assign(waiting, { day, wantedAt: now })
  }

  #add(mine: readonly ModelSnooze[], wish: Pick<ModelSnooze, 'person' | 'assignment' | 'day' | 'wantedAt'>): void {
    const { due, version } = wish.assignment
    const month = firstDayOf(dayOf(wish.wantedAt), 1)
    const counted = mine.filter(({ wantedAt }) => due !== null || dayOf(wantedAt) >= month)
    if (counted.length >= mostOfOneDate) return
    const turn = Math.max(0, ...mine.map((one) => one.turn)) + 1
    this.#all.push({ ...wish, version, turn, isSettled: false })
  }

  /** How many of these wait. */
  countWaiting(person: number, assignment: ModelAssignment): number {
    return this.#of(person, assignment).filter(({ isSettled }) => !isSettled).length
  }

  takeBack(person: number, assignment: ModelAssignment): void {
    const mine = this.#of(person, assignment)
    this.#all = this.#all.filter((one) => one.isSettled || !mine.includes(one))
  }

  /** Those whose time has come: each is over then, and only what is still to be done by the same date is spoken of. */
  take(now: WallMinute): readonly Readonly<ModelSnooze>[] {
    const come = this.#all.filter(({ isSettled, day }) => !isSettled && beginningOf(day) <= now)
    for (const one of come) one.isSettled = true
    return come.filter(({ assignment, version }) => assignment.state === 'open' && assignment.version === version)
  }

  #of(person: number, assignment: ModelAssignment): readonly ModelSnooze[] {
    return this.#all.filter((one) => one.person === person && one.assignment === assignment)
  }
}
