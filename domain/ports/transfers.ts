import type { AssignmentState } from '../assignment.ts'
import type { Channel } from '../incoming.ts'
import type { LocalDate } from '../time.ts'

/** Whose open assignments go to whom. */
export interface TransferWish {
  readonly fromId: string
  readonly toId: string
  /** Only those of one plan. */
  readonly planId: string | null
  /** Only those that were moved from `toId` before: to move them back. */
  readonly received: boolean
}

/** One open assignment of the agency that gives. */
export interface Giving {
  readonly id: string
  readonly number: number
  readonly planId: string
  /** As the plan is called; may be empty. */
  readonly planNumber: string
  readonly state: AssignmentState
  readonly dueOn: LocalDate | null
  /** A request for more time waits for its decision. */
  readonly asksForTime: boolean
  /** What the agency that takes has of the same occurrence. */
  readonly there: { readonly id: string; readonly state: AssignmentState } | null
}

/** One that goes over, and how it begins there. */
export interface Passing extends Giving {
  readonly newState: 'assigned' | 'submitted'
}

export interface Transfer {
  readonly wish: TransferWish
  /** How the agency that takes is called: the history says it. */
  readonly toName: string
  readonly by: { readonly personId: string; readonly channel: Channel }
  readonly passed: readonly Passing[]
  readonly reopened: readonly Passing[]
  readonly left: readonly Giving[]
}

/** Moves the work of agencies as a whole, in a few statements whatever its size. */
export interface Transfers {
  /** Whoever moves anything from or to one of these waits until this transaction is over. */
  lock(agencyIds: readonly string[]): Promise<void>
  /** The earliest due first. With `lock` nobody changes them until this transaction is over. */
  list(wish: TransferWish, options?: { readonly lock: boolean }): Promise<readonly Giving[]>
  /**
   * Ends every assignment that is given as returned, and makes or reopens what carries it on, with its due dates,
   * progress, evidence, requests for time, reminders and, where they belong to the agency, who does it. Returns what
   * carries each of them on, in the order of `passed` and then of `reopened`.
   */
  move(transfer: Transfer, now: Date): Promise<readonly string[]>
}
