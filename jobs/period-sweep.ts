import { openOffices } from '../domain/calendar/open-offices.ts'
import type { PeriodSweep } from '../domain/ports/periods.ts'
import type { Stores, Workspace } from '../domain/ports/stores.ts'
import { tellOfPeriods } from './period-telling.ts'

/** What one transaction of the sweep can do. */
interface PeriodSweepTools {
  readonly periodSweep: PeriodSweep
  readonly storesOf: (workspaceId: string) => Stores
  readonly getWorkspace: (workspaceId: string) => Promise<Workspace>
}

export interface PeriodSweepOptions {
  readonly inTransaction: <T>(run: (tools: PeriodSweepTools) => Promise<T>) => Promise<T>
  readonly now: () => Date
}

/**
 * Freezes the figures of every period whose cut-off has come, at whatever hour, and then, where offices are open, says
 * what is due about periods: one message a person. Each period and each workspace is a transaction of its own that
 * holds what it deals with; what fails leaves the others as they are, and comes again with the next run.
 */
export const createPeriodSweepJob =
  ({ inTransaction, now }: PeriodSweepOptions) =>
  async (): Promise<number> => {
    const at = now()
    const toFreeze = await inTransaction(({ periodSweep }) => periodSweep.listToFreeze(at))
    const frozen = await eachApart(toFreeze, (due) => inTransaction((tools) => freeze(tools, due, at)))
    const offices = await inTransaction(({ periodSweep }) => periodSweep.listToTell(at))
    const open = openOffices(offices, at).flatMap(({ workspaceIds }) => workspaceIds)
    const told = await eachApart(open, (workspaceId) =>
      inTransaction(async ({ periodSweep, storesOf, getWorkspace }) => {
        const periods = await periodSweep.takeToTell(workspaceId, at)
        const missing = await periodSweep.findMissingYear(workspaceId, at)
        return tellOfPeriods(storesOf(workspaceId), await getWorkspace(workspaceId), { periods, missing }, at)
      }),
    )
    if (frozen.failed.length + told.failed.length > 0) {
      throw new AggregateError([...frozen.failed, ...told.failed], 'some periods were not dealt with')
    }
    return frozen.done + told.done
  }

/** One after the other, each whatever became of those before it. */
const eachApart = async <T>(items: readonly T[], work: (item: T) => Promise<number>) => {
  const failed: unknown[] = []
  let done = 0
  for (const item of items) {
    await work(item).then(
      (count) => (done += count),
      (error: unknown) => failed.push(error),
    )
  }
  return { done, failed }
}

const freeze = async (
  { periodSweep, storesOf, getWorkspace }: PeriodSweepTools,
  { id, workspaceId }: { readonly id: string; readonly workspaceId: string },
  now: Date,
): Promise<number> => {
  const period = await periodSweep.takeToFreeze(id, now)
  if (period === null) return 0
  const { zone } = await getWorkspace(workspaceId)
  const { audit, frozen } = storesOf(workspaceId)
  const { asOf, lateBecause } = await frozen.freeze(period, zone, now)
  const { year, kind, cutoffAt } = period
  const after = { year, kind, cutoffAt, asOf, lateBecause }
  await audit.append({ action: 'period.freeze', subject: 'period', subjectId: id, after }, now)
  return 1
}
