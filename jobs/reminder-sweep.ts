import { openOffices } from '../domain/calendar/open-offices.ts'
import type { OfficeCalendar } from '../domain/calendar/office-calendar.ts'
import { type EscalationRule, readEscalation, usualEscalation } from '../domain/escalation.ts'
import { decideLook, type Look } from '../domain/look.ts'
import { type MilestoneRule, readRule, usualCounting, usualRule } from '../domain/milestone-rule.ts'
import type { DueCase, DueWanted, ReminderSweep } from '../domain/ports/reminders.ts'
import type { Wakeups } from '../domain/ports/wakeups.ts'

/** What one transaction of the sweep can do. */
export interface ReminderSweepTools {
  readonly reminderSweep: ReminderSweep
  readonly wakeups: Pick<Wakeups, 'remind'>
}

export interface ReminderSweepOptions {
  readonly inTransaction: <T>(run: (tools: ReminderSweepTools) => Promise<T>) => Promise<T>
  readonly now: () => Date
  /** How many transactions claim beside each other, each its share: two where the database can work on both at once. */
  readonly shares: number
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
  ({ inTransaction, now, shares: of }: ReminderSweepOptions) =>
  async (): Promise<number> => {
    const at = now()
    const shares = Array.from({ length: of }, (_, index) => ({ index, of }))
    let claimed = 0
    const due = await inTransaction(({ reminderSweep }) => reminderSweep.listDueOffices(at))
    const calendars = new Map(due.map(({ workspaceId, calendar }) => [workspaceId, calendar]))
    for (const { zone, workspaceIds } of openOffices(due, at)) {
      const decide = createDecisions(zone, at, calendars)
      const wanted = { workspaceIds, now: at, limit: chunkSize }
      claimed += await sumOf(shares.map((share) => claimShare(inTransaction, { ...wanted, share }, decide)))
    }
    await inTransaction((tools) => wakePeople(tools, at))
    return claimed
  }

/** Until nothing of the share is left. */
const claimShare = async (
  inTransaction: ReminderSweepOptions['inTransaction'],
  wanted: DueWanted,
  decide: (due: DueCase) => Look,
): Promise<number> => {
  let claimed = 0
  let counts: readonly number[]
  do {
    counts = await inTransaction(async ({ reminderSweep }) => [
      await reminderSweep.claimDue(wanted, decide),
      await reminderSweep.claimSnoozes(wanted),
    ])
    claimed += counts.reduce((sum, count) => sum + count, 0)
  } while (counts.includes(wanted.limit))
  return claimed
}

/** Of all of them: where one fails the others are waited for, so that nothing goes on when the job is over. */
const sumOf = async (running: readonly Promise<number>[]): Promise<number> => {
  await Promise.allSettled(running)
  return (await Promise.all(running)).reduce((sum, count) => sum + count, 0)
}

const wakePeople = async ({ reminderSweep, wakeups }: ReminderSweepTools, now: Date): Promise<void> => {
  const waiting = await reminderSweep.listWaitingOffices(now)
  const sayable = openOffices(waiting, now).flatMap(({ workspaceIds }) => workspaceIds)
  await wakeups.remind(await reminderSweep.listWaitingPeople(sayable, peopleAtOnce))
}

/**
 * Cases of many workspaces differ only in where they are, and zones are slow to reckon with: what is alike is decided
 * once. Only working days are another count in each workspace.
 */
const createDecisions = (
  zone: string,
  now: Date,
  calendars: ReadonlyMap<string, OfficeCalendar>,
): ((due: DueCase) => Look) => {
  const decided = new Map<string, Look>()
  return ({ dueOn, givenOn, rule: written, escalation: above, workspaceId, silence }) => {
    const rule = ruleOf(written)
    const key = JSON.stringify([dueOn, givenOn, written, above, silence, rule.counted === 'working' && workspaceId])
    const calendar = calendars.get(workspaceId) ?? usualCounting.calendar
    const escalation = escalationOf(above)
    const look = decided.get(key) ?? decideLook({ dueOn, givenOn, silence }, now, zone, { rule, calendar, escalation })
    decided.set(key, look)
    return look
  }
}

const ruleOf = (written: string | null): MilestoneRule => readRule(written ?? '') ?? usualRule
const escalationOf = (written: string | null): EscalationRule => readEscalation(written ?? '') ?? usualEscalation
