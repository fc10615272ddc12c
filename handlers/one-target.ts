import type { Assignment } from '../domain/assignment.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { TaskReference } from '../domain/reply/task-reference.ts'
import { findTarget } from './answer-target.ts'
import type { Reply, Request } from './request.ts'
import { listAgencies } from './task.ts'

/** The one assignment that somebody's words are about, or what to say where that is not clear. */
export const findOneTarget = async (
  request: Request,
  task: TaskReference | null,
  stores: Pick<Stores, 'agencies' | 'assignments'>,
): Promise<{ readonly assignment: Assignment } | { readonly replies: readonly Reply[] }> => {
  const { m } = request
  const target = await findTarget(request, { task, action: 'answer' }, stores)
  if (target.kind === 'nothing-open') return { replies: [{ text: m.answers.nothingOpen() }] }
  if (target.kind === 'one') return target
  return { replies: [{ text: m.answers.whichAgency() }, listAgencies(request, target.current, 0)] }
}
