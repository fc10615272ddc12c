import type { Assignment } from '../assignment.ts'
import type { LocalDate } from '../time.ts'
import type { AssignmentChange, DecisionKind } from './assignments.ts'

/** What somebody did that others have to decide on, or to build on. */
export interface Deed {
  /** The update's id: of two deeds the later one has the greater. */
  readonly id: string
  readonly assignmentId: string
  readonly personId: string
  readonly personName: string
  readonly note: string
  readonly at: Date
}

/** How work came to be handed in or done. */
export interface Finishing extends Deed {
  readonly percentBefore: number
}

/** A task that an agency said is not theirs. */
export interface Returned extends Deed {
  /** Whether nobody has decided on it yet. */
  readonly isWaiting: boolean
}

/** Something that waits for a decision. */
export interface Waiting {
  readonly kind: 'submission' | 'extension' | 'return'
  /** Of the update or the request. Ids rise with time: the oldest is the least. */
  readonly id: string
  readonly assignmentId: string
  readonly agencyId: string
  /** Who handed it in, asked or returned. */
  readonly personId: string
}

export interface Decisions {
  /**
   * Writes a decision and what it changes; with `dueOn` the due date in force becomes this day and counts up. Returns
   * the update's id. Rejects when the assignment is no longer as it was read: handling the event again decides anew.
   */
  record(
    decision: {
      readonly assignment: Assignment
      readonly personId: string
      readonly kind: DecisionKind
      readonly note: string
      readonly change: AssignmentChange
      readonly dueOn?: LocalDate
    },
    now: Date,
  ): Promise<string>
  /** The latest handing in or "done" that was not taken back. */
  findFinishing(assignmentId: string): Promise<Finishing | null>
  findReturn(updateId: string): Promise<Returned | null>
  /** The latest one of an assignment that was not taken back. */
  findLatestReturn(assignmentId: string): Promise<Returned | null>
  /**
   * Gives the same occurrence to another agency, with the due date in force; 'there' when the agency has it already.
   * Whoever does the same at this moment waits until this transaction is over. `remindAt` is for that due date.
   */
  assignTo(
    assignment: Pick<Assignment, 'id' | 'dueOn'>,
    agencyId: string,
    remindAt: Date | null,
    now: Date,
  ): Promise<{ readonly kind: 'created' | 'there'; readonly assignmentId: string; readonly planId: string }>
  /**
   * Everything that waits, the oldest first: submissions of these agencies but for those of one person, and with
   * `steering` the extension requests and returned tasks of the whole workspace.
   */
  listWaiting(wanted: {
    readonly agencyIds: readonly string[] | 'all'
    readonly notBy: string
    readonly steering: boolean
  }): Promise<readonly Waiting[]>
}
