import { addOfficeDays, type OfficeCalendar } from './calendar/office-calendar.ts'
import { type EscalationRule, usualEscalation } from './escalation.ts'
import { addDays, type LocalDate } from './time.ts'

/** How often work without a due date is asked about. */
export type Rhythm = 'monthly' | 'quarterly'

/** When a task is spoken of, counted from its due date. */
export interface MilestoneRule {
  /** Days before, the most first; 0 is the day itself. */
  readonly before: readonly number[]
  /** Once late on the day after and then every so many days; null for never. */
  readonly lateEvery: number | null
  /** Which days are counted. */
  readonly counted: 'calendar' | 'working'
  /** Where there is no due date; null for never. */
  readonly rhythm: Rhythm | null
}

/** Where nobody set anything. */
export const usualRule: MilestoneRule = { before: [7, 3, 1, 0], lateEvery: 3, counted: 'calendar', rhythm: 'monthly' }

/** Whoever is late for a month is not reminded any more: by then others have heard of it. */
const lastLateDay = 30
const mostBefore = 60
const mostMilestones = 8

/** A rule with the calendar that its working days are those of, and what happens besides its milestones. */
export interface Counting {
  readonly rule: MilestoneRule
  readonly calendar: Pick<OfficeCalendar, 'own'>
  /** Absent for the usual one. */
  readonly escalation?: EscalationRule
}

export const escalationOf = ({ escalation }: Pick<Counting, 'escalation'>): EscalationRule =>
  escalation ?? usualEscalation

export const usualCounting: Counting = { rule: usualRule, calendar: { own: new Map() } }

/** Every milestone in the order of time: days before the due date, negative while overdue. */
export const milestonesOf = ({ before, lateEvery }: MilestoneRule): readonly number[] =>
  lateEvery === null
    ? before
    : [...before, ...Array.from({ length: Math.ceil(lastLateDay / lateEvery) }, (_, turn) => -(1 + turn * lateEvery))]

/** The day a milestone falls on. */
export const milestoneDay = (dueOn: LocalDate, milestone: number, { rule, calendar }: Counting): LocalDate =>
  rule.counted === 'calendar' ? addDays(dueOn, -milestone) : addOfficeDays(dueOn, -milestone, calendar)

/** "7,3,1,0;3;c", or "7,3,1,0;3;c;q" where work without a due date is not asked about each month: short enough for a button. */
export const writeRule = ({ before, lateEvery, counted, rhythm }: MilestoneRule): string =>
  `${before.join(',')};${lateEvery ?? '-'};${counted === 'working' ? 'w' : 'c'}${asked[rhythm ?? 'never']}`

const asked = { monthly: '', quarterly: ';q', never: ';-' } as const

const written = /^(\d{1,2}(?:,\d{1,2})*);(-|\d{1,2});([cw])(;[q-])?$/u

/** Null when the text is no rule. */
export const readRule = (text: string): MilestoneRule | null => {
  const parts = written.exec(text)
  if (parts === null) return null
  const [, days = '', every, counted, rhythm = ''] = parts
  const before = days.split(',').map(Number)
  const lateEvery = every === '-' ? null : Number(every)
  if (lateEvery === 0 || !isCountdown(before)) return null
  return { before, lateEvery, counted: counted === 'w' ? 'working' : 'calendar', rhythm: readRhythm(rhythm) }
}

const readRhythm = (text: string): Rhythm | null => {
  if (text === '') return 'monthly'
  return text === asked.quarterly ? 'quarterly' : null
}

/** Not too many days, not too early, and each nearer to the due date than the one before. */
const isCountdown = (days: readonly number[]): boolean =>
  days.length <= mostMilestones && days.every((day, at) => day < (days[at - 1] ?? mostBefore + 1))

/** What a workspace set; absent plans go by the workspace's own. */
export interface MilestoneSettings {
  readonly workspace: Counting
  readonly plans: ReadonlyMap<string, MilestoneRule>
  /** By plan, where one has its own; absent where none has. */
  readonly escalations?: ReadonlyMap<string, EscalationRule>
}

/** The plans that have milestones or a ladder of their own. */
export const plansOfTheirOwn = ({ plans, escalations }: MilestoneSettings): readonly string[] => [
  ...new Set([...plans.keys(), ...(escalations?.keys() ?? [])]),
]

/** How the milestones of a plan's tasks are counted. */
export const countingOf = (settings: MilestoneSettings | undefined, planId: string | null): Counting => {
  if (settings === undefined) return usualCounting
  const { workspace, plans, escalations } = settings
  const escalation = escalations?.get(planId ?? '')
  return {
    ...workspace,
    ...(escalation !== undefined && { escalation }),
    rule: plans.get(planId ?? '') ?? workspace.rule,
  }
}
