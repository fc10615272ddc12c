import type { DeadlineContext } from '../domain/deadline.ts'
import type { ParsedTask, PlanWarning } from '../domain/plan-document.ts'
import { assignedIn } from './cell-agencies.ts'
import { type CellReaders, cellReaders } from './cell-readers.ts'
import { deadlineOf } from './cell-deadline.ts'
import { oneLine } from './document.ts'
import { withInherited } from './table-inherited.ts'
import { codesOf, completed, type FoundTask, findTasks, titleOf } from './table-outline.ts'
import { type TaskRow, taskRows } from './task-rows.ts'
import type { TaskTable } from './task-tables.ts'

const prefixOf = (table: TaskTable): string => (table.annex > 1 ? `PL${table.annex}-` : '')

/** A section is called by its name alone: what else stands in its row describes it. */
const sectionOf = (heading: TaskRow | null): string => {
  if (heading === null) return ''
  const { criterion, task } = heading.cells
  return oneLine(criterion === '' ? task : criterion)
}

/** "Ban hành kế hoạch: a) của thành phố" for an item, otherwise the row's own title. */
const wholeTitle = (found: FoundTask, row: TaskRow): string => {
  const title = titleOf(row)
  return found.isItem ? `${titleOf(found.base).replace(/[\s.;:,]+$/u, '')}: ${title}` : title
}

const taskOf = (found: FoundTask, code: string, table: TaskTable, readers: CellReaders): ParsedTask => {
  const row = completed(found)
  const deadline = deadlineOf(row, found.heading, table, readers)
  const { lead, support } = assignedIn(row.cells, readers)
  const title = wholeTitle(found, row)
  const warn = (warning: PlanWarning['code'], detail: string): PlanWarning => ({
    code: warning,
    detail,
    line: row.line,
  })
  return {
    code: prefixOf(table) + code,
    section: sectionOf(found.heading),
    title,
    requirement: oneLine(row.cells.requirement),
    lead,
    support,
    deadlineText: deadline.text,
    occurrences: deadline.occurrences,
    occurrenceLabels: deadline.labels,
    cadence: deadline.cadence,
    output: oneLine(row.cells.output),
    sourceText: oneLine([row.cells.criterion, row.cells.task].filter((text) => text !== '').join(' ')),
    line: row.line,
    warnings: [
      ...(lead.length === 0 ? [warn('no-lead', title)] : []),
      ...(deadline.missing ? [warn('no-deadline', title)] : []),
      ...deadline.warnings.map((problem) => warn(problem, deadline.text)),
    ],
  }
}

const wordsOf = ({ cells }: TaskRow): string =>
  oneLine(
    Object.values(cells)
      .filter((text) => text !== '')
      .join(' | '),
  )

const yearOf = (table: TaskTable, { planYear }: DeadlineContext): number | null =>
  table.year ?? planYear ?? table.titleYear

export interface ExtractedTable {
  readonly tasks: readonly ParsedTask[]
  readonly warnings: readonly PlanWarning[]
}

/** The tasks of a table under its header. Says once when the table has no column for the time. */
export const extractTable = (table: TaskTable, context: DeadlineContext): ExtractedTable => {
  const all = findTasks(withInherited(taskRows(table)))
  const isNamed = (found: FoundTask): boolean => titleOf(completed(found)) !== ''
  const found = all.filter(isNamed)
  const codes = codesOf(found)
  const readers = cellReaders({ ...context, planYear: yearOf(table, context) })
  const tasks = found.map((task, at) => taskOf(task, codes[at] ?? '', table, readers))
  const hasTimes = table.columns.has('time') || table.periods.length > 0
  const timeless = !hasTimes && tasks.some((task) => task.cadence === 'unscheduled')
  const detail = tasks[0] === undefined ? '' : `${tasks[0].code} – ${tasks.at(-1)?.code ?? ''}`
  return {
    tasks,
    warnings: [
      ...(timeless ? [{ code: 'no-deadline', detail, line: table.line } as const] : []),
      ...all
        .filter((task) => !isNamed(task))
        .map(({ row }) => ({ code: 'row-not-understood', detail: wordsOf(row), line: row.line }) as const),
    ],
  }
}
