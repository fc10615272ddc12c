import { may, ownAgencies } from '../domain/permissions.ts'
import { rightTo } from '../domain/stand-in.ts'
import type { Request } from './request.ts'
import type { Command } from './route.ts'

/** Whether a person may use a command at all; the handler still checks each thing it touches. */
export const isFor = (
  { needs }: Pick<Command, 'needs'>,
  { person, standsIn = [] }: Pick<Request, 'person' | 'standsIn'>,
): boolean => {
  if (needs === 'joined' || may(person.memberships, needs)) return true
  const acting = [
    { insteadOf: null, memberships: person.memberships },
    ...standsIn.map(({ personId, name, memberships }) => ({ insteadOf: { personId, name }, memberships })),
  ]
  return acting.some((as) => {
    const reach = ownAgencies(as.memberships)
    return reach.some((agencyId) => rightTo([{ ...as, reach }], needs, agencyId) !== null)
  })
}
