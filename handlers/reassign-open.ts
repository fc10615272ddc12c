import type { Assignment } from '../domain/assignment.ts'
import { AppError } from '../domain/errors.ts'
import type { Returned } from '../domain/ports/decisions.ts'
import { thenNext } from './approval-queue.ts'
import type { DecisionStores } from './decide.ts'
import { getAssignment } from './reach.ts'
import type { Reply, Request } from './request.ts'

/** A returned task whose turn it is. */
export interface OpenedReturn {
  readonly deed: Returned
  readonly assignment: Assignment
  readonly queue: boolean
}

/** A return that still waits, for somebody who may decide on it; else what to say. */
export const openReturn = async (
  request: Request,
  item: { readonly id: string; readonly queue: boolean },
  stores: DecisionStores,
): Promise<OpenedReturn | { readonly gone: readonly Reply[] }> => {
  const deed = await stores.decisions.findReturn(item.id)
  if (deed === null) throw new AppError('button-stale', {})
  const assignment = await getAssignment(request, { id: deed.assignmentId, action: 'reassign' }, stores)
  if (deed.isWaiting) return { deed, assignment, queue: item.queue }
  return { gone: await thenNext(request, item, [{ text: request.m.approval.itemGone() }], stores) }
}

export const waitingOf = ({ deed, queue }: OpenedReturn) => ({ id: deed.id, assignmentId: deed.assignmentId, queue })
export const itemOf = ({ deed, queue }: OpenedReturn) => ({ id: deed.id, queue })
