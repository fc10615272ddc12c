import { type Counting, escalationOf, milestoneDay, milestonesOf } from './milestone-rule.ts'
import { addDays, type LocalDate } from './time.ts'

// In the ledger a silence has the number of the day it began on, counted from 1970. Where nobody could be asked and it is
// told to whoever oversees, that number is negative: far below every milestone that is overdue.

const firstDay = '1970-01-01'
const lowestMilestone = -1000

/** The day that the number of a silence in the ledger says, as its agency was asked about it or others were told. */
export const silentSinceOf = (number: number): LocalDate => addDays(firstDay, Math.abs(number))

/** Whether what others are told in place of an agency is its silence, and not a milestone. */
export const isToldSilence = (milestone: number): boolean => milestone < lowestMilestone

/** Whoever joins later is still asked, but nobody waits for them for longer than this. */
const longestSilence = 365

/** Where a milestone comes within so many days, it will ask soon enough. */
const soon = 3

/**
 * The first day, from one on, on which an agency that said nothing since another is asked about work with a due date:
 * after so many days of silence, and only where no milestone spoke within as many days before or speaks within the
 * next three. Null where silence is never spoken of.
 */
export const silentDay = (
  dueOn: LocalDate,
  { since, from }: { readonly since: LocalDate; readonly from: LocalDate },
  counting: Counting,
): LocalDate | null => {
  const { silentAfter } = escalationOf(counting)
  if (silentAfter === null) return null
  const spoken = milestonesOf(counting.rule).map((milestone) => milestoneDay(dueOn, milestone, counting))
  const enough = addDays(since, silentAfter)
  let day = enough > from ? enough : from
  for (;;) {
    const [after, before] = [addDays(day, -silentAfter), addDays(day, soon)]
    const speaking = spoken.findLast((on) => on > after && on <= before)
    if (speaking === undefined) return day
    day = addDays(speaking, silentAfter)
  }
}

/** The day on which an agency of which nobody could be asked on a day would be asked again; null once that is too long. */
export const silentAgain = (
  dueOn: LocalDate,
  { since, on }: { readonly since: LocalDate; readonly on: LocalDate },
  counting: Counting,
): LocalDate | null => {
  const day = silentDay(
    dueOn,
    { since, from: addDays(on, escalationOf(counting).silentAfter ?? longestSilence) },
    counting,
  )
  return day !== null && day <= addDays(since, longestSilence) ? day : null
}
