import { AppError } from '../domain/errors.ts'
import { may, ownAgencies } from '../domain/permissions.ts'
import type { Agency } from '../domain/ports/agencies.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { findReach } from './reach.ts'
import type { Request } from './request.ts'

/** What a list or a status is about, as buttons name it: "own", "me" (with subordinates), "all", or an agency's id. */
export interface SeenScope {
  readonly token: string
  readonly agencyIds: readonly string[] | 'all'
  /** "Sở Nội vụ và 3 đơn vị trực thuộc" */
  readonly title: string
  /** Whether it is about more than one agency: then each line says which. */
  readonly several: boolean
}

/**
 * A scope somebody asked for. Throws AppError 'not-allowed' when it is not theirs to see, 'no-agency' when they have
 * none, and 'button-stale' when the agency is not of this workspace.
 */
export const openScope = async (
  request: Request,
  token: string,
  stores: Pick<Stores, 'agencies'>,
): Promise<SeenScope> => {
  if (token === 'all') return openWorkspace(request)
  const agencies = await stores.agencies.list()
  if (token === 'own' || token === 'me') return openOwn(request, token, agencies, stores)
  const agency = agencies.find(({ id }) => id === token)
  if (agency === undefined) throw new AppError('button-stale', {})
  const reach = await findReach(request, stores)
  if (!may(request.person.memberships, 'see-agency', { agencyId: agency.id, reach })) {
    throw new AppError('not-allowed', {})
  }
  return { token, agencyIds: [agency.id], title: agency.name, several: false }
}

const openWorkspace = ({ person, workspace }: Request): SeenScope => {
  if (!may(person.memberships, 'see-workspace')) throw new AppError('not-allowed', {})
  return { token: 'all', agencyIds: 'all', title: workspace.name, several: true }
}

const openOwn = async (
  request: Request,
  token: 'own' | 'me',
  agencies: readonly Agency[],
  stores: Pick<Stores, 'agencies'>,
): Promise<SeenScope> => {
  const own = ownAgencies(request.person.memberships)
  if (own.length === 0) throw new AppError('no-agency', {})
  const agencyIds = token === 'own' ? own : await findReach(request, stores)
  const names = agencies.filter(({ id }) => own.includes(id)).map(({ name }) => name)
  return {
    token,
    agencyIds,
    title: request.m.status.withSubordinates(names, agencyIds.length - own.length),
    several: agencyIds.length > 1,
  }
}
