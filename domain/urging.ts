import type { Assignment } from './assignment.ts'
import type { UrgingLook } from './ports/urgings.ts'

/** An assignment is pressed for at most once in so long, whoever presses. */
export const urgingRestMs = 24 * 60 * 60 * 1000

/** Whether there is anything to press for: what is handed in waits for somebody else. */
export const canBeUrged = ({ state }: Pick<Assignment, 'state'>): boolean =>
  state === 'assigned' || state === 'acknowledged' || state === 'in_progress'

/** What pressing for some assignments comes to. */
export interface UrgingPlan {
  readonly pressed: readonly Assignment[]
  /** Pressed for a short time ago. */
  readonly resting: readonly Assignment[]
  /** Nobody is there who could be told. */
  readonly unreached: readonly Assignment[]
  /** Everybody who hears of it, each once. */
  readonly people: readonly string[]
  readonly agencies: number
}

export const planUrging = (assignments: readonly Assignment[], looks: readonly UrgingLook[]): UrgingPlan => {
  const byId = new Map(looks.map((look) => [look.assignmentId, look]))
  const kindOf = ({ id }: Assignment): 'pressed' | 'resting' | 'unreached' => {
    const look = byId.get(id)
    if (look?.last !== null && look?.last !== undefined) return 'resting'
    return (look?.people.length ?? 0) === 0 ? 'unreached' : 'pressed'
  }
  const kinds = Map.groupBy(assignments, kindOf)
  const pressed = kinds.get('pressed') ?? []
  return {
    ...{ pressed, resting: kinds.get('resting') ?? [], unreached: kinds.get('unreached') ?? [] },
    people: [...new Set(pressed.flatMap(({ id }) => byId.get(id)?.people ?? []))],
    agencies: new Set(pressed.map(({ agencyId }) => agencyId)).size,
  }
}
