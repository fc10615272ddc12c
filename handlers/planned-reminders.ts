import type { Assignment } from '../domain/assignment.ts'
import { countingOf, type MilestoneRule } from '../domain/milestone-rule.ts'
import type { ClaimedReminder } from '../domain/ports/reminders.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { type PlannedReminder, planReminders } from '../domain/reminder-schedule.ts'
import { type NextTime, nextTimeOf } from '../domain/why-reminded.ts'
import type { Request } from './request.ts'

interface Planned {
  readonly planned: readonly PlannedReminder[]
  /** The first of them, or why there is none. */
  readonly next: NextTime
  readonly claimed: readonly ClaimedReminder[]
  readonly rule: MilestoneRule
}

/** What an assignment will be reminded of and was: the one answer for whoever asks why or when. */
export const findPlanned = async (
  { now, workspace }: Pick<Request, 'now' | 'workspace'>,
  { id, state, dueOn, dueVersion, task }: Assignment,
  { calendar, reminders }: Pick<Stores, 'calendar' | 'reminders'>,
): Promise<Planned> => {
  const claimed = await reminders.listClaimed(id)
  const counting = countingOf(workspace.milestones, task.planId)
  const standing = { counting, dueOn, dueVersion, next: await reminders.findNext(id) }
  const planned = planReminders(standing, claimed, now, await calendar.read())
  const next = nextTimeOf({ state, dueOn }, planned[0]?.at ?? null)
  return { planned: next.kind === 'at' ? planned : [], next, claimed, rule: counting.rule }
}
