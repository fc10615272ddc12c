import { isOfficialWorkingDay } from '../domain/calendar/office-calendar.ts'
import type { ParsedPlan, ParsedTask, PlanWarning } from '../domain/plan-document.ts'
import { extractHeading } from './extract-heading.ts'
import { extractProse } from './extract-prose.ts'
import { extractTable } from './extract-table.ts'
import { distinctCodes } from './task-codes.ts'
import type { Parts } from './task-tables.ts'

const headingWarnings = (document: ParsedPlan['document']): PlanWarning[] => {
  const about = { detail: document.title, line: 0 }
  return [
    ...(document.number === '' ? [{ code: 'no-number', ...about } as const] : []),
    ...(document.issuedOn === null ? [{ code: 'no-issue-date', ...about } as const] : []),
    ...(/20\d\d/.test(document.title) && document.planYear !== null
      ? []
      : [{ code: 'no-plan-year', ...about } as const]),
  ]
}

/** Where tables list the tasks, sentences that name nobody and no time are general directions. */
const isAssigned = ({ lead, occurrences }: ParsedTask): boolean => lead.length > 0 || occurrences.length > 0

/** Everything a document says and asks: the tasks of its sentences, then those of its tables, in their order. */
export const extractPlan = ({ lines, tables }: Parts): ParsedPlan => {
  const document = extractHeading(lines)
  const context = {
    planYear: document.planYear,
    issuedOn: document.issuedOn,
    issuer: document.issuer,
    kind: document.kind,
    // "10 ngày làm việc" leaves out Tết; a workspace's own days are not known where files are read.
    isWorkingDay: isOfficialWorkingDay,
  }
  const inTables = tables.map((table) => extractTable(table, context))
  const prose = extractProse(lines, context)
  const listed = inTables.some((table) => table.tasks.length > 0) ? prose.tasks.filter(isAssigned) : prose.tasks
  const found = [{ ...prose, tasks: listed }, ...inTables]
  const tasks = found.flatMap((part) => part.tasks)
  const codes = distinctCodes(tasks.map(({ code }) => code))
  return {
    document,
    tasks: tasks.map((task, at) => ({ ...task, code: codes[at] ?? task.code })),
    warnings: [...headingWarnings(document), ...found.flatMap(({ warnings }) => warnings)],
  }
}
