import { type AssignmentState, isOpen } from './assignment.ts'
import { daysBetween, type LocalDate } from './time.ts'

/** How an assignment stands in time. Computed, never stored. */
export type Timeliness = 'in-time' | 'due-soon' | 'late' | 'done-in-time' | 'done-late' | 'undated' | 'closed'

/** "Sắp đến hạn": this many days before the due date and nearer. */
export const dueSoonDays = 7

interface Item {
  readonly state: AssignmentState
  readonly dueOn: LocalDate | null
  readonly doneOn: LocalDate | null
}

/** Undated is never overdue; the due date itself is still in time. */
export const timelinessOf = (item: Item, today: LocalDate): Timeliness => {
  if (isOpen(item.state)) return item.dueOn === null ? 'undated' : timelinessBefore(item.dueOn, today)
  return item.state === 'done' ? timelinessWhenDone(item) : 'closed'
}

const timelinessBefore = (dueOn: LocalDate, today: LocalDate): Timeliness => {
  const left = daysBetween(today, dueOn)
  if (left < 0) return 'late'
  return left <= dueSoonDays ? 'due-soon' : 'in-time'
}

const timelinessWhenDone = ({ dueOn, doneOn }: Item): Timeliness =>
  dueOn !== null && doneOn !== null && doneOn > dueOn ? 'done-late' : 'done-in-time'
