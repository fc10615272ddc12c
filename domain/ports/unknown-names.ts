import type { LocalDate } from '../time.ts'

/** A name that plans use as the lead and the directory does not have. */
export interface UnknownName {
  readonly id: string
  readonly name: string
  /** Tasks of confirmed plans that wait for it, by plan and line. */
  readonly waiting: readonly WaitingTask[]
  /** Lines of drafts that name it. */
  readonly draftLines: readonly number[]
}

export interface WaitingTask {
  readonly taskId: string
  readonly number: number
  readonly line: number
  readonly planId: string
  readonly planNumber: string
  readonly issuedOn: LocalDate | null
}

/** The assignments that came into being when a name was understood. */
export interface NewlyAssigned {
  readonly planId: string
  readonly planNumber: string
  readonly assignments: readonly { readonly id: string; readonly agencyId: string }[]
}

/** The queue of names that nobody has explained yet. Nothing in it is lost: only an explanation takes a name out. */
export interface UnknownNames {
  /** Every name that something waits for, the most tasks first. */
  list(): Promise<readonly UnknownName[]>
  find(nameId: string): Promise<UnknownName | null>
  /** Replaces what a draft is noted to use; an empty list forgets it. */
  noteDraft(
    draftId: string,
    uses: readonly { readonly name: string; readonly lines: readonly number[] }[],
    now: Date,
  ): Promise<void>
  /** Tasks of a plan that was just created wait for these names, as their leads are written. */
  notePlan(planId: string, names: readonly string[], now: Date): Promise<void>
  /**
   * Takes a name out of the queue and gives every waiting task of these plans to the agencies it means (by plan, as
   * they were on its day). What is assigned already stays as it is. `remindAt` gives the first reminder of a due date.
   */
  resolve(
    nameId: string,
    meaning: {
      readonly personId: string
      readonly agencyIds: (task: WaitingTask) => readonly string[]
      readonly remindAt: (dueOn: LocalDate | null, planId: string) => Date | null
    },
    now: Date,
  ): Promise<readonly NewlyAssigned[]>
}
