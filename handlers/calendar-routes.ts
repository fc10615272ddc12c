import { calendarNames } from '../domain/file-purpose.ts'
import { confirmChange, dropChange, openCalendar } from './calendar.ts'
import { turnYear } from './calendar-view.ts'
import type { ButtonRoute, Command } from './route.ts'

export const calendarCommand: Command = {
  names: calendarNames,
  about: (m) => m.calendar.about,
  needs: 'joined',
  run: openCalendar,
}

export const calendarButtons: readonly ButtonRoute[] = [
  { prefix: 'cal', run: turnYear },
  { prefix: 'cal-ok', run: confirmChange },
  { prefix: 'cal-no', run: dropChange },
]
