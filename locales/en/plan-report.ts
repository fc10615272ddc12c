import type { PlanReportMessages } from '../vi/plan-report.ts'

export const planReportEn: PlanReportMessages = {
  columns: { code: 'Item', title: 'Task', who: 'Lead / Support', due: 'Due', line: 'Line' },
  cadences: { once: '', periodic: 'periodic', ongoing: 'ongoing', unscheduled: 'no date' },
  noIssueDate: 'date of issue not clear',
  issued: (day) => `issued ${day}`,
  year: (year) => `plan of ${year}`,
  counted: (tasks, doubts) =>
    doubts === 0 ? `${tasks} tasks, nothing doubtful.` : `${tasks} tasks, ${doubts} points to look over:`,
  doubt: (line, words) => (line > 0 ? `  line ${line}: ${words}` : `  ${words}`),
}
