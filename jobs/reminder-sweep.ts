import { openOffices } from '../domain/calendar/open-offices.ts'
import type { OfficeCalendar } from '../domain/calendar/office-calendar.ts'
import { readRule, usualCounting, usualRule } from '../domain/milestone-rule.ts'
import { type Decision, decideReminder } from '../domain/milestones.ts'
import type { DueAssignment, ReminderSweep } from '../domain/ports/reminders.ts'
import type { Wakeups } from '../domain/ports/wakeups.ts'

/** What one transaction of the sweep can do. */
export interface ReminderSweepTools {
  readonly reminderSweep: ReminderSweep
  readonly wakeups: Pick<Wakeups, 'remind'>
}

export interface ReminderSweepOptions {
  readonly inTransaction: <T>(run: (tools: ReminderSweepTools) => Promise<T>) => Promise<T>
  readonly now: () => Date
}

/** So many assignments a transaction: others get their turn in between, after some tenths of a second. */
const chunkSize = 6000
/** So many people a run; the next run finds the rest. */
const peopleAtOnce = 5000

/**
 * Claims every reminder that is due where it is office hours, then wakes one digest for each person who has some
 * waiting, also for those whom a crash left without one. Only when nothing is left to claim, here or in another
 * process: a digest made in between would be the first of two. Returns how many assignments were due.
 */
export const createReminderSweepJob =
  ({ inTransaction, now }: ReminderSweepOptions) =>
  async (): Promise<number> => {
    const at = now()
    let claimed = 0
    const due = await inTransaction(({ reminderSweep }) => reminderSweep.listDueOffices(at))
    const calendars = new Map(due.map(({ workspaceId, calendar }) => [workspaceId, calendar]))
    for (const { zone, workspaceIds } of openOffices(due, at)) {
      const decide = createDecisions(zone, at, calendars)
      const claim = ({ reminderSweep }: ReminderSweepTools) => claimChunk(reminderSweep, workspaceIds, at, decide)
      let chunk: number
      do {
        chunk = await inTransaction(claim)
        claimed += chunk
      } while (chunk === chunkSize)
    }
    await inTransaction((tools) => wakePeople(tools, at))
    return claimed
  }

/** What another process has taken and not yet finished still counts as due here; it wakes the people then. */
const wakePeople = async ({ reminderSweep, wakeups }: ReminderSweepTools, now: Date): Promise<void> => {
  const unfinished = new Set((await reminderSweep.listDueOffices(now)).map(({ workspaceId }) => workspaceId))
  const waiting = (await reminderSweep.listWaitingOffices()).filter(({ workspaceId }) => !unfinished.has(workspaceId))
  const sayable = openOffices(waiting, now).flatMap(({ workspaceIds }) => workspaceIds)
  await wakeups.remind(await reminderSweep.listWaitingPeople(sayable, peopleAtOnce))
}

const claimChunk = async (
  sweep: ReminderSweep,
  workspaceIds: readonly string[],
  now: Date,
  decide: Decide,
): Promise<number> => {
  const due = await sweep.takeDue(workspaceIds, now, chunkSize)
  const items = due.map((item) => {
    const { current, following } = decide(item)
    return { due: item, milestone: current?.milestone ?? null, next: following?.at ?? null }
  })
  if (items.length > 0) await sweep.claim(items, now)
  return due.length
}

type Decide = (due: DueAssignment) => Decision

/**
 * Thousands of assignments share a few due dates, and zones are slow to reckon with: each date is decided once. Only
 * working days are another count in each workspace.
 */
const createDecisions = (zone: string, now: Date, calendars: ReadonlyMap<string, OfficeCalendar>): Decide => {
  const decided = new Map<string, Decision>()
  return ({ dueOn, rule: written, workspaceId }) => {
    const rule = written === null ? usualRule : (readRule(written) ?? usualRule)
    const key = `${dueOn} ${written ?? ''} ${rule.counted === 'working' ? workspaceId : ''}`
    const calendar = calendars.get(workspaceId) ?? usualCounting.calendar
    const decision = decided.get(key) ?? decideReminder(dueOn, now, zone, { rule, calendar })
    decided.set(key, decision)
    return decision
  }
}
