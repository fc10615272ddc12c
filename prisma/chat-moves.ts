import type { Chat } from './generated/client.ts'
import { lockTurn } from './turns.ts'
import type { Transaction } from './transaction.ts'

/**
 * A group got a new id on its channel. Somebody may have written there before the news came: then there are two rows
 * for one place and they become one, the one that belongs to a workspace. Does nothing when it was done already.
 */
export const moveChat = async (tx: Transaction, chatId: string, newExternalId: string): Promise<void> => {
  const old = await tx.chat.findUniqueOrThrow({ where: { id: chatId } })
  const { channel } = old
  // Nobody handles anything in the new place meanwhile: what they say there would be left without a chat.
  await lockTurn(tx, `${channel}:${newExternalId}`)
  const early = await tx.chat.findUnique({ where: { channel_externalId: { channel, externalId: newExternalId } } })
  if (early?.id === chatId) return
  const kept = early === null ? old : await becomeOne(tx, ...inOrder(old, early))
  await tx.chat.update({
    where: { id: kept.id },
    data: { externalId: newExternalId, blockedAt: null, blockedReason: null },
  })
}

/** The one to keep first. */
const inOrder = (old: Chat, early: Chat): [Chat, Chat] =>
  old.workspaceId === null && early.workspaceId !== null ? [early, old] : [old, early]

const becomeOne = async (tx: Transaction, kept: Chat, gone: Chat): Promise<Chat> => {
  await tx.outboundMessage.updateMany({ where: { chatId: gone.id }, data: { chatId: kept.id } })
  await tx.chat.delete({ where: { id: gone.id } })
  return tx.chat.update({
    where: { id: kept.id },
    data: {
      workspaceId: kept.workspaceId ?? gone.workspaceId,
      ...summaryOf(kept, gone),
    },
  })
}

/**
 * What comes to one of them goes on as it was chosen there; that agencies may be named was chosen in either. Nothing is
 * taken over that another workspace chose.
 */
const summaryOf = (kept: Chat, gone: Chat): Partial<Chat> => {
  if (gone.workspaceId !== null && gone.workspaceId !== kept.workspaceId) return {}
  if (kept.summaryDueAt !== null || gone.summaryDueAt === null) {
    return { summaryNames: kept.summaryNames || gone.summaryNames }
  }
  const { summaryDueAt, summaryDay, summaryTime, summaryNames } = gone
  return { summaryDueAt, summaryDay, summaryTime, summaryNames }
}
