import type { HandlingTools } from '../bot/handling-tools.ts'
import type { ClockWatch, JobLedger } from '../domain/ports/job-runs.ts'
import type { Outbox } from '../domain/ports/messages.ts'
import type { PeriodSweep } from '../domain/ports/periods.ts'
import type { QuotaDesk } from '../domain/ports/quotas.ts'
import type { ReminderSweep, UnsaidDigests } from '../domain/ports/reminders.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { Wakeups } from '../domain/ports/wakeups.ts'
import type { SummarySweep } from '../domain/ports/weekly.ts'
import { createAccounts } from '../prisma/accounts.ts'
import type { Database } from '../prisma/database.ts'
import { createUnsaidDigests } from '../prisma/overtaken.ts'
import { createInboxTurn } from '../prisma/inbox.ts'
import { createClockWatch, createJobLedger } from '../prisma/job-runs.ts'
import { createOutbox } from '../prisma/outbox.ts'
import { createPeriodSweep } from '../prisma/periods.ts'
import { createQuotaDesk } from '../prisma/quota-desk.ts'
import { createReminderSweep } from '../prisma/reminders.ts'
import { createOpenStores, createStores } from '../prisma/stores.ts'
import type { Transaction } from '../prisma/transaction.ts'
import { createSummarySweep } from '../prisma/weekly.ts'
import { getWorkspace } from '../prisma/workspaces.ts'

/** One transaction with everything that may be done in it: what is saved, said and woken happens together or not at all. */
export interface TransactionTools extends HandlingTools {
  readonly tx: Transaction
  readonly wakeups: Wakeups
  /** What jobs see across workspaces. */
  readonly reminderSweep: ReminderSweep
  readonly unsaidDigests: UnsaidDigests
  readonly summarySweep: SummarySweep
  readonly periodSweep: PeriodSweep
  readonly clockWatch: ClockWatch
  readonly jobLedger: JobLedger
  readonly quotaDesk: QuotaDesk
}

export type RunTransaction = <T>(run: (tools: TransactionTools) => Promise<T>) => Promise<T>

/** How a transaction is opened, with stores bound to it. */
export const createTransactions = (
  { client }: Pick<Database, 'client'>,
  queue: { within(tx: Transaction): Wakeups },
  now: () => Date,
): RunTransaction => {
  return (run) =>
    client.$transaction((tx) => {
      const wakeups = queue.within(tx)
      const outboxOf = (workspaceId: string | null): Outbox => createOutbox(tx, workspaceId, wakeups, now())
      const storesOf = (workspaceId: string): Stores => createStores(tx, workspaceId, outboxOf(workspaceId), wakeups)
      return run({
        tx,
        wakeups,
        reminderSweep: createReminderSweep(tx),
        unsaidDigests: createUnsaidDigests(tx),
        summarySweep: createSummarySweep(tx),
        periodSweep: createPeriodSweep(tx),
        clockWatch: createClockWatch(tx),
        jobLedger: createJobLedger(tx),
        quotaDesk: createQuotaDesk(tx, wakeups),
        turn: createInboxTurn(tx),
        accounts: createAccounts(tx),
        openStores: createOpenStores(tx),
        outboxOf,
        storesOf,
        getWorkspace: (workspaceId) => getWorkspace(tx, workspaceId),
      })
    })
}
