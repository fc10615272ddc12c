import type { Audiences } from '../domain/ports/audiences.ts'
import { createPeople } from './people.ts'
import type { Transaction } from './transaction.ts'

/** Whom broadcasts of one workspace reach. */
export const createAudiences = (tx: Transaction, workspaceId: string): Audiences => ({
  list: async ({ agencyIds }) => {
    const recipients = await createPeople(tx, workspaceId).listRecipients(agencyIds.length === 0 ? {} : { agencyIds })
    const people = recipients.map(({ personId }) => personId)
    const memberships = await tx.membership.findMany({
      where: { workspaceId, personId: { in: people }, agencyId: { not: null } },
      select: { personId: true, agencyId: true },
      orderBy: { id: 'asc' },
    })
    const agenciesOf = Map.groupBy(memberships, ({ personId }) => personId)
    return recipients.map((recipient) => ({
      ...recipient,
      agencyIds: [...new Set((agenciesOf.get(recipient.personId) ?? []).flatMap(({ agencyId }) => agencyId ?? []))],
    }))
  },
})
