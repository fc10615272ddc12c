import { isToldSilence } from './silence.ts'
import { isSnoozed } from './snooze.ts'
import { isStatusRequest } from './status-requests.ts'

/** Why a reminder was or will be said, as its number in the ledger has it. */
export type Occasion =
  /** Days before the due date, negative while overdue. */
  { readonly kind: 'milestone'; readonly days: number } | { readonly kind: 'request' | 'snoozed' | 'silent' }

export const occasionOf = (milestone: number): Occasion => {
  if (isStatusRequest(milestone)) return { kind: 'request' }
  if (isToldSilence(milestone)) return { kind: 'silent' }
  return isSnoozed(milestone) ? { kind: 'snoozed' } : { kind: 'milestone', days: milestone }
}
