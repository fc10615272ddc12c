import { type ClauseReading, readClause } from './deadlines/clause.ts'
import { clausesOf, plainWords } from './deadlines/plain-words.ts'
import type { Cadence, PlanWarningCode } from './plan-document.ts'
import type { LocalDate } from './time.ts'

/** What a deadline is read against. */
export interface DeadlineContext {
  /** Dates without a year belong to it. */
  readonly planYear: number | null
  /** What "kể từ ngày ban hành" counts from, and what a date may suspiciously lie before. */
  readonly issuedOn: LocalDate | null
  /** A workspace may read "trước ngày 21/3" as 21/3 itself; by default it is 20/3. */
  readonly beforeIncludesDay?: boolean
}

export interface DeadlineReading {
  /** Each the last permitted day, in order, none twice. */
  readonly occurrences: LocalDate[]
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

/**
 * Reads the words of a deadline, with their diacritics or without. What they do not say is never guessed:
 * no date, and a warning that says why.
 */
export const readDeadline = (text: string, context: DeadlineContext): DeadlineReading => {
  const plain = plainWords(text)
  const reckoning = {
    year: context.planYear ?? statedYear(plain),
    issuedOn: context.issuedOn,
    beforeIncludesDay: context.beforeIncludesDay ?? false,
  }
  const readings = clausesOf(plain).map((clause) => readClause(clause, reckoning))
  const occurrences = [...new Set(readings.flatMap((reading) => reading.days))].sort()
  const warnings = new Set(readings.flatMap((reading) => reading.problems))
  if (isMystery(readings)) warnings.add('deadline-not-understood')
  const { issuedOn } = context
  if (issuedOn !== null && occurrences.some((day) => day < issuedOn)) warnings.add('date-before-issue')
  return { occurrences, cadence: cadenceOf(readings, occurrences.length), warnings: [...warnings] }
}
