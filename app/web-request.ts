import { randomUUID } from 'node:crypto'
import type { Chat } from '../domain/ports/messages.ts'
import { localDate } from '../domain/time.ts'
import type { Links, Reply, Request } from '../handlers/request.ts'
import { messagesIn } from '../locales/index.ts'
import type { TransactionTools } from './transactions.ts'

export interface WebRequestOptions {
  readonly now: () => Date
  readonly links: () => Links
}

interface Asker {
  readonly workspaceId: string
  readonly personId: string
  /** What is caused is keyed by it; anew for every request unless given. */
  readonly key?: string
}

/** A request from a page instead of a message. Its chat is the one in which the person was last, for what is said. */
export const requestFor = async (
  { now, links }: WebRequestOptions,
  tools: TransactionTools,
  { workspaceId, personId, key = `web:${randomUUID()}` }: Asker,
): Promise<Request> => {
  const at = now()
  const stores = tools.storesOf(workspaceId)
  const workspace = await tools.getWorkspace(workspaceId)
  const person = await stores.people.get(personId)
  const today = localDate(at, workspace.zone)
  const [reached] = await stores.people.listRecipients({ personIds: [personId] })
  const chat = reached === undefined ? await openWebChat(tools, person, at) : await stores.chats.get(reached.chatId)
  const standsIn = await stores.delegations.listStandIns(personId, today)
  return {
    ...{ now: at, today, workspace, person, standsIn, about: null, m: messagesIn(person.locale), key, links: links() },
    // The record says where it came from, not where it is told.
    chat: { ...chat, channel: 'web' },
  }
}

const openWebChat = (
  { turn }: TransactionTools,
  { id, name }: { readonly id: string; readonly name: string },
  at: Date,
): Promise<Chat> =>
  turn.openChat({
    ...{ channel: 'web', externalId: `web:${randomUUID()}`, chat: { id, kind: 'private', title: name } },
    ...{ sender: { id, name }, sentAt: at.toISOString(), body: { kind: 'unblocked' } },
  })

/** Says in the person's chat what a page has brought about. */
export const say = async (
  { outboxOf }: TransactionTools,
  { chat, person, workspace, key, m, now }: Request,
  replies: readonly Reply[],
): Promise<void> => {
  await outboxOf(workspace.id).add(
    replies.map(({ text, buttons, assignmentId }, index) => ({
      ...{ chatId: chat.id, personId: person.id, key: `${key}:${index}`, kind: 'reply', text, notBefore: now },
      ...(buttons === undefined ? {} : { buttons, choiceHint: m.common.choiceHint }),
      ...(assignmentId === undefined ? {} : { assignmentId }),
    })),
  )
}
