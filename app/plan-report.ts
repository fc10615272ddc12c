import type { ParsedPlan, ParsedTask, PlanWarning } from '../domain/plan-document.ts'
import { shorten } from '../domain/shorten.ts'
import type { Messages } from '../locales/index.ts'

const day = (date: string): string => date.split('-').reverse().join('/')

const titleLength = 64
const whoLength = 44
const dueLength = 34

const who = ({ lead, support }: ParsedTask): string =>
  shorten([lead.join('; '), support.join('; ')].filter((names) => names !== '').join(' / '), whoLength)

/** "Quý I: 20/03/2026, 20/06/2026", or how often where no date is stated. */
const due = (task: ParsedTask, m: Messages): string => {
  const dates = task.occurrences.map((date, at) => {
    const label = task.occurrenceLabels[at] ?? ''
    return `${label === '' ? '' : `${label}: `}${day(date)}`
  })
  const often = task.cadence === 'ongoing' || dates.length === 0 ? m.planReport.cadences[task.cadence] : ''
  return shorten([...dates, often].filter((words) => words !== '').join(', '), dueLength)
}

/** Rows of cells under each other, columns as wide as their widest cell; the last one is not filled up. */
const aligned = (rows: readonly (readonly string[])[]): string[] => {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

const allWarnings = ({ warnings, tasks }: ParsedPlan): readonly PlanWarning[] =>
  [...warnings, ...tasks.flatMap((task) => task.warnings)].toSorted((a, b) => a.line - b.line)

const headingOf = ({ document }: ParsedPlan, m: Messages): string => {
  const { number, kind, issuer, issuedOn, planYear } = document
  const issued = issuedOn === null ? m.planReport.noIssueDate : m.planReport.issued(day(issuedOn))
  const year = planYear === null ? '' : m.planReport.year(planYear)
  return [`${kind} ${number}`.trim(), issuer, issued, year].filter((words) => words !== '').join(', ')
}

/** A plan as a person at a terminal reads it: what it is, a table of its tasks, what is doubtful by its line. */
export const planReport = (plan: ParsedPlan, m: Messages): string => {
  const { columns, counted, doubt } = m.planReport
  const doubts = allWarnings(plan)
  const rows = plan.tasks.map((task) => [
    task.code,
    shorten(task.title, titleLength),
    who(task),
    due(task, m),
    String(task.line),
  ])
  return [
    headingOf(plan, m),
    plan.document.title,
    '',
    ...aligned([[columns.code, columns.title, columns.who, columns.due, columns.line], ...rows]),
    '',
    counted(plan.tasks.length, doubts.length),
    ...doubts.map((warning) => doubt(warning.line, m.planDrafts.warning(warning))),
  ].join('\n')
}

/** The plan as programs take it, each warning with its words. */
export const planJson = (plan: ParsedPlan, m: Messages): unknown => {
  const withMessage = ({ code, detail, line }: PlanWarning) => ({
    code,
    message: m.planDrafts.warning({ code, detail }),
    detail,
    line,
  })
  return {
    ...plan,
    tasks: plan.tasks.map((task) => ({ ...task, warnings: task.warnings.map(withMessage) })),
    warnings: plan.warnings.map(withMessage),
  }
}
