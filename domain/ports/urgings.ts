/** Whom pressing for an assignment would reach. */
export interface UrgingLook {
  readonly assignmentId: string
  /** Who does it and can be told, without whoever presses. */
  readonly people: readonly string[]
  /** Who pressed for it a short time ago; null where it may be pressed for. */
  readonly last: { readonly name: string; readonly at: Date } | null
}

/** Đôn đốc: somebody presses for work, and those who do it hear of it. */
export interface Urgings {
  /** What pressing would come to; `since`: what was pressed for later than this rests. Nothing is written. */
  look(assignmentIds: readonly string[], personId: string, since: Date): Promise<readonly UrgingLook[]>
  /**
   * The same, and what may be pressed for is: it is in the ledger of each of these people and they are woken. Whoever
   * presses for the same at this moment waits until this transaction is over.
   */
  press(assignmentIds: readonly string[], personId: string, now: Date): Promise<readonly UrgingLook[]>
}
