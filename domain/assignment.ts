import type { Cadence } from './plan-document.ts'
import type { LocalDate } from './time.ts'

export type AssignmentState =
  | 'assigned'
  | 'acknowledged'
  | 'in_progress'
  | 'submitted'
  | 'done'
  | 'returned'
  | 'cancelled'

export type Workflow = 'gon' | 'chat'

/** States in which something is still expected of the agency. */
export const openStates: readonly AssignmentState[] = ['assigned', 'acknowledged', 'in_progress', 'submitted']

export const isOpen = (state: AssignmentState): boolean => openStates.includes(state)

/** Something is expected of the agency itself: what is handed in waits for the head. */
export const isAwaited = (state: AssignmentState): boolean => isOpen(state) && state !== 'submitted'

/** One occurrence × one agency, with what people need to see of its task. */
export interface Assignment {
  readonly id: string
  /** "nv12" */
  readonly number: number
  readonly agencyId: string
  readonly agencyName: string
  readonly state: AssignmentState
  readonly percent: number
  readonly obstacle: string | null
  readonly originalDueOn: LocalDate | null
  readonly dueOn: LocalDate | null
  readonly dueVersion: number
  /** When it was given to its agency. */
  readonly givenAt: Date
  readonly doneOn: LocalDate | null
  /** Who does it; null while it is the whole agency's. */
  readonly assigneeId: string | null
  readonly assigneeName: string | null
  readonly task: TaskWords
}

/** The words of the plan. */
interface TaskWords {
  readonly id: string
  readonly code: string
  readonly section: string
  readonly title: string
  readonly requirement: string
  readonly deadlineText: string
  readonly output: string
  readonly cadence: Cadence
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly planId: string
  readonly planNumber: string
  readonly workflow: Workflow
  /** Whether it can be done only with evidence. */
  readonly requiresEvidence: boolean
  /** Which of how many due dates this is, counted from 1. */
  readonly occurrence: number
  readonly occurrences: number
}
