import { type Day, dayMinutes } from './calendar.ts'
import type { Rank } from './ladder.ts'
import type { ModelAssignment } from './work.ts'

/**
 * A milestone of a due date, months without one that are asked about from their first day on, or somebody's own wish;
 * or late work that is reported to them, or was to somebody above.
 */
export type Reason =
  | { readonly milestone: number; readonly version: number }
  | { readonly askedFrom: Day }
  | { readonly wish: number; readonly version: number }
  | { readonly reported: Rank; readonly version: number }
  | { readonly toldOf: Rank; readonly version: number }

export interface Promised {
  readonly assignment: ModelAssignment
  readonly reason: Reason
  /** Whether somebody above hears of it because nobody of the agency can. */
  readonly isLost?: boolean
}

/** Still to be done, its date has not moved away, and nobody said what was to be asked. */
export const holds =
  (today: Day) =>
  ({ assignment: { due, version, state, heardAt }, reason }: Promised): boolean => {
    if (state !== 'open') return false
    if ('askedFrom' in reason) return due === null && heardAt < reason.askedFrom * dayMinutes
    if (reason.version === version) return true
    return 'milestone' in reason && due !== null && due - today <= reason.milestone
  }

export const isReport = ({ reason }: Promised): boolean => 'reported' in reason
export const isLost = (promised: Promised): boolean => promised.isLost === true
export const isOwn = (promised: Promised): boolean => !isReport(promised) && !isLost(promised)

export const assignmentsOf = (promises: readonly Promised[]): readonly ModelAssignment[] => [
  ...new Set(promises.map(({ assignment }) => assignment)),
]
