import { may, ownAgencies } from '../domain/permissions.ts'
import type { Request } from './request.ts'
import type { Command } from './route.ts'

/** Whether a person may use a command at all; the handler still checks each thing it touches. */
export const isFor = ({ needs }: Pick<Command, 'needs'>, { person }: Pick<Request, 'person'>): boolean => {
  if (needs === 'joined') return true
  const own = ownAgencies(person.memberships)
  return (
    may(person.memberships, needs) || own.some((agencyId) => may(person.memberships, needs, { agencyId, reach: own }))
  )
}
