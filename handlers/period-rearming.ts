import type { OfficeCalendar } from '../domain/calendar/office-calendar.ts'
import type { Period } from '../domain/periods/period.ts'
import { nextPeriodReminder } from '../domain/periods/reminding.ts'
import type { Stores } from '../domain/ports/stores.ts'

/**
 * Reminders before a cut-off stand on days of work of a calendar that was just changed, of which `before` is how it was:
 * one that a new day off would put after the cut-off comes on the day of work before. What it does not move is left alone.
 */
export const rearmPeriods = async (
  { before, now }: { readonly before: OfficeCalendar; readonly now: Date },
  { periods, calendar }: Pick<Stores, 'calendar' | 'periods'>,
): Promise<void> => {
  const after = await calendar.read()
  const nextBy = (by: OfficeCalendar, period: Period): Date | null => nextPeriodReminder(period, now, by)
  const listed = await periods.list()
  for (const one of listed.filter((period) => nextBy(before, period)?.getTime() !== nextBy(after, period)?.getTime())) {
    const period = await periods.lock(one)
    if (period !== null) await periods.noteReminded(period.id, { at: null, next: nextBy(after, period) })
  }
}
