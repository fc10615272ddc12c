import type { Assignment } from '../domain/assignment.ts'
import type { Understanding } from '../domain/reply/understanding.ts'
import type { KeptFile } from '../domain/evidence.ts'
import { AppError } from '../domain/errors.ts'
import { fold } from '../domain/fold.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { understand } from '../domain/reply/understand.ts'
import { answer, type AnswerNeeds } from './answer.ts'
import { attachFiles, type AttachingNeeds } from './evidence-attach.ts'
import { findKept, type Kept, mostKept, saveKept } from './evidence-kept.ts'
import { offerUploadLink } from './evidence-link.ts'
import { type FileTarget, findFileTarget, findForwardedTarget, findNamed, taskChoices } from './evidence-target.ts'
import { getAssignment } from './reach.ts'
import type { Handler, Reply, Request } from './request.ts'
import type { SentEvidence } from './route.ts'

type Needs = AttachingNeeds | AnswerNeeds | 'uploadLinks'

/** A file or photo that proves something: attached to its task, or kept while that is asked. */
export const receiveEvidenceFile: Handler<Needs, SentEvidence> = async (request, sent, stores) => {
  const { evidence, caption, forwarded } = sent
  if (evidence === null) return offerUploadLink(request, caption, stores)
  if (forwarded === true) return receiveForwarded(request, { evidence, caption }, stores)
  return attachOrWait(request, { evidence, caption }, await findFileTarget(request, caption, stores), stores)
}

const attachOrWait = async (
  request: Request,
  { evidence, caption }: { readonly evidence: KeptFile; readonly caption: string },
  target: FileTarget,
  stores: Pick<Stores, Needs>,
): Promise<readonly Reply[]> => {
  const kept = await findKept(request, stores)
  if (target.kind === 'one') {
    const replies = await attachFiles(request, target.assignment, { files: [evidence], caption }, stores)
    // Files that wait for another task go on waiting.
    if (kept !== null) await saveKept(request, kept, stores)
    return replies
  }
  return keepAndAsk(request, addTo(kept, evidence, caption), target.among, stores)
}

/** Only where it is certain what it proves; of the caption nothing is recorded. */
const receiveForwarded = async (
  request: Request,
  { evidence, caption }: { readonly evidence: KeptFile; readonly caption: string },
  stores: Pick<Stores, Needs>,
): Promise<readonly Reply[]> => {
  const target = await findForwardedTarget(request, caption, stores)
  const unread = caption === '' ? [] : [{ text: request.m.evidence.captionUnread() }]
  const bare = { evidence, caption: '' }
  if (target.kind === 'one') return [...(await attachOrWait(request, bare, target, stores)), ...unread]
  return [...unread, ...(await attachOrWait(request, bare, target, stores))]
}

const addTo = (kept: Kept | null, file: KeptFile, caption: string): Kept =>
  kept === null
    ? { files: [file], caption }
    : { files: [...kept.files, file], caption: kept.caption === '' ? caption : kept.caption }

const keepAndAsk = async (
  request: Request,
  kept: Kept,
  among: readonly Assignment[],
  stores: Pick<Stores, 'dialogs'>,
): Promise<readonly Reply[]> => {
  if (kept.files.length > mostKept) return [{ text: request.m.evidence.keptEnough(mostKept) }]
  await saveKept(request, kept, stores)
  return [askWhich(request, kept, among)]
}

const askWhich = (request: Request, { files }: Kept, among: readonly Assignment[]): Reply => {
  const { m } = request
  const names = files.map(({ name }) => name)
  const drop = { label: m.evidence.drop, action: 'ev-drop' }
  return {
    text: m.evidence.whichTask({ names, offered: among.length }),
    buttons: [...taskChoices(request, among, ({ id }) => `ev-of:${id}`), [drop]],
  }
}

/** ev-of:<assignment>: what waits is evidence of this. */
export const pressTaskOfFile: Handler<Needs> = async (request, id, stores) => {
  const kept = await findKept(request, stores)
  if (kept === null) throw new AppError('evidence-not-kept', {})
  const assignment = await getAssignment(request, { id, action: 'answer' }, stores)
  return attachFiles(request, assignment, kept, stores)
}

/** ev-drop */
export const dropKeptFiles: Handler<'dialogs'> = async (request, _input, stores) => {
  const kept = await findKept(request, stores)
  if (kept === null) throw new AppError('evidence-not-kept', {})
  await stores.dialogs.remove(request.chat.id, request.person.id)
  return [{ text: request.m.evidence.dropped(kept.files.length) }]
}

/** Words while files wait: the number of their task, a reply to its message, or something else altogether. */
export const hearTaskOfFile: Handler<Needs, { readonly text: string; readonly data: unknown }> = async (
  request,
  { text },
  stores,
) => {
  const kept = await findKept(request, stores)
  if (kept === null) return answer(request, text, stores)
  if (request.m.answers.dropWords.includes(fold(text))) return dropKeptFiles(request, '', stores)
  const meant = meantBy(request, text)
  if (meant === null) return goOnWaiting(request, { text, kept }, stores)
  const target = await findNamed(request, meant.task, stores)
  if (target.kind === 'ask') return [askWhich(request, kept, target.among)]
  return attachFiles(request, target.assignment, { ...kept, caption: meant.words || kept.caption }, stores)
}

/** "12" and "nv12" name a task and say nothing more; "nv12 xong" says what the file proves. */
const meantBy = (
  { today, about }: Request,
  text: string,
): { readonly task: Understanding['task']; readonly words: string } | null => {
  if (/^\d{1,6}$/u.test(text)) return { task: Number(text), words: '' }
  const { task, intent } = understand(text, { today, aboutTask: true })
  if (task === null && about?.assignmentId == null) return null
  return { task, words: intent === 'question' ? '' : text }
}

const goOnWaiting = async (
  request: Request,
  { text, kept }: { readonly text: string; readonly kept: Kept },
  stores: Pick<Stores, Needs>,
): Promise<readonly Reply[]> => {
  const replies = await answer(request, text, stores)
  await saveKept(request, kept, stores)
  return replies
}
