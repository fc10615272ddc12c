import { z } from 'zod'
import type { QuotaDesk } from '../domain/ports/quotas.ts'
import type { HeldFate } from '../domain/quota.ts'
import type { Wakeups } from '../domain/ports/wakeups.ts'
import type { Prisma } from './generated/client.ts'
import { giveUp, giveUpToSayAnew } from './overtaken.ts'
import { heldFailure, kindColumn, readZaloQuota } from './quotas.ts'
import { dayColumn } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** The clock's side of the quota: whatever waits for it, in every workspace. */
export const createQuotaDesk = (tx: Transaction, wakeups: Pick<Wakeups, 'deliver'>): QuotaDesk => ({
  read: (now) => readZaloQuota(tx, now),

  listHeld: async (limit) =>
    z.array(heldRow).parse(
      await tx.$queryRaw`
        SELECT message."id", message."kind", message."urgent", message."createdAt", broadcast."deadline",
          coalesce(workspace."zone", (SELECT "zone" FROM "SendQuota" WHERE "channel" = 'zalo'), 'UTC') AS "zone"
        FROM "OutboundMessage" message
        LEFT JOIN "Workspace" workspace ON workspace."id" = message."workspaceId"
        LEFT JOIN "Broadcast" broadcast ON broadcast."workspaceId" = message."workspaceId" AND broadcast."id" =
          CASE WHEN message."key" ~ '^broadcast:[0-9a-f-]{36}:' THEN split_part(message."key", ':', 2)::uuid END
        WHERE message."settledAt" IS NULL AND message."failure" = ${heldFailure}
        ORDER BY message."id" LIMIT ${limit}::int`,
    ),

  settleHeld: async (fates, now) => {
    const having = (fate: HeldFate) => [...fates].flatMap(([id, decided]) => (decided === fate ? [id] : []))
    await wakeups.deliver(await release(tx, having('send'), now))
    await giveUp(tx, having('drop'), now)
    await giveUpToSayAnew(tx, having('renew'), now)
  },

  listWorkspaces: async () => {
    const rows = await tx.chatAccount.findMany({
      where: { channel: 'zalo' },
      distinct: 'workspaceId',
      select: { workspaceId: true },
    })
    return rows.map(({ workspaceId }) => workspaceId)
  },
})

const heldRow = z.object({
  ...{ id: z.bigint(), kind: kindColumn, urgent: z.boolean(), createdAt: z.date() },
  ...{ deadline: dayColumn, zone: z.string() },
})

/** The chats in which something may go now. */
const release = async (tx: Transaction, ids: readonly bigint[], now: Date): Promise<readonly string[]> => {
  const where: Prisma.OutboundMessageWhereInput = { id: { in: [...ids] }, state: 'pending' }
  await tx.outboundMessage.updateMany({ where, data: { failure: null, notBefore: now } })
  const rows = await tx.outboundMessage.findMany({ where, distinct: 'chatId', select: { chatId: true } })
  return rows.map(({ chatId }) => chatId)
}
