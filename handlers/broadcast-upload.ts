import type { KeptFile } from '../domain/evidence.ts'
import { AppError } from '../domain/errors.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { attach, type AttachingNeeds } from './broadcast-attach.ts'
import { getDraft, tellSentBefore } from './broadcast-draft.ts'
import { excerptOf } from './broadcast-words.ts'
import type { Handler, Request } from './request.ts'

/** How the page of an upload calls the draft; null when it takes no more files of this person. */
export const showDraftOfUpload = async (
  request: Request,
  broadcastId: string,
  stores: Pick<Stores, 'broadcasts'>,
): Promise<string | null> => {
  try {
    const draft = await getDraft(request, broadcastId, stores)
    return draft.sentAt === null ? excerptOf(draft) : null
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

interface Upload {
  readonly broadcastId: string
  readonly files: readonly KeptFile[]
}

/** The files that came by the page, as if they had been sent in the chat. */
export const receiveFilesOfDraft: Handler<AttachingNeeds, Upload> = async (request, { broadcastId, files }, stores) => {
  const draft = await getDraft(request, broadcastId, stores)
  if (draft.sentAt !== null) return tellSentBefore(request, draft, draft.sentAt)
  return attach(request, draft, { files }, stores)
}
