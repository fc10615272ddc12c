import type { DateChanges, KnownTask } from '../plan-changes.ts'
import type { ParsedPlan, ParsedTask } from '../plan-document.ts'
import type { FixBatch } from '../plan-draft-fix.ts'
import type { LocalDate } from '../time.ts'

export interface PlanDraft {
  readonly id: string
  /** Whose it is: nobody else may touch it. */
  readonly personId: string
  readonly fileName: string
  readonly contentHash: string
  /** As it was read; what was corrected since stands in `fixes`. */
  readonly parsed: ParsedPlan
  readonly fixes: readonly FixBatch[]
  readonly updatedAt: Date
}

/** A draft without its contents. */
export interface DraftSummary {
  readonly id: string
  readonly fileName: string
  readonly number: string
  readonly title: string
  readonly updatedAt: Date
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
  readonly issuer: string
  readonly planYear: number
  /** Those that it still has. */
  readonly tasks: number
}

/** A task that stayed when its plan was amended. */
export interface AmendedTask {
  readonly id: string
  readonly parsed: ParsedTask
  readonly dates: DateChanges
  /** Who is named as lead or in support changed, so that the names are written anew. */
  readonly renamed: boolean
  /** The agencies that it is assigned to from now on; null when neither they nor its dates changed. */
  readonly assignedTo: readonly string[] | null
}

/** Open assignments that an amended plan no longer asks for. */
export interface Leaving {
  readonly taskIds: readonly string[]
  readonly occurrenceIds: readonly string[]
  /** Of these tasks, whatever is assigned to other agencies than these. */
  readonly leads: readonly { readonly taskId: string; readonly agencyIds: readonly string[] }[]
}

/** What an amendment did to one agency's work. */
export interface AssignmentEvent {
  readonly kind: 'assigned' | 'moved' | 'cancelled'
  readonly agencyId: string
  readonly taskId: string
  readonly dueOn: LocalDate | null
  /** Only of what was moved. */
  readonly before: LocalDate | null
}

type RemindAt = (dueOn: LocalDate | null) => Date | null

export interface Plans {
  saveDraft(draft: Pick<PlanDraft, 'fileName' | 'contentHash' | 'parsed' | 'personId'>, now: Date): Promise<string>
  findDraft(draftId: string): Promise<PlanDraft | null>
  /** Whoever changes the same draft at this moment waits until this transaction is over, and then reads it anew. */
  lockDraft(draftId: string): Promise<PlanDraft | null>
  saveFixes(draftId: string, fixes: readonly FixBatch[], now: Date): Promise<void>
  removeDraft(draftId: string): Promise<void>
  /** Somebody's drafts that were touched since a moment, the newest first. */
  listDrafts(personId: string, since: Date): Promise<readonly DraftSummary[]>
  /** How many tasks a draft was read with; 0 when it is not there. */
  countDraftTasks(draftId: string): Promise<number>
  /** Forgets drafts that nobody touched since a moment. */
  removeOldDrafts(before: Date): Promise<void>
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
      readonly remindAt: RemindAt
    },
    now: Date,
  ): Promise<{ readonly planId: string; readonly assignments: number }>
  list(): Promise<readonly PlanSummary[]>
  /** The tasks of a plan as it stands now, in its order, without those that were cancelled. */
  listTasks(planId: string): Promise<readonly KnownTask[]>
  /** How many open assignments are leaving, by task. */
  countLeaving(planId: string, leaving: Leaving): Promise<ReadonlyMap<string, number>>
  /** Whoever imports or amends a plan of this workspace at this moment waits until this transaction is over. */
  lockImports(): Promise<void>
  /**
   * Makes a plan what an amended document says. Progress stays with what stayed; finished and closed assignments are
   * left as they are. A moved due date counts up, and is reminded of anew; the original one never changes.
   */
  amend(
    amendment: {
      readonly planId: string
      /** Null where the document amends only parts: the plan keeps its own heading. */
      readonly heading: {
        readonly document: ParsedPlan['document']
        readonly planYear: number
        readonly contentHash: string
      } | null
      readonly stayed: readonly AmendedTask[]
      readonly added: readonly NewTask[]
      /** Tasks that the plan no longer has, and what is leaving with them. */
      readonly removedIds: readonly string[]
      readonly leaving: Leaving
      /** Whether what is leaving is cancelled; otherwise it goes on. */
      readonly cancel: boolean
      readonly remindAt: RemindAt
    },
    now: Date,
  ): Promise<{ readonly addedIds: readonly string[]; readonly events: readonly AssignmentEvent[] }>
}
