import type { Look } from '../../domain/look.ts'
import type { DueCase, DueWanted, Share } from '../../domain/ports/reminders.ts'
import type { Database } from '../../prisma/database.ts'
import { createReminderSweep } from '../../prisma/reminders.ts'

/** What a sweep decided about an assignment: nothing, unless told otherwise. */
export const lookWith = (
  milestone: number | null,
  following: Date | null,
  rest: Partial<Omit<Look, 'milestone' | 'following'>> = {},
): Look => ({
  ...{ step: null, heads: milestone !== null && milestone < 0, silent: false, following },
  milestone: milestone === null ? null : { milestone, at: new Date(0), lapsesAfter: null, answeredFrom: null },
  ...rest,
})

/** All that is due, as one share. */
export const wholeShare: Share = { index: 0, of: 1 }

/** One chunk of a sweep in a transaction of its own; returns how many assignments were due. */
export const claimDue = (
  { client }: Database,
  { workspaceIds, now, limit = 1000, share = wholeShare }: Pick<DueWanted, 'workspaceIds' | 'now'> & Partial<DueWanted>,
  decide: (due: DueCase) => Look,
): Promise<number> =>
  client.$transaction((tx) => createReminderSweep(tx).claimDue({ workspaceIds, now, limit, share }, decide))
