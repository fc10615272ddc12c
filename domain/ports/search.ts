import type { LocalDate } from '../time.ts'
import type { Page, Scope } from './assignments.ts'

/** A task that a search found, with what stands in one line. */
export interface FoundTask {
  readonly number: number
  readonly title: string
  readonly planNumber: string
  /** The next due date of what is still open. */
  readonly dueOn: LocalDate | null
  /** Whether anything is still open. */
  readonly open: boolean
  /** Of the agencies in scope: how many have it, and how many have nothing left to do. */
  readonly agencies: number
  readonly finished: number
}

/** Where a task stands in its plan. */
interface TaskPlace {
  readonly planId: string
  readonly planNumber: string
  readonly section: string
}

/** Finds tasks by words, and the plan and field that a task stands for. */
export interface Search {
  /**
   * Tasks of the scope that have all these words (see searchWords) in what the plan says of them; those with the
   * words together in their title come first.
   */
  findTasks(
    words: readonly string[],
    scope: Pick<Scope, 'agencyIds'>,
    page: { offset: number; limit: number },
  ): Promise<Page<FoundTask>>
  findPlace(taskNumber: number): Promise<TaskPlace | null>
  /** The sections of all plans, each as it is spelled. */
  listSections(): Promise<readonly string[]>
}
