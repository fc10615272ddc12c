import type { PlanAssignments } from './plan-assignment.ts'
import { compareDates, type PlanChanges } from './plan-changes.ts'
import type { AmendedTask, Leaving, NewTask } from './ports/plans.ts'

/** What is to be done for a plan to become what an amended document says. */
export interface PlanAmendment {
  readonly stayed: readonly AmendedTask[]
  readonly added: readonly NewTask[]
  readonly removedIds: readonly string[]
  readonly leaving: Leaving
}

/**
 * Turns differences into work. Only tasks whose lead or dates changed are assigned anew: who has the others stays as
 * it is, whatever became of the directory since. `planned` is of the amended plan, task by task in its order.
 */
export const planAmendment = (
  { added, changed, same, removed }: PlanChanges,
  planned: Pick<PlanAssignments, 'tasks'>,
): PlanAmendment => {
  const agenciesOf = (index: number): readonly string[] => planned.tasks[index]?.agencyIds ?? []
  const stayed = [...same.map((task) => ({ ...task, parts: [] })), ...changed].map(
    ({ before, after, index, parts }): AmendedTask => ({
      ...{ id: before.id, parsed: after, dates: compareDates(before.occurrences, after) },
      renamed: parts.includes('lead') || parts.includes('support'),
      assignedTo: parts.includes('lead') || parts.includes('due') ? agenciesOf(index) : null,
    }),
  )
  const newLeads = changed.filter(({ parts }) => parts.includes('lead'))
  return {
    stayed,
    added: added.map(({ after, index }) => ({ parsed: after, assignedTo: agenciesOf(index) })),
    removedIds: removed.map(({ id }) => id),
    leaving: {
      taskIds: removed.map(({ id }) => id),
      occurrenceIds: stayed.flatMap(({ dates }) => dates.removed),
      leads: newLeads.map(({ before, index }) => ({ taskId: before.id, agencyIds: agenciesOf(index) })),
    },
  }
}
