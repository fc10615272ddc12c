import { type IsWorkingDay, isWeekday } from './deadlines/calendar.ts'
import { type ClauseReading, readClause } from './deadlines/clause.ts'
import { type Dated, dayBefore, type Reckoning } from './deadlines/mention.ts'
import { type Clause, clausesOf, plainWords } from './deadlines/plain-words.ts'
import { rawOf, type Words } from './deadlines/words.ts'
import { fold } from './fold.ts'
import type { Cadence, PlanWarningCode } from './plan-document.ts'
import type { LocalDate } from './time.ts'

/** What a deadline is read against. */
export interface DeadlineContext {
  /** Dates without a year belong to it. */
  readonly planYear: number | null
  /** What "kể từ ngày ban hành" counts from, and what a date may suspiciously lie before. */
  readonly issuedOn: LocalDate | null
  /** What the document calls itself ("QUYẾT ĐỊNH"): "kể từ ngày ban hành Quyết định" is then its own date. */
  readonly kind?: string
  /** A workspace may read "trước ngày 21/3" as 21/3 itself; by default it is 20/3. */
  readonly beforeIncludesDay?: boolean
  /** The workspace's calendar, for "ngày làm việc"; Monday to Friday when it is not known. */
  readonly isWorkingDay?: IsWorkingDay
  /** Leaves out what would have come back before the document was issued; by default all of the plan's year counts. */
  readonly recurringFromIssue?: boolean
}

export interface DeadlineReading {
  /** Each the last permitted day, in order, none twice. */
  readonly occurrences: LocalDate[]
  /** Parallel to `occurrences`: what a date of several is called ("Quý I"), '' when it has no name. */
  readonly labels: string[]
  readonly cadence: Cadence
  readonly warnings: PlanWarningCode[]
}

/** A year that the words themselves state, for documents that do not say which year they plan. */
const statedYear = (plain: string): number | null => {
  const year = /(?<!\d)20\d\d(?!\d)/.exec(plain)?.[0]
  return year === undefined ? null : Number(year)
}

const cadenceOf = (readings: readonly ClauseReading[], dates: number): Cadence => {
  if (readings.some((reading) => reading.repeats) || dates > 1) return 'periodic'
  if (dates === 1) return readings.some((reading) => reading.ongoing && reading.days.length > 0) ? 'ongoing' : 'once'
  return readings.some((reading) => reading.ongoing) ? 'ongoing' : 'unscheduled'
}

/** Nothing at all was recognised in words that do say something. */
const isMystery = (readings: readonly ClauseReading[]): boolean =>
  readings.length > 0 &&
  readings.every(
    (reading) =>
      reading.days.length === 0 &&
      reading.problems.length === 0 &&
      !reading.ongoing &&
      !reading.repeats &&
      !reading.undated,
  )

const ownName = /^([^:·]{1,40}?)\s*:(?!\d)/
const noName = /\b(?:thoi gian|thoi han|han|hoan thanh|tien do|ngay|truoc|thang|quy|nam)\b/

/** "Đợt 1: 30/4" gives its date a name in the plan's own words. */
const named = (raw: string, words: Words, clause: Clause, days: readonly Dated[]): readonly Dated[] => {
  const name = ownName.exec(clause.text)?.[1]
  if (name === undefined || noName.test(name)) return days
  const label = rawOf(raw, words, clause.start, clause.start + name.length)
  return days.map((dated) => (dated.label === '' ? { ...dated, label } : dated))
}

const bareDate = /^[\d\s/.-]+(?:nam \d{4})?$/

/** "Trước ngày 15/3; 15/6": what stands alone behind a semicolon goes on with the list. */
const goesOn = (
  readings: readonly ClauseReading[],
  { text }: Clause,
  reading: ClauseReading,
  reckoning: Reckoning,
): ClauseReading => {
  if (readings.at(-1)?.before !== true || !bareDate.test(text)) return reading
  return {
    ...reading,
    days: reading.days.map((dated) => ({ ...dated, day: dayBefore(dated.day, reckoning) })),
    before: true,
  }
}

const readingsOf = (raw: string, words: Words, reckoning: Reckoning): ClauseReading[] => {
  const readings: ClauseReading[] = []
  for (const clause of clausesOf(words.plain)) {
    const reading = goesOn(readings, clause, readClause(clause.text, reckoning), reckoning)
    readings.push({ ...reading, days: named(raw, words, clause, reading.days) })
  }
  return readings
}

/** In order, none twice; of two names for a day the first, and none for the only day there is. */
const sorted = (dated: readonly Dated[]): Dated[] => {
  const names = new Map<LocalDate, string>()
  for (const { day, label } of dated) names.set(day, names.get(day) || label)
  const days = [...names.keys()].sort()
  return days.map((day) => ({ day, label: days.length > 1 ? (names.get(day) ?? '') : '' }))
}

const byDefault = { kind: '', beforeIncludesDay: false, isWorkingDay: isWeekday, recurringFromIssue: false } as const

const reckoningOf = ({ plain }: Words, context: DeadlineContext): Reckoning => {
  const known = { ...byDefault, ...context }
  return { ...known, year: context.planYear ?? statedYear(plain), kind: fold(known.kind) }
}

/**
 * Reads the words of a deadline, with their diacritics, without, or damaged by a scan. What they do not say is never
 * guessed: no date, and a warning that says why. What comes back every month or quarter has one date in each of the
 * plan's year.
 */
export const readDeadline = (text: string, context: DeadlineContext): DeadlineReading => {
  const words = plainWords(text)
  const { issuedOn } = context
  const reckoning = reckoningOf(words, context)
  const readings = readingsOf(text, words, reckoning)
  const dated = sorted(readings.flatMap((reading) => reading.days))
  const occurrences = dated.map(({ day }) => day)
  const warnings = new Set(readings.flatMap((reading) => reading.problems))
  if (isMystery(readings)) warnings.add('deadline-not-understood')
  if (issuedOn !== null && occurrences.some((day) => day < issuedOn)) warnings.add('date-before-issue')
  return {
    occurrences,
    labels: dated.map(({ label }) => label),
    cadence: cadenceOf(readings, occurrences.length),
    warnings: [...warnings],
  }
}
