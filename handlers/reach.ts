import type { Assignment } from '../domain/assignment.ts'
import { AppError } from '../domain/errors.ts'
import { type Action, ownAgencies } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { type Acting, rightTo } from '../domain/stand-in.ts'
import type { Request } from './request.ts'

/** The agencies a person belongs to, with those below the ones they head. */
export const findReach = async (
  { person }: { readonly person: Pick<Request['person'], 'memberships'> },
  { agencies }: Pick<Stores, 'agencies'>,
): Promise<readonly string[]> => {
  const headed = ownAgencies(person.memberships.filter(({ role }) => role === 'head'))
  const below = headed.length === 0 ? [] : await agencies.withSubordinates(headed)
  return [...new Set([...ownAgencies(person.memberships), ...below])]
}

/** As whom a person acts today: as themself, and as those they stand in for. */
export const findActing = async (
  { person, standsIn = [] }: Pick<Request, 'person' | 'standsIn'>,
  stores: Pick<Stores, 'agencies'>,
): Promise<readonly Acting[]> => {
  const acting: Acting[] = [
    { insteadOf: null, memberships: person.memberships, reach: await findReach({ person }, stores) },
  ]
  for (const { personId, name, memberships } of standsIn) {
    const reach = await findReach({ person: { memberships } }, stores)
    acting.push({ insteadOf: { personId, name }, memberships, reach })
  }
  return acting
}

/**
 * The assignment a button or a message names, or what it was moved to. Throws AppError 'button-stale' when there is none in this workspace and
 * 'not-allowed' when it is not this person's.
 */
export const getAssignment = async (
  request: Request,
  { id, action }: { readonly id: string; readonly action: Action },
  stores: Pick<Stores, 'agencies' | 'assignments'>,
): Promise<Assignment> => {
  const assignment = await stores.assignments.find(id)
  if (assignment === null) throw new AppError('button-stale', {})
  const acting = await findActing(request, stores)
  const may = ({ agencyId }: Assignment): boolean => rightTo(acting, action, agencyId) !== null
  const mayHere = may(assignment)
  // Whoever answers an old message, or went along with the work, means what carries it on.
  if (assignment.state === 'returned' && (action === 'answer' || !mayHere)) {
    const next = await stores.assignments.findCarriedOn(id)
    if (next !== null && may(next)) return next
  }
  if (!mayHere) throw new AppError('not-allowed', {})
  return assignment
}

/** What a person sees of a task: all of its assignments, or those of the agencies in reach. */
export const findTask = async (
  request: Request,
  { number, action }: { readonly number: number; readonly action: Action },
  stores: Pick<Stores, 'agencies' | 'assignments'>,
): Promise<readonly Assignment[]> => {
  const all =
    Number.isSafeInteger(number) && number <= largestNumber ? await stores.assignments.findByNumber(number) : []
  const acting = await findActing(request, stores)
  return all.filter(({ agencyId }) => rightTo(acting, action, agencyId) !== null)
}

/** No task has a number that the database could not hold. */
export const largestNumber = 2 ** 31 - 1
