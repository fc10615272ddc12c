import { AppError } from '../domain/errors.ts'
import type { LinkCode } from '../domain/ports/link-codes.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { messagesIn } from '../locales/index.ts'
import type { Joined, JoinStores, Newcomer } from './newcomer.ts'

/**
 * An account that nobody has yet becomes one more of somebody who has joined. The chat they used so far is told: who
 * did not do it themself has to know. Throws AppError 'code-used' when somebody else was faster, and
 * 'other-workspace' when the chat is another workspace's.
 */
export const joinChannel = async (newcomer: Newcomer, link: LinkCode, stores: JoinStores): Promise<Joined> => {
  const { now, channel, chat, sender } = newcomer
  const { workspaceId, personId } = link
  if (!(await stores.inviteCodes.claimLink(link.id, now))) throw new AppError('code-used', {})
  const inside = stores.inWorkspace(workspaceId)
  const person = await inside.people.get(personId)
  await tellFormerChat(newcomer, link, inside)
  if (chat !== null) {
    await inside.chats.adopt(chat.id)
    await inside.people.linkAccount(personId, channel, sender.id, chat.id)
  }
  const before = await inside.people.listChannels(personId)
  await inside.audit.append(
    {
      ...{ action: 'link-channel', subject: 'person', subjectId: personId, personId, channel },
      after: { channel, linkCodeId: link.id },
    },
    now,
  )
  const { name: workspace } = await stores.getWorkspace(workspaceId)
  const channels = [...new Set([...before, channel])]
  const m = messagesIn(person.locale)
  return {
    workspaceId,
    personId,
    replies: [{ text: m.account.linked({ name: person.name, workspace, channel, channels }) }],
  }
}

const tellFormerChat = async (
  { channel, key }: Newcomer,
  { personId }: LinkCode,
  { people, outbox }: Pick<Stores, 'outbox' | 'people'>,
): Promise<void> => {
  const [recipient] = await people.listRecipients({ personIds: [personId] })
  if (recipient === undefined) return
  const m = messagesIn(recipient.locale)
  const { chatId } = recipient
  await outbox.add([
    { chatId, personId, key: `${key}:linked`, kind: 'reply', text: m.account.linkedElsewhere(channel) },
  ])
}
