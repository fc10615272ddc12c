import { isOfficeHours } from '../domain/milestones.ts'
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

/** Wakes one summary for each chat that is due one; outside office hours it waits. */
export const createSummarySweepJob =
  ({ inTransaction, now }: SummarySweepOptions) =>
  (): Promise<void> =>
    inTransaction(async ({ summarySweep, wakeups }) => {
      const due = await summarySweep.listDue(now(), chatsAtOnce)
      const sayable = due.filter(({ zone }) => isOfficeHours(now(), zone))
      await wakeups.summarize(sayable.map(({ workspaceId, chatId }) => ({ workspaceId, chatId })))
    })
