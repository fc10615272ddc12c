import { findNamedAgencies } from '../domain/audience.ts'
import { AppError } from '../domain/errors.ts'
import { matchFields } from '../domain/fields.ts'
import { fold } from '../domain/fold.ts'
import type { GroupFigures } from '../domain/figures.ts'
import { may } from '../domain/permissions.ts'
import { isPlanNumber, readPlanReference } from '../domain/plan-reference.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { inRows } from '../domain/task-buttons.ts'
import { findReach } from './reach.ts'
import type { Reply, Request } from './request.ts'
import type { SeenScope } from './scope.ts'
import { type Division, groupsOf, openGroup, tokenOf } from './task-groups.ts'

type Needed = Pick<Stores, 'agencies' | 'assignments'>

/** What somebody typed after /tinhhinh means: a scope's token, or a message that asks which. */
export type NamedScope = { readonly token: string } | { readonly ask: Reply; readonly found: number }

/** Folded. */
const everything = ['toan co quan', 'ca co quan', 'toan bo', 'tat ca', 'chung', 'all', 'everything']
const namesField = /^(?:lĩnh\s+vực|linh\s+vuc|field|section)\s+(.+)$/iu

/** All there is to see, a field by its name, a plan by its number, else an agency; a name that is no agency's may still be a field's. */
export const readNamedScope = async (
  request: Request,
  typed: string,
  widest: SeenScope,
  stores: Needed,
): Promise<NamedScope> => {
  if (everything.includes(fold(typed))) return { token: widest.token }
  const field = namesField.exec(typed.normalize('NFC'))?.[1]
  if (field !== undefined) return nameField(request, field, widest, stores)
  const plan = readPlanReference(typed)
  if (plan?.rest === '') return namePlan(request, plan.number, widest, stores)
  const agency = await findAgency(request, typed, stores)
  if (typeof agency === 'string') return { token: agency }
  const fields = matchFields(typed, await groupsOf(request, 'field', widest, stores))
  if (fields.length === 0) throw agency
  return chosen(request, { typed, division: 'field', scope: widest }, fields)
}

/** Names of agencies that a person may not see are not told, not even as a guess. */
const findAgency = async (
  request: Request,
  typed: string,
  stores: Pick<Stores, 'agencies'>,
): Promise<string | AppError<'agency-unknown'>> => {
  const agencies = await stores.agencies.list()
  const [named] = findNamedAgencies(typed, { agencies, groups: [] }).agencyIds
  if (named !== undefined) return named
  const reach = await findReach(request, stores)
  const seen = agencies.filter(({ id }) => may(request.person.memberships, 'see-agency', { agencyId: id, reach }))
  const [unknown] = findNamedAgencies(typed, { agencies: seen, groups: [] }).unknown
  return new AppError('agency-unknown', { typed, nearest: unknown?.nearest ?? [] })
}

const nameField = async (request: Request, typed: string, scope: SeenScope, stores: Needed): Promise<NamedScope> => {
  const fields = await groupsOf(request, 'field', scope, stores)
  const found = matchFields(typed, fields)
  const asked = { typed, division: 'field', scope } as const
  return found.length > 0 ? chosen(request, asked, found) : { ask: missing(request, asked, fields), found: 0 }
}

/** A plan that has nothing within reach is as good as none. */
export const namePlan = async (
  request: Request,
  typed: string,
  scope: SeenScope,
  stores: Needed,
): Promise<NamedScope> => {
  const plans = await groupsOf(request, 'plan', scope, stores)
  const found = plans.filter(({ name }) => isPlanNumber(typed, name))
  const asked = { typed, division: 'plan', scope } as const
  return found.length > 0 ? chosen(request, asked, found) : { ask: missing(request, asked, plans), found: 0 }
}

interface Asked {
  readonly typed: string
  readonly division: Division
  readonly scope: SeenScope
}

const choicesShown = 8

const chosen = (request: Request, asked: Asked, found: readonly GroupFigures[]): NamedScope => {
  const { typed, division, scope } = asked
  const [only, another] = found
  if (only !== undefined && another === undefined) return { token: tokenOf(scope, division, only) }
  const text = request.m.status.several(division, typed)
  return { ask: { text, buttons: choicesOf(request, asked, found) }, found: found.length }
}

const missing = (request: Request, asked: Asked, known: readonly GroupFigures[]): Reply => ({
  text: request.m.status.none(asked.division, asked.typed, known.length),
  buttons: choicesOf(request, asked, known),
})

const choicesOf = (request: Request, { division, scope }: Asked, groups: readonly GroupFigures[]) =>
  inRows(
    groups.slice(0, choicesShown).map((group) => openGroup(request, scope, division, group)),
    2,
  )
