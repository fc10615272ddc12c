import type { Assignment } from '../domain/assignment.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { lines } from '../locales/rich-text.ts'
import { type ApproversNeeds, findApprovers } from './approvers.ts'
import { submissionItem } from './decision-items.ts'
import type { Request } from './request.ts'
import { tellPeople } from './told.ts'

export type ApproverNeeds = ApproversNeeds | 'assignments' | 'decisions' | 'outbox'

/** Tells those who can approve what was just handed in, and whoever stands in for them; says how many. */
export const tellApprovers = async (
  request: Request,
  assignment: Assignment,
  stores: Pick<Stores, ApproverNeeds>,
): Promise<number> => {
  const deed = await stores.decisions.findFinishing(assignment.id)
  if (deed === null) return 0
  const evidence = (await stores.assignments.listEvidence(assignment.id)).map(({ url }) => url)
  const { today, workspace } = request
  const wanted = { agencyId: assignment.agencyId, submitterId: deed.personId }
  const { people } = await findApprovers(request, wanted, stores)
  let told = 0
  for (const { insteadOf, ...recipient } of people) {
    told += await tellPeople(
      request,
      [recipient],
      {
        ...{ key: `submitted:${deed.id}`, assignmentId: assignment.id },
        write: (m) => {
          const reader = { m, today, zone: workspace.zone, queue: false }
          const item = submissionItem(reader, assignment, { deed, evidence })
          return insteadOf === null
            ? item
            : { ...item, text: lines([item.text, m.approval.askedInstead(insteadOf.name)]) }
        },
      },
      stores,
    )
  }
  return told
}
