import { countDueDates, type PlanAssignments } from '../domain/plan-assignment.ts'
import type { Doubt } from '../domain/plan-draft-doubts.ts'
import type { DraftState } from '../domain/plan-draft.ts'
import { shorten } from '../domain/shorten.ts'
import { planYearOf } from './plan-draft-examples.ts'
import type { Request } from './request.ts'

const listedAgencies = 10
const titleLength = 250
const detailLength = 80

/** What is shown of a plan that was read. */
export interface Described {
  readonly planned: PlanAssignments
  readonly doubts: readonly Doubt[]
  /** The first doubt that is listed, and the one after the last. */
  readonly from: number
  readonly to: number
  readonly amended: boolean
}

/** The findings as they are put into words; without `examples`, where nothing can be typed. */
export const describePlan = (
  { m, today }: Pick<Request, 'm' | 'today'>,
  state: DraftState,
  { planned, doubts, from, to, amended }: Described,
): Omit<Parameters<typeof m.planDrafts.found>[0], 'examples'> => {
  const { document, rows } = state
  const { leads, unknown, agencies, assignments } = planned
  return {
    number: document.number || m.plans.noNumber,
    title: shorten(document.title, titleLength),
    issuer: document.issuer,
    issuedOn: document.issuedOn,
    planYear: planYearOf(state, today),
    ...{ tasks: rows.length, assignments, agencies },
    leads: leads.slice(0, listedAgencies),
    moreLeads: Math.max(0, leads.length - listedAgencies),
    otherGroups: leads.slice(listedAgencies).filter(({ members }) => members > 1),
    ...countDueDates(
      rows.map(({ task }) => task),
      today,
    ),
    doubts: doubts.slice(from, to).map(shortDoubt),
    ...{ firstDoubt: from + 1, allDoubts: doubts.length },
    unknown: unknown
      .slice(0, listedAgencies)
      .map(({ name, spellings }) => ({ name, rows: rowsLedBy(state, spellings) })),
    moreUnknown: Math.max(0, unknown.length - listedAgencies),
    amended,
  }
}

export const shortDoubt = (doubt: Doubt): Doubt => ({ ...doubt, detail: shorten(doubt.detail, detailLength) })

const rowsLedBy = ({ rows }: DraftState, names: readonly string[]): readonly number[] =>
  rows.filter(({ task }) => task.lead.some((name) => names.includes(name))).map(({ number }) => number)
