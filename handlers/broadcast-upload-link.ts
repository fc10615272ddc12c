import { isChosen } from '../domain/broadcast-draft.ts'
import type { RichText } from '../domain/message.ts'
import type { Broadcast } from '../domain/ports/broadcasts.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { lines } from '../locales/rich-text.ts'
import { askWords } from './broadcast.ts'
import { askAudience } from './broadcast-audience.ts'
import { endOfDraft } from './broadcast-draft.ts'
import { clockOf } from './broadcast-words.ts'
import type { Reply, Request } from './request.ts'
import { createToken, hashSecret } from './secrets.ts'

type Needs = 'audit' | 'dialogs' | 'uploadLinks'

/** An address for a file that the channel does not pass on, and what else is missing. */
export const offerUpload = async (
  request: Request,
  draft: Broadcast,
  stores: Pick<Stores, Needs>,
): Promise<readonly Reply[]> => {
  const text = await createUploadLink(request, draft, stores)
  if (draft.text === '') {
    return askWords(request, draft, stores, lines([text, request.m.broadcastFiles.askText()]))
  }
  return isChosen(draft.audience) ? [{ text }] : [{ text }, askAudience(request, draft.id)]
}

/** An address that takes files for a draft, once, and what is said about it. */
export const createUploadLink = async (
  request: Request,
  draft: Broadcast,
  { audit, uploadLinks }: Pick<Stores, 'audit' | 'uploadLinks'>,
): Promise<RichText> => {
  const { m, now, person, chat, links } = request
  const token = createToken()
  const expiresAt = endOfDraft(draft)
  await uploadLinks.create({ personId: person.id, broadcastId: draft.id, tokenHash: hashSecret(token) }, expiresAt)
  await audit.append(
    {
      ...{ action: 'upload-link', subject: 'broadcast', subjectId: draft.id },
      ...{ personId: person.id, channel: chat.channel, after: { expiresAt: expiresAt.toISOString() } },
    },
    now,
  )
  const url = `${links.web}/nop/${token}`
  return m.broadcastFiles.uploadLink({ url, channel: chat.channel, until: clockOf(request, expiresAt) })
}
