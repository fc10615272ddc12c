import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import type { CalendarMessages } from '../vi/calendar.ts'
import { commonEn } from './common.ts'

const holidays = {
  'new-year': 'New Year',
  tet: 'Tết, the lunar New Year',
  'hung-kings': 'Hùng Kings’ Commemoration Day',
  victory: 'Victory Day 30 April',
  labour: 'Labour Day 1 May',
  national: 'National Day',
  culture: 'Vietnamese Culture Day',
  'in-lieu': 'day in lieu',
  swap: 'swapped day off',
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const problems = {
  'bad-date': 'the date is not right (dd/mm/yyyy is needed)',
  'bad-kind': 'neither off nor worked',
  'ends-before-it-begins': 'the last day is before the first',
  'too-long': 'longer than 31 days',
  contradicts: 'a row above says otherwise about this day',
}

type Stretch = NonNullable<Parameters<CalendarMessages['shown']>[0]['next']>

const weekday = (day: string): string => weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
const short = (day: string): string => `${weekday(day)} ${commonEn.date(day).slice(0, 5)}`
const long = (day: string): string => `${weekday(day)} ${commonEn.date(day)}`

const span = ({ from, to }: Stretch, write: (day: string) => string): string =>
  from === to ? write(from) : `${write(from)} – ${write(to)}`

const nameOf = ({ name, kind }: Stretch): string => {
  if (typeof name === 'object') return name.words
  return name === 'swap' && kind === 'working' ? 'worked for a swapped day' : holidays[name]
}

const marks = { law: '', notice: '', forecast: ' (expected)', own: ' (set by this office)' }

const line = (stretch: Stretch): string => {
  const name = nameOf(stretch)
  return `• ${span(stretch, short)}${name === '' ? '' : ` ${name}`}${marks[stretch.basis]}`
}

const named = (verb: string, stretch: Stretch): Rich => {
  const name = nameOf(stretch)
  return rich`• ${bold(verb)}: ${span(stretch, long)}${name === '' ? '' : ` – ${name}`}`
}

const verbs = { off: 'Off', working: 'Worked' }
const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`

const expected = (of: { readonly year: number; readonly mayChange: boolean }): Rich =>
  rich`⚠️ Not everything was announced for ${of.year}: days marked “expected” follow the number of days in the law, without a notice.${of.mayChange ? rich` When there is one, send it as a file or type ${code('/calendar off …')}` : ''}`

const upcoming = (next: Stretch): Rich =>
  rich`${bold('Next')}: ${next.kind === 'off' ? 'off' : 'worked'} ${span(next, long)}${nameOf(next) === '' ? '' : ` (${nameOf(next)})`}${marks[next.basis]}.`

const hints = (): Rich =>
  lines([
    '',
    rich`Change: ${code('/calendar off 04/01/2027: swapped')} · ${code('/calendar work 09/01/2027')} · ${code('/calendar remove 04/01/2027')} · ${code('/calendar hours 07:30-11:30, 13:30-17:00')}`,
    rich`A whole year: send an .xlsx or .csv file with the caption ${code('/calendar')}.`,
  ])

export const calendarEn: CalendarMessages = {
  about: 'Working days, holidays, swapped days',
  shown: (of) =>
    lines([
      bold(`Calendar ${of.year} of ${of.workspace}`),
      `Office hours ${of.hours}, Monday to Friday, on the clock of ${of.zone}. Outside of them the bot reminds nobody.`,
      of.isExpected && expected(of),
      '',
      bold('Days off'),
      ...of.off.map(line),
      of.working.length > 0 && bold('Worked instead'),
      ...of.working.map(line),
      '',
      `Source: ${of.sources.join('; ')}.`,
      of.next !== null && upcoming(of.next),
      of.missing !== null &&
        rich`⚠️ Not everything was announced for ${of.missing}: see ${code(`/calendar ${of.missing}`)}.`,
      of.mayChange && hints(),
    ]),
  year: String,

  preview: (of) =>
    lines([
      bold('Change the calendar like this?'),
      ...of.save.map((stretch) => named(verbs[stretch.kind], stretch)),
      ...of.dropped.map(
        (stretch) => rich`• ${bold('Worked')}: ${span(stretch, long)} – was expected off, not announced`,
      ),
      ...of.forget.map(
        (stretch) => rich`• ${bold('Forget')} what this office set: ${span(stretch, long)} ${nameOf(stretch)}`,
      ),
      of.hours !== null && rich`• ${bold('Office hours')}: ${of.hours.to} (now ${of.hours.from})`,
      of.unchanged > 0 && `${days(of.unchanged)} are so already and stay.`,
      of.moved === 0
        ? 'Reminders: no next reminder moves.'
        : rich`Reminders: the next one of ${bold(`${of.moved} ${of.moved === 1 ? 'task' : 'tasks'}`)} moves to another time.`,
    ]),
  confirmWithYes: () => rich`Nothing was written. Run it again with ${code('--yes')} to write it.`,
  confirm: 'Confirm',
  drop: 'Leave it',
  file: (name, count) => rich`File “${name}”: ${days(count)}.`,
  problems: (rows) =>
    lines([
      rich`⚠️ ${bold(`${rows.length} ${rows.length === 1 ? 'row was' : 'rows were'} not taken`)}; correct and send the file again:`,
      ...rows
        .slice(0, 20)
        .map(
          ({ line: at, code: what, detail }) =>
            `• row ${at}: ${problems[what]}${detail === '' ? '' : ` (“${detail}”)`}`,
        ),
      rows.length > 20 && `and ${rows.length - 20} more.`,
    ]),
  nothingToDo: () => rich`The calendar says so already; there is nothing to write.`,
  nothingOwn: () =>
    rich`This office set nothing for that day. For a holiday that you do work on: ${code('/calendar work …')}`,
  saved: (of) => {
    const parts = [
      of.off > 0 ? `${days(of.off)} off` : '',
      of.working > 0 ? `${days(of.working)} worked` : '',
      of.forgotten > 0 ? `${days(of.forgotten)} forgotten` : '',
      of.hours === null ? '' : `office hours ${of.hours}`,
    ].filter((part) => part !== '')
    const moved = of.moved === 0 ? '' : ` ${of.moved} next ${of.moved === 1 ? 'reminder' : 'reminders'} moved with it.`
    return rich`✅ The calendar is changed: ${parts.join(', ')}.${moved}`
  },
  dropped: () => rich`Nothing was changed.`,
  previewGone: () =>
    rich`This preview is too old, so nothing was written. ${code('/calendar')} shows the calendar as it is; please type it again.`,
  unclear: (typed) =>
    rich`“${typed}” was not understood, so nothing was written. For example: ${code('/calendar off 04/01/2027: swapped')}, ${code('/calendar work 09/01/2027')}, ${code('/calendar 2027')}`,
  unclearHours: (typed) =>
    rich`“${typed}” are no office hours, so nothing was written. For example: ${code('/calendar hours 07:30-11:30, 13:30-17:00')}`,
}
