import { isValidOn, matchAgencies, sureTarget } from '../domain/agency-matching.ts'
import { successorsOn } from '../domain/agency-successor.ts'
import { kindOfName } from '../domain/agency-kinds.ts'
import { spellAgency } from '../domain/agency-names.ts'
import { countingOf } from '../domain/milestone-rule.ts'
import { firstLookAt } from '../domain/look.ts'
import type { NameTarget } from '../domain/ports/agencies.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { UnknownName, WaitingTask } from '../domain/ports/unknown-names.ts'
import type { Rich } from '../locales/rich-text.ts'
import { readDirectory } from './agencies.ts'
import { tellNewlyAssigned } from './agency-told.ts'
import type { Request } from './request.ts'

export type MeaningStores = Pick<Stores, 'agencies' | 'assignments' | 'audiences' | 'audit' | 'outbox' | 'unknownNames'>

/** What a name was said to mean, and by what it is called. */
interface Meaning {
  readonly target: NameTarget
  readonly name: string
}

/**
 * Ends the waiting of a name: what it means is learned, its tasks are assigned and their people told, all in this
 * transaction. Returns what to say about it, a line each.
 */
export const explainName = async (
  request: Request,
  unknown: UnknownName,
  meaning: Meaning,
  stores: MeaningStores,
): Promise<readonly Rich[]> => {
  await stores.agencies.addAlias(meaning.target, unknown.name, request.person.id, request.now)
  const said = await assignName(request, unknown, meaning, stores)
  return [request.m.agencies.learned({ name: unknown.name, meaning: meaning.name }), ...said]
}

/** The same without learning anything: the directory knows the name by now. */
const assignName = async (
  request: Request,
  unknown: UnknownName,
  { target, name }: Meaning,
  stores: MeaningStores,
): Promise<readonly Rich[]> => {
  const { person, chat, now, workspace, m } = request
  const assigned = await stores.unknownNames.resolve(
    unknown.id,
    {
      personId: person.id,
      agencyIds: await agenciesBy(request, target, stores),
      remindAt: (dueOn, planId) => firstLookAt(dueOn, now, workspace.zone, countingOf(workspace.milestones, planId)),
    },
    now,
  )
  const assignments = assigned.reduce((sum, plan) => sum + plan.assignments.length, 0)
  await stores.audit.append(
    {
      ...{
        action: 'explain',
        subject: 'agency-name',
        subjectId: unknown.id,
        personId: person.id,
        channel: chat.channel,
      },
      before: { name: unknown.name, tasks: unknown.waiting.length },
      after: { ...target, name, assignments },
    },
    now,
  )
  const said: Rich[] = []
  for (const plan of assigned) {
    const { told, unreached } = await tellNewlyAssigned(request, plan, stores)
    said.push(
      m.agencies.assigned({ plan: plan.planNumber || m.plans.noNumber, assignments: plan.assignments.length, told }),
      ...(unreached.length > 0 ? [m.agencies.nobodyYet(unreached)] : []),
    )
  }
  return said
}

/** A group is those of its members that existed on the day of the task's plan. */
const agenciesBy = async ({ today }: Request, target: NameTarget, stores: Pick<Stores, 'agencies'>) => {
  if (target.kind === 'agency') return () => [target.id]
  const { agencies, groups } = await readDirectory(stores)
  const members = groups.find(({ id }) => id === target.id)?.memberIds ?? []
  const successorOf = successorsOn({ agencies, groups }, today)
  return ({ issuedOn }: WaitingTask): readonly string[] => {
    const then = agencies.filter((agency) => members.includes(agency.id) && isValidOn(agency, issuedOn ?? today))
    return [...new Set(then.map(({ id }) => successorOf(id)))]
  }
}

/** Makes an agency of a name that the directory lacks; the name itself needs no alias then. */
export const createFromName = async (
  request: Request,
  unknown: UnknownName,
  stores: MeaningStores,
): Promise<readonly Rich[]> => {
  const { person, chat, now, m } = request
  const name = spellAgency(unknown.name)
  const id = (await stores.agencies.ensure([name])).get(name)
  if (id === undefined) throw new Error(`agency "${name}" was not created`)
  await stores.audit.append(
    {
      ...{ action: 'create', subject: 'agency', subjectId: id, personId: person.id, channel: chat.channel },
      after: { name },
    },
    now,
  )
  const said = await assignName(request, unknown, { target: { kind: 'agency', id }, name }, stores)
  return [m.agencies.created({ name, kind: kindOfName(name) }), ...said]
}

/** The day by which a waiting name is read: that of the first plan that uses it. */
export const dayOfName = ({ today }: Request, { waiting }: UnknownName) => waiting[0]?.issuedOn ?? today

/**
 * Names that wait although the directory knows them by now, because it was imported or another name was explained: they
 * are done without asking. Returns what to say, nothing when there were none.
 */
export const settleKnown = async (request: Request, stores: MeaningStores): Promise<readonly Rich[]> => {
  const directory = await readDirectory(stores)
  const settled: { readonly name: string; readonly meaning: string }[] = []
  const said: Rich[] = []
  for (const unknown of await stores.unknownNames.list()) {
    const [match] = matchAgencies([unknown.name], directory, dayOfName(request, unknown))
    const meaning = sureTarget(match)
    if (meaning === null) continue
    said.push(...(await assignName(request, unknown, meaning, stores)))
    settled.push({ name: unknown.name, meaning: meaning.name })
  }
  return settled.length === 0 ? [] : [request.m.agencies.settled(settled), ...said]
}
