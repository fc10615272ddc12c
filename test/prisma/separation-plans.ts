import { randomUUID } from 'node:crypto'
import { usualEscalation } from '../../domain/escalation.ts'
import { usualRule } from '../../domain/milestone-rule.ts'
import type { Stores } from '../../domain/ports/stores.ts'
import { parsedPlan, parsedTask } from '../support/builders.ts'

/** What of another workspace somebody knows who tries to reach its plans. */
export interface TheirPlan {
  readonly planId: string
  readonly draftId: string
  readonly contentHash: string
  readonly agencyId: string
  readonly person: { readonly id: string }
  readonly taskIds: readonly string[]
  readonly occurrenceIds: readonly string[]
}

/** Somebody of the workspace that tries, and an agency there. */
type Us = () => { readonly id: string; readonly agencyId: string }
type Attempt = (stores: Stores, theirs: TheirPlan, us: ReturnType<Us>) => Promise<unknown>

const leavingOf = ({ taskIds, occurrenceIds }: TheirPlan) => ({
  ...{ taskIds, occurrenceIds },
  leads: taskIds.map((taskId) => ({ taskId, agencyIds: [] })),
})

const later = new Date('2026-06-16T02:00:00Z')

const reads: Readonly<Record<string, readonly [Attempt, unknown]>> = {
  'plans.findDraft': [({ plans }, { draftId }) => plans.findDraft(draftId), null],
  'plans.lockDraft': [({ plans }, { draftId }) => plans.lockDraft(draftId), null],
  'plans.countDraftTasks': [({ plans }, { draftId }) => plans.countDraftTasks(draftId), 0],
  'plans.listDrafts': [({ plans }, { person }) => plans.listDrafts(person.id, new Date(0)), []],
  'plans.findByContent': [({ plans }, { contentHash }) => plans.findByContent(contentHash), null],
  'plans.list': [({ plans }) => plans.list(), []],
  'plans.listTasks': [({ plans }, { planId }) => plans.listTasks(planId), []],
  'milestoneSettings.find': [({ milestoneSettings }) => milestoneSettings.find(), null],
  'milestoneSettings.listDueDates': [({ milestoneSettings }, { planId }) => milestoneSettings.listDueDates(planId), []],
  'plans.countLeaving': [({ plans }, theirs) => plans.countLeaving(theirs.planId, leavingOf(theirs)), new Map()],
}

const writes: typeof reads = {
  'plans.saveFixes': [({ plans }, { draftId }) => plans.saveFixes(draftId, [[]], later), undefined],
  'plans.removeDraft': [({ plans }, { draftId }) => plans.removeDraft(draftId), undefined],
  'plans.removeOldDrafts': [({ plans }) => plans.removeOldDrafts(new Date('2030-01-01')), undefined],
  'milestoneSettings.lookAgain': [({ milestoneSettings }, { planId }) => milestoneSettings.lookAgain(planId, later), 0],
  'milestoneSettings.rearm': [
    ({ milestoneSettings }, { planId }) =>
      milestoneSettings.rearm(planId, [{ dueOn: '2026-06-20', givenOn: null, current: later, next: null }]),
    0,
  ],
  'milestoneSettings.rearmUndated': [
    ({ milestoneSettings }, { planId }) => milestoneSettings.rearmUndated(planId, later, new Date('2020-01-01')),
    0,
  ],
  'plans.lockImports': [({ plans }) => plans.lockImports(), undefined],
}

const amendmentOf = (theirs: TheirPlan) => ({
  ...{ planId: theirs.planId, stayed: [], added: [], removedIds: theirs.taskIds, cancel: true },
  heading: { document: parsedPlan([]).document, planYear: 2026, contentHash: 'ours' },
  ...{ leaving: leavingOf(theirs), remindAt: () => null },
})

const newPlan = (createdById: string, assignedTo: string) => ({
  ...{ parsed: parsedPlan([]), contentHash: randomUUID(), createdById, planYear: 2026, remindAt: () => null },
  tasks: [{ parsed: parsedTask(), assignedTo: [assignedTo] }],
})

const refused: Readonly<Record<string, Attempt>> = {
  'plans.saveDraft in their name': ({ plans }, { person }) =>
    plans.saveDraft({ fileName: '', contentHash: '', parsed: parsedPlan([]), personId: person.id }, later),
  'milestoneSettings.saveEscalation': ({ milestoneSettings }, { planId }) =>
    milestoneSettings.saveEscalation(planId, usualEscalation),
  'milestoneSettings.save': ({ milestoneSettings }, { planId }) => milestoneSettings.save(planId, usualRule),
  'plans.create in their name': ({ plans }, { person }, us) => plans.create(newPlan(person.id, us.agencyId), later),
  'plans.create for their agency': ({ plans }, { agencyId }, us) => plans.create(newPlan(us.id, agencyId), later),
  'plans.amend': ({ plans }, theirs) => plans.amend(amendmentOf(theirs), later),
}

type Asked = readonly [(stores: Stores) => Promise<unknown>, unknown]

const each = <A, B>(attempts: Readonly<Record<string, A>>, bind: (attempt: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(attempts).map(([name, attempt]) => [name, bind(attempt)]))

/** What finds nothing of their plans and drafts, what has nothing of them to write, and what is refused outright. */
export const attemptsOnPlans = (theirs: () => TheirPlan, us: Us) => {
  const bind = ([ask, nothing]: readonly [Attempt, unknown]): Asked => [
    (stores) => ask(stores, theirs(), us()),
    nothing,
  ]
  return {
    reads: each(reads, bind),
    writes: each(writes, bind),
    refused: each(refused, (attempt) => (stores: Stores) => attempt(stores, theirs(), us())),
  }
}
