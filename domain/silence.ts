import { type Counting, escalationOf, milestoneDay, milestonesOf } from './milestone-rule.ts'
import { addDays, type LocalDate } from './time.ts'

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
