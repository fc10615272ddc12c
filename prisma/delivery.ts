import { z } from 'zod'
import { type DeliveryCell, type DeliveryFilter, deliveryStates } from '../domain/delivery.ts'
import type { Delivery, DeliveryItem, UnreachablePerson } from '../domain/ports/delivery.ts'
import { Prisma } from './generated/client.ts'
import { heldFailure, kindColumn, readZaloQuota } from './quotas.ts'
import { isUsableChat } from './reachable.ts'
import { dayColumn } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** What became of the messages of one workspace; never what they say. */
export const createDelivery = (tx: Transaction, workspaceId: string): Delivery => ({
  count: async (since, zone) =>
    z.array(cellRow).parse(
      await tx.$queryRaw`
        SELECT message."channel", ${dayIn(zone)} AS "day", ${state} AS "state", count(*)::int AS "count"
        FROM "OutboundMessage" message WHERE ${isShown(workspaceId, since)}
        GROUP BY 1, 2, 3 ORDER BY 2, 1, 3`,
    ),

  findOldestWaiting: async () => {
    const { _min } = await tx.outboundMessage.aggregate({
      where: {
        workspaceId,
        state: { in: ['pending', 'sending'] },
        OR: [{ failure: null }, { failure: { not: heldFailure } }],
      },
      _min: { createdAt: true },
    })
    return _min.createdAt
  },

  list: async (filter, since, zone, { offset, limit }) => {
    const which = Prisma.sql`${isShown(workspaceId, since)} AND ${fits(filter, zone)}`
    const [{ total }] = z
      .tuple([z.object({ total: z.int() })])
      .parse(await tx.$queryRaw`SELECT count(*)::int AS "total" FROM "OutboundMessage" message WHERE ${which}`)
    const rows = await tx.$queryRaw`
      SELECT coalesce(message."settledAt", message."createdAt") AS "at", message."channel", message."kind",
        coalesce(person."name", chat."title", '') AS "name", ${agencyOf(Prisma.sql`person."id"`)} AS "agencyName",
        task."number" AS "taskNumber", ${state} AS "state", message."failure", message."movedTo"
      FROM (
        SELECT * FROM "OutboundMessage" message WHERE ${which}
        ORDER BY coalesce("settledAt", "createdAt") DESC, "id" DESC LIMIT ${limit}::int OFFSET ${offset}::int
      ) AS message
      LEFT JOIN "Chat" chat ON chat."id" = message."chatId"
      LEFT JOIN "Person" person ON person."workspaceId" = message."workspaceId" AND person."id" = coalesce(
        message."personId", (SELECT min(account."personId"::text)::uuid FROM "ChatAccount" account
          WHERE account."chatId" = message."chatId" AND chat."kind" = 'private'))
      LEFT JOIN "Assignment" a ON a."id" = message."assignmentId" AND a."workspaceId" = message."workspaceId"
      LEFT JOIN "Task" task ON task."id" = a."taskId"
      ORDER BY 1 DESC, message."id" DESC`
    return { items: z.array(itemRow).parse(rows), total }
  },

  listUnreachable: async ({ offset, limit }) => {
    const from = Prisma.sql`
      FROM "ChatAccount" account JOIN "Chat" chat ON chat."id" = account."chatId"
      JOIN "Person" person ON person."id" = account."personId"
      WHERE account."workspaceId" = ${workspaceId}::uuid AND chat."workspaceId" = account."workspaceId"
        AND chat."kind" = 'private' AND chat."blockedAt" IS NOT NULL`
    const [{ total }] = z
      .tuple([z.object({ total: z.int() })])
      .parse(await tx.$queryRaw`SELECT count(*)::int AS "total" ${from}`)
    const rows = await tx.$queryRaw`
      SELECT blocked.*, ${agencyOf(Prisma.sql`blocked."personId"`)} AS "agencyName", (
        SELECT chat."channel" FROM "ChatAccount" account JOIN "Chat" chat ON chat."id" = account."chatId"
        WHERE account."personId" = blocked."personId" AND ${isUsableChat}
        ORDER BY chat."channel" = 'web', account."id" DESC LIMIT 1) AS "otherChannel"
      FROM (
        SELECT person."id" AS "personId", person."name", chat."channel", chat."blockedAt" AS "since",
          coalesce(chat."blockedReason", 'blocked') AS "reason" ${from}
        ORDER BY chat."blockedAt" DESC, person."id" LIMIT ${limit}::int OFFSET ${offset}::int
      ) AS blocked
      ORDER BY blocked."since" DESC, blocked."personId"`
    return { items: z.array(unreachableRow).parse(rows), total }
  },

  findQuota: async (now) => {
    const quota = await readZaloQuota(tx, now)
    if (quota === null) return null
    const rows = await tx.$queryRaw`
      SELECT count(*)::int AS "ours" FROM "OutboundMessage"
      WHERE "channel" = 'zalo' AND "workspaceId" = ${workspaceId}::uuid AND "state" IN ('sent', 'unknown')
        AND "settledAt" >= date_trunc('month', ${now}::timestamptz AT TIME ZONE ${quota.zone}) AT TIME ZONE ${quota.zone}`
    return { ...quota, ours: z.tuple([z.object({ ours: z.int() })]).parse(rows)[0].ours }
  },
})

const dayIn = (zone: string): Prisma.Sql => Prisma.sql`(message."settledAt" AT TIME ZONE ${zone}::text)::date`

const isShown = (
  workspaceId: string,
  since: Date,
): Prisma.Sql => Prisma.sql`message."workspaceId" = ${workspaceId}::uuid
  AND (message."state" IN ('pending', 'sending') OR (
    message."state" IN ('sent', 'unknown', 'failed') AND message."settledAt" >= ${since}
      AND message."failure" IS DISTINCT FROM 'withdrawn'))`

const state = Prisma.sql`CASE
  WHEN message."state" = 'pending' AND message."failure" = ${heldFailure} THEN 'held'
  WHEN message."state" IN ('pending', 'sending') THEN 'waiting'
  WHEN message."movedTo" IS NOT NULL THEN 'moved'
  ELSE message."state"::text END`

const fits = ({ state: wanted, channel, day }: DeliveryFilter, zone: string): Prisma.Sql =>
  Prisma.join(
    [
      wanted === null ? Prisma.sql`true` : Prisma.sql`${state} = ${wanted}`,
      channel === null ? Prisma.sql`true` : Prisma.sql`message."channel" = ${channel}::"Channel"`,
      day === null ? Prisma.sql`true` : Prisma.sql`${dayIn(zone)} = ${day}::date`,
    ],
    ' AND ',
  )

/** The first agency by name that somebody belongs to. */
const agencyOf = (personId: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT min(agency."name") FROM "Membership" m JOIN "Agency" agency ON agency."id" = m."agencyId"
  WHERE m."personId" = ${personId})`

const channelColumn = z.enum(['telegram', 'zalo', 'web'])

const cellRow: z.ZodType<DeliveryCell> = z.object({
  ...{ channel: channelColumn, day: dayColumn, state: z.enum(deliveryStates), count: z.int() },
})

const itemRow: z.ZodType<DeliveryItem> = z.object({
  ...{ at: z.date(), name: z.string(), agencyName: z.string().nullable(), channel: channelColumn, kind: kindColumn },
  ...{ taskNumber: z.int().nullable(), state: z.enum(deliveryStates), failure: z.string().nullable() },
  movedTo: channelColumn.nullable(),
})

const unreachableRow: z.ZodType<UnreachablePerson> = z.object({
  ...{ name: z.string(), agencyName: z.string().nullable(), channel: channelColumn, since: z.date() },
  ...{ reason: z.enum(['blocked', 'gone', 'refused']), otherChannel: channelColumn.nullable() },
})
