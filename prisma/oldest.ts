import { z } from 'zod'
import type { Waiting } from '../domain/ports/messages.ts'
import { Prisma } from './generated/client.ts'
import { renderedSchema } from './outbox.ts'
import { heldFailure } from './quotas.ts'
import type { Transaction } from './transaction.ts'

/** Who asks for the oldest message of a chat, and when. */
export interface AskedChat {
  readonly chatId: string
  readonly now: Date
}

/** Planned for no later moment than that of its writing: a clock that was set back since must not hold it up. */
const saidAtOnce = (alias: 'message' | 'oldest') => Prisma.raw(`${alias}."notBefore" <= ${alias}."createdAt"`)

/**
 * For each who asks the first in the queue of the chat, when it may leave now; otherwise null. What was never tried and
 * is planned for later has no place in the queue yet; what waits for a quota has none any more, so that what matters
 * more is not behind it.
 */
export const findOldest = async (
  tx: Transaction,
  asked: readonly AskedChat[],
): Promise<readonly (Waiting | null)[]> => {
  const rows = await tx.$queryRaw`
    SELECT asked."position", chat."workspaceId", chat."channel", chat."externalId", chat."kind" AS "chatKind",
      chat."title", oldest."id", oldest."chatId", oldest."key", oldest."kind", oldest."urgent", oldest."content",
      oldest."attempts", oldest."edits", oldest."notBefore"
    FROM unnest(${asked.map(({ chatId }) => chatId)}::uuid[], ${asked.map(({ now }) => now.toISOString())}::timestamptz[],
      ${asked.map((_, index) => index)}::int[]) AS asked ("chatId", "now", "position")
    CROSS JOIN LATERAL (
      SELECT * FROM "OutboundMessage" message
      WHERE message."chatId" = asked."chatId" AND message."settledAt" IS NULL
        AND (message."failure" <> ${heldFailure}
          OR (message."failure" IS NULL AND (message."notBefore" <= asked."now" OR ${saidAtOnce('message')})))
      ORDER BY message."id" LIMIT 1
    ) oldest
    JOIN "Chat" chat ON chat."id" = oldest."chatId"
    WHERE oldest."state" = 'pending'
      AND (oldest."notBefore" <= asked."now" OR (oldest."failure" IS NULL AND ${saidAtOnce('oldest')}))`
  const found = new Map(oldestRows.parse(rows).map((row) => [row.position, toWaiting(row)]))
  return asked.map((_, index) => found.get(index) ?? null)
}

const oldestRow = z.object({
  position: z.int(),
  ...{ workspaceId: z.string().nullable(), channel: z.enum(['telegram', 'zalo', 'web']), externalId: z.string() },
  ...{ chatKind: z.enum(['private', 'group']), title: z.string() },
  ...{ id: z.bigint(), chatId: z.string(), key: z.string(), kind: z.string(), urgent: z.boolean() },
  ...{ content: renderedSchema, attempts: z.int(), edits: z.string().nullable(), notBefore: z.date() },
})
const oldestRows = z.array(oldestRow)

const toWaiting = (row: z.infer<typeof oldestRow>): Waiting => {
  const { chatId, workspaceId, channel, externalId, chatKind, title } = row
  const { id, key, kind, urgent, content, attempts, edits, notBefore } = row
  return {
    chat: { id: chatId, workspaceId, channel, externalId, kind: chatKind, title },
    message: { id, key, kind, urgent, content, attempts, edits, notBefore },
  }
}
