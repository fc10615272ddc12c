import type { ParsedPlan, ParsedTask } from '../../../domain/plan-document.ts'
import type { TaskLabel } from './sample.ts'

/** Shares from 0 to 1; `invented` counts days that no label has. */
export type Figures = {
  readonly tasks: number
  readonly lead: number
  readonly support: number
  readonly dates: number
  readonly output: number
  readonly invented: number
}

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll(/[^a-z0-9]+/gu, ' ')
    .trim()

/** How often each run of three letters stands in the words. */
type Runs = ReadonlyMap<string, number>
const runsOf = (text: string): Runs => {
  const runs = new Map<string, number>()
  const words = ` ${folded(text)} `
  for (let at = 0; at + 3 <= words.length; at++) {
    const run = words.slice(at, at + 3)
    runs.set(run, (runs.get(run) ?? 0) + 1)
  }
  return runs
}
const total = (runs: Runs): number => [...runs.values()].reduce((sum, count) => sum + count, 0)
const shared = (left: Runs, right: Runs): number =>
  [...left].reduce((sum, [run, count]) => sum + Math.min(count, right.get(run) ?? 0), 0)
const alike = (left: Runs, right: Runs): number => (2 * shared(left, right)) / Math.max(1, total(left) + total(right))

type Found = { readonly task: ParsedTask; readonly title: Runs; readonly all: Runs; readonly length: number }
type Wanted = { readonly label: TaskLabel; readonly title: Runs; readonly quote: Runs }
type Tie = { readonly wanted: Wanted; readonly found: Found; readonly strength: number }

/** How surely a task found is the one labelled; 0 where its words do not hold the label's, or hold far too much. */
const strengthOf = (wanted: Wanted, found: Found, apart: number): number => {
  const held = shared(wanted.quote, found.all) / Math.max(1, total(wanted.quote))
  if (held < 0.8 || found.length > 12 * total(wanted.title) + 600) return 0
  return held + alike(wanted.title, found.title) + 0.5 * (1 - apart)
}
const tiesBetween = (wanted: readonly Wanted[], found: readonly Found[]): Tie[] =>
  wanted.flatMap((label, w) =>
    found.flatMap((task, f) => {
      const strength = strengthOf(label, task, Math.abs(w / wanted.length - f / found.length))
      return strength === 0 ? [] : [{ wanted: label, found: task, strength }]
    }),
  )
/** Each label with the task it is surest of, none used twice. */
const pairsOf = (labels: readonly TaskLabel[], tasks: readonly ParsedTask[]): (readonly [TaskLabel, ParsedTask])[] => {
  const wanted = labels.map((label) => ({ label, title: runsOf(label.title), quote: runsOf(label.quote) }))
  const found = tasks.map((task) => {
    const all = runsOf(`${task.title} ${task.sourceText}`)
    return { task, title: runsOf(task.title), all, length: total(runsOf(task.sourceText)) }
  })
  const taken = new Set<object>()
  return tiesBetween(wanted, found)
    .sort((left, right) => right.strength - left.strength)
    .flatMap((tie) => {
      if (taken.has(tie.wanted) || taken.has(tie.found)) return []
      taken.add(tie.wanted).add(tie.found)
      return [[tie.wanted.label, tie.found.task] as const]
    })
}

const wordsOf = (name: string): ReadonlySet<string> =>
  new Set(
    folded(name)
      .replaceAll('uy ban nhan dan', 'ubnd')
      .replaceAll('hoi dong nhan dan', 'hdnd')
      .replace(/^cac /u, '')
      .split(' '),
  )
const isSameAgency = (left: string, right: string): boolean => {
  const words = wordsOf(left)
  const others = wordsOf(right)
  const both = [...words].filter((word) => others.has(word)).length
  return both / (words.size + others.size - both) >= 0.75
}
/** Numbers of names said by both, by the reader, by the label. */
type Count = { readonly both: number; readonly read: number; readonly labelled: number }
const countNames = (read: readonly string[], labelled: readonly string[]): Count => {
  const left = [...labelled]
  const both = read.filter((name) => {
    const at = left.findIndex((other) => isSameAgency(name, other))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
  return { both, read: read.length, labelled: labelled.length }
}
const balance = (counts: readonly Count[]): number => {
  const sum = (of: (count: Count) => number): number => counts.reduce((all, count) => all + of(count), 0)
  const said = sum(({ read, labelled }) => read + labelled)
  return said === 0 ? 1 : (2 * sum(({ both }) => both)) / said
}

const share = (of: readonly boolean[]): number => (of.length === 0 ? 1 : of.filter(Boolean).length / of.length)
const daysBeyond = (days: readonly string[], others: readonly string[]): number =>
  [...new Set(days)].filter((day) => !others.includes(day)).length

/** How well what was read agrees with the labels; dates, agencies and outputs over the tasks found on both sides. */
export const scorePlan = (plan: ParsedPlan, labels: readonly TaskLabel[]): Figures => {
  const pairs = pairsOf(labels, plan.tasks)
  const outputs = pairs.filter(([label]) => label.output !== '')
  return {
    tasks: balance([{ both: pairs.length, read: plan.tasks.length, labelled: labels.length }]),
    lead: balance(pairs.map(([label, task]) => countNames(task.lead, label.lead))),
    support: balance(pairs.map(([label, task]) => countNames(task.support, label.support))),
    dates: share(
      pairs.map(
        ([{ occurrences }, task]) =>
          daysBeyond(task.occurrences, occurrences) + daysBeyond(occurrences, task.occurrences) === 0,
      ),
    ),
    output: share(outputs.map(([label, task]) => alike(runsOf(task.output), runsOf(label.output)) >= 0.8)),
    invented: pairs.reduce((sum, [label, task]) => sum + daysBeyond(task.occurrences, label.occurrences), 0),
  }
}
