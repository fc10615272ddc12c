import { randomUUID } from 'node:crypto'
import { explain } from '../bot/explain.ts'
import { AppError } from '../domain/errors.ts'
import type { RichText } from '../domain/message.ts'
import type { WebDrafts, WebVisitor } from '../domain/ports/web.ts'
import { localDate } from '../domain/time.ts'
import { correctTable, showTable } from '../handlers/plan-draft-table.ts'
import type { Links, Request } from '../handlers/request.ts'
import { messagesIn } from '../locales/index.ts'
import type { RunTransaction, TransactionTools } from './transactions.ts'

export interface WebDraftsOptions {
  readonly inTransaction: RunTransaction
  readonly now: () => Date
  readonly links: () => Links
}

/** Drafts on the web page: the same handlers as in the chat, asked by the page instead of a message. */
export const createWebDrafts = (options: WebDraftsOptions): WebDrafts => ({
  open: (visitor, draftId) =>
    answering(visitor, () =>
      options.inTransaction(async (tools) =>
        showTable(await requestOf(options, tools, visitor), draftId, tools.storesOf(visitor.workspaceId)),
      ),
    ),
  correct: (visitor, draftId, command) =>
    answering(visitor, () =>
      options.inTransaction(async (tools) =>
        correctTable(await requestOf(options, tools, visitor), draftId, command, tools.storesOf(visitor.workspaceId)),
      ),
    ),
})

const requestOf = async (
  { now, links }: WebDraftsOptions,
  { turn, storesOf, getWorkspace }: TransactionTools,
  visitor: WebVisitor,
): Promise<Request> => {
  const at = now()
  const person = await storesOf(visitor.workspaceId).people.get(visitor.personId)
  const key = `web:${randomUUID()}`
  const chat = await turn.openChat({
    ...{ channel: 'web', externalId: key, chat: { id: visitor.personId, kind: 'private', title: visitor.name } },
    ...{ sender: { id: visitor.personId, name: visitor.name }, sentAt: at.toISOString(), body: { kind: 'unblocked' } },
  })
  return {
    ...{ now: at, today: localDate(at, visitor.zone), workspace: await getWorkspace(visitor.workspaceId) },
    ...{ person, chat, about: null, m: messagesIn(person.locale), key, links: links() },
  }
}

/** A refusal is said on the page as it would be in the chat. */
const answering = async <T>(visitor: WebVisitor, run: () => Promise<T>): Promise<T | { readonly gone: RichText }> => {
  try {
    return await run()
  } catch (error) {
    if (error instanceof AppError) return { gone: explain(error, messagesIn(visitor.locale)) }
    throw error
  }
}
