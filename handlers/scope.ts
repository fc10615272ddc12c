import { AppError } from '../domain/errors.ts'
import { fieldName, spellingsOf } from '../domain/fields.ts'
import { may, ownAgencies } from '../domain/permissions.ts'
import type { Agency } from '../domain/ports/agencies.ts'
import type { Scope } from '../domain/ports/assignments.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { type Narrowing, readToken } from '../domain/scope-token.ts'
import { findReach, largestNumber } from './reach.ts'
import type { Request } from './request.ts'

/**
 * What a list or a status is about, as buttons name it: "own", "me" (with subordinates), "headed" (as "me", without agencies that one
 * only works for), "all", or an agency's id; of
 * these perhaps one plan or one field.
 */
export interface SeenScope extends Scope {
  readonly token: string
  readonly base: string
  readonly narrowing: Narrowing | null
  /** "Sở Nội vụ và 3 đơn vị trực thuộc" */
  readonly title: string
  /** Whether it is about more than one agency: then each line says which. */
  readonly several: boolean
}

type Needs = 'agencies' | 'search'

/**
 * A scope somebody asked for. Throws AppError 'not-allowed' when it is not theirs to see, 'no-agency' when they have
 * none, and 'button-stale' when the agency, plan or field is not of this workspace.
 */
export const openScope = async (request: Request, token: string, stores: Pick<Stores, Needs>): Promise<SeenScope> => {
  const read = readToken(token)
  if (read === null) throw new AppError('button-stale', {})
  const base = await openBase(request, read.base, stores)
  const { narrowing } = read
  if (narrowing === null) return { ...base, token, base: read.base, narrowing }
  const { title, ...part } = await narrow(request, narrowing, stores)
  const within = base.agencyIds === 'all' ? null : base.title
  return { ...base, ...part, token, base: read.base, narrowing, title: request.m.status.within(title, within) }
}

/** The plan, the field, or the field of its plan that a task stands for. */
const narrow = async (
  { m }: Request,
  { kind, task }: Narrowing,
  { search }: Pick<Stores, 'search'>,
): Promise<Pick<Scope, 'planId' | 'sections'> & { readonly title: string }> => {
  const place = task > largestNumber ? null : await search.findPlace(task)
  if (place === null) throw new AppError('button-stale', {})
  const { planId, planNumber } = place
  if (kind === 'plan') return { planId, title: m.status.plan(planNumber) }
  const sections = spellingsOf(place.section, await search.listSections())
  const field = fieldName(place.section)
  return kind === 'field'
    ? { sections, title: m.status.field(field, null) }
    : { sections, planId, title: m.status.field(field, planNumber) }
}

type Base = Pick<SeenScope, 'agencyIds' | 'title' | 'several'>

const openBase = async (request: Request, token: string, stores: Pick<Stores, 'agencies'>): Promise<Base> => {
  if (token === 'all') return openWorkspace(request)
  const agencies = await stores.agencies.list()
  if (token === 'own' || token === 'me' || token === 'headed') return openOwn(request, token, agencies, stores)
  const agency = agencies.find(({ id }) => id === token)
  if (agency === undefined) throw new AppError('button-stale', {})
  const reach = await findReach(request, stores)
  if (!may(request.person.memberships, 'see-agency', { agencyId: agency.id, reach })) {
    throw new AppError('not-allowed', {})
  }
  return { agencyIds: [agency.id], title: agency.name, several: false }
}

const openWorkspace = ({ person, workspace }: Request): Base => {
  if (!may(person.memberships, 'see-workspace')) throw new AppError('not-allowed', {})
  return { agencyIds: 'all', title: workspace.name, several: true }
}

const openOwn = async (
  request: Request,
  token: 'own' | 'me' | 'headed',
  agencies: readonly Agency[],
  stores: Pick<Stores, 'agencies'>,
): Promise<Base> => {
  const { memberships } = request.person
  const own = ownAgencies(token === 'headed' ? memberships.filter(({ role }) => role === 'head') : memberships)
  if (own.length === 0) throw new AppError(token === 'headed' ? 'not-allowed' : 'no-agency', {})
  const agencyIds = token === 'own' ? own : await reachOf(request, token, own, stores)
  const names = agencies.filter(({ id }) => own.includes(id)).map(({ name }) => name)
  return {
    agencyIds,
    title: request.m.status.withSubordinates(names, agencyIds.length - own.length),
    several: agencyIds.length > 1,
  }
}

const reachOf = (
  request: Request,
  token: 'me' | 'headed',
  own: readonly string[],
  stores: Pick<Stores, 'agencies'>,
): Promise<readonly string[]> => (token === 'me' ? findReach(request, stores) : stores.agencies.withSubordinates(own))
