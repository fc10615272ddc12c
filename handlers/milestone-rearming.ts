import { nextLookAt } from '../domain/look.ts'
import { countingOf, type MilestoneSettings } from '../domain/milestone-rule.ts'
import { decideReminder } from '../domain/milestones.ts'
import type { MilestonesOf } from '../domain/ports/milestone-settings.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { Request } from './request.ts'

/** What is open goes by the new milestones from now on; what was handled stays so. Returns how many moved. */
export const rearm = async (
  { now, workspace }: Pick<Request, 'now' | 'workspace'>,
  of: MilestonesOf,
  settings: MilestoneSettings | null,
  { milestoneSettings }: Pick<Stores, 'milestoneSettings'>,
): Promise<number> => {
  const counting = countingOf(settings ?? undefined, of)
  const days = await milestoneSettings.listDueDates(of)
  const dates = days.map((day) => {
    const { current } = decideReminder(day.dueOn, now, workspace.zone, counting)
    // Where no milestone is left it may still be reported above, or asked about after a silence.
    return { ...day, current: current?.at ?? null, next: nextLookAt(day, now, workspace.zone, counting) }
  })
  const asked = decideReminder(null, now, workspace.zone, counting).following
  const dated = await milestoneSettings.rearm(of, dates)
  return dated + (await milestoneSettings.rearmUndated(of, asked?.at ?? null, now))
}
