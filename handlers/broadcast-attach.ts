import { isChosen } from '../domain/broadcast-draft.ts'
import { mostFiles, planAttaching } from '../domain/broadcast-files.ts'
import { AppError } from '../domain/errors.ts'
import type { KeptFile } from '../domain/evidence.ts'
import { announcedIn } from '../domain/file-purpose.ts'
import type { RichText } from '../domain/message.ts'
import type { Broadcast } from '../domain/ports/broadcasts.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { lines } from '../locales/rich-text.ts'
import { askWords, putWords } from './broadcast.ts'
import { askAudience } from './broadcast-audience.ts'
import { stopWaitingForFiles, waitForFiles } from './broadcast-dialogs.ts'
import { checkRight, findAwaited, getDraft, tellSentBefore } from './broadcast-draft.ts'
import { showPreview } from './broadcast-preview.ts'
import { offerUpload } from './broadcast-upload-link.ts'
import type { Handler, Reply, Request } from './request.ts'
import type { SentAttachment } from './route.ts'

export type AttachingNeeds = 'agencies' | 'audiences' | 'broadcastFiles' | 'broadcasts' | 'dialogs'
type Needs = AttachingNeeds | 'audit' | 'uploadLinks'

/** A file in the chat for an announcement: for the draft that waits for it, else for a new one. */
export const receiveAttachment: Handler<Needs, SentAttachment> = async (request, { attachment, caption }, stores) => {
  checkRight(request)
  const { draft, unused } = await draftFor(request, caption, stores)
  if (draft.sentAt !== null) return tellSentBefore(request, draft, draft.sentAt)
  if (attachment === null) return offerUpload(request, draft, stores)
  const said = unused ? [request.m.broadcastFiles.captionUnused()] : []
  return attach(request, draft, { files: [attachment], said }, stores)
}

/** A file that the channel does not pass on, for what waits for one. */
export const offerUploadForAwaited: Handler<Needs> = async (request, _input, stores) => {
  checkRight(request)
  const { draft } = await draftFor(request, '', stores)
  if (draft.sentAt !== null) return tellSentBefore(request, draft, draft.sentAt)
  return offerUpload(request, draft, stores)
}

/** What a caption says becomes the words of a draft that has none; otherwise nobody would read it. */
const draftFor = async (
  request: Request,
  caption: string,
  stores: Pick<Stores, 'broadcasts' | 'dialogs'>,
): Promise<{ readonly draft: Broadcast; readonly unused: boolean }> => {
  const announced = announcedIn(caption)
  const words = announced ?? caption
  const awaited = await findAwaited(request, stores)
  const wordless = awaited?.text === '' ? awaited : null
  // The command begins something new, unless what waits has no words yet.
  if (awaited !== null && wordless === null && announced === null) return { draft: awaited, unused: words !== '' }
  const id = await putWords(request, wordless, words, stores)
  return { draft: await getDraft(request, id, stores), unused: false }
}

interface Brought {
  readonly files: readonly KeptFile[]
  /** What is said before anything else. */
  readonly said?: readonly RichText[]
}

/** Adds files to a draft and asks for what is missing, or shows it as it is now. Throws AppError 'broadcast-files-full'. */
export const attach = async (
  request: Request,
  draft: Broadcast,
  { files, said = [] }: Brought,
  stores: Pick<Stores, AttachingNeeds>,
): Promise<readonly Reply[]> => {
  let current = draft
  const heard: RichText[] = [...said]
  for (const file of files) {
    const { draft: changed, text } = await attachOne(request, current, file, stores)
    current = changed
    heard.push(text)
  }
  if (current.text === '') {
    return askWords(request, current, stores, lines([...heard, request.m.broadcastFiles.askText()]))
  }
  await waitForFiles(request, current, stores, true)
  const next = await nextStep(request, current, stores)
  return [{ ...next, text: lines([...heard, next.text]) }]
}

const attachOne = async (
  { m, now, person }: Request,
  draft: Broadcast,
  file: KeptFile,
  { broadcastFiles }: Pick<Stores, 'broadcastFiles'>,
): Promise<{ readonly draft: Broadcast; readonly text: RichText }> => {
  const plan = planAttaching(draft.files, file)
  if (plan.kind === 'full') throw new AppError('broadcast-files-full', { limit: mostFiles })
  if (plan.kind === 'known') return { draft, text: m.broadcastFiles.known(plan.as.name) }
  const { name, replaces } = plan
  if (replaces !== null) await broadcastFiles.remove(draft.id, replaces.id)
  const { size, sha256, mime, storageKey } = file
  const kept = { name, size, sha256, mime, storageKey, addedById: person.id }
  const added = await broadcastFiles.add(draft.id, kept, now)
  return {
    draft: { ...draft, files: [...draft.files.filter(({ id }) => id !== replaces?.id), added] },
    text: m.broadcastFiles.attached({ ...added, replaced: replaces !== null }),
  }
}

/** Whom it goes to, while nobody is chosen; else what will be sent. */
const nextStep = (
  request: Request,
  draft: Broadcast,
  stores: Pick<Stores, 'agencies' | 'audiences'>,
): Promise<Reply> =>
  isChosen(draft.audience) ? showPreview(request, draft, stores) : Promise.resolve(askAudience(request, draft.id))

/** A draft as it stands, when nothing more is to be attached. */
export const stopAttaching = async (
  request: Request,
  draft: Broadcast,
  stores: Pick<Stores, 'agencies' | 'audiences' | 'dialogs'>,
): Promise<readonly Reply[]> => {
  await stopWaitingForFiles(request, stores)
  return [{ ...(await nextStep(request, draft, stores)), replaces: true }]
}
