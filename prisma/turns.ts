import type { Transaction } from './transaction.ts'

/** Waits until nobody else handles this chat ("telegram:123"), and keeps others out until the transaction ends. */
export const lockTurn = async (tx: Transaction, chatKey: string): Promise<void> => {
  await tx.$queryRaw`SELECT 1 AS taken FROM (SELECT pg_advisory_xact_lock(hashtextextended(${chatKey}, 0))) AS turn`
}
