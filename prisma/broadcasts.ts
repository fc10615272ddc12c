import { z } from 'zod'
import type { Broadcast, BroadcastReceipt, Broadcasts } from '../domain/ports/broadcasts.ts'
import type { Prisma } from './generated/client.ts'
import { isId, requireOwn, toJson } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** The announcements of one workspace and who has seen them. */
export const createBroadcasts = (tx: Transaction, workspaceId: string): Broadcasts => ({
  saveDraft: async ({ authorId, text, audience }, now) => {
    await requireOwn('person', tx.person.count({ where: { id: authorId, workspaceId } }))
    const { id } = await tx.broadcast.create({
      data: { workspaceId, authorId, text, audience: toJson(audience), createdAt: now },
      select: { id: true },
    })
    return id
  },

  find: async (broadcastId) => {
    if (!isId(broadcastId)) return null
    const row = await tx.broadcast.findFirst({ where: { id: broadcastId, workspaceId } })
    return row === null ? null : toBroadcast(row)
  },

  claim: async (broadcastId, now) => {
    const { count } = await tx.broadcast.updateMany({
      where: { id: broadcastId, workspaceId, sentAt: null },
      data: { sentAt: now },
    })
    return count === 1
  },

  addReceipts: async (broadcastId, receipts) => {
    const people = [...new Set(receipts.map(({ personId }) => personId))]
    await requireOwn('broadcast', tx.broadcast.count({ where: { id: broadcastId, workspaceId } }))
    await requireOwn('person', tx.person.count({ where: { id: { in: people }, workspaceId } }), people.length)
    await tx.broadcastReceipt.createMany({
      data: receipts.map((receipt) => ({ ...receipt, broadcastId, workspaceId })),
      skipDuplicates: true,
    })
  },

  acknowledge: async (broadcastId, personId, now) => {
    if (!isId(broadcastId)) return false
    const { count } = await tx.broadcastReceipt.updateMany({
      where: { broadcastId, personId, workspaceId, acknowledgedAt: null },
      data: { acknowledgedAt: now },
    })
    return count === 1
  },

  listReceipts: (broadcastId) => listReceipts(tx, workspaceId, broadcastId),
})

const audienceColumn = z.object({ agencyIds: z.array(z.string()) })

const toBroadcast = (row: Prisma.BroadcastGetPayload<object>): Broadcast => ({
  id: row.id,
  authorId: row.authorId,
  text: row.text,
  audience: audienceColumn.parse(row.audience),
  createdAt: row.createdAt,
  sentAt: row.sentAt,
})

/** The state is that of the message itself, so that it can never say more than the courier knows. */
const listReceipts = async (
  tx: Transaction,
  workspaceId: string,
  broadcastId: string,
): Promise<readonly BroadcastReceipt[]> =>
  z.array(receiptRow).parse(
    await tx.$queryRaw`
      SELECT receipt."personId", person."name" AS "personName", receipt."acknowledgedAt",
        coalesce(message."state", 'pending') AS "state"
      FROM "BroadcastReceipt" receipt
      JOIN "Person" person ON person."id" = receipt."personId"
      LEFT JOIN "OutboundMessage" message
        ON message."key" = receipt."messageKey" AND message."workspaceId" = receipt."workspaceId"
      WHERE receipt."broadcastId" = ${broadcastId}::uuid AND receipt."workspaceId" = ${workspaceId}::uuid
      ORDER BY person."name", person."id"`,
  )

const receiptRow = z.object({
  personId: z.string(),
  personName: z.string(),
  state: z.enum(['pending', 'sending', 'sent', 'unknown', 'failed']),
  acknowledgedAt: z.date().nullable(),
})
