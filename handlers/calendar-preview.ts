import { z } from 'zod'
import {
  type CalendarChange,
  calendarAfter,
  countMoved,
  daysToSave,
  isNothing,
  ownDay,
} from '../domain/calendar/calendar-change.ts'
import { type CalendarStretch, stretchesOf } from '../domain/calendar/calendar-view.ts'
import { knownDay, type OfficeCalendar } from '../domain/calendar/office-calendar.ts'
import { readHours, writeHours } from '../domain/calendar/office-hours.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { addDays, instantAt, type LocalDate } from '../domain/time.ts'
import type { Messages } from '../locales/index.ts'
import { lines, type Rich } from '../locales/rich-text.ts'
import type { Reply, Request } from './request.ts'
import { hashSecret } from './secrets.ts'

const calendarDialog = 'calendar'

const waitHours = 24

/** How many next reminders a change moves. Reckoned from what is stored, some months around the days in question. */
export const countMovedBy = async (
  change: CalendarChange,
  { calendar, now }: { readonly calendar: OfficeCalendar; readonly now: Date },
  store: Pick<Stores['calendar'], 'countNextReminders'>,
): Promise<number> => {
  const days = [...daysToSave(change).map(({ date }) => date), ...change.forget].toSorted()
  const [from, to] = change.hours === null ? [days[0], days.at(-1)] : [undefined, undefined]
  const reminders = await store.countNextReminders(
    from === undefined ? new Date(0) : momentOn(addDays(from, -farthest), calendar),
    momentOn(to === undefined ? farAway : addDays(to, farthest), calendar),
  )
  return countMoved(reminders, { before: calendar, after: calendarAfter(calendar, change) }, now)
}

/**
 * What falls into a rest waits for its end: a day added to it moves what came up at its beginning. Sixty days of work
 * from a due date, with the rests between them, are no more than this.
 */
const farthest = 120
const farAway: LocalDate = '2999-12-31'
const momentOn = (day: LocalDate, { zone }: OfficeCalendar): Date => instantAt(day, '00:00', zone)

/** A change in words, before it is made. */
export const previewWords = (
  m: Messages,
  change: CalendarChange,
  { calendar, moved }: { readonly calendar: OfficeCalendar; readonly moved: number },
): Rich => {
  const { hours } = change
  const known = (dates: readonly LocalDate[]): readonly CalendarStretch[] =>
    stretchesOf(dates.flatMap((date) => knownDay(date, calendar) ?? []))
  return m.calendar.preview({
    save: stretchesOf(change.save.map(ownDay).toSorted((a, b) => a.date.localeCompare(b.date))),
    dropped: known(change.dropped),
    forget: known(change.forget),
    hours: hours === null ? null : { from: writeHours(calendar.hours), to: writeHours(hours) },
    ...{ unchanged: change.unchanged, moved },
  })
}

/** Shows a change and waits for the confirmation; `above` and `below` stand around it in the message. */
export const offerChange = async (
  request: Request,
  change: CalendarChange,
  { calendar: store, dialogs }: Pick<Stores, 'calendar' | 'dialogs'>,
  { above = null, below = null }: { readonly above?: Rich | null; readonly below?: Rich | null } = {},
): Promise<Reply> => {
  const { m, now, chat, person } = request
  if (isNothing(change)) return { text: lines([above, m.calendar.nothingToDo(), below]) }
  const calendar = await store.read()
  const moved = await countMovedBy(change, { calendar, now }, store)
  const token = hashSecret(request.key).slice(0, 16)
  const data = { token, ...change, hours: change.hours === null ? null : writeHours(change.hours) }
  const expiresAt = new Date(now.getTime() + waitHours * 3_600_000)
  await dialogs.save(chat.id, person.id, { kind: calendarDialog, data }, expiresAt)
  return {
    text: lines([above, previewWords(m, change, { calendar, moved }), below]),
    buttons: [
      [
        { label: m.calendar.confirm, action: `cal-ok:${token}` },
        { label: m.calendar.drop, action: `cal-no:${token}` },
      ],
    ],
  }
}

const waiting = z.object({
  token: z.string(),
  save: z.array(
    z.object({ date: z.iso.date(), kind: z.enum(['off', 'working']), words: z.string(), source: z.string() }),
  ),
  dropped: z.array(z.iso.date()),
  forget: z.array(z.iso.date()),
  hours: z.string().nullable(),
  unchanged: z.int(),
})

/** The change that a preview with this token showed; null when it waits no more. */
export const findOffered = async (
  { chat, person, now }: Request,
  token: string,
  { dialogs }: Pick<Stores, 'dialogs'>,
): Promise<CalendarChange | null> => {
  const dialog = await dialogs.find(chat.id, person.id, now)
  if (dialog?.kind !== calendarDialog) return null
  const { hours, ...data } = waiting.parse(dialog.data)
  return data.token === token ? { ...data, hours: hours === null ? null : readHours(hours) } : null
}
