import { agencyKey } from './agency-names.ts'
import { fold } from './fold.ts'
import type { ParsedTask } from './plan-document.ts'
import { matchTasks } from './plan-match.ts'
import type { LocalDate } from './time.ts'

/** A task of a plan that is followed up, as the plan's own words have it. */
export interface KnownTask {
  readonly id: string
  /** "nv12" */
  readonly number: number
  readonly code: string
  readonly title: string
  readonly requirement: string
  readonly output: string
  readonly deadlineText: string
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly occurrences: readonly { readonly id: string; readonly dueOn: LocalDate | null; readonly label: string }[]
  /** It was not in the plan as last amended, and stayed all the same. */
  readonly kept: boolean
}

/** What of a task an amended plan says differently. */
type ChangedPart = 'title' | 'due' | 'lead' | 'support' | 'output' | 'requirement'

export interface ChangedTask {
  readonly before: KnownTask
  readonly after: ParsedTask
  /** Where the task stands among those of the amended plan. */
  readonly index: number
  /** What reads differently; never empty. */
  readonly parts: readonly ChangedPart[]
}

/** An amended plan against the one that is followed up. */
export interface PlanChanges {
  readonly added: readonly { readonly after: ParsedTask; readonly index: number }[]
  readonly changed: readonly ChangedTask[]
  /** They may have moved to another number: that alone changes nothing. */
  readonly same: readonly { readonly before: KnownTask; readonly after: ParsedTask; readonly index: number }[]
  readonly removed: readonly KnownTask[]
}

/** Compares two versions of a plan. What differs only in capitals, spaces or order of agencies is the same. */
export const comparePlans = (before: readonly KnownTask[], after: readonly ParsedTask[]): PlanChanges => {
  const matches = matchTasks(before, after)
  const pairs = matches.flatMap((match) => {
    const [old, now] = [before[match.before], after[match.after]]
    return old === undefined || now === undefined
      ? []
      : [{ before: old, after: now, index: match.after, parts: partsThatDiffer(old, now) }]
  })
  const found = {
    before: new Set(matches.map((match) => match.before)),
    after: new Set(matches.map((match) => match.after)),
  }
  return {
    added: after.flatMap((task, index) => (found.after.has(index) ? [] : [{ after: task, index }])),
    changed: pairs.filter(({ parts }) => parts.length > 0),
    same: pairs.filter(({ parts }) => parts.length === 0),
    // What stayed although the plan no longer had it is not taken away by the plan not having it again.
    removed: before.filter(({ kept }, index) => !found.before.has(index) && !kept),
  }
}

/** Whether the amended plan says nothing that is not there already. */
export const isNothingNew = ({ added, changed, removed }: PlanChanges): boolean =>
  added.length + changed.length + removed.length === 0

const differs: Readonly<Record<ChangedPart, (before: KnownTask, after: ParsedTask) => boolean>> = {
  title: (before, after) => fold(before.title) !== fold(after.title),
  due: (before, after) => datesOf(before).toSorted().join() !== after.occurrences.toSorted().join(),
  lead: (before, after) => agenciesOf(before.lead) !== agenciesOf(after.lead),
  support: (before, after) => agenciesOf(before.support) !== agenciesOf(after.support),
  output: (before, after) => fold(before.output) !== fold(after.output),
  requirement: (before, after) => fold(before.requirement) !== fold(after.requirement),
}

const parts = ['title', 'due', 'lead', 'support', 'output', 'requirement'] as const

const partsThatDiffer = (before: KnownTask, after: ParsedTask): readonly ChangedPart[] =>
  parts.filter((part) => differs[part](before, after))

/** A task without dates has one occurrence without a date. */
export const datesOf = ({ occurrences }: Pick<KnownTask, 'occurrences'>): readonly LocalDate[] =>
  occurrences.flatMap(({ dueOn }) => dueOn ?? [])

const agenciesOf = (names: readonly string[]): string => [...new Set(names.map(agencyKey))].toSorted().join('\n')

/** A date as a task has it from now on; places count from 1. */
interface PlacedDate {
  readonly position: number
  readonly dueOn: LocalDate | null
  readonly label: string
}

/** What becomes of the dates of one task. */
export interface DateChanges {
  /** Each old occurrence with its date from now on. */
  readonly kept: readonly (PlacedDate & { readonly id: string })[]
  readonly added: readonly PlacedDate[]
  /** Occurrences that the plan no longer has. */
  readonly removed: readonly string[]
}

/**
 * Carries the progress of each date over to the date it became: the same day stays, then the same label, then in
 * order. A date that was there stays the nearest to what it was.
 */
export const compareDates = (
  before: KnownTask['occurrences'],
  after: Pick<ParsedTask, 'occurrences' | 'occurrenceLabels'>,
): DateChanges => {
  let left = [...before]
  const wanted = datesWanted(after)
  const taken = wanted.map((): string | null => null)
  const take = (isMatch: (old: KnownTask['occurrences'][number], now: (typeof wanted)[number]) => boolean): void => {
    for (const [index, now] of wanted.entries()) {
      const old = taken[index] === null ? left.find((each) => isMatch(each, now)) : undefined
      if (old === undefined) continue
      taken[index] = old.id
      left = left.filter(({ id }) => id !== old.id)
    }
  }
  take((old, now) => old.dueOn === now.dueOn)
  take((old, now) => old.label !== '' && fold(old.label) === fold(now.label))
  take(() => true)
  const dated = wanted.map((now, index) => ({ ...now, id: taken[index] ?? null }))
  return {
    kept: dated.flatMap(({ id, ...now }) => (id === null ? [] : [{ id, ...now }])),
    added: dated.flatMap(({ id, ...now }) => (id === null ? [now] : [])),
    removed: left.map(({ id }) => id),
  }
}

const datesWanted = ({
  occurrences,
  occurrenceLabels,
}: Pick<ParsedTask, 'occurrences' | 'occurrenceLabels'>): readonly PlacedDate[] =>
  occurrences.length === 0
    ? [{ position: 1, dueOn: null, label: '' }]
    : occurrences.map((dueOn, index) => ({ position: index + 1, dueOn, label: occurrenceLabels[index] ?? '' }))
