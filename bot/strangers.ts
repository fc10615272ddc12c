import { AppError } from '../domain/errors.ts'
import { findInviteCode } from '../domain/invite-code.ts'
import type { Chat, WaitingEvent } from '../domain/ports/messages.ts'
import { joinByCode } from '../handlers/join.ts'
import type { Reply } from '../handlers/request.ts'
import { type Messages, messagesIn } from '../locales/index.ts'
import { explain } from './explain.ts'
import type { HandlingOptions, HandlingTools } from './handling-tools.ts'

/** What is said to somebody whom no workspace knows: only a code opens anything. */
export const welcomeStranger = async (
  options: HandlingOptions,
  tools: HandlingTools,
  { incoming, id }: WaitingEvent,
  chat: Chat,
): Promise<{ readonly workspaceId: string | null; readonly replies: readonly Reply[]; readonly m: Messages }> => {
  const m = messagesIn(options.locale)
  // Strangers in a group talk to one another, not to the bot.
  if (chat.kind === 'group') return { workspaceId: chat.workspaceId, replies: [], m }
  const code = incoming.body.kind === 'text' ? findInviteCode(incoming.body.text) : null
  // Who just left still has the page open for a moment; browsers come in by the page of the code.
  if (code === null || incoming.channel === 'web') throw new AppError('not-joined', {})
  const joined = await joinByCode(
    {
      now: options.now(),
      chat,
      sender: incoming.sender,
      channel: incoming.channel,
      locale: options.locale,
      m,
      key: `event:${id}`,
      links: options.links(),
    },
    code,
    { ...tools.openStores, inWorkspace: tools.storesOf, getWorkspace: tools.getWorkspace },
  )
  // A wrong code is counted, and the count must stay: so it is answered here instead of rolled back.
  if ('failed' in joined) return { workspaceId: null, replies: [{ text: explain(joined.failed, m) }], m }
  return { ...joined, m }
}
