import { AppError } from '../domain/errors.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { Reply, Request } from './request.ts'

type PrivateStores = Pick<Stores, 'chats' | 'outbox' | 'people'>

/**
 * What a group may not read along is answered in the private chat of whoever asked, as if it had been asked there; the
 * group reads only that it was. Throws AppError 'private-only' when this channel has no private chat with them.
 */
export const answerPrivately = async (
  request: Request,
  run: (request: Request) => Promise<readonly Reply[]>,
  { chats, outbox, people }: PrivateStores,
): Promise<readonly Reply[]> => {
  const { m, now, key, person, chat: group } = request
  const [recipient] = await people.listRecipients({ personIds: [person.id] })
  if (recipient?.channel !== group.channel) throw new AppError('private-only', {})
  const chat = await chats.get(recipient.chatId)
  const replies = await run({ ...request, chat, about: null })
  await outbox.add(
    replies.map(({ text, picture, buttons, assignmentId }, index) => ({
      ...{ chatId: chat.id, personId: person.id, key: `${key}:privately:${index}`, kind: 'reply' as const, text },
      ...(picture === undefined ? {} : { picture }),
      ...(buttons === undefined ? {} : { buttons, choiceHint: m.common.choiceHint }),
      ...(assignmentId === undefined ? {} : { assignmentId }),
      notBefore: now,
    })),
  )
  return [{ text: m.common.answeredPrivately() }]
}
