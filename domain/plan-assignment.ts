import { type AgencyMatch, type MatchDirectory, matchAgencies } from './agency-matching.ts'
import { agencyKey } from './agency-names.ts'
import type { Candidate } from './agency-nearness.ts'
import { successorsOn } from './agency-successor.ts'
import type { ParsedPlan, ParsedTask } from './plan-document.ts'
import type { LocalDate } from './time.ts'

/** A task with the agencies that lead it, groups resolved into their members. */
interface PlannedTask {
  readonly parsed: ParsedTask
  readonly agencyIds: readonly string[]
  /** Names of the lead that nobody is sure about, as `unknown` spells them: the task waits for them. */
  readonly waitsFor: readonly string[]
}

interface PlanLead {
  readonly name: string
  /** How many agencies the name stands for: 1 unless it is a group, 0 while nobody knows. */
  readonly members: number
  readonly tasks: number
}

/** A name of a lead that the directory does not have, or not for sure. */
interface UnknownLead {
  /** As it is spelled where it is met first. */
  readonly name: string
  /** All its spellings in the plan. */
  readonly spellings: readonly string[]
  readonly lines: readonly number[]
  /** What it may mean, the likest first, at most three. */
  readonly candidates: readonly Candidate[]
  /** Whether the first candidate is clearly the one that was meant. */
  readonly clear: boolean
}

/** Who gets what of a plan. */
export interface PlanAssignments {
  readonly tasks: readonly PlannedTask[]
  /** Each once; their tasks are assigned when somebody has said what they mean. */
  readonly unknown: readonly UnknownLead[]
  /** Who leads, in the plan's own words, and how many tasks, the most first; a group is one lead of many members. */
  readonly leads: readonly PlanLead[]
  /** How many agencies get something. */
  readonly agencies: number
  /** One for each due date and agency; a task without due dates counts once an agency. What waits is not counted. */
  readonly assignments: number
  readonly withoutLead: readonly ParsedTask[]
}

/** The day by which the names of a plan are read: the day it was issued, or today when it does not say. */
export const namesDay = ({ document }: Pick<ParsedPlan, 'document'>, today: LocalDate): LocalDate =>
  document.issuedOn ?? today

/** Only agencies in the lead get assignments; a task without one is nobody's until somebody is named. */
export const planAssignments = (plan: ParsedPlan, directory: MatchDirectory, today: LocalDate): PlanAssignments => {
  const { tasks } = plan
  const names = [...new Set(tasks.flatMap(({ lead }) => lead))]
  const meanings = findMeanings(names, directory, { on: namesDay(plan, today), today })
  const planned = tasks.map((parsed) => planTask(parsed, meanings))
  return {
    tasks: planned,
    unknown: listUnknown(tasks, meanings),
    leads: countLeads(tasks, meanings),
    agencies: new Set(planned.flatMap(({ agencyIds }) => agencyIds)).size,
    assignments: planned.reduce((sum, task) => sum + countAssignments(task), 0),
    withoutLead: tasks.filter(({ lead }) => lead.length === 0),
  }
}

/** What a name in the plan stands for, and how it is shown. */
interface Meaning {
  readonly match: AgencyMatch
  readonly shown: string
  readonly agencyIds: readonly string[]
}

const agencyIdsOf = (match: AgencyMatch): readonly string[] => {
  if (match.kind === 'group') return match.agencyIds
  return match.kind === 'similar' || match.kind === 'unknown' ? [] : [match.agencyId]
}

/** A name that is no single agency's keeps the spelling it is met in first. */
const findMeanings = (
  names: readonly string[],
  directory: MatchDirectory,
  { on, today }: { readonly on: LocalDate; readonly today: LocalDate },
): ReadonlyMap<string, Meaning> => {
  const successorOf = successorsOn(directory, today)
  const nameOf = new Map(directory.agencies.map(({ id, name }) => [id, name]))
  const spellings = new Map<string, string>()
  const spell = (name: string): string => {
    const key = agencyKey(name)
    const spelling = spellings.get(key) ?? name
    spellings.set(key, spelling)
    return spelling
  }
  return new Map(
    matchAgencies(names, directory, on).map((match) => {
      const agencyIds = [...new Set(agencyIdsOf(match).map(successorOf))]
      const only = agencyIds.length === 1 ? nameOf.get(agencyIds[0] ?? '') : undefined
      return [match.name, { match, agencyIds, shown: only ?? spell(match.name) }]
    }),
  )
}

const isUnknown = ({ agencyIds }: Meaning): boolean => agencyIds.length === 0

const planTask = (parsed: ParsedTask, meanings: ReadonlyMap<string, Meaning>): PlannedTask => {
  const meant = parsed.lead.flatMap((name) => meanings.get(name) ?? [])
  return {
    parsed,
    agencyIds: [...new Set(meant.flatMap(({ agencyIds }) => agencyIds))],
    waitsFor: [...new Set(meant.filter(isUnknown).map(({ shown }) => shown))],
  }
}

const countAssignments = ({ parsed, agencyIds }: PlannedTask): number =>
  Math.max(1, parsed.occurrences.length) * agencyIds.length

const listUnknown = (tasks: readonly ParsedTask[], meanings: ReadonlyMap<string, Meaning>): readonly UnknownLead[] => {
  const unknown = Map.groupBy([...meanings.values()].filter(isUnknown), ({ shown }) => shown)
  return [...unknown].map(([name, [first, ...others]]) => {
    const spellings = [first, ...others].flatMap((meaning) => (meaning === undefined ? [] : [meaning.match.name]))
    const named = tasks.filter(({ lead }) => lead.some((each) => spellings.includes(each)))
    const candidates = first !== undefined && 'candidates' in first.match ? first.match.candidates : []
    return { name, spellings, lines: named.map(({ line }) => line), candidates, clear: first?.match.kind === 'similar' }
  })
}

const countLeads = (tasks: readonly ParsedTask[], meanings: ReadonlyMap<string, Meaning>): readonly PlanLead[] => {
  const members = new Map<string, number>()
  const counts = new Map<string, number>()
  for (const { lead } of tasks) {
    const meant = lead.flatMap((name) => meanings.get(name) ?? [])
    for (const { shown, agencyIds } of meant) members.set(shown, agencyIds.length)
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
