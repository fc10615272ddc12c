import type { Outgoing } from '../domain/message.ts'
import type { Broadcast } from '../domain/ports/broadcasts.ts'
import type { AudienceMember } from '../domain/ports/audiences.ts'
import { shorten } from '../domain/shorten.ts'
import { localDate, localTime } from '../domain/time.ts'
import { messagesIn } from '../locales/index.ts'
import { getDraft } from './broadcast.ts'
import { announcement, findReach } from './broadcast-preview.ts'
import type { Handler, Reply, Request } from './request.ts'

/** "Gửi": one message to each person, once however often it is pressed. */
export const sendBroadcast: Handler<'agencies' | 'audiences' | 'audit' | 'broadcasts' | 'outbox'> = async (
  request,
  id,
  stores,
) => {
  const draft = await getDraft(request, id, stores)
  if (!(await stores.broadcasts.claim(draft.id, request.now))) return tellSentBefore(request, draft)
  const { members, reached } = await findReach(request, draft.audience, stores)
  const messages = members.map((member) => copyFor(request, draft, member))
  await stores.outbox.add(messages)
  await stores.broadcasts.addReceipts(
    draft.id,
    messages.map(({ personId, key }) => ({ personId, messageKey: key })),
  )
  await stores.audit.append(
    {
      action: 'broadcast.send',
      subject: 'broadcast',
      subjectId: draft.id,
      personId: request.person.id,
      channel: request.chat.channel,
      after: { text: draft.text, agencyIds: draft.audience.agencyIds, people: members.length },
    },
    request.now,
  )
  const counts = { excerpt: excerptOf(draft), people: members.length, agencies: reached }
  return [withReceipts(request, draft, { text: request.m.broadcast.sent(counts), replaces: true })]
}

/** "Thôi": the draft is simply left lying. */
export const cancelBroadcast: Handler<'broadcasts'> = async (request, id, stores) => {
  const draft = await getDraft(request, id, stores)
  if (draft.sentAt !== null) return tellSentBefore(request, draft)
  return [{ text: request.m.broadcast.cancelled(), replaces: true }]
}

const copyFor = (
  request: Request,
  { id, text }: Broadcast,
  { personId, chatId, locale }: AudienceMember,
): Outgoing & { readonly personId: string } => {
  const m = messagesIn(locale)
  return {
    chatId,
    personId,
    key: `broadcast:${id}:${personId}`,
    kind: 'broadcast',
    text: announcement(request, text, m),
    buttons: [[{ label: m.broadcast.acknowledge, action: `bc-ack:${id}` }]],
    choiceHint: m.common.choiceHint,
  }
}

const tellSentBefore = (request: Request, draft: Broadcast): readonly Reply[] => {
  const { zone } = request.workspace
  const sentAt = draft.sentAt ?? request.now
  const when = { day: localDate(sentAt, zone), time: localTime(sentAt, zone).slice(0, 5) }
  const text = request.m.broadcast.sentBefore({
    excerpt: excerptOf(draft),
    day: request.m.common.date(when.day),
    time: when.time,
  })
  return [withReceipts(request, draft, { text })]
}

const withReceipts = ({ m }: Request, { id }: Broadcast, reply: Reply): Reply => ({
  ...reply,
  buttons: [[{ label: m.broadcast.who, action: `bc-who:${id}` }]],
})

/** So many characters tell one announcement from another. */
export const excerptOf = ({ text }: Broadcast): string => shorten(text, 60)
