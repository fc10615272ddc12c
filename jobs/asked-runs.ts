import type { AskedRun, FinishedRun, JobLedger } from '../domain/ports/job-runs.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { messagesIn } from '../locales/index.ts'
import type { RunByName } from './recorded-run.ts'

interface AskedRunTools {
  readonly jobLedger: JobLedger
  readonly storesOf: (workspaceId: string) => Pick<Stores, 'outbox' | 'people'>
}

export interface AskedRunOptions {
  readonly inTransaction: <T>(run: (tools: AskedRunTools) => Promise<T>) => Promise<T>
  readonly runByName: RunByName
}

/**
 * Runs the jobs that somebody asked for, each once however many asked, and tells each of them how it went. What a crash
 * cuts off is not run again by itself: the clock does that within a minute.
 */
export const createAskedRuns =
  ({ inTransaction, runByName }: AskedRunOptions) =>
  async (): Promise<void> => {
    const asked = await inTransaction(({ jobLedger }) => jobLedger.takeAsked())
    for (const [job, askers] of Map.groupBy(asked, (one) => one.job)) {
      const finished = await runByName(job)
      for (const asker of askers) await inTransaction((tools) => tell(tools, asker, finished))
    }
  }

const tell = async ({ jobLedger, storesOf }: AskedRunTools, asker: AskedRun, run: FinishedRun): Promise<void> => {
  const { id, workspaceId, personId, chatId } = asker
  const { outbox, people } = storesOf(workspaceId)
  await jobLedger.settleAsked(id, run)
  const { locale } = await people.get(personId)
  const text = messagesIn(locale).jobs.ranByHand(run)
  await outbox.add([{ chatId, personId, key: `job-run:${id}`, kind: 'reply', text }])
}
