import type { Roster } from '../domain/ports/roster.ts'
import type { Transaction } from './transaction.ts'

/** The people of one workspace and their roles. */
export const createRoster = (tx: Transaction, workspaceId: string): Roster => ({
  list: async () => {
    const people = await tx.person.findMany({
      where: { workspaceId, leftAt: null },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: {
        ...{ id: true, name: true },
        memberships: {
          orderBy: { id: 'asc' },
          select: { role: true, agencyId: true, agency: { select: { name: true } } },
        },
      },
    })
    return people.map(({ id, name, memberships }) => ({
      ...{ personId: id, name },
      memberships: memberships.map(({ role, agencyId, agency }) => ({ role, agencyId, agency: agency?.name ?? null })),
    }))
  },
})
