import { type Assignment, isOpen } from '../domain/assignment.ts'
import type { Button } from '../domain/message.ts'
import type { Request } from './request.ts'

/** On the card of an assignment, for the head of its agency; others who may name a doer do so by command. */
export const doerButton = (
  { m, person }: Pick<Request, 'm' | 'person'>,
  { id, agencyId, state }: Pick<Assignment, 'agencyId' | 'id' | 'state'>,
): readonly Button[] => {
  const isHead = person.memberships.some((own) => own.role === 'head' && own.agencyId === agencyId)
  return isHead && isOpen(state) ? [{ label: m.doer.name, action: `doer-ask:${id}` }] : []
}
