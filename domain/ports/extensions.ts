import type { LocalDate } from '../time.ts'

/** Somebody asks for more time. */
export interface ExtensionRequest {
  readonly id: string
  readonly assignmentId: string
  readonly personId: string
  readonly personName: string
  readonly reason: string
  /** The due date in force when it was asked for. */
  readonly dueBefore: LocalDate | null
  readonly wantedOn: LocalDate
  readonly state: 'pending' | 'granted' | 'refused' | 'withdrawn'
  /** The day wanted, or another; null unless granted. */
  readonly grantedOn: LocalDate | null
  /** What was said with the decision. */
  readonly answer: string
  readonly at: Date
}

export interface Extensions {
  find(requestId: string): Promise<ExtensionRequest | null>
  /** All of an assignment, the oldest first. Whoever else asks for it or decides on it with `lock` waits. */
  list(assignmentId: string, options?: { readonly lock: boolean }): Promise<readonly ExtensionRequest[]>
  /** Takes the place of one that is still pending. Returns its id. */
  request(
    request: Pick<ExtensionRequest, 'assignmentId' | 'personId' | 'reason' | 'dueBefore' | 'wantedOn'>,
    now: Date,
  ): Promise<string>
  /** In one conditional write; false when it is no longer pending. */
  settle(
    requestId: string,
    decision: {
      readonly state: 'granted' | 'refused' | 'withdrawn'
      readonly grantedOn: LocalDate | null
      readonly answer: string
      readonly personId: string
    },
    now: Date,
  ): Promise<boolean>
  /** A request that is still pending is overtaken by what happens to the assignment. */
  withdrawPending(assignmentId: string, now: Date): Promise<void>
}
