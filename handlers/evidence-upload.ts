import type { KeptFile } from '../domain/evidence.ts'
import { AppError } from '../domain/errors.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { cardOf, type TaskCard } from '../domain/task-view.ts'
import { attachFiles, type AttachingNeeds } from './evidence-attach.ts'
import { getAssignment } from './reach.ts'
import type { Handler, Request } from './request.ts'

/** What the page of an upload shows; null when it is this person's no more. */
export const showUpload = async (
  request: Request,
  assignmentId: string,
  stores: Pick<Stores, 'agencies' | 'assignments'>,
): Promise<Pick<TaskCard, 'number' | 'title' | 'agency' | 'dueOn'> | null> => {
  try {
    const assignment = await getAssignment(request, { id: assignmentId, action: 'answer' }, stores)
    const { number, title, agency, dueOn } = cardOf(assignment, request.today)
    return { number, title, agency, dueOn }
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

interface Upload {
  readonly assignmentId: string
  readonly files: readonly KeptFile[]
  readonly caption: string
}

/** The files that came by the page, as if they had been sent in the chat. */
export const receiveUpload: Handler<AttachingNeeds, Upload> = async (request, { assignmentId, ...upload }, stores) => {
  const assignment = await getAssignment(request, { id: assignmentId, action: 'answer' }, stores)
  return attachFiles(request, assignment, upload, stores)
}
