import { randomUUID } from 'node:crypto'
import { AppError } from '../domain/errors.ts'
import type { Locale } from '../domain/people.ts'
import type { WebJoining } from '../domain/ports/web.ts'
import { joinByCode } from '../handlers/join.ts'
import type { Joined } from '../handlers/newcomer.ts'
import type { Links } from '../handlers/request.ts'
import { createToken, hashSecret } from '../handlers/secrets.ts'
import { sessionEnd } from '../bot/web/session.ts'
import { messagesIn } from '../locales/index.ts'
import { openWebSession } from '../prisma/web-sessions.ts'
import type { RunTransaction, TransactionTools } from './transactions.ts'

export interface WebJoiningOptions {
  readonly inTransaction: RunTransaction
  readonly now: () => Date
  readonly locale: Locale
  readonly links: () => Links
}

/** Joining in the browser: the same as by a messenger, with a session and its chat at the end. */
export const createWebJoining = ({ inTransaction, now, locale, links }: WebJoiningOptions): WebJoining => ({
  ways: links,
  join: async ({ code, name, visitor }) => {
    const key = `join:${randomUUID()}`
    try {
      return await inTransaction(async (tools) => {
        const joined = await joinByCode(
          {
            now: now(),
            chat: null,
            sender: { id: key, name },
            channel: 'web',
            m: messagesIn(locale),
            locale,
            key,
            links: links(),
            countedBy: visitor,
          },
          code,
          { ...tools.openStores, inWorkspace: tools.storesOf, getWorkspace: tools.getWorkspace },
        )
        if ('failed' in joined) return joined.failed
        const sessionToken = createToken()
        const session = { tokenHash: hashSecret(sessionToken), expiresAt: sessionEnd(now()) }
        const chatId = await openWebSession(tools.tx, joined, session, now())
        await welcome(tools, joined, { chatId, key, hint: messagesIn(locale).common.choiceHint })
        return { sessionToken }
      })
    } catch (error) {
      if (error instanceof AppError) return error
      throw error
    }
  },
})

const welcome = async (
  tools: TransactionTools,
  { workspaceId, personId, replies }: Joined,
  { chatId, key, hint }: { readonly chatId: string; readonly key: string; readonly hint: string },
): Promise<void> => {
  await tools.outboxOf(workspaceId).add(
    replies.map((reply, index) => ({
      chatId,
      personId,
      key: `${key}:${index}`,
      kind: 'reply',
      text: reply.text,
      ...(reply.buttons ? { buttons: reply.buttons, choiceHint: hint } : {}),
      ...(reply.assignmentId === undefined ? {} : { assignmentId: reply.assignmentId }),
    })),
  )
}
