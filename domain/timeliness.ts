import { type AssignmentState, isOpen } from './assignment.ts'
import { daysBetween, type LocalDate } from './time.ts'

/** How an assignment stands in time. Computed, never stored. */
export type Timeliness = 'in-time' | 'due-soon' | 'late' | 'done-in-time' | 'done-late' | 'undated' | 'closed'

/** "Sắp đến hạn": this many days before the due date and nearer. */
export const dueSoonDays = 7

/** Undated is never overdue; the due date itself is still in time. */
export const timelinessOf = (
  item: { readonly state: AssignmentState; readonly dueOn: LocalDate | null; readonly doneOn: LocalDate | null },
  today: LocalDate,
): Timeliness => {
  if (item.state === 'returned' || item.state === 'cancelled') return 'closed'
  if (item.state === 'done') {
    return item.dueOn === null || item.doneOn === null || item.doneOn <= item.dueOn ? 'done-in-time' : 'done-late'
  }
  if (item.dueOn === null || !isOpen(item.state)) return 'undated'
  const left = daysBetween(today, item.dueOn)
  if (left < 0) return 'late'
  return left <= dueSoonDays ? 'due-soon' : 'in-time'
}
