import { splitAgencies } from '../domain/agency-lists.ts'
import { type DeadlineContext, readDeadline } from '../domain/deadline.ts'
import type { ParsedTask, PlanWarning } from '../domain/plan-document.ts'
import { deadlineInTask } from './deadline-in-words.ts'
import { oneLine } from './document.ts'
import { isAbove, codesInChapters } from './task-codes.ts'
import { isCapitals, type TaskRow, taskRows } from './task-rows.ts'
import type { TaskTable } from './task-tables.ts'

/** A row that is a task, under its heading. */
interface FoundTask {
  readonly row: TaskRow
  readonly base: TaskRow
  readonly heading: TaskRow | null
}

const namesNobody = ({ cells }: TaskRow): boolean => cells.lead === '' && cells.support === '' && cells.output === ''
const isAssigned = ({ cells }: TaskRow): boolean => cells.lead !== '' || cells.time !== ''

/** A row with nobody and no time is a heading when others stand under it; otherwise it may be a task that lacks both. */
const isHeading = (row: TaskRow, next: TaskRow | undefined): boolean => {
  if (row.wide) return true
  if (!namesNobody(row) || row.cells.time !== '') return false
  if (row.code === null) return isCapitals(titleOf(row))
  if (next === undefined) return false
  return next.code === null ? isAssigned(next) && !next.wide : isAbove(row.code, next.code)
}

const titleOf = ({ cells }: TaskRow): string => {
  const criterion = oneLine(cells.criterion)
  const task = oneLine(cells.task)
  return criterion === '' || task === '' ? criterion + task : `${criterion.replace(/[\s.;:,]+$/u, '')}: ${task}`
}

/** Finds the tasks among the rows, each with the heading above it and the numbered row it belongs to. */
const findTasks = (rows: readonly TaskRow[]): FoundTask[] => {
  const found: FoundTask[] = []
  let above: TaskRow[] = []
  let base: TaskRow | null = null
  rows.forEach((row, at) => {
    const heading = isHeading(row, rows[at + 1])
    if (row.code !== null || heading) {
      above = above.filter((upper) => isAbove(upper.code, row.code))
      base = row
    }
    if (!heading) {
      const mine = row.code === null ? (base ?? row) : row
      found.push({ row, base: mine, heading: headingOf(row, mine, above) })
    }
    if (row.code !== null || heading) above = [...above, row]
  })
  return found
}

/** An unnumbered row under a heading belongs to it; beside a numbered task it shares that task's heading. */
const headingOf = (row: TaskRow, base: TaskRow, above: readonly TaskRow[]): TaskRow | null => {
  if (row.code === null && base !== row && isHeading(base, row)) return base
  return above.filter((upper) => upper !== base).at(-1) ?? null
}

/** "6.3" for the only row of its number, otherwise "6.3.1", "6.3.2" for the rows that share it. */
const codesOf = (tasks: readonly FoundTask[]): string[] => {
  const seen = new Map<TaskRow, number>()
  const plain = tasks.map(({ base, heading }, at) => {
    const shared = tasks.filter((other) => other.base === base).length
    const number = (seen.get(base) ?? 0) + 1
    seen.set(base, number)
    const own = base.code ?? String(at + 1)
    return { code: shared > 1 && base.code !== null ? `${own}.${number}` : own, section: heading?.code ?? null }
  })
  return codesInChapters(plain)
}

/** A row without its own criterion shares the one of the numbered row it belongs to, one without any words all of them. */
const withCriterion = ({ row, base }: FoundTask): TaskRow => {
  if (row === base || row.cells.criterion !== '') return row
  const { criterion, task } = base.cells
  const shared = row.cells.task === '' ? { criterion, task } : { criterion }
  return { ...row, cells: { ...row.cells, ...shared } }
}

interface Deadline {
  readonly text: string
  /** Whether the plan has a place for it that is empty here. */
  readonly missing: boolean
}

const deadlineOf = (row: TaskRow, table: TaskTable): Deadline => {
  if (!table.columns.has('time')) return { text: deadlineInTask(row.cells.task || row.cells.criterion), missing: false }
  return { text: oneLine(row.cells.time), missing: row.cells.time === '' }
}

const prefixOf = (table: TaskTable): string => (table.annex > 1 ? `PL${table.annex}-` : '')

const taskOf = (found: FoundTask, code: string, table: TaskTable, context: DeadlineContext): ParsedTask => {
  const row = withCriterion(found)
  const deadline = deadlineOf(row, table)
  const reading = readDeadline(row.cells.time === '' ? deadline.text : row.cells.time, context)
  const lead = splitAgencies(row.cells.lead)
  const title = titleOf(row)
  const warn = (warning: PlanWarning['code'], detail: string): PlanWarning => ({
    code: warning,
    detail,
    line: row.line,
  })
  return {
    code: prefixOf(table) + code,
    section: oneLine(found.heading === null ? '' : titleOf({ ...found.heading, cells: sectionCells(found.heading) })),
    title,
    requirement: oneLine(row.cells.requirement),
    lead,
    support: splitAgencies(row.cells.support),
    deadlineText: deadline.text,
    occurrences: reading.occurrences,
    cadence: reading.cadence,
    output: oneLine(row.cells.output),
    sourceText: oneLine([row.cells.criterion, row.cells.task].filter((text) => text !== '').join(' ')),
    line: row.line,
    warnings: [
      ...(lead.length === 0 ? [warn('no-lead', title)] : []),
      ...(deadline.missing ? [warn('no-deadline', title)] : []),
      ...reading.warnings.map((problem) => warn(problem, deadline.text)),
    ],
  }
}

/** A section is called by its name alone: what else stands in its row describes it. */
const sectionCells = ({ cells }: TaskRow): TaskRow['cells'] => (cells.criterion === '' ? cells : { ...cells, task: '' })

const wordsOf = ({ cells }: TaskRow): string =>
  oneLine(
    Object.values(cells)
      .filter((text) => text !== '')
      .join(' | '),
  )

export interface ExtractedTable {
  readonly tasks: readonly ParsedTask[]
  readonly warnings: readonly PlanWarning[]
}

/** The tasks of a table under its header. Says once when the table has no column for the time. */
export const extractTable = (table: TaskTable, context: DeadlineContext): ExtractedTable => {
  const all = findTasks(taskRows(table))
  const found = all.filter((task) => titleOf(withCriterion(task)) !== '')
  const nameless = all.filter((task) => !found.includes(task))
  const codes = codesOf(found)
  const tasks = found.map((task, at) => taskOf(task, codes[at] ?? '', table, context))
  const timeless = !table.columns.has('time') && tasks.some((task) => task.cadence === 'unscheduled')
  const detail = tasks[0] === undefined ? '' : `${tasks[0].code} – ${tasks.at(-1)?.code ?? ''}`
  return {
    tasks,
    warnings: [
      ...(timeless ? [{ code: 'no-deadline', detail, line: table.line } as const] : []),
      ...nameless.map(({ row }) => ({ code: 'row-not-understood', detail: wordsOf(row), line: row.line }) as const),
    ],
  }
}
