import { AppError } from '../domain/errors.ts'
import { may } from '../domain/permissions.ts'
import { countDueDates, type PlanAssignments, planAssignments } from '../domain/plan-assignment.ts'
import type { ParsedPlan, PlanWarning } from '../domain/plan-document.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import type { LocalDate } from '../domain/time.ts'
import type { Handler, Reply, Request } from './request.ts'
import type { ReadFile } from './route.ts'

/** A file in the chat: a plan to import, shown as it was understood and kept until it is confirmed. */
export const receiveFile: Handler<'agencies' | 'plans', ReadFile | null> = async (request, file, stores) => {
  const { m, person, now } = request
  if (file === null || !may(person.memberships, 'import-plan')) return [{ text: m.plans.evidenceAsLink() }]
  const { name, contentHash, parsed } = file
  if (parsed.tasks.length === 0) throw new AppError('file-not-a-plan', { name })
  const imported = await stores.plans.findByContent(contentHash)
  if (imported !== null) return [{ text: m.plans.alreadyImported(imported) }]

  const planned = planAssignments(parsed, await readDirectory(stores))
  const sameNumber = (await stores.plans.list()).some(
    ({ number }) => number !== '' && number === parsed.document.number,
  )
  const draftId = await stores.plans.saveDraft({ fileName: name, contentHash, parsed, personId: person.id }, now)
  return [showFound(request, { draftId, parsed, planned, sameNumber })]
}

export const readDirectory = async ({ agencies }: Pick<Stores, 'agencies'>) => ({
  agencies: await agencies.list(),
  groups: await agencies.listGroups(),
})

/** A document that does not say its year is of the year it is handed out in. */
export const planYearOf = ({ document }: ParsedPlan, today: LocalDate): number =>
  document.planYear ?? Number(today.slice(0, 4))

const listedAgencies = 10
const listedDoubts = 10
const titleLength = 250
const detailLength = 80

interface Found {
  readonly draftId: string
  readonly parsed: ParsedPlan
  readonly planned: PlanAssignments
  readonly sameNumber: boolean
}

const showFound = ({ m, today }: Request, { draftId, parsed, planned, sameNumber }: Found): Reply => {
  const { document, tasks } = parsed
  const { leads, newAgencies, agencies, assignments } = planned
  const doubts = listDoubts(parsed, planned)
  const text = m.plans.found({
    number: document.number || m.plans.noNumber,
    title: shorten(document.title, titleLength),
    issuer: document.issuer,
    issuedOn: document.issuedOn,
    planYear: planYearOf(parsed, today),
    sameNumber,
    tasks: tasks.length,
    assignments,
    agencies,
    leads: leads.slice(0, listedAgencies),
    moreLeads: Math.max(0, leads.length - listedAgencies),
    otherGroups: leads.slice(listedAgencies).filter(({ members }) => members > 1),
    ...countDueDates(tasks, today),
    doubts: doubts.slice(0, listedDoubts).map((doubt) => ({ ...doubt, detail: shorten(doubt.detail, detailLength) })),
    moreDoubts: Math.max(0, doubts.length - listedDoubts),
    newAgencies: newAgencies.slice(0, listedAgencies),
    moreNewAgencies: Math.max(0, newAgencies.length - listedAgencies),
  })
  const confirm = { label: m.plans.confirm, action: `plan-ok:${draftId}` }
  return { text, buttons: [[confirm, { label: m.plans.drop, action: `plan-no:${draftId}` }]] }
}

/** Everything doubtful by its line, each thing once. */
const listDoubts = (parsed: ParsedPlan, { withoutLead }: PlanAssignments): readonly PlanWarning[] => {
  const nobodys = withoutLead.map(({ title, line }): PlanWarning => ({ code: 'no-lead', detail: title, line }))
  const all = [...parsed.warnings, ...parsed.tasks.flatMap(({ warnings }) => warnings), ...nobodys]
  const once = new Map(all.toReversed().map((doubt) => [`${doubt.code} ${doubt.line}`, doubt]))
  return [...once.values()].toSorted((a, b) => a.line - b.line)
}
