import type { Assignment } from './assignment.ts'
import { agencyRoles, type Membership } from './people.ts'
import { type Action, lent, may } from './permissions.ts'
import type { StandIn } from './ports/delegations.ts'

/** The agencies somebody is told about on a day: their own, and those of the people for whom they stand in. */
export const agenciesToldOf = (own: readonly string[], standIns: readonly StandIn[]): readonly string[] => [
  ...new Set([...own, ...standIns.flatMap(({ agencyIds }) => agencyIds)]),
]

/** In whose place somebody is told about an assignment; null when it is their own business anyway. */
export const insteadOf = (
  { agencyId, assigneeId }: Pick<Assignment, 'agencyId' | 'assigneeId'>,
  own: readonly string[],
  standIns: readonly StandIn[],
): string | null => {
  const doer = standIns.find(({ personId }) => personId === assigneeId)
  if (doer !== undefined) return doer.name
  return own.includes(agencyId) ? null : (standIns.find(({ agencyIds }) => agencyIds.includes(agencyId))?.name ?? null)
}

/** One of those as whom somebody acts: themself, or a person in whose place they are; with how far that reaches. */
export interface Acting {
  /** Null for themself. */
  readonly insteadOf: { readonly personId: string; readonly name: string } | null
  readonly memberships: readonly Membership[]
  readonly reach: readonly string[]
}

/**
 * By whose right a thing may be done in an agency: their own where that is enough, else that of somebody they stand in
 * for, as that person alone could; null when by nobody's.
 */
export const rightTo = (acting: readonly Acting[], action: Action, agencyId: string): Acting | null =>
  acting.find(({ insteadOf: absent, memberships, reach }) =>
    absent === null
      ? may(memberships, action, { agencyId, reach })
      : lent.includes(action) && may(memberships.filter(isLent), action, { agencyId, reach }),
  ) ?? null

const isLent = ({ role, agencyId }: Membership): boolean => agencyId !== null && agencyRoles.includes(role)

/** Nobody decides on what they handed in, and so nobody does in their place. */
export const withoutSubmitter = (acting: readonly Acting[], submitterId: string): readonly Acting[] =>
  acting.filter(({ insteadOf: absent }) => absent?.personId !== submitterId)
