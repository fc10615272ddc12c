import type { Assignment } from '../assignment.ts'
import type { Page } from './assignments.ts'

/** What agencies that are named to support a task have to do with it. */
export interface Contributions {
  /**
   * What others lead and these agencies are named to support, by name or through a group: the earliest open due date
   * of each task and leading agency, by due date.
   */
  listSupported(agencyIds: readonly string[], page: { offset: number; limit: number }): Promise<Page<Assignment>>
  /** The names of those among these agencies that are named to support an assignment's task; [] for none. */
  listSupporting(assignmentId: string, agencyIds: readonly string[]): Promise<readonly string[]>
  /** Records what somebody contributes; the assignment stays as it is. Returns the update's id. */
  add(
    contribution: { readonly assignment: Assignment; readonly personId: string; readonly note: string },
    now: Date,
  ): Promise<string>
}
