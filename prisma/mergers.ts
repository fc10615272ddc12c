import type { Mergers } from '../domain/ports/mergers.ts'
import { requireOwn } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** What goes from one agency of a workspace to another besides work. */
export const createMergers = (tx: Transaction, workspaceId: string): Mergers => ({
  listMembers: async (agencyId) => {
    const people = await tx.person.findMany({
      where: { workspaceId, memberships: { some: { agencyId, workspaceId } } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true },
    })
    return people.map(({ id: personId, name }) => ({ personId, name }))
  },

  moveMembers: async (fromId, toId) => {
    await requireBoth(tx, workspaceId, [fromId, toId])
    const theirs = { workspaceId, agencyId: fromId }
    const memberships = await tx.membership.findMany({ where: theirs, select: { personId: true, role: true } })
    await tx.membership.createMany({
      data: memberships.map((membership) => ({ ...membership, workspaceId, agencyId: toId })),
      skipDuplicates: true,
    })
    await tx.membership.deleteMany({ where: theirs })
    // Whoever was invited and has not come yet comes to the other.
    await tx.invite.updateMany({ where: { ...theirs, usedAt: null }, data: { agencyId: toId } })
  },

  moveSupport: async (fromId, toId) => {
    await requireBoth(tx, workspaceId, [fromId, toId])
    await tx.taskAgency.updateMany({
      where: { workspaceId, agencyId: fromId, part: 'support' },
      data: { agencyId: toId },
    })
  },
})

const requireBoth = (tx: Transaction, workspaceId: string, ids: string[]): Promise<void> =>
  requireOwn('agency', tx.agency.count({ where: { workspaceId, id: { in: ids } } }), ids.length)
