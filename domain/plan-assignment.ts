import { expandAgencies } from './agency-directory.ts'
import { agencyKey } from './agency-names.ts'
import type { ParsedPlan, ParsedTask } from './plan-document.ts'
import type { Agency, AgencyGroup } from './ports/agencies.ts'
import type { LocalDate } from './time.ts'

/** What names are looked up in. */
export interface PlanDirectory {
  readonly agencies: readonly Pick<Agency, 'id' | 'name' | 'kind' | 'aliases'>[]
  readonly groups: readonly Pick<AgencyGroup, 'name' | 'aliases' | 'memberIds'>[]
}

/** A task with the agencies that lead it, groups resolved into their members. */
interface PlannedTask {
  readonly parsed: ParsedTask
  readonly agencyIds: readonly string[]
  /** Names that the directory does not have, as `newAgencies` spells them. */
  readonly newNames: readonly string[]
}

interface PlanLead {
  readonly name: string
  /** How many agencies the name stands for: 1 unless it is a group. */
  readonly members: number
  readonly tasks: number
}

/** Who gets what of a plan. */
export interface PlanAssignments {
  readonly tasks: readonly PlannedTask[]
  /** Names that nobody knows yet, each once. */
  readonly newAgencies: readonly string[]
  /** Who leads, in the plan's own words, and how many tasks, the most first; a group is one lead of many members. */
  readonly leads: readonly PlanLead[]
  /** How many agencies get something. */
  readonly agencies: number
  /** One for each due date and agency; a task without due dates counts once an agency. */
  readonly assignments: number
  readonly withoutLead: readonly ParsedTask[]
}

/** Only agencies in the lead get assignments; a task without one is nobody's until somebody is named. */
export const planAssignments = ({ tasks }: ParsedPlan, directory: PlanDirectory): PlanAssignments => {
  const names = [...new Set(tasks.flatMap(({ lead }) => lead))]
  const meanings = findMeanings(names, directory)
  const planned = tasks.map((parsed) => planTask(parsed, meanings))
  return {
    tasks: planned,
    newAgencies: [...new Set([...meanings.values()].flatMap(({ newNames }) => newNames))],
    leads: countLeads(tasks, meanings),
    agencies: new Set(planned.flatMap(({ agencyIds, newNames }) => [...agencyIds, ...newNames])).size,
    assignments: planned.reduce((sum, task) => sum + countAssignments(task), 0),
    withoutLead: tasks.filter(({ lead }) => lead.length === 0),
  }
}

/** What a name in the plan stands for, and how it is shown. */
interface Meaning extends Pick<PlannedTask, 'agencyIds' | 'newNames'> {
  readonly shown: string
}

/** A name that the directory does not have keeps the spelling it is met in first. */
const findMeanings = (names: readonly string[], { agencies, groups }: PlanDirectory): ReadonlyMap<string, Meaning> => {
  const nameOf = new Map(agencies.map(({ id, name }) => [id, name]))
  const idOf = new Map(agencies.map(({ id, name }) => [name, id]))
  const { matched } = expandAgencies(names, {
    agencies,
    groups: groups.map((group) => ({ ...group, members: group.memberIds.flatMap((id) => nameOf.get(id) ?? []) })),
  })
  const spellings = new Map<string, string>()
  const spell = (name: string): string => {
    const key = agencyKey(name)
    const spelling = spellings.get(key) ?? name
    spellings.set(key, spelling)
    return spelling
  }
  return new Map(
    matched.map(({ name, agencies: meant }) => [
      name,
      {
        shown: meant.length === 1 ? spell(meant[0] ?? name) : spell(name),
        agencyIds: meant.flatMap((agency) => idOf.get(agency) ?? []),
        newNames: meant.flatMap((agency) => (idOf.has(agency) ? [] : [spell(agency)])),
      },
    ]),
  )
}

const planTask = (parsed: ParsedTask, meanings: ReadonlyMap<string, Meaning>): PlannedTask => {
  const meant = parsed.lead.flatMap((name) => meanings.get(name) ?? [])
  return {
    parsed,
    agencyIds: [...new Set(meant.flatMap(({ agencyIds }) => agencyIds))],
    newNames: [...new Set(meant.flatMap(({ newNames }) => newNames))],
  }
}

const countAssignments = ({ parsed, agencyIds, newNames }: PlannedTask): number =>
  Math.max(1, parsed.occurrences.length) * (agencyIds.length + newNames.length)

const countLeads = (tasks: readonly ParsedTask[], meanings: ReadonlyMap<string, Meaning>): readonly PlanLead[] => {
  const members = new Map<string, number>()
  const counts = new Map<string, number>()
  for (const { lead } of tasks) {
    const meant = lead.flatMap((name) => meanings.get(name) ?? [])
    for (const { shown, agencyIds, newNames } of meant) members.set(shown, agencyIds.length + newNames.length)
    for (const name of new Set(meant.map(({ shown }) => shown))) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .map(([name, count]) => ({ name, members: members.get(name) ?? 1, tasks: count }))
    .toSorted((x, y) => y.tasks - x.tasks)
}

/** When the tasks of a plan fall due. */
export interface DueDates {
  /** How many in each month ("2026-03"), in order. */
  readonly months: readonly { readonly month: string; readonly count: number }[]
  /** Due dates that have passed already. */
  readonly past: number
  /** Tasks without any. */
  readonly undated: number
}

export const countDueDates = (tasks: readonly ParsedTask[], today: LocalDate): DueDates => {
  const days = tasks.flatMap(({ occurrences }) => occurrences)
  const months = Map.groupBy(days, (day) => day.slice(0, 7))
  return {
    months: [...months]
      .map(([month, { length }]) => ({ month, count: length }))
      .toSorted((a, b) => (a.month < b.month ? -1 : 1)),
    past: days.filter((day) => day < today).length,
    undated: tasks.filter(({ occurrences }) => occurrences.length === 0).length,
  }
}
