import type { LinkCodes } from '../domain/ports/link-codes.ts'
import { requireOwn } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** Codes for further channels that the people of one workspace ask for. */
export const createLinkCodes = (tx: Transaction, workspaceId: string): LinkCodes => ({
  create: async (personId, codeHash, expiresAt, now) => {
    await requireOwn('person', tx.person.count({ where: { id: personId, workspaceId } }))
    await tx.linkCode.updateMany({
      where: { personId, workspaceId, usedAt: null, expiresAt: { gt: now } },
      data: { expiresAt: now },
    })
    await tx.linkCode.create({
      data: { workspaceId, personId, codeHash, expiresAt, createdAt: now },
      select: { id: true },
    })
  },
})
