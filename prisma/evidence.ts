import type { Evidence } from '../domain/evidence.ts'
import type { EvidenceStore } from '../domain/ports/evidence.ts'
import type { Prisma } from './generated/client.ts'
import { isId } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** What proves the work of one workspace. It is added by the answer that brings it: see assignment-updates.ts. */
export const createEvidence = (tx: Transaction, workspaceId: string): EvidenceStore => {
  const list = (where: Prisma.EvidenceWhereInput) => listEvidence(tx, workspaceId, where)
  return {
    find: async (evidenceId) => (isId(evidenceId) ? ((await list({ id: evidenceId }))[0] ?? null) : null),

    list: (assignmentId) => list({ assignmentId }),

    listToChange: async (assignmentId) => {
      await tx.$queryRaw`
        SELECT 1 FROM "Assignment" WHERE "id" = ${assignmentId}::uuid AND "workspaceId" = ${workspaceId}::uuid FOR UPDATE`
      return list({ assignmentId })
    },

    withdraw: async (evidenceId, now) => {
      const { count } = await tx.evidence.updateMany({
        where: { id: evidenceId, workspaceId, withdrawnAt: null },
        data: { withdrawnAt: now },
      })
      return count === 1
    },
  }
}

const listEvidence = async (
  tx: Transaction,
  workspaceId: string,
  where: Prisma.EvidenceWhereInput,
): Promise<readonly Evidence[]> => {
  const rows = await tx.evidence.findMany({
    where: { ...where, workspaceId },
    include: { statusUpdate: { select: { personId: true } } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  const people = await tx.person.findMany({
    where: { workspaceId, id: { in: [...new Set(rows.map(({ statusUpdate }) => statusUpdate.personId))] } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map(({ statusUpdate: { personId }, ...row }) => ({
    ...{ id: row.id, assignmentId: row.assignmentId, kind: row.kind, words: row.url, file: fileOf(row) },
    ...{ giver: { personId, name: names.get(personId) ?? '' }, at: row.at, withdrawnAt: row.withdrawnAt },
  }))
}

const fileOf = ({ storageKey, size, sha256, mime, version }: Prisma.EvidenceGetPayload<object>): Evidence['file'] =>
  storageKey === null || size === null || sha256 === null
    ? null
    : { storageKey, size, sha256, version, mime: mime ?? 'application/octet-stream' }
