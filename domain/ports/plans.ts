import type { ParsedPlan, ParsedTask } from '../plan-document.ts'

export interface PlanDraft {
  readonly id: string
  readonly fileName: string
  readonly contentHash: string
  readonly parsed: ParsedPlan
}

/** A task to be created, with the agencies that each of its occurrences is assigned to. */
export interface NewTask {
  readonly parsed: ParsedTask
  readonly assignedTo: readonly string[]
}

export interface PlanSummary {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly tasks: number
}

export interface Plans {
  saveDraft(draft: Omit<PlanDraft, 'id'> & { readonly personId: string }, now: Date): Promise<string>
  findDraft(draftId: string): Promise<PlanDraft | null>
  removeDraft(draftId: string): Promise<void>
  findByContent(contentHash: string): Promise<PlanSummary | null>
  /**
   * Creates plan, tasks, occurrences and assignments. `remindAt` gives the first reminder of a due date.
   * Returns the plan and how many assignments it made.
   */
  create(
    plan: {
      readonly parsed: ParsedPlan
      readonly contentHash: string
      readonly createdById: string
      readonly planYear: number
      readonly tasks: readonly NewTask[]
      readonly remindAt: (dueOn: string | null) => Date | null
    },
    now: Date,
  ): Promise<{ readonly planId: string; readonly assignments: number }>
  list(): Promise<readonly PlanSummary[]>
}
