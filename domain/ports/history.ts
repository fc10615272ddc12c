import type { AssignmentState } from '../assignment.ts'
import type { LocalDate } from '../time.ts'
import type { UpdateKind } from './assignments.ts'

interface Standing {
  readonly state: AssignmentState
  readonly percent: number
  readonly obstacle: string | null
  /** The due date in force; only where the update is about it. */
  readonly dueOn: LocalDate | null
}

/** What somebody said or decided about an assignment. */
export interface ToldUpdate {
  readonly kind: UpdateKind
  readonly note: string
  readonly before: Standing
  readonly after: Standing
  readonly undone: boolean
  /** What was given with it; taken back later or not. */
  readonly evidence: readonly { readonly words: string; readonly withdrawn: boolean }[]
}

/** One thing that happened to an assignment, and who did it: null where nobody is known. */
export type HistoryEntry = {
  readonly at: Date
  readonly person: string | null
  /** In whose place they did it; absent for in their own right. */
  readonly insteadOf?: string
} & (
  | { readonly what: 'assigned'; readonly agency: string; readonly dueOn: LocalDate | null }
  | { readonly what: 'update'; readonly update: ToldUpdate }
  | { readonly what: 'asked-for-time'; readonly wantedOn: LocalDate; readonly reason: string }
  | { readonly what: 'refused-time'; readonly answer: string }
  | { readonly what: 'withdrew-request' }
  /** Pressed for it, and so many people heard of it. */
  | { readonly what: 'urged'; readonly people: number }
  | { readonly what: 'plan-amended' }
  | { readonly what: 'snoozed'; readonly until: LocalDate }
)

export interface History {
  /** All that happened to an assignment, the oldest first. */
  list(assignmentId: string): Promise<readonly HistoryEntry[]>
}
