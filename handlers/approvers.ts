import { type Approver, askedToApprove, chainOf } from '../domain/approval.ts'
import type { Recipient } from '../domain/people.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { Request } from './request.ts'
import { findCoordinators } from './told.ts'

export type ApproversNeeds = 'agencies' | 'audiences' | 'delegations' | 'people'
type ApproversStores = Pick<Stores, ApproversNeeds>

type HeadOrStandIn = Recipient & Approver

/** Who is asked to decide on what was handed in; `agency` is null where it is the coordinators. */
export interface Approvers {
  readonly agency: string | null
  readonly people: readonly (Recipient & Pick<Approver, 'insteadOf'>)[]
}

/** The rule of domain/approval.ts, with those who can be told today. */
export const findApprovers = async (
  { today }: Pick<Request, 'today'>,
  { agencyId, submitterId }: { readonly agencyId: string; readonly submitterId: string },
  stores: ApproversStores,
): Promise<Approvers> => {
  const agencies = await stores.agencies.list()
  const chain = chainOf(agencyId, agencies)
  const heads = [...(await listHeads(chain, stores)), ...(await listStandIns(chain, today, stores))]
  const asked = askedToApprove(chain, heads, submitterId)
  if (asked !== null) {
    const agency = agencies.find(({ id }) => id === asked.agencyId)
    return { agency: agency?.name ?? '', people: asked.approvers }
  }
  const coordinators = await findCoordinators(stores)
  const others = coordinators.filter(({ personId }) => personId !== submitterId)
  return { agency: null, people: others.map((person) => ({ ...person, insteadOf: null })) }
}

const listHeads = async (
  agencyIds: readonly string[],
  { audiences }: Pick<Stores, 'audiences'>,
): Promise<readonly HeadOrStandIn[]> =>
  (await audiences.list({ agencyIds, roles: ['head'] })).map((head) => ({ ...head, insteadOf: null }))

const listStandIns = async (
  agencyIds: readonly string[],
  today: Request['today'],
  { delegations, people }: Pick<Stores, 'delegations' | 'people'>,
): Promise<readonly HeadOrStandIn[]> => {
  const standIns = await delegations.listForHeads(agencyIds, today)
  if (standIns.length === 0) return []
  const recipients = await people.listRecipients({ personIds: standIns.map(({ personId }) => personId) })
  return standIns.flatMap(({ personId, agencyId, insteadOf }) =>
    recipients
      .filter((recipient) => recipient.personId === personId)
      .map((recipient) => ({ ...recipient, agencyIds: [agencyId], insteadOf })),
  )
}
