import type { Profiles } from '../domain/ports/profiles.ts'
import { storableText } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** What is kept about the people of one workspace. */
export const createProfiles = (tx: Transaction, workspaceId: string): Profiles => ({
  describe: async (personId) => {
    const { createdAt } = await tx.person.findFirstOrThrow({
      where: { id: personId, workspaceId },
      select: { createdAt: true },
    })
    const own = { workspaceId, personId, undoneAt: null }
    return {
      joinedAt: createdAt,
      updates: await tx.statusUpdate.count({ where: own }),
      evidence: await tx.evidence.count({ where: { workspaceId, withdrawnAt: null, statusUpdate: own } }),
    }
  },

  setName: async (personId, name) => {
    await tx.person.update({
      where: { id: personId, workspaceId },
      data: { name: storableText(name) },
      select: { id: true },
    })
  },
})
