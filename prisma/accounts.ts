import type { Accounts } from '../domain/ports/people.ts'
import type { Transaction } from './transaction.ts'

/** Looks somebody up by who they are on a channel, whichever workspace they are in. */
export const createAccounts = (tx: Transaction): Accounts => ({
  find: (channel, externalId) =>
    tx.chatAccount.findUnique({
      where: { channel_externalId: { channel, externalId } },
      select: { workspaceId: true, personId: true },
    }),
})
