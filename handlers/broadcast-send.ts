import { copyKey } from '../domain/broadcast-call.ts'
import { fingerprintOf } from '../domain/broadcast-draft.ts'
import type { Outgoing } from '../domain/message.ts'
import type { Recipient } from '../domain/people.ts'
import type { Broadcast } from '../domain/ports/broadcasts.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { messagesIn } from '../locales/index.ts'
import { followButtons, onDraft, tellSentBefore } from './broadcast-draft.ts'
import { findReach, showPreview } from './broadcast-preview.ts'
import { announcement, excerptOf } from './broadcast-words.ts'
import type { Reply, Request } from './request.ts'

type Needs = 'agencies' | 'audiences' | 'audit' | 'broadcasts' | 'outbox'

/** bc-send:<draft>:<fingerprint>: one message to each person, once however often it is pressed. */
export const sendBroadcast = onDraft<Needs>(async (request, { draft, rest }, stores) => {
  const { now, m } = request
  if (rest !== fingerprintOf(draft)) {
    return [{ text: m.broadcast.changedSince() }, await showPreview(request, draft, stores)]
  }
  if (!(await stores.broadcasts.claim(draft.id, now))) return tellSentBefore(request, draft, now)
  const { members, reached } = await findReach(request, draft.audience, stores)
  await putOut(request, draft, members, stores)
  const { text, audience, deadline } = draft
  await stores.audit.append(
    {
      ...{ action: 'broadcast.send', subject: 'broadcast', subjectId: draft.id },
      ...{ personId: request.person.id, channel: request.chat.channel },
      after: { text, ...audience, deadline, people: members.length },
    },
    now,
  )
  const said = m.broadcast.sent({ excerpt: excerptOf(draft), people: members.length, agencies: reached })
  const reply: Reply = { text: said, buttons: followButtons(request, draft, 'who'), replaces: true }
  return [reply]
})

/** Messages and receipts together: both are written in the transaction that marks it as sent. */
const putOut = async (
  request: Request,
  draft: Broadcast,
  members: readonly Recipient[],
  { broadcasts, outbox }: Pick<Stores, 'broadcasts' | 'outbox'>,
): Promise<void> => {
  await outbox.add(
    members.map((member) => copyFor(request, draft, member, { key: copyKey(draft.id, member.personId) })),
  )
  await broadcasts.addReceipts(
    draft.id,
    members.map(({ personId }) => ({ personId, messageKey: copyKey(draft.id, personId) })),
  )
}

/** One person's copy; `again` when they are called once more. */
export const copyFor = (
  request: Request,
  broadcast: Broadcast,
  { personId, chatId, locale }: Recipient,
  { key, again = false }: { readonly key: string; readonly again?: boolean },
): Outgoing => {
  const m = messagesIn(locale)
  return {
    ...{ chatId, personId, key },
    kind: 'broadcast',
    text: announcement(request, broadcast, m, again),
    buttons: [[{ label: m.broadcast.acknowledge, action: `bc-ack:${broadcast.id}` }]],
    choiceHint: m.common.choiceHint,
  }
}

/** "Thôi": the draft is simply left lying. */
export const cancelBroadcast = onDraft((request) =>
  Promise.resolve([{ text: request.m.broadcast.cancelled(), replaces: true }]),
)
