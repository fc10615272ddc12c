import type { LocalDate } from '../time.ts'

/** A year whose periods are to be made, and what it is called in the record when that is said. */
export interface YearToMake {
  readonly year: number
  readonly step: string
  /** Whether the year has begun. */
  readonly isBegun: boolean
}

/** The data of the next year's first period begins on this day, and the last period of this year is over. */
const saidFrom = '12-15'
/** Later the first cut-off of the year has passed. */
const saidUntil = '03-31'

/**
 * The year that somebody has to have thought of by a day: from 15 December the next one, and from New Year to the end of
 * March this one, each a step of its own. Null in the rest of the year.
 */
export const yearToMake = (today: LocalDate): YearToMake | null => {
  const year = Number(today.slice(0, 4))
  const day = today.slice(5)
  if (day >= saidFrom) return { year: year + 1, step: `missing:${year + 1}:before`, isBegun: false }
  return day <= saidUntil ? { year, step: `missing:${year}:begun`, isBegun: true } : null
}
