import type { Audit } from '../domain/ports/audit.ts'
import { toJson } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** The record of one workspace; the database itself refuses to change or delete what is in it. */
export const createAudit = (tx: Transaction, workspaceId: string): Audit => ({
  append: async ({ before, after, ...entry }, now) => {
    await tx.auditEvent.create({
      data: {
        ...entry,
        workspaceId,
        at: now,
        ...(before && { before: toJson(before) }),
        ...(after && { after: toJson(after) }),
      },
      select: { id: true },
    })
  },
})
