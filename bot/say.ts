import type { Chat, WaitingEvent } from '../domain/ports/messages.ts'
import type { Reply } from '../handlers/request.ts'
import type { Messages } from '../locales/index.ts'
import type { HandlingOptions, HandlingTools } from './handling-tools.ts'

interface Saying {
  readonly chat: Chat
  readonly replies: readonly Reply[]
  readonly m: Messages
  readonly personId?: string
}

/** Puts what is answered to an event into the outbox, in the event's own transaction. */
export const say = async (
  tools: Pick<HandlingTools, 'outboxOf'>,
  options: Pick<HandlingOptions, 'now'>,
  { id, incoming }: WaitingEvent,
  { chat, replies, m, personId }: Saying,
): Promise<void> => {
  const pressed = incoming.body.kind === 'button' ? incoming.body.messageId : undefined
  await tools.outboxOf(chat.workspaceId).add(
    replies.map((reply, index) => ({
      chatId: chat.id,
      ...(personId === undefined ? {} : { personId }),
      key: `event:${id}:reply:${index}`,
      kind: 'reply' as const,
      text: reply.text,
      ...(reply.picture === undefined ? {} : { picture: reply.picture }),
      ...(reply.buttons ? { buttons: reply.buttons, choiceHint: m.common.choiceHint } : {}),
      ...(reply.assignmentId === undefined ? {} : { assignmentId: reply.assignmentId }),
      ...(reply.replaces === true && pressed !== undefined ? { edits: pressed } : {}),
      notBefore: options.now(),
    })),
  )
}
