import { type Amends, findAmended } from '../domain/plan-amended.ts'
import { type PlanAmendment, planAmendment } from '../domain/plan-amendment.ts'
import type { PlanAssignments } from '../domain/plan-assignment.ts'
import { comparePlans, isNothingNew, type PlanChanges } from '../domain/plan-changes.ts'
import { type DraftState, planOf } from '../domain/plan-draft.ts'
import type { PlanSummary } from '../domain/ports/plans.ts'
import type { Stores } from '../domain/ports/stores.ts'

/** A draft against the plan that it amends. */
export interface Comparison {
  readonly amends: Amends<PlanSummary>
  readonly changes: PlanChanges
  readonly nothingNew: boolean
  readonly amendment: PlanAmendment
  /** Open assignments that the plan would no longer have, by task. */
  readonly leaving: ReadonlyMap<string, number>
}

/** What would change of which plan; null when the draft is a plan of its own. */
export const compareDraft = async (
  state: DraftState,
  planned: PlanAssignments,
  { plans }: Pick<Stores, 'plans'>,
): Promise<Comparison | null> => {
  const amends = findAmended(state, await plans.list())
  if (amends === null) return null
  const compared = comparePlans(await plans.listTasks(amends.plan.id), planOf(state).tasks)
  // A document that only amends says nothing about what it does not name.
  const changes = amends.partial ? { ...compared, removed: [] } : compared
  const amendment = planAmendment(changes, planned)
  const leaving = await plans.countLeaving(amends.plan.id, amendment.leaving)
  return { amends, changes, nothingNew: isNothingNew(changes), amendment, leaving }
}

export const countAll = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0)
