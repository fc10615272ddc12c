import type { OfficeCalendar } from './calendar/office-calendar.ts'
import { nextOpening } from './calendar/office-hours.ts'
import { climbsFrom, type EscalationRule, type Level, rankOfLevel, stepsOf } from './escalation.ts'
import type { Silence } from './look.ts'
import { type Counting, escalationOf } from './milestone-rule.ts'
import type { ClaimedReminder } from './ports/reminders.ts'
import { silentDay } from './silence.ts'
import { saidOn } from './saying-time.ts'
import { type LocalDate, localDate } from './time.ts'

/** When late work will be reported to whom, if it stays late. */
export interface PlannedStep {
  readonly level: Level
  readonly at: Date
}

interface Climbing {
  readonly dueOn: LocalDate
  /** When it was given to its agency. */
  readonly givenOn: LocalDate | null
  readonly dueVersion: number
  readonly escalation: EscalationRule
  /** The levels at which anybody can be told. */
  readonly levels: readonly Level[]
}

/** The steps to come: each at the opening it falls into, the highest of one opening, past levels where nobody is. */
export const planSteps = (
  { dueOn, givenOn, dueVersion, escalation, levels }: Climbing,
  claimed: readonly Pick<ClaimedReminder, 'kind' | 'milestone' | 'dueVersion'>[],
  now: Date,
  calendar: OfficeCalendar,
): readonly PlannedStep[] => {
  const ranks = claimed.filter((one) => one.kind === 'escalated' && one.dueVersion === dueVersion)
  let highest = Math.max(0, ...ranks.map(({ milestone }) => milestone))
  const steps = stepsOf(climbsFrom(dueOn, givenOn), escalation, calendar.zone).map((step) => ({
    ...{ ...step, at: nextOpening(step.at > now ? step.at : now, calendar) },
  }))
  const last = steps.filter(({ at }, index) => steps[index + 1]?.at.getTime() !== at.getTime())
  return last.flatMap(({ level, beyond, at }) => {
    const reached = [level, ...beyond].find((one) => levels.includes(one))
    if (reached === undefined || rankOfLevel(reached) <= highest) return []
    highest = rankOfLevel(reached)
    return [{ level: reached, at }]
  })
}

/** When the agency will be asked if it says nothing until then, at a look from `from` on; null for never. */
export const planSilence = (
  dueOn: LocalDate,
  { since, asked }: Silence,
  counting: Counting,
  from: Date,
  calendar: OfficeCalendar,
): Date | null => {
  if (asked || escalationOf(counting).silentAfter === null) return null
  const day = silentDay(dueOn, { since, from: localDate(from, calendar.zone) }, counting)
  if (day === null) return null
  const at = saidOn(day, calendar.zone)
  return nextOpening(at > from ? at : from, calendar)
}
