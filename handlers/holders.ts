import type { Holder } from '../domain/handover.ts'
import { agencyRoles } from '../domain/people.ts'
import { may } from '../domain/permissions.ts'
import type { ManagedAgencies } from '../domain/ports/handovers.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { findReach } from './reach.ts'
import type { Request } from './request.ts'

/** The agencies in which somebody may say who does what. */
export const findManaged = async (
  request: Pick<Request, 'person'>,
  stores: Pick<Stores, 'agencies'>,
): Promise<ManagedAgencies> => {
  const { memberships } = request.person
  if (may(memberships, 'name-doer')) return 'all'
  const reach = await findReach(request, stores)
  return reach.filter((agencyId) => may(memberships, 'name-doer', { agencyId, reach }))
}

const isWithin = (managed: ManagedAgencies, agencyId: string): boolean =>
  managed === 'all' || managed.includes(agencyId)

/** Everybody of those agencies, then those who left and whose tasks wait for somebody. */
export const listHolders = async (
  managed: ManagedAgencies,
  { handovers, roster }: Pick<Stores, 'handovers' | 'roster'>,
): Promise<readonly Holder[]> => {
  const here = (await roster.list()).flatMap(({ personId, name, memberships }): readonly Holder[] => {
    const own = memberships.filter(
      ({ role, agencyId }) => agencyId !== null && agencyRoles.includes(role) && isWithin(managed, agencyId),
    )
    const agencies = new Map(
      own.flatMap(({ agencyId, agency }) => (agencyId === null ? [] : [[agencyId, agency ?? '']])),
    )
    if (agencies.size === 0) return []
    return [{ personId, name, agencyIds: [...agencies.keys()], agencies: [...agencies.values()], gone: false }]
  })
  const known = new Set(here.map(({ personId }) => personId))
  const gone = (await handovers.listGone(managed)).filter(({ personId }) => !known.has(personId))
  return [...here, ...gone.map((person) => ({ ...person, agencyIds: [], gone: true }))]
}
