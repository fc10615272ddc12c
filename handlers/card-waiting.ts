import type { Assignment } from '../domain/assignment.ts'
import { pendingOf, whyNotExtensible } from '../domain/extension.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { waitingFor } from '../domain/waiting-for.ts'
import type { Rich } from '../locales/rich-text.ts'
import type { Request } from './request.ts'

/** Whose turn it is, for the card of an assignment; false once nothing is expected of anybody. */
export const waitingOnCard = async (
  { m }: Pick<Request, 'm'>,
  assignment: Assignment,
  { decisions, extensions }: Pick<Stores, 'decisions' | 'extensions'>,
): Promise<Rich | false> => {
  const { id, state } = assignment
  const requests = whyNotExtensible(assignment) === null ? await extensions.list(id) : []
  const returned = state === 'returned' ? await decisions.findLatestReturn(id) : null
  const whom = waitingFor(assignment, {
    wantedOn: pendingOf(requests)?.wantedOn ?? null,
    isReturnWaiting: returned?.isWaiting ?? false,
  })
  return whom === null ? false : m.history.waiting(whom)
}
