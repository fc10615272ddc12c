import type { Channel } from '../domain/incoming.ts'
import { countingOf, type MilestoneSettings } from '../domain/milestone-rule.ts'
import { firstLookAt } from '../domain/look.ts'
import { type PlanAssignments } from '../domain/plan-assignment.ts'
import { planOf, type DraftState } from '../domain/plan-draft.ts'
import type { PlanDraft } from '../domain/ports/plans.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { LocalDate } from '../domain/time.ts'
import { planYearOf } from './plan-draft-examples.ts'
import { tellAgencies } from './plan-told.ts'

/** Who imports, and when: a person in a chat, or the command line for one. */
export interface Importer {
  readonly now: Date
  readonly today: LocalDate
  readonly zone: string
  readonly milestones?: MilestoneSettings | undefined
  /** What people are told is keyed by it. */
  readonly key: string
  readonly personId: string
  /** Null on the command line. */
  readonly channel: Channel | null
}

export type ImportStores = Pick<
  Stores,
  'agencies' | 'assignments' | 'audiences' | 'audit' | 'outbox' | 'plans' | 'unknownNames'
>

/** A plan that was read and corrected: a draft, or a file on the command line. */
export interface ReadyPlan {
  readonly source: Pick<PlanDraft, 'fileName' | 'contentHash' | 'fixes'>
  readonly state: DraftState
  readonly planned: PlanAssignments
}

/** What came of an import. */
export interface Imported {
  readonly planId: string
  readonly number: string
  readonly tasks: number
  readonly assignments: number
  /** Names whose tasks wait until somebody says whom they mean. */
  readonly unknown: readonly string[]
  /** How many people were told. */
  readonly told: number
}

/** Who did it, for the record; the command line acts for nobody in particular. */
export const auditedBy = ({ personId, channel }: Importer) => (channel === null ? {} : { personId, channel })

/** Everything of a plan comes into being, and its people are told, all at once or not at all. */
export const importPlan = async (
  by: Importer,
  { source, state, planned }: ReadyPlan,
  stores: ImportStores,
): Promise<Imported> => {
  const { now, today, zone } = by
  const { contentHash, fileName, fixes } = source
  const parsed = planOf(state)
  const tasks = planned.tasks.map((task) => ({ parsed: task.parsed, assignedTo: task.agencyIds }))
  const planYear = planYearOf(state, today)
  const { planId, assignments } = await stores.plans.create(
    {
      ...{ parsed, contentHash, tasks, createdById: by.personId, planYear },
      remindAt: (dueOn) => firstLookAt(dueOn, now, zone, countingOf(by.milestones, null)),
    },
    now,
  )
  const spellings = planned.unknown.flatMap((name) => name.spellings)
  await stores.unknownNames.notePlan(planId, spellings, now)
  const number = parsed.document.number || fileName
  const unknown = planned.unknown.map(({ name }) => name)
  await stores.audit.append(
    {
      ...{ action: 'import', subject: 'plan', subjectId: planId, ...auditedBy(by) },
      after: { number, fileName, contentHash, tasks: tasks.length, assignments, unknown, fixes },
    },
    now,
  )
  const agencyIds = [...new Set(tasks.flatMap(({ assignedTo }) => assignedTo))]
  const told = await tellAgencies(by, { planId, number, agencyIds }, stores)
  return { planId, number, tasks: tasks.length, assignments, unknown, told }
}
