import { openOffices } from '../domain/calendar/open-offices.ts'
import type { Wakeups } from '../domain/ports/wakeups.ts'
import type { SummarySweep } from '../domain/ports/weekly.ts'

/** What one transaction of the sweep can do. */
interface SummarySweepTools {
  readonly summarySweep: SummarySweep
  readonly wakeups: Pick<Wakeups, 'summarize'>
}

export interface SummarySweepOptions {
  readonly inTransaction: <T>(run: (tools: SummarySweepTools) => Promise<T>) => Promise<T>
  readonly now: () => Date
}

/** So many a run; the next run finds the rest. */
const atOnce = 1000

/** Wakes one summary for each group and person that is due one and returns how many; outside office hours, on a holiday too, it waits for the opening. */
export const createSummarySweepJob =
  ({ inTransaction, now }: SummarySweepOptions) =>
  (): Promise<number> =>
    inTransaction(async ({ summarySweep, wakeups }) => {
      const at = now()
      const open = openOffices(await summarySweep.listDueOffices(at), at).flatMap(({ workspaceIds }) => workspaceIds)
      const due = open.length > 0 ? await summarySweep.listDue(open, at, atOnce) : []
      await wakeups.summarize(due)
      return due.length
    })
