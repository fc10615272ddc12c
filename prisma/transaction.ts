import type { Prisma } from './generated/client.ts'

/** The client of one database transaction, or the whole database where a single statement is enough. */
export type Transaction = Prisma.TransactionClient
