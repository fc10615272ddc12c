import type { Assignment } from '../domain/assignment.ts'
import type { ClaimedReminder } from '../domain/ports/reminders.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { type PlannedReminder, planReminders } from '../domain/reminder-schedule.ts'
import { type NextTime, nextTimeOf } from '../domain/why-reminded.ts'

interface Planned {
  readonly planned: readonly PlannedReminder[]
  /** The first of them, or why there is none. */
  readonly next: NextTime
  readonly claimed: readonly ClaimedReminder[]
}

/** What an assignment will be reminded of and was: the one answer for whoever asks why or when. */
export const findPlanned = async (
  { id, state, dueOn, dueVersion }: Assignment,
  now: Date,
  { calendar, reminders }: Pick<Stores, 'calendar' | 'reminders'>,
): Promise<Planned> => {
  const claimed = await reminders.listClaimed(id)
  const standing = { dueOn, dueVersion, next: await reminders.findNext(id) }
  const planned = planReminders(standing, claimed, now, await calendar.read())
  const next = nextTimeOf({ state, dueOn }, planned[0]?.at ?? null)
  return { planned: next.kind === 'at' ? planned : [], next, claimed }
}
