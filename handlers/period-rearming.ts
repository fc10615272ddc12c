import type { OfficeCalendar } from '../domain/calendar/office-calendar.ts'
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
  for (const { year, kind, cutoffAt } of await periods.list()) {
    const period = cutoffAt > now ? await periods.lock({ year, kind }) : null
    if (period === null) continue
    const next = nextPeriodReminder(period, now, after)
    if (nextPeriodReminder(period, now, before)?.getTime() === next?.getTime()) continue
    await periods.noteReminded(period.id, { at: null, next })
  }
}
