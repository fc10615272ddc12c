import type { Assignment } from './assignment.ts'
import type { LocalDate } from './time.ts'

/** Whose turn it is with an assignment. */
export type WaitingFor =
  | { readonly kind: 'doing'; readonly who: string; readonly state: 'assigned' | 'acknowledged' | 'in_progress' }
  | { readonly kind: 'approval'; readonly agency: string }
  | { readonly kind: 'time'; readonly wantedOn: LocalDate }
  | { readonly kind: 'reassigning' }

/** What there is besides the assignment itself. */
interface Besides {
  /** The day asked for by a request that is not decided yet. */
  readonly wantedOn: LocalDate | null
  /** Whether its return is not decided yet. */
  readonly isReturnWaiting: boolean
}

/** Who is waited for: null once nothing is expected of anybody. */
export const waitingFor = (
  { state, agencyName, assigneeName }: Pick<Assignment, 'state' | 'agencyName' | 'assigneeName'>,
  { wantedOn, isReturnWaiting }: Besides,
): WaitingFor | null => {
  switch (state) {
    case 'submitted':
      return { kind: 'approval', agency: agencyName }
    case 'returned':
      return isReturnWaiting ? { kind: 'reassigning' } : null
    case 'done':
    case 'cancelled':
      return null
    default:
      return wantedOn === null ? { kind: 'doing', who: assigneeName ?? agencyName, state } : { kind: 'time', wantedOn }
  }
}
