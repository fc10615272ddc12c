import { readSchedule } from '../handlers/job-schedule.ts'
import type { Messages } from '../locales/index.ts'
import { silentOutbox } from '../prisma/outbox.ts'
import { createStores } from '../prisma/stores.ts'
import type { Transaction } from '../prisma/transaction.ts'

/** The clock's jobs as `dondoc jobs` prints them: lines for people, JSON for programs. */
export const jobsReport = async (
  tx: Transaction,
  { json, now, zone, m }: { readonly json: boolean; readonly now: Date; readonly zone: string; readonly m: Messages },
): Promise<string> => {
  // What is read belongs to no workspace.
  const stores = createStores(tx, '', silentOutbox)
  const schedule = await readSchedule({ now, zone }, stores)
  return json ? JSON.stringify(schedule, null, 2) : m.jobs.list(schedule.jobs, schedule.stops).text
}
