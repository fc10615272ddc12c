import type { Assignment } from '../assignment.ts'

export interface Doers {
  /**
   * Names who does an assignment, or (null) makes it the whole agency's again; returns the update's id. Rejects when
   * the assignment is no longer as it was read: handling the event again decides anew.
   */
  name(
    naming: {
      readonly assignment: Assignment
      /** Who says so. */
      readonly personId: string
      readonly doer: { readonly id: string; readonly name: string } | null
    },
    now: Date,
  ): Promise<string>
}
