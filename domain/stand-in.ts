import type { Assignment } from './assignment.ts'
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
