import { z } from 'zod'
import type { Broadcast, Broadcasts, BroadcastSummary } from '../domain/ports/broadcasts.ts'
import { listFiles } from './broadcast-files.ts'
import { addReceipts, countReceipts, listCallable, listCopies, listSilent, stopWaiting } from './broadcast-receipts.ts'
import type { Prisma } from './generated/client.ts'
import { isId, requireOwn, toDate, toJson, toLocalDate } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** The announcements of one workspace and who has seen them. */
export const createBroadcasts = (tx: Transaction, workspaceId: string): Broadcasts => {
  const found = async (broadcastId: string): Promise<Broadcast | null> => {
    const row = await tx.broadcast.findFirst({ where: { id: broadcastId, workspaceId } })
    if (row === null) return null
    const authorName = await nameOf(tx, workspaceId, row.authorId)
    return toBroadcast(row, { authorName, files: await listFiles(tx, workspaceId, broadcastId) })
  }
  return {
    saveDraft: async ({ authorId, text, audience, deadline = null }, now) => {
      await requireOwn('person', tx.person.count({ where: { id: authorId, workspaceId } }))
      const { id } = await tx.broadcast.create({
        data: {
          ...{ workspaceId, authorId, text, createdAt: now },
          ...{ audience: toJson(audience), deadline: toDate(deadline) },
        },
        select: { id: true },
      })
      return id
    },

    changeDraft: async (broadcastId, { text, audience, deadline }) => {
      await tx.broadcast.updateMany({
        where: { id: broadcastId, workspaceId, sentAt: null },
        data: { audience: toJson(audience), deadline: toDate(deadline), ...(text === undefined ? {} : { text }) },
      })
    },

    find: async (broadcastId) => (isId(broadcastId) ? found(broadcastId) : null),

    findToChange: async (broadcastId) => {
      if (!isId(broadcastId)) return null
      await tx.$queryRaw`
        SELECT 1 FROM "Broadcast" WHERE "id" = ${broadcastId}::uuid AND "workspaceId" = ${workspaceId}::uuid FOR UPDATE`
      return found(broadcastId)
    },

    listSent: async ({ offset, limit }) => {
      const where = { workspaceId, sentAt: { not: null } } as const
      const rows = await tx.broadcast.findMany({
        ...{ where, skip: offset, take: limit },
        orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
      })
      return { items: await summarize(tx, workspaceId, rows), total: await tx.broadcast.count({ where }) }
    },

    claim: (broadcastId, now) =>
      changeOne(tx, { id: broadcastId, workspaceId, sentAt: null, withdrawnAt: null }, { sentAt: now }),

    claimCall: (broadcastId, call, now) =>
      changeOne(
        tx,
        { id: broadcastId, workspaceId, sentAt: { not: null }, withdrawnAt: null, calls: call - 1 },
        { calls: call, calledAt: now },
      ),

    withdraw: (broadcastId, now) =>
      changeOne(tx, { id: broadcastId, workspaceId, sentAt: { not: null }, withdrawnAt: null }, { withdrawnAt: now }),

    stopWaiting: (broadcastId, now) => stopWaiting(tx, { workspaceId, broadcastId }, now),
    addReceipts: (broadcastId, receipts) => addReceipts(tx, { workspaceId, broadcastId }, receipts),

    acknowledge: async (broadcastId, personId, now) => {
      if (!isId(broadcastId)) return false
      const { count } = await tx.broadcastReceipt.updateMany({
        where: { broadcastId, personId, workspaceId, acknowledgedAt: null, broadcast: { withdrawnAt: null } },
        data: { acknowledgedAt: now },
      })
      return count === 1
    },

    isAddressed: async (broadcastId, personId) =>
      isId(broadcastId) && (await tx.broadcastReceipt.count({ where: { broadcastId, personId, workspaceId } })) > 0,

    countReceipts: (broadcastId) => countReceipts(tx, { workspaceId, broadcastId }),
    listSilent: (broadcastId, window) => listSilent(tx, { workspaceId, broadcastId }, window),
    listCallable: (broadcastId) => listCallable(tx, { workspaceId, broadcastId }),
    listCopies: (broadcastId) => listCopies(tx, { workspaceId, broadcastId }),
  }
}

const changeOne = async (
  tx: Transaction,
  where: Prisma.BroadcastWhereInput,
  data: Prisma.BroadcastUpdateManyMutationInput,
): Promise<boolean> => (await tx.broadcast.updateMany({ where, data })).count === 1

const audienceColumn = z.object({
  agencyIds: z.array(z.string()),
  roles: z.array(z.enum(['official', 'head', 'coordinator', 'leader', 'admin'])).exactOptional(),
})

const nameOf = async (tx: Transaction, workspaceId: string, personId: string): Promise<string> =>
  (await tx.person.findFirstOrThrow({ where: { id: personId, workspaceId }, select: { name: true } })).name

const toBroadcast = (
  row: Prisma.BroadcastGetPayload<object>,
  more: Pick<Broadcast, 'authorName' | 'files'>,
): Broadcast => ({
  ...more,
  id: row.id,
  authorId: row.authorId,
  text: row.text,
  audience: audienceColumn.parse(row.audience),
  deadline: toLocalDate(row.deadline),
  createdAt: row.createdAt,
  sentAt: row.sentAt,
  calls: row.calls,
  calledAt: row.calledAt,
  withdrawnAt: row.withdrawnAt,
})

/** How many each went to and how many confirmed, for a page of them. */
const summarize = async (
  tx: Transaction,
  workspaceId: string,
  rows: readonly Prisma.BroadcastGetPayload<object>[],
): Promise<readonly BroadcastSummary[]> => {
  const counts = await tx.broadcastReceipt.groupBy({
    by: ['broadcastId'],
    where: { workspaceId, broadcastId: { in: rows.map(({ id }) => id) } },
    _count: { _all: true, acknowledgedAt: true },
  })
  const byId = new Map(counts.map(({ broadcastId, _count }) => [broadcastId, _count]))
  return rows.map(({ id, text, deadline, withdrawnAt, sentAt, createdAt }) => ({
    ...{ id, text, deadline: toLocalDate(deadline), withdrawnAt, sentAt: sentAt ?? createdAt },
    total: byId.get(id)?._all ?? 0,
    acknowledged: byId.get(id)?.acknowledgedAt ?? 0,
  }))
}
