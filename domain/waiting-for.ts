import type { Assignment } from './assignment.ts'
import type { LocalDate } from './time.ts'

/** Whose turn it is with an assignment. */
export type WaitingFor =
  | {
      readonly kind: 'doing'
      readonly who: string
      readonly state: 'assigned' | 'acknowledged' | 'in_progress'
      /** It waits for somebody to join. */
      readonly nobodyThere: boolean
    }
  | { readonly kind: 'approval'; readonly by: AskedToApprove }
  | { readonly kind: 'time'; readonly wantedOn: LocalDate }
  | { readonly kind: 'reassigning' }

/** Who was asked to decide on what was handed in. */
interface AskedToApprove {
  /** Whose head it is; null where it is the coordinators. */
  readonly agency: string | null
  /** How many can be reached: none when it waits for somebody to join. */
  readonly people: number
  /** The names of those who stand in for heads that are away. */
  readonly standIns: readonly string[]
}

/** What there is besides the assignment itself. */
interface Besides {
  /** The day asked for by a request that is not decided yet. */
  readonly wantedOn: LocalDate | null
  /** Whether its return is not decided yet. */
  readonly isReturnWaiting: boolean
  /** Whether it is the whole agency's and nobody of it can be told. */
  readonly nobodyThere: boolean
  /** Null while nothing was handed in. */
  readonly asked: AskedToApprove | null
}

/** Who is waited for: null once nothing is expected of anybody. */
export const waitingFor = (
  { state, agencyName, assigneeName }: Pick<Assignment, 'state' | 'agencyName' | 'assigneeName'>,
  { wantedOn, isReturnWaiting, nobodyThere, asked }: Besides,
): WaitingFor | null => {
  switch (state) {
    case 'submitted':
      return approvalBy(asked)
    case 'returned':
      return isReturnWaiting ? { kind: 'reassigning' } : null
    case 'done':
    case 'cancelled':
      return null
    default:
      return wantedOn === null
        ? { kind: 'doing', who: assigneeName ?? agencyName, state, nobodyThere }
        : { kind: 'time', wantedOn }
  }
}

const approvalBy = (asked: AskedToApprove | null): WaitingFor | null =>
  asked === null ? null : { kind: 'approval', by: asked }
