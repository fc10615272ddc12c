import { planUndo } from '../domain/assignment-change.ts'
import { isUndoable } from '../domain/approval.ts'
import { AppError } from '../domain/errors.ts'
import type { StatusUpdate } from '../domain/ports/assignments.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { getAssignment } from './reach.ts'
import { momentOf, whichOf } from './record.ts'
import type { Handler, Reply, Request } from './request.ts'

const undoMinutes = 10

type Needs = 'agencies' | 'assignments' | 'audit' | 'dialogs'

/** undo:<update>: takes one's own answer back, while it is fresh and nothing newer stands on it. */
export const undo: Handler<Needs> = async (request, updateId, stores) => {
  const { m, person, chat } = request
  const update = await stores.assignments.findUpdate(updateId)
  if (update === null || !isUndoable(update.kind)) throw new AppError('button-stale', {})
  if (update.personId !== person.id) throw new AppError('not-allowed', {})
  const assignment = await getAssignment(request, { id: update.assignmentId, action: 'answer' }, stores)
  const which = whichOf(request, assignment)
  if (update.undoneAt !== null) return [{ text: m.answers.undoneBefore(which), assignmentId: assignment.id }]
  await requireFresh(request, update, stores)
  const change = planUndo(assignment, update, momentOf(request))
  if (!(await stores.assignments.undo(update.id, change, request.now))) throw new AppError('undo-too-late', {})
  await stores.dialogs.remove(chat.id, person.id)
  const { state, percent, obstacle } = assignment
  await stores.audit.append(
    {
      ...{ action: 'assignment.undo', subject: 'assignment', subjectId: assignment.id },
      ...{ personId: person.id, channel: chat.channel },
      before: { state, percent, obstacle },
      after: { state: change.state, percent: change.percent, obstacle: change.obstacle, update: update.id },
    },
    request.now,
  )
  const reply: Reply = { text: m.answers.undone(which, change), assignmentId: assignment.id, replaces: true }
  return [reply]
}

const requireFresh = async (
  { now }: Request,
  update: StatusUpdate,
  { assignments }: Pick<Stores, 'assignments'>,
): Promise<void> => {
  const age = now.getTime() - update.at.getTime()
  const latest = await assignments.findLatestUpdate(update.assignmentId)
  if (age > undoMinutes * 60_000 || latest?.id !== update.id) throw new AppError('undo-too-late', {})
}
