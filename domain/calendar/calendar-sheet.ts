import { fold } from '../fold.ts'
import { daysBetween, type LocalDate } from '../time.ts'
import { daysFrom, readOfficeDate, type WantedDay } from './calendar-words.ts'

/** The columns that a calendar's table can have; the first day and the kind are those it must have. */
export type CalendarColumn = 'from' | 'to' | 'kind' | 'name' | 'source'

/** A row of a calendar's table as it stands in the file; what has no column is empty. */
export type CalendarRow = { readonly line: number } & { readonly [Column in CalendarColumn]: string }

/** Why a row was not taken; locales/ puts it into words. */
export interface CalendarProblem {
  readonly line: number
  readonly code: 'bad-date' | 'bad-kind' | 'ends-before-it-begins' | 'too-long' | 'contradicts'
  /** The words in question. */
  readonly detail: string
}

/** A calendar as a file of rows, read by whoever knows files. */
export interface CalendarSheet {
  readonly rows: readonly CalendarRow[]
}

const kinds: Readonly<Record<string, WantedDay['kind']>> = {
  ...{ nghi: 'off', 'ngay nghi': 'off', le: 'off', tet: 'off', off: 'off', holiday: 'off' },
  ...{
    lam: 'working',
    'lam bu': 'working',
    'lam viec': 'working',
    'di lam': 'working',
    working: 'working',
    work: 'working',
  },
}

const longest = 31

type ReadRow = { readonly days: readonly WantedDay[] } | { readonly problem: CalendarProblem }

/** The days that the rows of a file name, and the rows that could not be taken. Dates need their year. */
export const readCalendarRows = (
  rows: readonly CalendarRow[],
): { readonly days: readonly WantedDay[]; readonly problems: readonly CalendarProblem[] } => {
  const days = new Map<LocalDate, WantedDay>()
  const problems: CalendarProblem[] = []
  for (const row of rows) {
    const read = readRow(row)
    if ('problem' in read) problems.push(read.problem)
    else problems.push(...addDays(days, read.days, row.line))
  }
  return { days: [...days.values()].toSorted((a, b) => a.date.localeCompare(b.date)), problems }
}

/** A day that two rows name differently is nobody's to guess: the first holds and the second is told. */
const addDays = (
  days: Map<LocalDate, WantedDay>,
  more: readonly WantedDay[],
  line: number,
): readonly CalendarProblem[] => {
  const clash = more.find(({ date, kind }) => (days.get(date)?.kind ?? kind) !== kind)
  if (clash !== undefined) return [{ line, code: 'contradicts', detail: clash.date.split('-').reverse().join('/') }]
  for (const day of more) if (!days.has(day.date)) days.set(day.date, day)
  return []
}

const readRow = (row: CalendarRow): ReadRow => {
  const { line } = row
  const kind = kinds[fold(row.kind)]
  if (kind === undefined) return { problem: { line, code: 'bad-kind', detail: row.kind } }
  const from = fullDate(row.from)
  const to = row.to === '' ? from : fullDate(row.to)
  if (from === null || to === null)
    return { problem: { line, code: 'bad-date', detail: from === null ? row.from : row.to } }
  if (to < from) return { problem: { line, code: 'ends-before-it-begins', detail: `${row.from} – ${row.to}` } }
  if (daysBetween(from, to) >= longest)
    return { problem: { line, code: 'too-long', detail: `${row.from} – ${row.to}` } }
  return { days: daysFrom(from, to).map((date) => ({ date, kind, words: row.name, source: row.source })) }
}

/** Spreadsheets show a day with or without a time. */
const fullDate = (text: string): LocalDate | null => {
  const day = text.trim().replace(/[T ]\d{1,2}:\d{2}.*$/u, '')
  return /\d{4}/u.test(day) ? readOfficeDate(day, '2000-01-01') : null
}
