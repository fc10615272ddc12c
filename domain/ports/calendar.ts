import type { DueAt } from '../calendar/calendar-change.ts'
import type { WantedDay } from '../calendar/calendar-words.ts'
import type { OfficeCalendar, OfficeSpan } from '../calendar/office-calendar.ts'
import type { LocalDate } from '../time.ts'

/** A workspace and when its offices work. */
export interface Office {
  readonly workspaceId: string
  readonly calendar: OfficeCalendar
}

/** The calendar of one workspace. */
export interface CalendarStore {
  read(): Promise<OfficeCalendar>
  /** Writes what the workspace decided about days; a day that was decided before is overwritten. */
  saveDays(days: readonly WantedDay[], personId: string | null, now: Date): Promise<void>
  forgetDays(dates: readonly LocalDate[]): Promise<void>
  setHours(hours: readonly OfficeSpan[]): Promise<void>
  /** The next reminders of open work that are due within these moments, by moment and by how it is counted. */
  countNextReminders(from: Date, to: Date): Promise<readonly DueAt[]>
}
