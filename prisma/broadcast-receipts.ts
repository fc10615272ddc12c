import { z } from 'zod'
import type { MessageCopy } from '../domain/broadcast-withdrawal.ts'
import type { Page } from '../domain/ports/assignments.ts'
import type { ReceiptCounts, SilentPerson } from '../domain/ports/broadcasts.ts'
import { Prisma } from './generated/client.ts'
import { requireOwn } from './rows.ts'
import type { Transaction } from './transaction.ts'

interface Which {
  readonly workspaceId: string
  readonly broadcastId: string
}

/** More parts than a text of any channel is cut into on another. */
const mostParts = 4
/** What a message that was withdrawn before it left failed of. */
const withdrawn = 'withdrawn'

export const addReceipts = async (
  tx: Transaction,
  { workspaceId, broadcastId }: Which,
  receipts: readonly { readonly personId: string; readonly messageKey: string }[],
): Promise<void> => {
  const people = [...new Set(receipts.map(({ personId }) => personId))]
  await requireOwn('broadcast', tx.broadcast.count({ where: { id: broadcastId, workspaceId } }))
  await requireOwn('person', tx.person.count({ where: { id: { in: people }, workspaceId } }), people.length)
  await tx.broadcastReceipt.createMany({
    data: receipts.map((receipt) => ({ ...receipt, broadcastId, workspaceId })),
    skipDuplicates: true,
  })
}

/** A copy's key, and those of the parts that a long text is cut into where a channel takes no more at a time. */
const partKeys = Prisma.sql`ARRAY[copy."key", ${Prisma.join(
  Array.from({ length: mostParts - 1 }, (_, index) => Prisma.sql`copy."key" || ${`#${index + 2}`}::text`),
)}]`

/**
 * The messages of a row of `receipts`: the copy of each call (0 is the sending itself) with its parts. They are looked
 * up by their keys; OFFSET 0 keeps the planner from reading all messages there are instead.
 */
const itsMessages: Prisma.Sql = Prisma.sql`
  (SELECT turn."call", receipt."messageKey" || CASE turn."call" WHEN 0 THEN '' ELSE ':call:' || turn."call" END AS "key"
    FROM generate_series(0, broadcast."calls") AS turn("call")) AS copy
  CROSS JOIN LATERAL (SELECT m.* FROM "OutboundMessage" m WHERE m."key" = ANY(${partKeys}) OFFSET 0) AS message`

const receipts = Prisma.sql`
  "Broadcast" broadcast JOIN "BroadcastReceipt" receipt ON receipt."broadcastId" = broadcast."id"`

const isOf = ({ workspaceId, broadcastId }: Which): Prisma.Sql =>
  Prisma.sql`broadcast."id" = ${broadcastId}::uuid AND receipt."workspaceId" = ${workspaceId}::uuid`

/** All messages of all receipts. */
const messagesOf = (which: Which): Prisma.Sql => Prisma.sql`
  ${receipts} CROSS JOIN LATERAL (SELECT copy."call", message.* FROM ${itsMessages}) AS message WHERE ${isOf(which)}`

/**
 * Receipts with what is known of each. The state is that of the messages themselves, so that it can never say more
 * than the courier knows: of the parts of a copy the worst counts, of the copies the best.
 */
const known = (which: Which): Prisma.Sql => Prisma.sql`
  SELECT receipt."personId", receipt."messageKey", receipt."seenAt", receipt."acknowledgedAt",
    coalesce((ARRAY['sent', 'waiting', 'unknown', 'stopped', 'failed'])[(
      SELECT min(copies."rank") FROM (
        SELECT max(CASE
          WHEN message."state" = 'sent' THEN 1
          WHEN message."state" IN ('pending', 'sending') THEN 2
          WHEN message."state" = 'unknown' THEN 3
          WHEN message."failure" = ${withdrawn} THEN 4 ELSE 5 END) AS "rank"
        FROM ${itsMessages} GROUP BY copy."call"
      ) AS copies
    )], 'unknown') AS "state"
  FROM ${receipts} WHERE ${isOf(which)}`

export const countReceipts = async (tx: Transaction, which: Which): Promise<ReceiptCounts> => {
  const rows = await tx.$queryRaw`
    SELECT count(*)::int AS "total", count("seenAt")::int AS "seen", count("acknowledgedAt")::int AS "acknowledged",
      count(*) FILTER (WHERE "state" = 'sent')::int AS "sent",
      count(*) FILTER (WHERE "state" = 'waiting')::int AS "waiting",
      count(*) FILTER (WHERE "state" = 'unknown')::int AS "unknown",
      count(*) FILTER (WHERE "state" = 'stopped')::int AS "stopped",
      count(*) FILTER (WHERE "state" = 'failed')::int AS "failed"
    FROM (${known(which)}) AS known`
  return z.tuple([countsRow]).parse(rows)[0]
}

const countsRow: z.ZodType<ReceiptCounts> = z.object({
  ...{ total: z.int(), seen: z.int(), acknowledged: z.int() },
  ...{ sent: z.int(), waiting: z.int(), unknown: z.int(), stopped: z.int(), failed: z.int() },
})

const stateColumn = z.enum(['sent', 'waiting', 'unknown', 'stopped', 'failed'])

export const listSilent = async (
  tx: Transaction,
  which: Which,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<Page<SilentPerson>> => {
  const { workspaceId, broadcastId } = which
  const total = await tx.broadcastReceipt.count({ where: { workspaceId, broadcastId, acknowledgedAt: null } })
  const rows = await tx.$queryRaw`
    SELECT known."personId", person."name" AS "personName", agency."name" AS "agencyName", known."state",
      known."seenAt" IS NOT NULL AS "seen"
    FROM (${known(which)}) AS known
    JOIN "Person" person ON person."id" = known."personId"
    LEFT JOIN LATERAL (
      SELECT agency."name", agency."folded" FROM "Membership" m JOIN "Agency" agency ON agency."id" = m."agencyId"
      WHERE m."personId" = known."personId" AND m."workspaceId" = ${workspaceId}::uuid
      ORDER BY (SELECT (b."audience" -> 'agencyIds') @> to_jsonb(agency."id"::text) FROM "Broadcast" b
        WHERE b."id" = ${broadcastId}::uuid) DESC, agency."folded" LIMIT 1
    ) AS agency ON true
    WHERE known."acknowledgedAt" IS NULL
    ORDER BY agency."folded" NULLS LAST, person."name", person."id"
    LIMIT ${limit}::int OFFSET ${offset}::int`
  return { items: z.array(silentRow).parse(rows), total }
}

const silentRow: z.ZodType<SilentPerson> = z.object({
  ...{ personId: z.string(), personName: z.string(), agencyName: z.string().nullable() },
  ...{ state: stateColumn, seen: z.boolean() },
})

export const listCallable = async (
  tx: Transaction,
  which: Which,
): Promise<readonly { readonly personId: string; readonly messageKey: string }[]> =>
  z.array(z.object({ personId: z.string(), messageKey: z.string() })).parse(
    await tx.$queryRaw`
      SELECT "personId", "messageKey" FROM (${known(which)}) AS known
      WHERE "acknowledgedAt" IS NULL AND "state" <> 'waiting'`,
  )

/**
 * The courier claims in one conditional write on the same column: a message either leaves or is stopped. As an array
 * the ids are found once; a join was planned for a handful and took minutes for thousands.
 */
export const stopWaiting = async (tx: Transaction, which: Which, now: Date): Promise<number> => {
  await tx.$executeRaw`
    UPDATE "OutboundMessage" SET "state" = 'failed', "failure" = ${withdrawn}, "settledAt" = ${now}
    WHERE "state" = 'pending' AND "workspaceId" = ${which.workspaceId}::uuid
      AND "id" = ANY(ARRAY(SELECT message."id" FROM ${messagesOf(which)}))`
  return (await countReceipts(tx, which)).stopped
}

export const listCopies = async (tx: Transaction, which: Which): Promise<readonly MessageCopy[]> =>
  z.array(copyRow).parse(
    await tx.$queryRaw`
      SELECT copies.*, person."locale", chat."channel" FROM (
        SELECT receipt."personId", message."chatId", min(message."id") AS "first", count(*)::int AS "parts",
          min(message."key") AS "key",
          CASE WHEN bool_and(message."state" = 'sent') THEN min(message."externalId") END AS "externalId"
        FROM ${messagesOf(which)} AND message."state" IN ('sent', 'unknown', 'sending')
        GROUP BY receipt."personId", message."call", message."chatId"
      ) AS copies
      JOIN "Person" person ON person."id" = copies."personId"
      JOIN "Chat" chat ON chat."id" = copies."chatId"
      ORDER BY copies."first"`,
  )

const copyRow: z.ZodType<MessageCopy> = z.object({
  ...{ personId: z.string(), locale: z.enum(['vi', 'en']), chatId: z.string() },
  ...{ channel: z.enum(['telegram', 'zalo', 'web']), key: z.string(), parts: z.int() },
  externalId: z.string().nullable(),
})
