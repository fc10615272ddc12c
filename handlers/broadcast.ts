import { proposeDeadline } from '../domain/broadcast-deadline.ts'
import { nobodyYet } from '../domain/broadcast-draft.ts'
import type { Broadcast } from '../domain/ports/broadcasts.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { askAudience } from './broadcast-audience.ts'
import { draftIn, textDialog, waitForWords } from './broadcast-dialogs.ts'
import { checkRight, findAwaited, findDraft, tellSentBefore } from './broadcast-draft.ts'
import { listBroadcasts } from './broadcast-list.ts'
import { forgetDialog } from './evidence-kept.ts'
import type { Handler, Reply, Request } from './request.ts'

/** /thongbao with the text; without one what went out before, where there is any. */
export const startBroadcast: Handler<'broadcasts' | 'dialogs'> = async (request, text, stores) => {
  checkRight(request)
  const awaited = await findAwaited(request, stores)
  // The command may be said again, with the words for a file that came before.
  const wordless = awaited?.text === '' ? awaited : null
  await forgetDialog(request, stores)
  if (text !== '') return [askAudience(request, await putWords(request, wordless, text, stores))]
  if (wordless !== null) return askWords(request, wordless, stores)
  const listed = await listBroadcasts(request, 0, stores)
  return listed === null ? askText(request, '', stores) : [listed]
}

/** bc-new: the text comes as the next message. */
export const askText: Handler<'dialogs'> = async (request, _input, stores) => {
  checkRight(request)
  return waitForWords(request, { kind: textDialog, data: {} }, stores, { text: request.m.broadcast.askText() })
}

/** The words of a draft that has only files so far. */
export const askWords = (
  request: Request,
  { id: draftId }: Pick<Broadcast, 'id'>,
  stores: Pick<Stores, 'dialogs'>,
  text: Reply['text'] = request.m.broadcastFiles.askText(),
): Promise<readonly Reply[]> => waitForWords(request, { kind: textDialog, data: { draftId } }, stores, { text })

/** The text, in answer to the bot's question. */
export const receiveText: Handler<'broadcasts' | 'dialogs', { readonly text: string; readonly data: unknown }> = async (
  request,
  { text, data },
  stores,
) => {
  checkRight(request)
  const id = draftIn(data)
  const draft = id === null ? null : await findDraft(request, id, stores)
  await stores.dialogs.remove(request.chat.id, request.person.id)
  if (draft !== null && draft.sentAt !== null) return tellSentBefore(request, draft, draft.sentAt)
  return [askAudience(request, await putWords(request, draft, text, stores))]
}

/**
 * Words, with what they say they are due by: the preview shows it. To a draft that has none, else as a new one; `text`
 * may be empty where a file came first. Returns the draft's id.
 */
export const putWords = async (
  request: Request,
  draft: Broadcast | null,
  text: string,
  { broadcasts }: Pick<Stores, 'broadcasts'>,
): Promise<string> => {
  const { person, today, now } = request
  const deadline = proposeDeadline(text, today, person.locale)?.day ?? null
  if (draft === null) return broadcasts.saveDraft({ authorId: person.id, text, audience: nobodyYet, deadline }, now)
  await broadcasts.changeDraft(draft.id, { ...draft, text, deadline })
  return draft.id
}
