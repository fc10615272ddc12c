import { type Assignment, isAwaited } from './assignment.ts'
import { addOfficeDays, isWorkingDay, type OfficeCalendar } from './calendar/office-calendar.ts'
import type { Snooze } from './ports/snoozes.ts'
import { saidOn } from './saying-time.ts'
import { addDays, type LocalDate, localDate } from './time.ts'

// "Nhắc lại sau": one more reminder, for the person who wants it, on a day they name. It takes no milestone away: those
// are set by the office and said at their time, whoever asked for another day; what falls on the same day is one line of
// one message. So nothing can be put off without a trace, and the limit is only there against putting off by habit.

/** So often for one due date; without one in one month. */
export const mostSnoozes = 2
/** Work without a due date is asked about anyway; nobody needs to be reminded of it in half a year. */
const farthestUndated = 30

const before = 1000
const turnsCounted = 1000

/** The number in the ledger of the reminder that somebody put off for the nth time: no milestone and no request has it. */
export const snoozeNumber = (turn: number): number => before + turn

/** The first and the last of these numbers. */
export const snoozeNumbers = { first: snoozeNumber(1), last: snoozeNumber(turnsCounted) } as const

export const isSnoozed = (milestone: number): boolean =>
  milestone >= snoozeNumbers.first && milestone <= snoozeNumbers.last

/** When somebody wants to be reminded again: so many working days later, or on a day. */
export type SnoozeWanted = { readonly days: number } | { readonly on: LocalDate }

/** Why somebody cannot be reminded again. */
type SnoozeRefusal =
  | { readonly kind: 'closed' | 'submitted' | 'due-today' | 'used-up' }
  | { readonly kind: 'late'; readonly dueOn: LocalDate }
  | { readonly kind: 'passed'; readonly day: LocalDate }
  | { readonly kind: 'too-far'; readonly days: number }
  /** `last` is the last working day that is possible; null for none. */
  | { readonly kind: 'after-due'; readonly day: LocalDate; readonly dueOn: LocalDate; readonly last: LocalDate | null }

export type SnoozePlan =
  | {
      readonly kind: 'planned'
      readonly turn: number
      readonly day: LocalDate
      readonly at: Date
      /** The day that this one takes the place of. */
      readonly instead: LocalDate | null
      /** How many more are left for this due date. */
      readonly left: number
    }
  | SnoozeRefusal

interface Moment {
  readonly today: LocalDate
  readonly calendar: OfficeCalendar
}

type Standing = Pick<Assignment, 'state' | 'dueOn' | 'dueVersion'>
type Had = Pick<Snooze, 'dueVersion' | 'turn' | 'day' | 'at' | 'isWaiting'>

/** Whether it may be offered: there is a day left before the due date, as far as one can tell without a calendar. */
export const canSnooze = ({ state, dueOn }: Omit<Standing, 'dueVersion'>, today: LocalDate): boolean =>
  isAwaited(state) && (dueOn === null || dueOn > today)

/** On which day somebody is reminded again, after what they put off before; one that still waits is moved. */
export const planSnooze = (
  assignment: Standing,
  mine: readonly Had[],
  wanted: SnoozeWanted,
  moment: Moment,
): SnoozePlan => {
  const closed = whyNever(assignment, moment.today)
  if (closed !== null) return closed
  const turn = takeTurn(assignment, mine, moment)
  if (turn === null) return { kind: 'used-up' }
  const day = dayOf(wanted, moment)
  return (
    whyNotOn(day, assignment.dueOn, moment) ?? {
      ...{ kind: 'planned', day, at: saidOn(day, moment.calendar.zone) },
      ...turn,
    }
  )
}

/** The turn of the one that waits, else the next one; null when none is left. */
const takeTurn = (assignment: Standing, mine: readonly Had[], moment: Moment) => {
  const had = mine.filter(({ dueVersion }) => dueVersion === assignment.dueVersion)
  const waiting = had.find(({ isWaiting }) => isWaiting)
  const left = mostSnoozes - countUsed(assignment, had, moment)
  if (waiting !== undefined) return { turn: waiting.turn, instead: waiting.day, left: Math.max(0, left) }
  return left <= 0 ? null : { turn: Math.max(0, ...had.map(({ turn }) => turn)) + 1, instead: null, left: left - 1 }
}

const whyNever = ({ state, dueOn }: Standing, today: LocalDate): SnoozeRefusal | null => {
  if (state === 'submitted') return { kind: 'submitted' }
  if (!isAwaited(state)) return { kind: 'closed' }
  if (dueOn === null || dueOn > today) return null
  return dueOn === today ? { kind: 'due-today' } : { kind: 'late', dueOn }
}

const countUsed = ({ dueOn }: Standing, had: readonly Had[], { today, calendar }: Moment): number =>
  dueOn === null ? had.filter(({ at }) => localDate(at, calendar.zone) >= `${today.slice(0, 7)}-01`).length : had.length

/** People are reminded on working days only: a day of rest means the next day worked. */
const dayOf = (wanted: SnoozeWanted, { today, calendar }: Moment): LocalDate => {
  if ('days' in wanted) return addOfficeDays(today, wanted.days, calendar)
  return isWorkingDay(wanted.on, calendar) ? wanted.on : addOfficeDays(wanted.on, 1, calendar)
}

const whyNotOn = (day: LocalDate, dueOn: LocalDate | null, { today, calendar }: Moment): SnoozeRefusal | null => {
  if (day <= today) return { kind: 'passed', day }
  if (dueOn === null) return day > addDays(today, farthestUndated) ? { kind: 'too-far', days: farthestUndated } : null
  if (day <= dueOn) return null
  const last = isWorkingDay(dueOn, calendar) ? dueOn : addOfficeDays(dueOn, -1, calendar)
  return { kind: 'after-due', day, dueOn, last: last > today ? last : null }
}
