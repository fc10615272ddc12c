import { proposeDeadline } from '../domain/broadcast-deadline.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { askAudience } from './broadcast-audience.ts'
import { checkRight, waitForWords } from './broadcast-draft.ts'
import { listBroadcasts } from './broadcast-list.ts'
import type { Handler, Reply, Request } from './request.ts'

export const textDialog = 'broadcast-text'

/** /thongbao with the text; without one what went out before, where there is any. */
export const startBroadcast: Handler<'broadcasts' | 'dialogs'> = async (request, text, stores) => {
  checkRight(request)
  if (text !== '') return draftText(request, text, stores)
  const listed = await listBroadcasts(request, 0, stores)
  return listed === null ? askText(request, '', stores) : [listed]
}

/** bc-new: the text comes as the next message. */
export const askText: Handler<'dialogs'> = async (request, _input, stores) => {
  checkRight(request)
  return waitForWords(request, { kind: textDialog, data: {} }, stores, { text: request.m.broadcast.askText() })
}

/** The text, in answer to the bot's question. */
export const receiveText: Handler<'broadcasts' | 'dialogs', { readonly text: string }> = async (
  request,
  { text },
  stores,
) => {
  checkRight(request)
  await stores.dialogs.remove(request.chat.id, request.person.id)
  return draftText(request, text, stores)
}

/** What the text says it is due by is proposed; the preview shows it. */
const draftText = async (
  request: Request,
  text: string,
  { broadcasts }: Pick<Stores, 'broadcasts'>,
): Promise<readonly Reply[]> => {
  const { person, today, now } = request
  const deadline = proposeDeadline(text, today)?.day ?? null
  const id = await broadcasts.saveDraft({ authorId: person.id, text, audience: { agencyIds: [] }, deadline }, now)
  return [askAudience(request, id)]
}
