import type { Outcome } from '../../domain/ports/messages.ts'
import { createDispatch } from '../../prisma/dispatch.ts'
import { useTestDatabase } from '../support/database.ts'
import { putIntoOutbox } from '../support/outbox.ts'

export const now = new Date('2026-03-02T02:00:00Z')
export const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

export const sent: Outcome = { kind: 'sent', externalId: '1' }

/** An outbox of the file's own, and a courier who takes from it one message at a time. */
export const useDispatch = async () => {
  const database = await useTestDatabase()
  const dispatchOf = () => createDispatch(database.client)

  const put = (chatId: string, texts: readonly string[], notBefore = now) =>
    putIntoOutbox(database, chatId, texts, { notBefore }, now)

  const claim = async (chatId: string, at = now) => {
    const chat = await dispatchOf().findNext(chatId, at)
    return chat && dispatchOf().claim(chat, at, new Date(at.getTime() + 60_000))
  }

  const claimText = async (chatId: string, at = now): Promise<string | null> =>
    (await claim(chatId, at))?.content.text ?? null

  /** Claims the oldest message and settles it at once. */
  const sendOne = async (chatId: string, outcome: Outcome, at = now): Promise<string | null> => {
    const message = await claim(chatId, at)
    if (message !== null) await dispatchOf().settle(message.id, outcome, at)
    return message?.content.text ?? null
  }

  return { database, dispatchOf, put, claim, claimText, sendOne }
}
