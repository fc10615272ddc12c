import type { ExtensionRequest, Extensions } from '../domain/ports/extensions.ts'
import type { Prisma } from './generated/client.ts'
import { isId, requireOwn, storableText, toDate, toLocalDate } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** Who asked for more time in one workspace, and what became of it. */
export const createExtensions = (tx: Transaction, workspaceId: string): Extensions => ({
  find: async (requestId) => {
    if (!isId(requestId)) return null
    const [found] = await select(tx, workspaceId, { id: requestId })
    return found ?? null
  },

  list: async (assignmentId, options) => {
    if (options?.lock === true) {
      await tx.$queryRaw`
        SELECT 1 AS taken FROM "Assignment"
        WHERE "id" = ${assignmentId}::uuid AND "workspaceId" = ${workspaceId}::uuid FOR NO KEY UPDATE`
    }
    return select(tx, workspaceId, { assignmentId })
  },

  request: async ({ assignmentId, personId, reason, dueBefore, wantedOn }, now) => {
    await requireOwn('assignment', tx.assignment.count({ where: { id: assignmentId, workspaceId } }))
    await requireOwn('person', tx.person.count({ where: { id: personId, workspaceId } }))
    await withdraw(tx, workspaceId, assignmentId, now)
    const { id } = await tx.extensionRequest.create({
      data: {
        ...{ workspaceId, assignmentId, personId, reason: storableText(reason), at: now },
        ...{ dueBefore: toDate(dueBefore), wantedOn: new Date(`${wantedOn}T00:00:00Z`) },
      },
      select: { id: true },
    })
    return id
  },

  settle: async (requestId, { state, grantedOn, answer, personId }, now) => {
    const { count } = await tx.extensionRequest.updateMany({
      where: { id: requestId, workspaceId, state: 'pending' },
      data: {
        ...{ state, grantedOn: toDate(grantedOn), answer: storableText(answer) },
        ...{ decidedById: personId, decidedAt: now },
      },
    })
    return count === 1
  },

  withdrawPending: (assignmentId, now) => withdraw(tx, workspaceId, assignmentId, now),
})

const withdraw = async (tx: Transaction, workspaceId: string, assignmentId: string, now: Date): Promise<void> => {
  await tx.extensionRequest.updateMany({
    where: { assignmentId, workspaceId, state: 'pending' },
    data: { state: 'withdrawn', decidedAt: now },
  })
}

const select = async (
  tx: Transaction,
  workspaceId: string,
  where: Prisma.ExtensionRequestWhereInput,
): Promise<readonly ExtensionRequest[]> => {
  const rows = await tx.extensionRequest.findMany({ where: { ...where, workspaceId }, orderBy: { id: 'asc' } })
  const people = await tx.person.findMany({
    where: { id: { in: rows.map(({ personId }) => personId) }, workspaceId },
    select: { id: true, name: true },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map(({ id, assignmentId, personId, reason, dueBefore, wantedOn, state, grantedOn, answer, at }) => ({
    ...{ id, assignmentId, personId, personName: names.get(personId) ?? '', reason, state, answer, at },
    ...{ dueBefore: toLocalDate(dueBefore), grantedOn: toLocalDate(grantedOn) },
    wantedOn: wantedOn.toISOString().slice(0, 10),
  }))
}
