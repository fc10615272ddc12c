import { chainOf } from '../domain/approval.ts'
import type { Assignment } from '../domain/assignment.ts'
import type { Recipient } from '../domain/people.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { submissionItem } from './decision-items.ts'
import type { Request } from './request.ts'
import { findCoordinators, tellPeople } from './told.ts'

export type ApproverNeeds = 'agencies' | 'assignments' | 'decisions' | 'outbox' | 'people'

/**
 * Tells those who can approve what was just handed in: the heads of the agency, else those of the nearest one above it
 * that has any, else the coordinators. Says how many.
 */
export const tellApprovers = async (
  request: Request,
  assignment: Assignment,
  stores: Pick<Stores, ApproverNeeds>,
): Promise<number> => {
  const deed = await stores.decisions.findFinishing(assignment.id)
  if (deed === null) return 0
  const evidence = (await stores.assignments.listEvidence(assignment.id)).map(({ url }) => url)
  const { today, workspace } = request
  return tellPeople(
    request,
    await findApprovers(request, assignment.agencyId, stores),
    {
      ...{ key: `submitted:${deed.id}`, assignmentId: assignment.id },
      write: (m) => submissionItem({ m, today, zone: workspace.zone, queue: false }, assignment, { deed, evidence }),
    },
    stores,
  )
}

const findApprovers = async (
  { person }: Request,
  agencyId: string,
  stores: Pick<Stores, 'agencies' | 'people'>,
): Promise<readonly Recipient[]> => {
  for (const above of chainOf(agencyId, await stores.agencies.list())) {
    const heads = await stores.people.listRecipients({ agencyIds: [above], roles: ['head'] })
    const others = heads.filter(({ personId }) => personId !== person.id)
    if (others.length > 0) return others
  }
  return findCoordinators(stores)
}
