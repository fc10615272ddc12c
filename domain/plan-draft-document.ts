import { isOfficialWorkingDay } from './calendar/office-calendar.ts'
import { readDeadline } from './deadline.ts'
import type { DraftState } from './plan-draft.ts'
import type { DocumentCommand } from './plan-draft-command.ts'
import type { PlanFix } from './plan-draft-fix.ts'
import type { FixProblem } from './plan-draft-rows.ts'
import type { LocalDate } from './time.ts'

/** A correction of the plan as a whole. `plans` are those of the workspace, for "thay 12/KH-UBND". */
export const resolveDocument = (
  state: DraftState,
  command: DocumentCommand,
  { plans }: { readonly plans: readonly { readonly id: string; readonly number: string }[] },
): { readonly fixes: readonly PlanFix[] } | { readonly problem: FixProblem } => {
  if (command.kind === 'new-plan') return { fixes: [{ kind: 'replaces', planId: null, partial: false }] }
  if (command.kind !== 'replaces') return { fixes: [changeOf(state, command)] }
  const plan = plans.findLast(({ number }) => numberKey(number) === numberKey(command.text))
  if (plan === undefined) return { problem: { kind: 'plan', typed: command.text } }
  return { fixes: [{ kind: 'replaces', planId: plan.id, partial: command.partial }] }
}

const changeOf = (
  state: DraftState,
  command: Exclude<DocumentCommand, { readonly kind: 'new-plan' | 'replaces' }>,
): PlanFix => {
  switch (command.kind) {
    case 'year':
      return { kind: 'document', change: { planYear: command.year }, moved: movedBy(state, command.year) }
    case 'number':
      return { kind: 'document', change: { number: command.text }, moved: [] }
    case 'issuer':
      return { kind: 'document', change: { issuer: command.text }, moved: [] }
    case 'plan-title':
      return { kind: 'document', change: { title: command.text }, moved: [] }
    case 'issued-on':
      return { kind: 'document', change: { issuedOn: command.day }, moved: [] }
  }
}

/** Numbers of documents are the same whatever their capitals and spaces. */
export const numberKey = (number: string): string => number.toLowerCase().replace(/\s+/g, '')

/**
 * Dates that the words of the deadline give under the old year and that become others under the new one. A date that
 * came from elsewhere (a sentence, a correction, the day of issue) stays.
 */
const movedBy = (state: DraftState, year: number): { readonly row: number; readonly days: readonly LocalDate[] }[] => {
  const { issuedOn, planYear } = state.document
  const known = { issuedOn, isWorkingDay: isOfficialWorkingDay }
  return state.rows.flatMap(({ number, task }) => {
    const before = readDeadline(task.deadlineText, { ...known, planYear }).occurrences
    const after = readDeadline(task.deadlineText, { ...known, planYear: year }).occurrences
    const followed = before.join() === task.occurrences.join()
    return followed && after.length > 0 && after.join() !== before.join() ? [{ row: number, days: after }] : []
  })
}
