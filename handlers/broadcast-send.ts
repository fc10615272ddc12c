import { copyKey } from '../domain/broadcast-call.ts'
import { fingerprintOf } from '../domain/broadcast-draft.ts'
import type { Outgoing } from '../domain/message.ts'
import type { Recipient } from '../domain/people.ts'
import type { Broadcast } from '../domain/ports/broadcasts.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { messagesIn } from '../locales/index.ts'
import { stopWaitingForFiles } from './broadcast-dialogs.ts'
import { followButtons, onDraft, tellSentBefore } from './broadcast-draft.ts'
import { addressFiles } from './broadcast-file-addresses.ts'
import { findReach, showPreview } from './broadcast-preview.ts'
import { announcement, excerptOf } from './broadcast-words.ts'
import type { Reply, Request } from './request.ts'

type Needs = 'agencies' | 'audiences' | 'audit' | 'broadcastFiles' | 'broadcasts' | 'dialogs' | 'outbox'

/** bc-send:<draft>:<fingerprint>: one message to each person, once however often it is pressed. */
export const sendBroadcast = onDraft<Needs>(async (request, { draft, rest }, stores) => {
  const { now, m } = request
  if (rest !== fingerprintOf(draft)) {
    return [{ text: m.broadcast.changedSince() }, await showPreview(request, draft, stores)]
  }
  if (!(await stores.broadcasts.claim(draft.id, now))) return tellSentBefore(request, draft, now)
  const { members, reached } = await findReach(request, draft.audience, stores)
  await putOut(request, draft, members, stores)
  await stopWaitingForFiles(request, stores)
  const { text, audience, deadline } = draft
  const files = draft.files.map(({ name, size, sha256 }) => ({ name, size, sha256 }))
  await stores.audit.append(
    {
      ...{ action: 'broadcast.send', subject: 'broadcast', subjectId: draft.id },
      ...{ personId: request.person.id, channel: request.chat.channel },
      after: { text, ...audience, deadline, people: members.length, ...(files.length === 0 ? {} : { files }) },
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
  { broadcasts, broadcastFiles, outbox }: Pick<Stores, 'broadcasts' | 'broadcastFiles' | 'outbox'>,
): Promise<void> => {
  const addressOf = await addressFiles(request, draft, members, { broadcastFiles })
  await outbox.add(
    members.map((member) => {
      const key = copyKey(draft.id, member.personId)
      return copyFor(request, draft, member, { key, address: addressOf(member.personId) })
    }),
  )
  await broadcasts.addReceipts(
    draft.id,
    members.map(({ personId }) => ({ personId, messageKey: copyKey(draft.id, personId) })),
  )
}

interface Copy {
  readonly key: string
  /** Where this person finds the files. */
  readonly address: string
  /** When they are called once more. */
  readonly again?: boolean
}

/** One person's copy. */
export const copyFor = (
  request: Request,
  broadcast: Broadcast,
  { personId, chatId, locale }: Recipient,
  { key, ...how }: Copy,
): Outgoing => {
  const m = messagesIn(locale)
  return {
    ...{ chatId, personId, key },
    kind: 'broadcast',
    text: announcement(request, broadcast, m, how),
    buttons: [[{ label: m.broadcast.acknowledge, action: `bc-ack:${broadcast.id}` }]],
    choiceHint: m.common.choiceHint,
  }
}

/** "Thôi": the draft is simply left lying. */
export const cancelBroadcast = onDraft<'dialogs'>(async (request, _input, stores) => {
  await stopWaitingForFiles(request, stores)
  return [{ text: request.m.broadcast.cancelled(), replaces: true }]
})
