import { countingOf } from '../domain/milestone-rule.ts'
import { firstLookAt } from '../domain/look.ts'
import { datesOf } from '../domain/plan-changes.ts'
import { type Comparison, countAll } from './plan-draft-compare.ts'
import { planYearOf } from './plan-draft-examples.ts'
import { auditedBy, type Importer, type ImportStores, type ReadyPlan } from './plan-importing.ts'
import { tellChanges } from './plan-told-changes.ts'

/** What came of an amendment. */
export interface Amended {
  readonly planId: string
  readonly number: string
  readonly added: number
  readonly changed: number
  readonly cancelled: number
  /** Assignments that the new version does not have and that go on all the same. */
  readonly kept: number
  readonly told: number
  /** Whether anybody's work changed. */
  readonly concerned: boolean
}

/** The plan becomes what the amended document says; progress stays with what stayed, and its people are told once. */
export const amendPlan = async (
  by: Importer,
  { source, state, planned }: ReadyPlan,
  { compared, cancel }: { readonly compared: Comparison; readonly cancel: boolean },
  stores: ImportStores,
): Promise<Amended> => {
  const { now, zone } = by
  const { plan, partial } = compared.amends
  const { changes, amendment } = compared
  const before = await stores.plans.listTasks(plan.id)
  const heading = { document: state.document, planYear: planYearOf(state, by.today), contentHash: source.contentHash }
  const { addedIds, events } = await stores.plans.amend(
    {
      ...{ planId: plan.id, heading: partial ? null : heading, ...amendment, cancel },
      remindAt: (dueOn) => firstLookAt(dueOn, now, zone, countingOf(by.milestones, plan.id)),
    },
    now,
  )
  const newLeads = [
    ...changes.added.map(({ after }) => after),
    ...changes.changed.filter(({ parts }) => parts.includes('lead')).map(({ after }) => after),
  ].flatMap(({ lead }) => lead)
  const waiting = planned.unknown.flatMap(({ spellings }) => spellings).filter((name) => newLeads.includes(name))
  await stores.unknownNames.notePlan(plan.id, waiting, now)
  const number = state.document.number || plan.number || source.fileName
  const cancelled = events.filter(({ kind }) => kind === 'cancelled').length
  await stores.audit.append(
    {
      ...{ action: 'amend', subject: 'plan', subjectId: plan.id, ...auditedBy(by) },
      before: { number: plan.number, ...beforeOf(compared) },
      after: {
        ...{ number, fileName: source.fileName, contentHash: source.contentHash, partial, ...afterOf(compared) },
        ...{ addedTasks: addedIds.length, cancelled, fixes: source.fixes },
      },
    },
    now,
  )
  const after = await stores.plans.listTasks(plan.id)
  const titles = new Map([...before, ...after].map(({ id, ...task }) => [id, task]))
  const told = await tellChanges(by, { number, events, tasks: titles }, stores)
  return {
    ...{ planId: plan.id, number, added: addedIds.length, changed: changes.changed.length, cancelled, told },
    concerned: events.length > 0,
    kept: cancel ? 0 : countAll(compared.leaving),
  }
}

/** What the record keeps of the version before: dates as they were first, among others. */
const beforeOf = ({ changes }: Comparison) => ({
  changed: changes.changed.map(({ before, parts }) => ({
    ...{ task: before.number, parts, title: before.title, lead: before.lead, support: before.support },
    due: datesOf(before),
  })),
  removed: changes.removed.map(({ number, title }) => ({ task: number, title })),
})

const afterOf = ({ changes }: Comparison) => ({
  changed: changes.changed.map(({ before, after }) => ({
    ...{ task: before.number, title: after.title, lead: after.lead, support: after.support, due: after.occurrences },
  })),
})
