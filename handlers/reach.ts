import type { Assignment } from '../domain/assignment.ts'
import { AppError } from '../domain/errors.ts'
import { type Action, may, ownAgencies } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { agenciesToldOf } from '../domain/stand-in.ts'
import type { Request } from './request.ts'

/** The agencies a person belongs to, with those below the ones they head. */
export const findReach = async (
  { person }: Pick<Request, 'person'>,
  { agencies }: Pick<Stores, 'agencies'>,
): Promise<readonly string[]> => {
  const headed = ownAgencies(person.memberships.filter(({ role }) => role === 'head'))
  const below = headed.length === 0 ? [] : await agencies.withSubordinates(headed)
  return [...new Set([...ownAgencies(person.memberships), ...below])]
}

/**
 * The same for one thing that is asked for. Who stands in for somebody sees and answers what that person could;
 * what is to be decided stays with those who may.
 */
const findReachFor = async (
  request: Pick<Request, 'person' | 'standsIn'>,
  action: Action,
  stores: Pick<Stores, 'agencies'>,
): Promise<readonly string[]> => {
  const reach = await findReach(request, stores)
  const { standsIn = [] } = request
  return action === 'answer' || action === 'see-agency' ? agenciesToldOf(reach, standsIn) : reach
}

/**
 * The assignment a button or a message names. Throws AppError 'button-stale' when there is none in this workspace and
 * 'not-allowed' when it is not this person's.
 */
export const getAssignment = async (
  request: Request,
  { id, action }: { readonly id: string; readonly action: Action },
  stores: Pick<Stores, 'agencies' | 'assignments'>,
): Promise<Assignment> => {
  const assignment = await stores.assignments.find(id)
  if (assignment === null) throw new AppError('button-stale', {})
  const reach = await findReachFor(request, action, stores)
  if (!may(request.person.memberships, action, { agencyId: assignment.agencyId, reach })) {
    throw new AppError('not-allowed', {})
  }
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
  const reach = await findReachFor(request, action, stores)
  return all.filter(({ agencyId }) => may(request.person.memberships, action, { agencyId, reach }))
}

/** No task has a number that the database could not hold. */
export const largestNumber = 2 ** 31 - 1
