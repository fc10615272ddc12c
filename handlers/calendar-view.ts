import { calendarYear, nextStretch } from '../domain/calendar/calendar-view.ts'
import type { OfficeCalendar } from '../domain/calendar/office-calendar.ts'
import { writeHours } from '../domain/calendar/office-hours.ts'
import { AppError } from '../domain/errors.ts'
import { may } from '../domain/permissions.ts'
import type { LocalDate } from '../domain/time.ts'
import type { Messages } from '../locales/index.ts'
import type { Rich } from '../locales/rich-text.ts'
import type { Handler, Reply, Request } from './request.ts'

const firstYear = 2022
/** So far ahead the moon is reckoned with, and nobody plans. */
const yearsAhead = 10

/** A year of the calendar in words. */
export const calendarWords = (
  m: Messages,
  {
    workspace,
    year,
    today,
    calendar,
    mayChange,
  }: {
    readonly workspace: string
    readonly year: number
    readonly today: LocalDate
    readonly calendar: OfficeCalendar
    readonly mayChange: boolean
  },
): Rich => {
  const isThisYear = today.startsWith(`${year}-`)
  return m.calendar.shown({
    ...calendarYear(year, calendar),
    ...{ workspace, mayChange, hours: writeHours(calendar.hours), zone: calendar.zone },
    next: isThisYear ? nextStretch(today, calendar) : null,
    missing: isThisYear && mayChange ? missingYear(today, calendar) : null,
  })
}

/** From when on notices for the coming year are to be expected. */
const announcedSince = '10-01'

/** The coming year while nothing was announced for it; null as long as it is far away. */
const missingYear = (today: LocalDate, calendar: OfficeCalendar): number | null => {
  const year = Number(today.slice(0, 4)) + 1
  return today.slice(5) >= announcedSince && calendarYear(year, calendar).isExpected ? year : null
}

export const mayChangeCalendar = ({ person }: Request): boolean => may(person.memberships, 'manage-calendar')

/** The calendar of a year, this one unless told, with the years beside it to turn to. */
export const showYear = (request: Request, asked: number | null, calendar: OfficeCalendar): Reply => {
  const { m, today, workspace } = request
  const thisYear = Number(today.slice(0, 4))
  const year = Math.min(Math.max(asked ?? thisYear, firstYear), thisYear + yearsAhead)
  const beside = [year - 1, year + 1].filter((other) => other >= firstYear && other <= thisYear + yearsAhead)
  return {
    text: calendarWords(m, { workspace: workspace.name, year, today, calendar, mayChange: mayChangeCalendar(request) }),
    buttons: [beside.map((other) => ({ label: m.calendar.year(other), action: `cal:${other}` }))],
  }
}

/** cal:<year> */
export const turnYear: Handler<'calendar'> = async (request, input, { calendar }) => {
  if (!/^20\d\d$/u.test(input)) throw new AppError('button-stale', {})
  return [{ ...showYear(request, Number(input), await calendar.read()), replaces: true }]
}
