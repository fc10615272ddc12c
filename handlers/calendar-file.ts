import { planDays } from '../domain/calendar/calendar-change.ts'
import { readCalendarRows } from '../domain/calendar/calendar-sheet.ts'
import { AppError } from '../domain/errors.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { requireRight } from './calendar.ts'
import { offerChange } from './calendar-preview.ts'
import type { Reply, Request } from './request.ts'
import type { SentCalendar } from './route.ts'

/** A calendar as a file in the chat: shown with what it changes, and taken in when it is confirmed. */
export const receiveCalendar = async (
  request: Request,
  { name, calendar: sheet }: SentCalendar,
  stores: Pick<Stores, 'calendar' | 'dialogs'>,
): Promise<readonly Reply[]> => {
  const { m } = request
  requireRight(request)
  if (sheet === null) throw new AppError('file-not-a-calendar', { name })
  const { days, problems } = readCalendarRows(sheet.rows)
  const change = planDays(days, await stores.calendar.read())
  const around = {
    above: m.calendar.file(name, days.length),
    below: problems.length === 0 ? null : m.calendar.problems(problems),
  }
  return [await offerChange(request, change, stores, around)]
}
