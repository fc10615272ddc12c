import type { MatchDirectory } from './agency-matching.ts'
import { agencyKey } from './agency-names.ts'
import { isOfficialWorkingDay } from './calendar/office-calendar.ts'
import { readDeadline } from './deadline.ts'
import type { DraftRow, DraftState } from './plan-draft.ts'
import { findAgencies } from './plan-draft-agencies.ts'
import type { FixCommand, TaskCommand } from './plan-draft-command.ts'
import { resolveDocument } from './plan-draft-document.ts'
import type { PlanFix, TaskChange } from './plan-draft-fix.ts'
import { type FixProblem, findRows } from './plan-draft-rows.ts'
import { namesDay } from './plan-assignment.ts'
import type { LocalDate } from './time.ts'

/** What corrections are looked up in. */
export interface FixContext {
  readonly directory: MatchDirectory
  readonly today: LocalDate
  /** The plans of the workspace, for "thay 12/KH-UBND". */
  readonly plans: readonly { readonly id: string; readonly number: string }[]
  /** The task that was just shown: what corrections without a number are about. */
  readonly focus: number | null
}

/** Looks everything up that one command names. Throws nothing: what cannot be done comes back as a problem. */
export const resolveFix = (
  state: DraftState,
  command: FixCommand,
  context: FixContext,
): { readonly fixes: readonly PlanFix[] } | { readonly problem: FixProblem } => {
  if (!('targets' in command)) return resolveDocument(state, command, context)
  const found = findRows(state, command.targets, context)
  return 'problem' in found ? found : resolveRows(state, command, { ...context, rows: found.rows })
}

interface RowContext extends FixContext {
  readonly rows: readonly DraftRow[]
}

type Resolved = ReturnType<typeof resolveFix>

const resolveRows = (state: DraftState, command: TaskCommand, context: RowContext): Resolved => {
  const numbers = context.rows.map(({ number }) => number)
  switch (command.kind) {
    case 'accept':
      return { fixes: [{ kind: 'accept', rows: numbers }] }
    case 'remove':
      return numbers.length < state.rows.length
        ? { fixes: [{ kind: 'remove', rows: numbers }] }
        : { problem: { kind: 'nothing-left' } }
    case 'merge':
      return resolveMerge(state, numbers)
    case 'split':
      return resolveSplit(context.rows)
    case 'bare':
      return resolveBare(state, command.text, context)
    case 'field':
      return resolveField(state, command, context)
  }
}

/** Into the one that stands first in the plan, however it was said. */
const resolveMerge = (state: DraftState, numbers: readonly number[]): Resolved => {
  const [into, ...from] = state.rows.map(({ number }) => number).filter((number) => numbers.includes(number))
  if (into === undefined || from.length === 0) return { problem: { kind: 'merge-needs-two' } }
  return { fixes: [{ kind: 'merge', into, from }] }
}

/** At semicolons, dashes and lines, as tasks are written that are several. */
const resolveSplit = (rows: readonly DraftRow[]): Resolved => {
  const fixes: PlanFix[] = []
  for (const { number, task } of rows) {
    const titles = task.title
      .split(/\s*;\s*|\s*\n\s*|\s+[-–+•]\s+/u)
      .map((title) => title.replace(/^[-–+•]\s*/u, '').trim())
      .filter((title) => title !== '')
    if (titles.length < 2) return { problem: { kind: 'nothing-to-split', row: number } }
    fixes.push({ kind: 'split', row: number, titles })
  }
  return { fixes }
}

/** "12 30/9" can only mean the deadline; "12 Sở Tài chính" may mean two things and is asked. */
const resolveBare = (state: DraftState, text: string, context: RowContext): Resolved => {
  const due = resolveDue(state, text, context)
  if (!('problem' in due) && /\d/.test(text)) return setAll(context.rows, { due: due.due })
  return { problem: { kind: 'not-understood', typed: text, row: context.rows[0]?.number ?? null } }
}

const setAll = (rows: readonly DraftRow[], change: TaskChange): Resolved => ({
  fixes: rows.map(({ number }) => ({ kind: 'set', row: number, change })),
})

const undated = { text: '', days: [], labels: [], cadence: 'unscheduled', beforeIssue: false } as const

const resolveField = (
  state: DraftState,
  { field, mode, text }: Extract<TaskCommand, { kind: 'field' }>,
  context: RowContext,
): Resolved => {
  switch (field) {
    case 'title':
    case 'output':
      return setAll(context.rows, { [field]: text })
    case 'due': {
      if (mode === 'clear') return setAll(context.rows, { due: undated })
      const due = resolveDue(state, text, context)
      return 'problem' in due ? due : setAll(context.rows, due)
    }
    case 'lead':
    case 'support':
      return resolveAgencies(field, { mode, text }, { ...context, on: namesDay(state, context.today) })
  }
}

const resolveDue = (
  { document }: DraftState,
  text: string,
  { today }: FixContext,
): { readonly due: NonNullable<TaskChange['due']> } | { readonly problem: FixProblem } => {
  const planYear = document.planYear ?? Number(today.slice(0, 4))
  const read = readDeadline(text, { planYear, issuedOn: document.issuedOn, isWorkingDay: isOfficialWorkingDay })
  const impossible = read.warnings.includes('impossible-date')
  if (impossible || (read.occurrences.length === 0 && read.cadence !== 'ongoing')) {
    return { problem: { kind: 'deadline', typed: text, impossible } }
  }
  const beforeIssue = read.warnings.includes('date-before-issue')
  const { occurrences: days, labels, cadence } = read
  return { due: { text, days, labels, cadence, beforeIssue } }
}

const resolveAgencies = (
  field: 'lead' | 'support',
  { mode, text }: { readonly mode: 'set' | 'add' | 'clear'; readonly text: string },
  context: RowContext & { readonly on: LocalDate },
): Resolved => {
  if (text === '') return setAll(context.rows, { [field]: [] })
  const [first] = context.rows
  const named = findAgencies(text, context.directory, context.on)
  const [unknown] = named.unknown
  // What is taken away needs only be there; what is given has to be known.
  if (mode === 'clear') return takeAway(field, text, context, named.names)
  if (unknown !== undefined) return { problem: { kind: 'agency', ...unknown, row: first?.number ?? 1 } }
  if (mode === 'set') return setAll(context.rows, { [field]: named.names })
  return {
    fixes: context.rows.map(({ number, task }) => {
      const there = new Set(task[field].map(agencyKey))
      const added = named.names.filter((name) => !there.has(agencyKey(name)))
      return { kind: 'set', row: number, change: { [field]: [...task[field], ...added] } }
    }),
  }
}

const takeAway = (
  field: 'lead' | 'support',
  text: string,
  { rows }: RowContext,
  names: readonly string[],
): Resolved => {
  const gone = new Set([text, ...names].map(agencyKey))
  const fixes: PlanFix[] = []
  for (const { number, task } of rows) {
    const left = task[field].filter((name) => !gone.has(agencyKey(name)))
    if (left.length === task[field].length) return { problem: { kind: 'not-its-agency', typed: text, row: number } }
    fixes.push({ kind: 'set', row: number, change: { [field]: left } })
  }
  return { fixes }
}
