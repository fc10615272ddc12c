import type { Assignment, AssignmentState } from '../assignment.ts'
import type { EvidenceFile } from '../evidence.ts'
import type { AgencyFigures, GroupFigures } from '../figures.ts'
import type { LocalDate } from '../time.ts'

/** Which assignments a list or a number is about; 'all' agencies means the whole workspace. */
export interface Scope {
  readonly agencyIds: readonly string[] | 'all'
  readonly planId?: string
  /** One field of the plans, as the sections of its tasks are spelled. */
  readonly sections?: readonly string[]
}

export type ListName =
  | 'open'
  | 'due-today'
  | 'this-week'
  | 'this-month'
  | 'late'
  | 'due-soon'
  | 'in-time'
  | 'undated'
  | 'done'
  | 'done-late'
  | 'obstacles'
  | 'silent'
  | 'all'

export interface Page<T> {
  readonly items: readonly T[]
  readonly total: number
}

/** What changes when somebody says something about an assignment. */
export interface AssignmentChange {
  readonly state: AssignmentState
  readonly percent: number
  readonly obstacle: string | null
  readonly doneOn: LocalDate | null
  readonly remindAt: Date | null
}

/** What somebody can say about an assignment. */
export type AnswerKind = 'acknowledge' | 'progress' | 'done' | 'obstacle' | 'evidence'

/** What is decided about it. */
export type DecisionKind = 'approve' | 'reject' | 'reopen' | 'return' | 'reassign' | 'extend'

export type UpdateKind = AnswerKind | DecisionKind | 'assignee' | 'contribute'

/** A recorded answer, with what it changed. */
export interface StatusUpdate {
  readonly id: string
  readonly assignmentId: string
  readonly personId: string
  readonly kind: UpdateKind
  readonly note: string
  readonly at: Date
  readonly undoneAt: Date | null
  readonly before: { readonly state: AssignmentState; readonly percent: number; readonly obstacle: string | null }
}

export interface Assignments {
  find(assignmentId: string): Promise<Assignment | null>
  /** What carries on an assignment that was moved to another agency, wherever it is by now; null when nothing does. */
  findCarriedOn(assignmentId: string): Promise<Assignment | null>
  /** All occurrences and agencies of task "nv12". */
  findByNumber(number: number): Promise<readonly Assignment[]>
  /** Late ones first, then by due date, then by number. */
  list(
    scope: Scope,
    name: ListName,
    today: LocalDate,
    page: { offset: number; limit: number },
  ): Promise<Page<Assignment>>
  /** The one calculation behind every number, one row an agency that has assignments. */
  figures(scope: Scope, today: LocalDate): Promise<readonly AgencyFigures[]>
  /** The same numbers by another division of the work: one row a plan, or a section as it is spelled. */
  figuresBy(division: 'plan' | 'section', scope: Scope, today: LocalDate): Promise<readonly GroupFigures[]>
  /**
   * Records an answer and what it changes, with its evidence; returns the update's id. Rejects when the
   * assignment is no longer as it was read: handling the event again decides anew.
   */
  record(
    update: {
      readonly assignment: Assignment
      readonly personId: string
      readonly kind: UpdateKind
      readonly note: string
      readonly links: readonly string[]
      readonly files?: readonly EvidenceFile[]
      readonly change: AssignmentChange
    },
    now: Date,
  ): Promise<string>
  findUpdate(updateId: string): Promise<StatusUpdate | null>
  /** The newest answer about this assignment that has not been undone. */
  findLatestUpdate(assignmentId: string): Promise<StatusUpdate | null>
  /**
   * The newest of these kinds that a person said and that was not undone: all of one moment, the last first. About
   * these assignments where some are given.
   */
  listNewestBy(
    personId: string,
    kinds: readonly UpdateKind[],
    assignmentIds?: readonly string[],
  ): Promise<readonly StatusUpdate[]>
  /** Takes an answer back, with its evidence; false when it was taken back already. */
  undo(updateId: string, change: AssignmentChange, now: Date): Promise<boolean>
  listEvidence(assignmentId: string): Promise<readonly { readonly url: string; readonly at: Date }[]>
}
