import {
  type CalendarChange,
  daysToSave,
  nothingChanged,
  planDays,
  planForgetting,
} from '../domain/calendar/calendar-change.ts'
import { type CalendarWords, readCalendarWords } from '../domain/calendar/calendar-words.ts'
import type { OfficeCalendar } from '../domain/calendar/office-calendar.ts'
import { writeHours } from '../domain/calendar/office-hours.ts'
import { AppError } from '../domain/errors.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { countMovedBy, findOffered, offerChange } from './calendar-preview.ts'
import { mayChangeCalendar, showYear } from './calendar-view.ts'
import { rearmWorkingDays } from './milestone-rearming.ts'
import { rearmPeriods } from './period-rearming.ts'
import type { Handler, Reply, Request } from './request.ts'

const typedShown = 60

/** /lich: the calendar of this year or another; with words, a change of it that is shown before it is made. */
export const openCalendar: Handler<'calendar' | 'dialogs'> = async (request, typed, stores) => {
  const words = readCalendarWords(typed, request.today)
  const calendar = await stores.calendar.read()
  if (words.kind === 'show') return [showYear(request, words.year, calendar)]
  requireRight(request)
  if (words.kind === 'unclear') return [{ text: unclear(request, words.about, typed) }]
  const change = changeBy(words, calendar)
  if (words.kind === 'forget' && change.forget.length === 0) return [{ text: request.m.calendar.nothingOwn() }]
  return [await offerChange(request, change, stores)]
}

export const requireRight = (request: Request): void => {
  if (!mayChangeCalendar(request)) throw new AppError('not-allowed', {})
}

const unclear = ({ m }: Request, about: 'days' | 'hours', typed: string) =>
  about === 'hours'
    ? m.calendar.unclearHours(shorten(typed.replace(/^\S+\s*/u, ''), typedShown))
    : m.calendar.unclear(shorten(typed, typedShown))

const changeBy = (
  words: Extract<CalendarWords, { kind: 'days' | 'forget' | 'hours' }>,
  calendar: OfficeCalendar,
): CalendarChange => {
  switch (words.kind) {
    case 'days':
      return planDays(words.wanted, calendar)
    case 'forget':
      return planForgetting(words.dates, calendar)
    case 'hours':
      return writeHours(words.hours) === writeHours(calendar.hours)
        ? nothingChanged
        : { ...nothingChanged, hours: words.hours }
  }
}

/** cal-ok:<token> – the change is made as it was shown; a preview that waits no more makes none. */
export const confirmChange: Handler<'audit' | 'calendar' | 'dialogs' | 'milestoneSettings' | 'periods'> = async (
  request,
  token,
  stores,
) => {
  requireRight(request)
  const { m, now, chat, person, workspace } = request
  const change = await findOffered(request, token, stores)
  if (change === null) return [{ text: m.calendar.previewGone(), replaces: true }]
  await stores.dialogs.remove(chat.id, person.id)
  const by = { personId: person.id, channel: chat.channel, workspaceId: workspace.id }
  const text = await saveChange({ m, now, by }, change, stores)
  return [{ text, replaces: true }]
}

/** cal-no:<token> */
export const dropChange: Handler<'dialogs'> = async (request, token, stores) => {
  const { m, chat, person } = request
  const change = await findOffered(request, token, stores)
  if (change === null) return [{ text: m.calendar.previewGone(), replaces: true }]
  await stores.dialogs.remove(chat.id, person.id)
  return [{ text: m.calendar.dropped(), replaces: true }]
}

interface By {
  readonly workspaceId: string
  /** Nobody at the command line. */
  readonly personId?: string
  readonly channel?: Request['chat']['channel']
}

/** Writes a change and its record, moves the reminders that hang on it, and says what was written. */
export const saveChange = async (
  { m, now, by }: { readonly m: Request['m']; readonly now: Date; readonly by: By },
  change: CalendarChange,
  { audit, calendar, milestoneSettings, periods }: Pick<Stores, 'audit' | 'calendar' | 'milestoneSettings' | 'periods'>,
): Promise<Reply['text']> => {
  const before = await calendar.read()
  const moved = await countMovedBy(change, { calendar: before, now }, calendar)
  const days = daysToSave(change)
  await calendar.saveDays(days, by.personId ?? null, now)
  await calendar.forgetDays(change.forget)
  if (change.hours !== null) await calendar.setHours(change.hours)
  await rearmWorkingDays({ before, now }, { calendar, milestoneSettings })
  await rearmPeriods({ before, now }, { calendar, periods })
  const { workspaceId, ...who } = by
  const touched = [...days.map(({ date }) => date), ...change.forget]
  await audit.append(
    {
      ...{ action: 'calendar.change', subject: 'workspace', subjectId: workspaceId, ...who },
      before: {
        days: touched.flatMap((date) => before.own.get(date) ?? []),
        ...(change.hours !== null && { hours: writeHours(before.hours) }),
      },
      after: { days, ...(change.hours !== null && { hours: writeHours(change.hours) }) },
    },
    now,
  )
  const countOf = (kind: 'off' | 'working') => days.filter((day) => day.kind === kind).length
  return m.calendar.saved({
    ...{ off: countOf('off'), working: countOf('working'), forgotten: change.forget.length, moved },
    hours: change.hours === null ? null : writeHours(change.hours),
  })
}
