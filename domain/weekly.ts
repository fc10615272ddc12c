import { type AgencyFigures, type Figures, sumFigures } from './figures.ts'
import type { Membership, Role } from './people.ts'
import { may } from './permissions.ts'
import { type SummarySchedule, usualSchedule } from './summary-schedule.ts'
import { addDays, daysBetween, instantAt, type LocalDate, localDate, weekday } from './time.ts'

/** The next time by a schedule on a zone's clock, strictly after a moment. */
export const nextSummaryAt = (after: Date, zone: string, { day, time }: SummarySchedule = usualSchedule): Date => {
  const today = localDate(after, zone)
  const date = addDays(today, (day - weekday(today) + 7) % 7)
  const at = instantAt(date, time, zone)
  return at > after ? at : instantAt(addDays(date, 7), time, zone)
}

/** A holiday may move one summary next to the following one: they are at least this many hours apart. */
const apartHours = 48

/** The next time by a schedule after one was written: what a delay brought close to it is left out. */
export const followingSummaryAt = (written: Date, zone: string, schedule?: SummarySchedule): Date =>
  nextSummaryAt(new Date(written.getTime() + apartHours * 60 * 60 * 1000), zone, schedule)

/** The time by a schedule that a moment comes after: what is said late is still that week's. */
export const latestSummaryAt = (now: Date, zone: string, schedule: SummarySchedule = usualSchedule): Date =>
  instantAt(addDays(localDate(nextSummaryAt(now, zone, schedule), zone), -7), schedule.time, zone)

/** The ISO week of a day: "2026-W53" for the first days of January 2027. */
export const isoWeek = (day: LocalDate): string => {
  // A week belongs to the year in which its Thursday lies.
  const thursday = addDays(day, 4 - (weekday(day) || 7))
  const year = thursday.slice(0, 4)
  const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1
  return `${year}-W${String(number).padStart(2, '0')}`
}

/** What a summary is about: from the one before it, or seven days where there was none. */
export interface Week {
  readonly since: Date
  readonly until: Date
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Where the one before ended the next begins: nothing is left out and nothing told twice, however far apart they are. */
export const weekUntil = (now: Date, zone: string, before: Date | null = null): Week => {
  const since = before ?? new Date(now.getTime() - 7 * 24 * 60 * 60 * 1000)
  return { since, until: now, from: localDate(since, zone), to: localDate(now, zone) }
}

const leading: readonly Role[] = ['head', 'leader']

/** Whether a weekly summary comes by itself with a role. */
export const leads = (role: Role): boolean => leading.includes(role)

/** Whether somebody gets a weekly summary: as they decided, and where they did not, by their roles. */
export const wantsSummary = (wish: boolean | null, memberships: readonly Membership[]): boolean =>
  findWeekScope(memberships) !== null && (wish ?? memberships.some(({ role }) => leads(role)))

/**
 * Whose week somebody may see: everybody's, or that of the agencies they head (those below come on top).
 * Null when they have none to see.
 */
export const findWeekScope = (memberships: readonly Membership[]): 'all' | readonly string[] | null => {
  if (may(memberships, 'see-workspace')) return 'all'
  const headed = memberships.flatMap(({ role, agencyId }) => (role === 'head' && agencyId !== null ? [agencyId] : []))
  return headed.length === 0 ? null : headed
}

/** What happened at one agency in a week. */
export interface AgencyWeek {
  readonly agencyId: string
  /** Assignments that were there before the week began. */
  readonly before: number
  readonly done: number
  /** Late now, and not yet late when the week began. */
  readonly newlyLate: number
  /** Answers received and not taken back. */
  readonly updates: number
}

export interface WeekChanges {
  readonly done: number
  readonly newlyLate: number
  readonly updates: number
}

/** What the weekly summary says. */
export interface WeeklySummary {
  readonly week: Week
  /** False where it is about more or fewer than seven days. */
  readonly isWeek: boolean
  readonly totals: Figures
  /** Null when nothing was followed yet a week ago: there is nothing to compare with. */
  readonly changes: WeekChanges | null
  /** Null where a whole group reads along, unless it was chosen to name agencies there. */
  readonly agencies: WeekByAgency | null
}

export interface WeekByAgency {
  /** At most five, those with most overdue work first. */
  readonly worst: readonly AgencyFigures[]
  /** Agencies that have open work and said nothing in the week. */
  readonly silent: readonly AgencyFigures[]
  /** Names of agencies that have open work and nobody who could be told. */
  readonly unreached: readonly string[]
}

const worstShown = 5

/** Puts a week together from the figures of the moment and what happened. */
export const summarizeWeek = (found: {
  readonly week: Week
  readonly figures: readonly AgencyFigures[]
  readonly agencyWeeks: readonly AgencyWeek[]
  readonly unreached: readonly { readonly id: string; readonly name: string }[]
  readonly namesAgencies: boolean
}): WeeklySummary => ({
  week: found.week,
  isWeek: daysBetween(found.week.from, found.week.to) === 7,
  totals: sumFigures(found.figures),
  changes: sumChanges(found.agencyWeeks),
  agencies: found.namesAgencies ? byAgency(found) : null,
})

const sumChanges = (weeks: readonly AgencyWeek[]): WeekChanges | null => {
  const sum = (key: 'before' | 'done' | 'newlyLate' | 'updates') => weeks.reduce((all, week) => all + week[key], 0)
  return sum('before') === 0 ? null : { done: sum('done'), newlyLate: sum('newlyLate'), updates: sum('updates') }
}

const byAgency = ({ figures, agencyWeeks, unreached }: Parameters<typeof summarizeWeek>[0]): WeekByAgency => {
  const known = new Set(figures.map(({ agencyId }) => agencyId))
  const nobody = unreached.filter(({ id }) => known.has(id))
  const nobodyThere = new Set(nobody.map(({ id }) => id))
  // Who got the first task within the week has not been silent for a week.
  const quiet = new Set(
    agencyWeeks.filter(({ before, updates }) => before > 0 && updates === 0).map(({ agencyId }) => agencyId),
  )
  return {
    worst: figures
      .filter(({ late }) => late > 0)
      .toSorted((a, b) => b.late - a.late || a.agencyName.localeCompare(b.agencyName, 'vi'))
      .slice(0, worstShown),
    silent: figures.filter(
      ({ agencyId, total, done }) => total > done && quiet.has(agencyId) && !nobodyThere.has(agencyId),
    ),
    unreached: nobody.map(({ name }) => name),
  }
}
