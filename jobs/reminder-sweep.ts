import { openOffices } from '../domain/calendar/open-offices.ts'
import type { OfficeCalendar } from '../domain/calendar/office-calendar.ts'
import { type EscalationRule, readEscalation, usualEscalation } from '../domain/escalation.ts'
import { afterChange, decideLook, type Look } from '../domain/look.ts'
import { type Counting, type MilestoneRule, readRule, usualCounting, usualRule } from '../domain/milestone-rule.ts'
import type { DueAssignment, ReminderSweep } from '../domain/ports/reminders.ts'
import { answeredFrom, isSince } from '../domain/status-requests.ts'
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
      claimed += await inChunks(inTransaction, ({ reminderSweep }) =>
        claimChunk(reminderSweep, workspaceIds, at, decide),
      )
      claimed += await inChunks(inTransaction, ({ reminderSweep }) =>
        reminderSweep.claimSnoozes(workspaceIds, at, chunkSize),
      )
    }
    await inTransaction((tools) => wakePeople(tools, at))
    return claimed
  }

/** Again and again, until less than a whole chunk was left. */
const inChunks = async (
  inTransaction: ReminderSweepOptions['inTransaction'],
  claim: (tools: ReminderSweepTools) => Promise<number>,
): Promise<number> => {
  let claimed = 0
  let chunk: number
  do {
    chunk = await inTransaction(claim)
    claimed += chunk
  } while (chunk === chunkSize)
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
  const items = due.map((item) => ({ due: item, look: afterChange(decide(item), item) }))
  if (items.length > 0) await sweep.claim(items, now)
  return due.length
}

type Decide = (due: DueAssignment) => Look

/**
 * Thousands of assignments share a few due dates, and zones are slow to reckon with: each date is decided once, for
 * each day since which there was silence. Only working days are another count in each workspace.
 */
const createDecisions = (zone: string, now: Date, calendars: ReadonlyMap<string, OfficeCalendar>): Decide => {
  const decided = new Map<string, Look & { readonly answeredFrom: Date | null }>()
  const decide = ({ dueOn, silence }: DueAssignment, counting: Counting) => {
    const look = decideLook(dueOn, silence, now, zone, counting)
    return { ...look, answeredFrom: look.milestone && answeredFrom(look.milestone.milestone, zone) }
  }
  return (due) => {
    const { dueOn, heardAt, rule: written, escalation: above, workspaceId, silence } = due
    const rule = ruleOf(written)
    const spoken = dueOn === null || silence.asked ? '' : silence.since
    const key = [dueOn, written, above, spoken, rule.counted === 'working' ? workspaceId : ''].join(' ')
    const calendar = calendars.get(workspaceId) ?? usualCounting.calendar
    const look = decided.get(key) ?? decide(due, { rule, calendar, escalation: escalationOf(above) })
    decided.set(key, look)
    return isSince(heardAt, look.answeredFrom) ? { ...look, milestone: null } : look
  }
}

const ruleOf = (written: string | null): MilestoneRule => readRule(written ?? '') ?? usualRule
const escalationOf = (written: string | null): EscalationRule => readEscalation(written ?? '') ?? usualEscalation
