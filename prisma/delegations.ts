import { agencyRoles } from '../domain/people.ts'
import type { Delegation, Delegations } from '../domain/ports/delegations.ts'
import type { Prisma } from './generated/client.ts'
import { isId, requireOwn, toDate } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** Who stands in for whom in one workspace. */
export const createDelegations = (tx: Transaction, workspaceId: string): Delegations => ({
  list: async (personId, today) => {
    const rows = await tx.delegation.findMany({
      where: {
        ...{ workspaceId, endedAt: null, lastDay: { gte: dayOf(today) } },
        OR: [{ fromPersonId: personId }, { toPersonId: personId }],
      },
      orderBy: [{ firstDay: 'asc' }, { id: 'asc' }],
    })
    return withNames(tx, workspaceId, rows)
  },

  create: async ({ fromPersonId, toPersonId, firstDay, lastDay }, now) => {
    const ids = [...new Set([fromPersonId, toPersonId])]
    await requireOwn('person', tx.person.count({ where: { workspaceId, id: { in: ids } } }), ids.length)
    const days = { firstDay: dayOf(firstDay), lastDay: dayOf(lastDay) }
    await tx.delegation.create({
      data: { workspaceId, fromPersonId, toPersonId, ...days, createdAt: now },
      select: { id: true },
    })
  },

  end: async (delegationId, now) => {
    if (!isId(delegationId)) return false
    const where = { id: delegationId, workspaceId, endedAt: null }
    return (await tx.delegation.updateMany({ where, data: { endedAt: now } })).count === 1
  },

  listStandIns: async (personId, day) => {
    const on = dayOf(day)
    const rows = await tx.delegation.findMany({
      where: { workspaceId, toPersonId: personId, endedAt: null, firstDay: { lte: on }, lastDay: { gte: on } },
      select: { fromPersonId: true },
    })
    if (rows.length === 0) return []
    const people = await tx.person.findMany({
      where: { workspaceId, id: { in: rows.map(({ fromPersonId }) => fromPersonId) } },
      select: { id: true, name: true, memberships: { where: ofAgencies, select: { agencyId: true, role: true } } },
      orderBy: { id: 'asc' },
    })
    return people.map(({ id, name, memberships }) => ({
      ...{ personId: id, name, memberships },
      agencyIds: [...new Set(memberships.flatMap(({ agencyId }) => agencyId ?? []))],
    }))
  },

  listForHeads: async (agencyIds, day) => {
    const on = dayOf(day)
    const heads = await tx.membership.findMany({
      where: { workspaceId, role: 'head', agencyId: { in: [...agencyIds] } },
      select: { personId: true, agencyId: true, person: { select: { name: true } } },
      orderBy: { id: 'asc' },
    })
    const away = await tx.delegation.findMany({
      where: {
        ...{ workspaceId, endedAt: null, firstDay: { lte: on }, lastDay: { gte: on } },
        fromPersonId: { in: heads.map(({ personId }) => personId) },
      },
      select: { fromPersonId: true, toPersonId: true },
      orderBy: { id: 'asc' },
    })
    return heads.flatMap(({ personId, agencyId, person: { name } }) =>
      away
        .filter(({ fromPersonId }) => fromPersonId === personId)
        .map(({ toPersonId }) => ({
          ...{ personId: toPersonId, agencyId: agencyId ?? '' },
          insteadOf: { personId, name },
        })),
    )
  },
})

const ofAgencies = { agencyId: { not: null }, role: { in: [...agencyRoles] } } satisfies Prisma.MembershipWhereInput

const dayOf = (day: string): Date => toDate(day) ?? new Date(Number.NaN)

const withNames = async (
  tx: Transaction,
  workspaceId: string,
  rows: readonly Prisma.DelegationGetPayload<object>[],
): Promise<readonly Delegation[]> => {
  const ids = rows.flatMap(({ fromPersonId, toPersonId }) => [fromPersonId, toPersonId])
  const people = await tx.person.findMany({ where: { workspaceId, id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const named = (id: string) => ({ id, name: names.get(id) ?? '' })
  return rows.map(({ id, fromPersonId, toPersonId, firstDay, lastDay }) => ({
    ...{ id, from: named(fromPersonId), to: named(toPersonId) },
    ...{ firstDay: firstDay.toISOString().slice(0, 10), lastDay: lastDay.toISOString().slice(0, 10) },
  }))
}
