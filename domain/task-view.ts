import { type Assignment, isOpen } from './assignment.ts'
import { shorten } from './shorten.ts'
import { daysBetween, type LocalDate } from './time.ts'

/** One assignment on one line of a list. */
export interface TaskLine {
  readonly number: number
  readonly title: string
  readonly agency: string
  readonly state: Assignment['state']
  readonly percent: number
  readonly obstacle: string | null
  readonly dueOn: LocalDate | null
  /** From today to the due date; null when there is none or nothing is expected any more. */
  readonly daysLeft: number | null
  readonly doneOn: LocalDate | null
  /** Which of how many due dates. */
  readonly occurrence: number
  readonly occurrences: number
}

/** Everything about one assignment that its message shows. */
export interface TaskCard extends TaskLine {
  readonly planNumber: string
  readonly code: string
  readonly requirement: string
  readonly deadlineText: string
  readonly output: string
  readonly lead: readonly string[]
  readonly support: readonly string[]
  /** Who does it; null while it is the whole agency's. */
  readonly doer: string | null
  /** The due date the plan set, where it was moved since. */
  readonly movedFrom: LocalDate | null
}

const lineLength = 90
/** Long enough for any title or requirement of a real plan, and short enough for one message of every channel. */
const cardLength = 500

export const lineOf = (assignment: Assignment, today: LocalDate): TaskLine => ({
  ...standingOf(assignment, today),
  title: shorten(assignment.task.title, lineLength),
})

export const cardOf = (assignment: Assignment, today: LocalDate): TaskCard => {
  const { task, dueOn, originalDueOn } = assignment
  return {
    ...standingOf(assignment, today),
    title: shorten(task.title, cardLength),
    planNumber: task.planNumber,
    code: task.code,
    requirement: shorten(task.requirement, cardLength),
    deadlineText: shorten(task.deadlineText, cardLength),
    output: shorten(task.output, cardLength),
    lead: task.lead,
    support: task.support,
    doer: assignment.assigneeName,
    movedFrom: originalDueOn === dueOn ? null : originalDueOn,
  }
}

const standingOf = (assignment: Assignment, today: LocalDate): Omit<TaskLine, 'title'> => ({
  number: assignment.number,
  agency: assignment.agencyName,
  state: assignment.state,
  percent: assignment.percent,
  obstacle: assignment.obstacle === null ? null : shorten(assignment.obstacle, cardLength),
  dueOn: assignment.dueOn,
  daysLeft: assignment.dueOn === null || !isOpen(assignment.state) ? null : daysBetween(today, assignment.dueOn),
  doneOn: assignment.doneOn,
  occurrence: assignment.task.occurrence,
  occurrences: assignment.task.occurrences,
})
