import { type Assignment, isOpen } from '../domain/assignment.ts'
import { pendingOf, whyNotExtensible } from '../domain/extension.ts'
import type { Returned } from '../domain/ports/decisions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { waitingFor } from '../domain/waiting-for.ts'
import type { Rich } from '../locales/rich-text.ts'
import { type ApproversNeeds, findApprovers } from './approvers.ts'
import type { Request } from './request.ts'
import { findAgencyPeople } from './told.ts'

export type WaitingNeeds = ApproversNeeds | 'decisions' | 'extensions'
type WaitingStores = Pick<Stores, WaitingNeeds>

/** Whose turn it is, for the card of an assignment; false once nothing is expected of anybody. */
export const waitingOnCard = async (
  request: Pick<Request, 'm' | 'today'>,
  assignment: Assignment,
  stores: WaitingStores,
): Promise<Rich | false> => {
  const { extensions, decisions } = stores
  const { id, state } = assignment
  const requests = whyNotExtensible(assignment) === null ? await extensions.list(id) : []
  const whom = waitingFor(assignment, {
    wantedOn: pendingOf(requests)?.wantedOn ?? null,
    isReturnWaiting: state === 'returned' && isWaiting(await decisions.findLatestReturn(id)),
    nobodyThere: await hasNobody(assignment, stores),
    asked: state === 'submitted' ? await findAsked(request, assignment, stores) : null,
  })
  return whom === null ? false : request.m.history.waiting(whom)
}

const hasNobody = async ({ agencyId, assigneeId, state }: Assignment, stores: WaitingStores): Promise<boolean> =>
  isOpen(state) && assigneeId === null && (await findAgencyPeople(agencyId, stores)).length === 0

const isWaiting = (returned: Returned | null): boolean => returned?.isWaiting === true

/** Who is asked by the same rule as when it was handed in; somebody may have joined or gone since. */
const findAsked = async (request: Pick<Request, 'today'>, { id, agencyId }: Assignment, stores: WaitingStores) => {
  const deed = await stores.decisions.findFinishing(id)
  if (deed === null) return null
  const { agency, people } = await findApprovers(request, { agencyId, submitterId: deed.personId }, stores)
  const standIns = people.filter(({ insteadOf }) => insteadOf !== null).map(({ name }) => name)
  return { agency, people: people.length, standIns }
}
