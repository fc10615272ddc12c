import { agencyKey } from './agency-names.ts'
import type { ParsedPlan, ParsedTask } from './plan-document.ts'
import type { Agency, AgencyGroup } from './ports/agencies.ts'

/** What names are looked up in. */
export interface PlanDirectory {
  readonly agencies: readonly Pick<Agency, 'id' | 'name' | 'aliases'>[]
  readonly groups: readonly Pick<AgencyGroup, 'name' | 'aliases' | 'memberIds'>[]
}

/** A task with the agencies that lead it, groups resolved into their members. */
export interface PlannedTask {
  readonly parsed: ParsedTask
  readonly agencyIds: readonly string[]
  /** Names that the directory does not have, as `newAgencies` spells them. */
  readonly newNames: readonly string[]
}

/** Who gets what of a plan. */
export interface PlanAssignments {
  readonly tasks: readonly PlannedTask[]
  /** Names that nobody knows yet, each once. */
  readonly newAgencies: readonly string[]
  readonly groups: readonly { readonly name: string; readonly members: number }[]
  /** How many tasks each agency leads, the most first. */
  readonly leads: readonly { readonly name: string; readonly tasks: number }[]
  /** One for each due date and agency; a task without due dates counts once an agency. */
  readonly assignments: number
  readonly withoutLead: readonly ParsedTask[]
}

/** Only agencies in the lead get assignments; a task without one is nobody's until somebody is named. */
export const planAssignments = ({ tasks }: ParsedPlan, directory: PlanDirectory): PlanAssignments => {
  const lookUp = createLookUp(directory)
  const planned = tasks.map((parsed) => planTask(parsed, lookUp))
  const found = tasks.flatMap(({ lead }) => lead.map(lookUp))
  const groups = found.flatMap((named) =>
    named.kind === 'group' ? [[named.name, named.agencyIds.length] as const] : [],
  )
  const unknown = found.flatMap((named) => (named.kind === 'unknown' ? [named.name] : []))
  return {
    tasks: planned,
    newAgencies: [...new Set(unknown)],
    groups: [...new Map(groups)].map(([name, members]) => ({ name, members })),
    leads: countLeads(planned, directory),
    assignments: planned.reduce((sum, task) => sum + countAssignments(task), 0),
    withoutLead: tasks.filter(({ lead }) => lead.length === 0),
  }
}

type Named =
  | { readonly kind: 'agency' | 'group'; readonly name: string; readonly agencyIds: readonly string[] }
  | { readonly kind: 'unknown'; readonly name: string }

/** Agencies before groups and own names before aliases; an unknown agency keeps the spelling it is met in first. */
const createLookUp = ({ agencies, groups }: PlanDirectory): ((name: string) => Named) => {
  const known = new Map<string, Named>()
  const learn = (names: readonly string[], named: Named): void => {
    for (const name of names) if (!known.has(agencyKey(name))) known.set(agencyKey(name), named)
  }
  const ofAgency = ({ id, name }: PlanDirectory['agencies'][number]): Named => ({
    kind: 'agency',
    name,
    agencyIds: [id],
  })
  for (const agency of agencies) learn([agency.name], ofAgency(agency))
  for (const agency of agencies) learn(agency.aliases, ofAgency(agency))
  for (const { name, aliases, memberIds } of groups) {
    // A group of nobody would swallow what it is given.
    if (memberIds.length > 0) learn([name, ...aliases], { kind: 'group', name, agencyIds: memberIds })
  }
  return (name) => {
    learn([name], { kind: 'unknown', name })
    return known.get(agencyKey(name)) ?? { kind: 'unknown', name }
  }
}

const planTask = (parsed: ParsedTask, lookUp: (name: string) => Named): PlannedTask => {
  const found = parsed.lead.map(lookUp)
  return {
    parsed,
    agencyIds: [...new Set(found.flatMap((named) => (named.kind === 'unknown' ? [] : named.agencyIds)))],
    newNames: [...new Set(found.flatMap((named) => (named.kind === 'unknown' ? [named.name] : [])))],
  }
}

const countAssignments = ({ parsed, agencyIds, newNames }: PlannedTask): number =>
  Math.max(1, parsed.occurrences.length) * (agencyIds.length + newNames.length)

const countLeads = (planned: readonly PlannedTask[], { agencies }: PlanDirectory): PlanAssignments['leads'] => {
  const nameOf = new Map(agencies.map(({ id, name }) => [id, name]))
  const counts = new Map<string, number>()
  for (const { agencyIds, newNames } of planned) {
    for (const name of [...agencyIds.map((id) => nameOf.get(id) ?? id), ...newNames]) {
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  return [...counts].map(([name, tasks]) => ({ name, tasks })).toSorted((a, b) => b.tasks - a.tasks)
}

/** How many due dates fall into each month ("2026-03"), in order, and how many tasks have none. */
export const countDueMonths = (
  tasks: readonly ParsedTask[],
): { readonly months: readonly { readonly month: string; readonly count: number }[]; readonly undated: number } => {
  const counts = new Map<string, number>()
  for (const month of tasks.flatMap(({ occurrences }) => occurrences.map((day) => day.slice(0, 7)))) {
    counts.set(month, (counts.get(month) ?? 0) + 1)
  }
  return {
    months: [...counts].map(([month, count]) => ({ month, count })).toSorted((a, b) => (a.month < b.month ? -1 : 1)),
    undated: tasks.filter(({ occurrences }) => occurrences.length === 0).length,
  }
}
