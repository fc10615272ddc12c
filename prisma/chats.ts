import { AppError } from '../domain/errors.ts'
import type { Chats } from '../domain/ports/messages.ts'
import type { Transaction } from './transaction.ts'

/** The chats of one workspace, and those that belong to none yet. */
export const createChats = (tx: Transaction, workspaceId: string): Chats => ({
  get: (chatId) =>
    tx.chat.findFirstOrThrow({
      where: { id: chatId, ...oursOrNobodys(workspaceId) },
      select: { id: true, workspaceId: true, channel: true, externalId: true, kind: true, title: true },
    }),

  adopt: (chatId) => adoptChat(tx, workspaceId, chatId),
})

const oursOrNobodys = (workspaceId: string) => ({ OR: [{ workspaceId }, { workspaceId: null }] })

/** Makes a chat this workspace's. Throws AppError 'other-workspace' when it is another's: it never changes hands. */
export const adoptChat = async (tx: Transaction, workspaceId: string, chatId: string): Promise<void> => {
  const { count } = await tx.chat.updateMany({
    where: { id: chatId, ...oursOrNobodys(workspaceId) },
    data: { workspaceId },
  })
  if (count === 0) throw new AppError('other-workspace', {})
}
