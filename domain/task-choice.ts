import { type Assignment, isOpen } from './assignment.ts'

/** Which of a task's assignments is meant where only the task was named. */
export type TaskChoice =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'one'
      readonly assignment: Assignment
      /** The same agency's other due dates that are still open. */
      readonly alsoOpen: readonly Assignment[]
      /** How many agencies have the task, as far as the person sees. */
      readonly agencies: number
    }
  | { readonly kind: 'several'; readonly current: readonly Assignment[] }

/**
 * Of the assignments a person sees, in the order of their due dates: the one of their own agency, else the only
 * agency's. An agency means its earliest open due date, and its last one when none is open.
 */
export const chooseAssignment = (seen: readonly Assignment[], ownAgencyIds: readonly string[]): TaskChoice => {
  const current = currentByAgency(seen)
  const own = current.filter(({ agencyId }) => ownAgencyIds.includes(agencyId))
  const [only, another] = own.length > 0 ? own : current
  if (only === undefined) return { kind: 'none' }
  if (another !== undefined)
    return { kind: 'several', current: [...own, ...current.filter((item) => !own.includes(item))] }
  const alsoOpen = seen.filter(
    ({ id, agencyId, state }) => agencyId === only.agencyId && id !== only.id && isOpen(state),
  )
  return { kind: 'one', assignment: only, alsoOpen, agencies: current.length }
}

/** What each agency has to do about a task now. */
export const currentByAgency = (assignments: readonly Assignment[]): readonly Assignment[] =>
  [...Map.groupBy(assignments, ({ agencyId }) => agencyId).values()].flatMap(
    (items) => items.find(({ state }) => isOpen(state)) ?? items.slice(-1),
  )
