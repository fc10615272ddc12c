import { type Assignment, isAwaited } from '../domain/assignment.ts'
import type { OfficeCalendar } from '../domain/calendar/office-calendar.ts'
import { daysOf } from '../domain/look.ts'
import { countingOf, escalationOf, type Counting, type MilestoneRule } from '../domain/milestone-rule.ts'
import { type PlannedStep, planSilence, planSteps } from '../domain/planned-steps.ts'
import type { ClaimedReminder } from '../domain/ports/reminders.ts'
import type { Snooze } from '../domain/ports/snoozes.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { type PlannedReminder, planReminders } from '../domain/reminder-schedule.ts'
import { type NextTime, nextTimeOf } from '../domain/why-reminded.ts'
import type { Request } from './request.ts'

interface Planned {
  readonly planned: readonly PlannedReminder[]
  /** To whom it will be reported should it become or stay late. */
  readonly steps: readonly PlannedStep[]
  /** When its agency is asked should it say nothing; null for never. */
  readonly silence: Date | null
  /** The first of them, or why there is none. */
  readonly next: NextTime
  readonly claimed: readonly ClaimedReminder[]
  readonly rule: MilestoneRule
  /** Who wants to be reminded again, and has not been yet; nobody once nothing is reminded of any more. */
  readonly snoozed: readonly Snooze[]
}

type Needed = Pick<Stores, 'calendar' | 'reminders' | 'snoozes'>
type Asking = Pick<Request, 'now' | 'workspace'>

/** What an assignment will be reminded of and was: the one answer for whoever asks why or when. */
export const findPlanned = async (request: Asking, assignment: Assignment, stores: Needed): Promise<Planned> => {
  const { id, state, dueOn, dueVersion, task } = assignment
  const { calendar, reminders } = stores
  const office = await calendar.read()
  const claimed = await reminders.listClaimed(id)
  const counting = countingOf(request.workspace.milestones, task.planId)
  const look = await reminders.findNext(id)
  const standing = { ...daysOf(assignment, office.zone), counting, dueVersion, next: look }
  const planned = planReminders(standing, claimed, request.now, office)
  const { steps, silence } = await findOthers(request.now, assignment, { counting, claimed, look, office }, stores)
  const moments = [planned[0]?.at, silence, steps[0]?.at].flatMap((at) => at ?? [])
  const [first] = moments.toSorted((a, b) => a.getTime() - b.getTime())
  const next = nextTimeOf({ state, dueOn }, first ?? null)
  const known = { next, claimed, rule: counting.rule, snoozed: await findSnoozed(assignment, stores) }
  return next.kind === 'never'
    ? { ...known, planned: [], steps: [], silence: null }
    : { ...known, planned, steps, silence }
}

const findSnoozed = async (
  { id, state, dueVersion }: Assignment,
  { snoozes }: Pick<Stores, 'snoozes'>,
): Promise<readonly Snooze[]> =>
  isAwaited(state) ? (await snoozes.list(id)).filter((one) => one.isWaiting && one.dueVersion === dueVersion) : []

interface Known {
  readonly counting: Counting
  readonly claimed: readonly ClaimedReminder[]
  /** When the sweep looks at it next; null for never. */
  readonly look: Date | null
  readonly office: OfficeCalendar
}

/** What is said besides the milestones. */
const findOthers = async (
  now: Date,
  assignment: Assignment,
  { counting, claimed, look, office }: Known,
  { reminders }: Pick<Needed, 'reminders'>,
): Promise<Pick<Planned, 'steps' | 'silence'>> => {
  const { id, agencyId, assigneeId, dueVersion } = assignment
  const { dueOn, givenOn } = daysOf(assignment, office.zone)
  if (dueOn === null || look === null) return { steps: [], silence: null }
  const silence = await reminders.findSilence(id)
  const climbing = {
    ...{ dueOn, givenOn, dueVersion },
    escalation: escalationOf(counting),
    levels: await reminders.listLevels(agencyId),
  }
  const steps = planSteps(climbing, claimed, now, office)
  return {
    // A head who hears of every milestone anyway needs no report.
    steps: steps.filter(({ level }) => level !== 'head' || assigneeId !== null),
    silence: silence === null ? null : planSilence(dueOn, silence, counting, look > now ? look : now, office),
  }
}
