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
  const dates = days.map((dueOn) => {
    const { current, following } = decideReminder(dueOn, now, workspace.zone, counting)
    return { dueOn, current: current?.at ?? null, next: following?.at ?? null }
  })
  return milestoneSettings.rearm(of, dates)
}
