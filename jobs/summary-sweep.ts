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

/** So many chats a run; the next run finds the rest. */
const chatsAtOnce = 1000

/** Wakes one summary for each chat that is due one; outside office hours, on a holiday too, it waits for the opening. */
export const createSummarySweepJob =
  ({ inTransaction, now }: SummarySweepOptions) =>
  (): Promise<void> =>
    inTransaction(async ({ summarySweep, wakeups }) => {
      const at = now()
      const open = openOffices(await summarySweep.listDueOffices(at), at).flatMap(({ workspaceIds }) => workspaceIds)
      if (open.length > 0) await wakeups.summarize(await summarySweep.listDue(open, at, chatsAtOnce))
    })
