import { AppError } from '../domain/errors.ts'
import { firstReminderAt } from '../domain/milestones.ts'
import { may } from '../domain/permissions.ts'
import { planAssignments } from '../domain/plan-assignment.ts'
import type { PlanDraft } from '../domain/ports/plans.ts'
import { lines } from '../locales/rich-text.ts'
import { tellAgencies } from './plan-told.ts'
import { planYearOf, readDirectory } from './plan-upload.ts'
import type { Handler, Reply, Request } from './request.ts'

type Needs = 'agencies' | 'assignments' | 'audiences' | 'audit' | 'outbox' | 'plans'
type ImportStores = Parameters<Handler<Needs>>[2]

/** "Xác nhận": everything of the plan comes into being, and its people are told, all at once or not at all. */
export const confirmPlan: Handler<Needs> = async (request, draftId, stores) => {
  const { m } = request
  requireImporter(request)
  const draft = await stores.plans.findDraft(draftId)
  if (draft === null) return [{ text: m.plans.draftGone() }]
  // Removed first: whoever confirms the same draft at this moment waits here, and then finds the plan.
  await stores.plans.removeDraft(draft.id)
  const imported = await stores.plans.findByContent(draft.contentHash)
  return imported === null ? [await importPlan(request, draft, stores)] : [{ text: m.plans.alreadyImported(imported) }]
}

/** "Bỏ": nothing comes of it. */
export const dropPlan: Handler<'audit' | 'plans'> = async (request, draftId, stores) => {
  const { m, now, person, chat } = request
  requireImporter(request)
  const draft = await stores.plans.findDraft(draftId)
  if (draft === null) return [{ text: m.plans.draftGone() }]
  await stores.plans.removeDraft(draft.id)
  await stores.audit.append(
    {
      ...{ action: 'drop', subject: 'plan-draft', subjectId: draft.id, personId: person.id, channel: chat.channel },
      before: { fileName: draft.fileName, number: draft.parsed.document.number },
    },
    now,
  )
  return [{ text: m.plans.dropped() }]
}

const requireImporter = ({ person }: Request): void => {
  if (!may(person.memberships, 'import-plan')) throw new AppError('not-allowed', {})
}

const importPlan = async (request: Request, draft: PlanDraft, stores: ImportStores): Promise<Reply> => {
  const { m, now, today, person, chat, workspace } = request
  const { parsed, contentHash, fileName } = draft
  const planned = planAssignments(parsed, await readDirectory(stores))
  const added = await stores.agencies.ensure(planned.newAgencies)
  const tasks = planned.tasks.map((task) => ({
    parsed: task.parsed,
    assignedTo: [...task.agencyIds, ...task.newNames.flatMap((name) => added.get(name) ?? [])],
  }))
  const { planId, assignments } = await stores.plans.create(
    {
      ...{ parsed, contentHash, tasks, createdById: person.id, planYear: planYearOf(parsed, today) },
      remindAt: (dueOn) => firstReminderAt(dueOn, now, workspace.zone),
    },
    now,
  )
  const number = parsed.document.number || fileName
  await stores.audit.append(
    {
      ...{ action: 'import', subject: 'plan', subjectId: planId, personId: person.id, channel: chat.channel },
      after: { number, fileName, contentHash, tasks: tasks.length, assignments, newAgencies: planned.newAgencies },
    },
    now,
  )
  const agencyIds = [...new Set(tasks.flatMap(({ assignedTo }) => assignedTo))]
  const { told, unreached } = await tellAgencies(request, { planId, number, agencyIds }, stores)
  const text = lines([
    m.plans.confirmed({ number, tasks: tasks.length, assignments, told }),
    unreached.length > 0 && m.plans.nobodyYet(unreached.slice(0, named), Math.max(0, unreached.length - named)),
  ])
  return { text }
}

/** Agencies without anybody that are named. */
const named = 10
