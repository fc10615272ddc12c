import { AppError } from '../domain/errors.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { hear } from '../domain/reply/hear.ts'
import { takeTasks } from '../domain/reply/task-reference.ts'
import { taskButtons } from '../domain/task-buttons.ts'
import { findTarget } from './answer-target.ts'
import type { Reply, Request } from './request.ts'

type ForwardedStores = Pick<Stores, 'agencies' | 'assignments'>

/** Somebody else's words, passed on: nothing of them is recorded; where one task is meant it is asked how that stands. */
export const hearForwarded = async (
  request: Request,
  text: string,
  stores: ForwardedStores,
): Promise<readonly Reply[]> => {
  const { m } = request
  const assignment = await findMeant(request, text, stores)
  if (assignment === null) return [{ text: m.answers.forwarded(null) }]
  return [
    {
      text: m.answers.forwarded(assignment.number),
      buttons: taskButtons(assignment, m.tasks.buttons),
      assignmentId: assignment.id,
    },
  ]
}

const findMeant = async (request: Request, text: string, stores: ForwardedStores) => {
  const [task = null, ...others] = takeTasks(hear(text)).tasks
  if (others.length > 0) return null
  try {
    const target = await findTarget(request, { task, action: 'answer' }, stores)
    return target.kind === 'one' ? target.assignment : null
  } catch (error) {
    // Not theirs, not there, or one of several: it is not for a forwarded text to say more.
    if (error instanceof AppError) return null
    throw error
  }
}
