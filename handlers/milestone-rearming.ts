import { findMoved } from '../domain/calendar/moved-milestones.ts'
import type { OfficeCalendar } from '../domain/calendar/office-calendar.ts'
import { nextLookAt } from '../domain/look.ts'
import { type Counting, countingOf, type MilestoneSettings, plansOfTheirOwn } from '../domain/milestone-rule.ts'
import { decideReminder } from '../domain/milestones.ts'
import type { DueDay, MilestonesOf, Rearming } from '../domain/ports/milestone-settings.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { Request } from './request.ts'

interface Moment {
  readonly now: Date
  readonly zone: string
  readonly counting: Counting
}

const rearmed = (day: DueDay, { now, zone, counting }: Moment): Rearming => {
  const { current } = decideReminder(day.dueOn, now, zone, counting)
  // Where no milestone is left it may still be reported above, or asked about after a silence.
  return { ...day, current: current?.at ?? null, next: nextLookAt(day, now, zone, counting) }
}

/**
 * Milestones in working days go by a calendar that was just changed, of which `before` is how it was; what it does not
 * move is left alone.
 */
export const rearmWorkingDays = async (
  { before, now }: { readonly before: OfficeCalendar; readonly now: Date },
  { milestoneSettings, calendar }: Pick<Stores, 'calendar' | 'milestoneSettings'>,
): Promise<void> => {
  const settings = await milestoneSettings.find()
  const after = await calendar.read()
  for (const of of settings === null ? [] : [null, ...plansOfTheirOwn(settings)]) {
    const counting = countingOf(settings ?? undefined, of)
    const { rule } = counting
    if (rule.counted !== 'working') continue
    const days = await milestoneSettings.listDueDates(of)
    const moved = days.filter(({ dueOn }) => findMoved({ dueOn, rule }, { before, after }, now) !== null)
    if (moved.length === 0) continue
    await milestoneSettings.rearm(
      of,
      moved.map((day) => rearmed(day, { now, zone: after.zone, counting })),
    )
  }
}

/** What is open goes by the new milestones from now on; what was handled stays so. Returns how many moved. */
export const rearm = async (
  request: Pick<Request, 'now' | 'workspace'>,
  of: MilestonesOf,
  settings: MilestoneSettings | null,
  stores: Pick<Stores, 'milestoneSettings'>,
): Promise<number> => {
  let moved = 0
  for (const each of of === null ? [null, ...byTheWorkspace(settings)] : [of]) {
    moved += await rearmEach(request, each, settings, stores)
  }
  return moved
}

/** The plans that go by the milestones of the workspace and have only a ladder of their own. */
const byTheWorkspace = (settings: MilestoneSettings | null): readonly string[] =>
  settings === null ? [] : plansOfTheirOwn(settings).filter((plan) => !settings.plans.has(plan))

const rearmEach = async (
  { now, workspace }: Pick<Request, 'now' | 'workspace'>,
  of: MilestonesOf,
  settings: MilestoneSettings | null,
  { milestoneSettings }: Pick<Stores, 'milestoneSettings'>,
): Promise<number> => {
  const counting = countingOf(settings ?? undefined, of)
  const days = await milestoneSettings.listDueDates(of)
  const dates = days.map((day) => rearmed(day, { now, zone: workspace.zone, counting }))
  const asked = decideReminder(null, now, workspace.zone, counting).following
  const dated = await milestoneSettings.rearm(of, dates)
  return dated + (await milestoneSettings.rearmUndated(of, asked?.at ?? null, now))
}
