import { saidOn } from './saying-time.ts'
import { addDays, type LocalDate, localDate } from './time.ts'

/** To whom late work is reported, one above the other. */
export const levels = ['head', 'coordinator', 'leader'] as const
export type Level = (typeof levels)[number]

/** What a workspace or a plan decides about late work and about silence. */
export interface EscalationRule {
  /** Days late on which it is reported to each; null for never. */
  readonly ladder: Readonly<Record<Level, number | null>>
  /** Days without a word from the agency after which it is asked; null for never. */
  readonly silentAfter: number | null
}

/** Where nobody set anything. */
export const usualEscalation: EscalationRule = {
  ladder: { head: 1, coordinator: 7, leader: 14 },
  silentAfter: 14,
}

/** A step of the ladder on the day it falls on. */
export interface Step {
  readonly level: Level
  /** Days late, or since the work was given late. */
  readonly days: number
  readonly at: Date
  /** Where nobody is at its level it goes to the first of these, the nearest first. */
  readonly beyond: readonly Level[]
}

/** How high a level is: 1 is the nearest. The ledger keeps it as a number. */
export const rankOfLevel = (level: Level): number => levels.indexOf(level) + 1
export const levelOfRank = (rank: number): Level => levels[rank - 1] ?? 'leader'

/**
 * The day from which the ladder is climbed: the due date, or that on which the work was given where it was given only
 * after it. Late work goes up after no fewer days than any other.
 */
export const climbsFrom = (dueOn: LocalDate, givenOn: LocalDate | null): LocalDate =>
  givenOn !== null && givenOn > dueOn ? givenOn : dueOn

/** Every step in the order of time, from the day that `climbsFrom` says. Days are days of the calendar, as everywhere else. */
export const stepsOf = (from: LocalDate, { ladder }: Pick<EscalationRule, 'ladder'>, zone: string): readonly Step[] =>
  levels.flatMap((level) => {
    const days = ladder[level]
    if (days === null) return []
    const beyond = levels.filter((other) => ladder[other] !== null && rankOfLevel(other) > rankOfLevel(level))
    return [{ level, days, at: saidOn(addDays(from, days), zone), beyond }]
  })

/** The highest step at or before a moment, which those below it are not made up for; and the first one after it. */
export const decideStep = (
  from: LocalDate,
  now: Date,
  zone: string,
  rule: Pick<EscalationRule, 'ladder'>,
): { readonly reached: Step | null; readonly next: Step | null } => {
  const steps = stepsOf(from, rule, zone)
  return {
    reached: steps.findLast(({ at }) => at <= now) ?? null,
    next: steps.find(({ at }) => at > now) ?? null,
  }
}

/** Whether heads hear of the reminders of work that somebody else was named to do. */
export const headsHear = (from: LocalDate, now: Date, zone: string, { ladder }: EscalationRule): boolean =>
  ladder.head !== null && localDate(now, zone) >= addDays(from, ladder.head)

/** "1,7,14;14", with "-" for never. */
export const writeEscalation = ({ ladder, silentAfter }: EscalationRule): string =>
  `${levels.map((level) => ladder[level] ?? '-').join(',')};${silentAfter ?? '-'}`

const written = /^(-|\d{1,2}),(-|\d{1,2}),(-|\d{1,2});(-|\d{1,2})$/u

/** Null when the text is no rule: each level later than the one below it, and no silence shorter than three days. */
export const readEscalation = (text: string): EscalationRule | null => {
  const parts = written.exec(text)?.slice(1).map(daysIn)
  if (parts === undefined) return null
  const rule = ruleOf(parts)
  return isRising(rule) && (rule.silentAfter ?? shortestSilence) >= shortestSilence ? rule : null
}

const ruleOf = ([head, coordinator, leader, silentAfter]: readonly (number | null)[]): EscalationRule => ({
  ladder: { head: head ?? null, coordinator: coordinator ?? null, leader: leader ?? null },
  silentAfter: silentAfter ?? null,
})

const shortestSilence = 3

const daysIn = (text: string): number | null => (text === '-' ? null : Number(text))

const isRising = ({ ladder }: Pick<EscalationRule, 'ladder'>): boolean => {
  const days = levels.flatMap((level) => ladder[level] ?? [])
  return days.every((day, at) => day > (days[at - 1] ?? 0))
}
