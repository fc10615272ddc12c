import { agencyKey } from './agency-names.ts'
import type { Cadence, ParsedPlan, ParsedTask, PlanWarning, PlanWarningCode } from './plan-document.ts'
import type { FixBatch, PlanFix, TaskChange } from './plan-draft-fix.ts'
import type { LocalDate } from './time.ts'

/** A task of a draft under the number that people call it by, which stays its own whatever happens to others. */
export interface DraftRow {
  readonly number: number
  readonly task: ParsedTask
  /** Somebody looked at what is doubtful about it and found it right. */
  readonly accepted: boolean
}

/** A plan that was read and is being corrected: nothing of it exists yet. */
export interface DraftState {
  readonly document: ParsedPlan['document']
  /** What is doubtful about the document as a whole. */
  readonly warnings: readonly PlanWarning[]
  readonly rows: readonly DraftRow[]
  /** The number that the next row gets. */
  readonly nextNumber: number
  /** The plan that this one amends, null for none; undefined while nobody said. */
  readonly amends: { readonly planId: string; readonly partial: boolean } | null | undefined
}

/** A draft as it was read: rows are numbered from 1 in the order of the file. */
export const startDraft = ({ document, tasks, warnings }: ParsedPlan): DraftState => ({
  ...{ document, warnings, amends: undefined, nextNumber: tasks.length + 1 },
  rows: tasks.map((task, index) => ({ number: index + 1, task, accepted: false })),
})

/** The draft after these corrections, in order. */
export const draftAfter = (parsed: ParsedPlan, batches: readonly FixBatch[]): DraftState =>
  batches.flat().reduce(applyFix, startDraft(parsed))

/** The plan as it would be imported now. */
export const planOf = ({ document, rows, warnings }: DraftState): ParsedPlan => ({
  ...{ document, warnings },
  tasks: rows.map(({ task }) => task),
})

export const findRow = ({ rows }: DraftState, number: number): DraftRow | null =>
  rows.find((row) => row.number === number) ?? null

/** Applies one correction; rows that are gone already are left alone. */
export const applyFix = (state: DraftState, fix: PlanFix): DraftState => {
  switch (fix.kind) {
    case 'set':
      return changeRows(state, [fix.row], (task) => changeTask(task, fix.change))
    case 'accept':
      return acceptRows(state, fix.rows)
    case 'remove':
      return { ...state, rows: state.rows.filter(({ number }) => !fix.rows.includes(number)) }
    case 'merge':
      return mergeRows(state, fix.into, fix.from)
    case 'split':
      return splitRow(state, fix.row, fix.titles)
    case 'document':
      return changeDocument(state, fix)
    case 'replaces':
      return amend(state, fix)
  }
}

const amend = (state: DraftState, { planId, partial }: Extract<PlanFix, { kind: 'replaces' }>): DraftState => ({
  ...state,
  amends: planId === null ? null : { planId, partial },
})

const changeRows = (
  state: DraftState,
  numbers: readonly number[],
  change: (task: ParsedTask, number: number) => ParsedTask,
): DraftState => {
  const wanted = new Set(numbers)
  const rows = state.rows.map((row) => (wanted.has(row.number) ? { ...row, task: change(row.task, row.number) } : row))
  return { ...state, rows }
}

const acceptRows = (state: DraftState, numbers: readonly number[]): DraftState => ({
  ...state,
  rows: state.rows.map((row) => (numbers.includes(row.number) ? { ...row, accepted: true } : row)),
})

/** What a correction of a task or of the document answers, so that it is doubtful no more. */
const answeredBy: Readonly<Partial<Record<PlanWarningCode, 'due' | 'lead' | keyof ParsedPlan['document']>>> = {
  'no-lead': 'lead',
  'no-deadline': 'due',
  'deadline-not-understood': 'due',
  'impossible-date': 'due',
  'date-before-issue': 'due',
  'no-number': 'number',
  'no-issue-date': 'issuedOn',
  'no-plan-year': 'planYear',
}

const without = (warnings: readonly PlanWarning[], answered: readonly string[]): readonly PlanWarning[] =>
  warnings.filter(({ code }) => !answered.includes(answeredBy[code] ?? ''))

const changeTask = (task: ParsedTask, { due, ...words }: TaskChange): ParsedTask => {
  const answered = [...(due === undefined ? [] : ['due']), ...('lead' in words ? ['lead'] : [])]
  const changed: ParsedTask = { ...task, ...words, warnings: without(task.warnings, answered) }
  if (due === undefined) return changed
  const early: PlanWarning = { code: 'date-before-issue', detail: due.text, line: task.line }
  return {
    ...withDates(changed, due.days, due.labels),
    ...{ deadlineText: due.text, cadence: due.cadence },
    warnings: due.beforeIssue ? [...changed.warnings, early] : changed.warnings,
  }
}

const withDates = (task: ParsedTask, days: readonly LocalDate[], labels: readonly string[]): ParsedTask => ({
  ...task,
  occurrences: days,
  occurrenceLabels: days.map((_, index) => labels[index] ?? ''),
})

const changeDocument = (state: DraftState, { change, moved }: Extract<PlanFix, { kind: 'document' }>): DraftState => {
  const days = new Map(moved.map((each) => [each.row, each.days]))
  const dated = changeRows(state, [...days.keys()], (task, number) =>
    withDates(task, days.get(number) ?? task.occurrences, task.occurrenceLabels),
  )
  return {
    ...dated,
    document: { ...state.document, ...change },
    warnings: without(state.warnings, Object.keys(change)),
  }
}

const mergeRows = (state: DraftState, into: number, from: readonly number[]): DraftState => {
  const first = findRow(state, into)
  const others = from.flatMap((number) => (number === into ? [] : (findRow(state, number) ?? [])))
  if (first === null || others.length === 0) return state
  const gone = new Set(others.map(({ number }) => number))
  const merged = others.reduce((task, other) => mergeTasks(task, other.task), first.task)
  return changeRows({ ...state, rows: state.rows.filter(({ number }) => !gone.has(number)) }, [into], () => merged)
}

const mergeTasks = (a: ParsedTask, b: ParsedTask): ParsedTask => {
  const dates = new Map([...datesOf(b), ...datesOf(a)])
  const days = [...dates.keys()].toSorted()
  const merged = {
    ...a,
    title: joined(a.title, b.title, '; '),
    requirement: joined(a.requirement, b.requirement, '; '),
    output: joined(a.output, b.output, '; '),
    deadlineText: joined(a.deadlineText, b.deadlineText, '; '),
    sourceText: joined(a.sourceText, b.sourceText, '\n'),
    lead: united(a.lead, b.lead),
    support: united(a.support, b.support),
    cadence: cadenceOf(days.length, a.cadence, b.cadence),
    warnings: [...a.warnings, ...b.warnings],
  }
  return withDates(
    merged,
    days,
    days.map((day) => dates.get(day) ?? ''),
  )
}

const datesOf = ({ occurrences, occurrenceLabels }: ParsedTask): readonly (readonly [LocalDate, string])[] =>
  occurrences.map((day, index) => [day, occurrenceLabels[index] ?? ''] as const)

const joined = (a: string, b: string, glue: string): string =>
  [a, b].filter((text, index, all) => text !== '' && all.indexOf(text) === index).join(glue)

const united = (a: readonly string[], b: readonly string[]): readonly string[] =>
  [...new Map([...b, ...a].map((name) => [agencyKey(name), name])).values()].toSorted(
    (x, y) => [...a, ...b].indexOf(x) - [...a, ...b].indexOf(y),
  )

const cadenceOf = (days: number, a: Cadence, b: Cadence): Cadence => {
  if (days > 1) return 'periodic'
  return a === 'unscheduled' ? b : a
}

const splitRow = (state: DraftState, number: number, titles: readonly string[]): DraftState => {
  const [title, ...others] = titles
  if (title === undefined) return state
  const rows = state.rows.flatMap((row) =>
    row.number === number
      ? [
          { ...row, task: { ...row.task, title } },
          ...others.map((other, index) => ({
            number: state.nextNumber + index,
            task: { ...row.task, title: other, warnings: [] },
            accepted: row.accepted,
          })),
        ]
      : [row],
  )
  return { ...state, rows, nextNumber: state.nextNumber + (rows.length - state.rows.length) }
}
