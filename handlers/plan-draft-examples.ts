import type { PlanAssignments } from '../domain/plan-assignment.ts'
import type { Doubt } from '../domain/plan-draft-doubts.ts'
import type { DraftState } from '../domain/plan-draft.ts'
import type { LocalDate } from '../domain/time.ts'
import type { Request } from './request.ts'

/** A document that does not say its year is of the year it is handed out in. */
export const planYearOf = ({ document }: Pick<DraftState, 'document'>, today: LocalDate): number =>
  document.planYear ?? Number(today.slice(0, 4))

const aboutDates = new Set<Doubt['code']>([
  'no-deadline',
  'deadline-not-understood',
  'impossible-date',
  'date-before-issue',
])

/** The first row that something is doubtful about. */
const rowWith = (doubts: readonly Doubt[]): number | undefined => doubts.flatMap(({ row }) => row ?? [])[0]

/** A few things that can be typed as they stand: about what is doubtful, as far as something is. */
export const examplesFor = (
  { m, today }: Pick<Request, 'm' | 'today'>,
  state: DraftState,
  { doubts, planned }: { readonly doubts: readonly Doubt[]; readonly planned: PlanAssignments },
): readonly string[] => {
  const { example } = m.planDrafts
  const [first = 1] = state.rows.map(({ number }) => number)
  const last = rowWith(doubts.toReversed()) ?? state.rows.at(-1)?.number ?? first
  const led = rowWith(doubts.filter(({ code }) => code === 'no-lead')) ?? first
  const undated = rowWith(doubts.filter(({ code }) => aboutDates.has(code))) ?? first
  const names = planned.leads.filter(({ members }) => members > 0).slice(0, 1)
  return [
    ...doubts.filter(({ code }) => code === 'no-number').map(() => example.number),
    ...names.map(({ name }) => example.lead(led, name)),
    example.due(undated, `${planYearOf(state, today)}-12-31`),
    example.remove(last),
  ]
}
