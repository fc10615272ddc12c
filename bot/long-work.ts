import type { WaitingEvent } from '../domain/ports/messages.ts'
import { messagesIn } from '../locales/index.ts'
import type { HandlingOptions } from './handling-tools.ts'

/** Plans of more tasks than this take seconds to hand out. */
const longFrom = 1000

const handsOut = /^plan-(?:ok|keep|cut):([0-9a-f-]{36})$/

/** Says that a large plan is being handed out, before that begins: nobody is left to press the button again. */
export const announceLongWork = async (options: HandlingOptions, { id, incoming }: WaitingEvent): Promise<void> => {
  const draftId = incoming.body.kind === 'button' ? handsOut.exec(incoming.body.action)?.[1] : undefined
  if (draftId === undefined) return
  await options.inTransaction(async ({ turn, accounts, storesOf, outboxOf }) => {
    const account = await accounts.find(incoming.channel, incoming.sender.id)
    if (account === null) return
    const { plans, people } = storesOf(account.workspaceId)
    const tasks = await plans.countDraftTasks(draftId)
    if (tasks < longFrom) return
    const chat = await turn.openChat(incoming)
    const m = messagesIn((await people.get(account.personId)).locale)
    const text = m.plans.working({ tasks })
    await outboxOf(chat.workspaceId).add([
      { chatId: chat.id, key: `event:${id}:working`, kind: 'reply', text, notBefore: options.now() },
    ])
  })
}
