import { z } from 'zod'
import type { Audience } from '../domain/ports/broadcasts.ts'
import type { AudienceMember, Audiences, LateAgencies } from '../domain/ports/audiences.ts'
import type { LocalDate } from '../domain/time.ts'
import { inScope, listConditions } from './assignment-conditions.ts'
import { createPeople } from './people.ts'
import type { Transaction } from './transaction.ts'

/** Whom broadcasts of one workspace reach. */
export const createAudiences = (tx: Transaction, workspaceId: string): Audiences => ({
  list: (audience) => listMembers(tx, workspaceId, audience),
  listLate: (today) => listLate(tx, workspaceId, today),
})

const listMembers = async (
  tx: Transaction,
  workspaceId: string,
  { agencyIds, roles }: Audience,
): Promise<readonly AudienceMember[]> => {
  const recipients = await createPeople(tx, workspaceId).listRecipients({
    ...(agencyIds.length === 0 ? {} : { agencyIds }),
    ...(roles === undefined ? {} : { roles }),
  })
  const people = recipients.map(({ personId }) => personId)
  const memberships = await tx.membership.findMany({
    where: {
      ...{ workspaceId, personId: { in: people }, agencyId: { not: null } },
      ...(roles === undefined ? {} : { role: { in: [...roles] } }),
    },
    select: { personId: true, agencyId: true },
    orderBy: { id: 'asc' },
  })
  const agenciesOf = Map.groupBy(memberships, ({ personId }) => personId)
  return recipients.map((recipient) => ({
    ...recipient,
    agencyIds: [...new Set((agenciesOf.get(recipient.personId) ?? []).flatMap(({ agencyId }) => agencyId ?? []))],
  }))
}

const listLate = async (tx: Transaction, workspaceId: string, today: LocalDate): Promise<readonly LateAgencies[]> =>
  z.array(lateRow).parse(
    await tx.$queryRaw`
      SELECT plan."id" AS "planId", plan."number" AS "planNumber", array_agg(DISTINCT a."agencyId") AS "agencyIds"
      FROM "Assignment" a JOIN "Task" task ON task."id" = a."taskId" JOIN "Plan" plan ON plan."id" = task."planId"
      WHERE ${inScope(workspaceId, { agencyIds: 'all' })} AND ${listConditions(today).late}
      GROUP BY plan."id" ORDER BY plan."createdAt" DESC, plan."id" DESC`,
  )

const lateRow = z.object({ planId: z.string(), planNumber: z.string(), agencyIds: z.array(z.string()) })
