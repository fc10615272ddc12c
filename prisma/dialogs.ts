import type { Dialogs } from '../domain/ports/messages.ts'
import type { Transaction } from './transaction.ts'

/** What the bot is waiting for, per chat and person of one workspace. */
export const createDialogs = (tx: Transaction, workspaceId: string): Dialogs => ({
  find: (chatId, personId, now) =>
    tx.dialog.findFirst({
      where: { chatId, personId, workspaceId, expiresAt: { gt: now } },
      select: { kind: true, data: true },
    }),

  // One statement: chat and person are this workspace's, or there is nothing to write.
  save: async (chatId, personId, { kind, data }, expiresAt) => {
    const written = await tx.$executeRaw`
      INSERT INTO "Dialog" ("workspaceId", "chatId", "personId", "kind", "data", "expiresAt")
      SELECT ${workspaceId}::uuid, chat."id", person."id", ${kind}, ${JSON.stringify(data ?? null)}::jsonb, ${expiresAt}
      FROM "Chat" chat, "Person" person
      WHERE chat."id" = ${chatId}::uuid AND (chat."workspaceId" IS NULL OR chat."workspaceId" = ${workspaceId}::uuid)
        AND person."id" = ${personId}::uuid AND person."workspaceId" = ${workspaceId}::uuid
      ON CONFLICT ("chatId", "personId") DO UPDATE
        SET "kind" = excluded."kind", "data" = excluded."data", "expiresAt" = excluded."expiresAt"`
    if (written === 0) throw new Error('dialog in a chat of another workspace')
  },

  remove: async (chatId, personId) => {
    await tx.dialog.deleteMany({ where: { chatId, personId, workspaceId } })
  },
})
