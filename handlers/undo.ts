import { planUndo } from '../domain/assignment-change.ts'
import { isUndoable, undoable } from '../domain/approval.ts'
import { AppError } from '../domain/errors.ts'
import type { StatusUpdate } from '../domain/ports/assignments.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { TaskReference } from '../domain/reply/task-reference.ts'
import { lines, type Rich, rich } from '../locales/rich-text.ts'
import { findTarget } from './answer-target.ts'
import { explain } from './explain.ts'
import { findTask, getAssignment } from './reach.ts'
import { momentOf, whichOf } from './record.ts'
import type { Handler, Reply, Request } from './request.ts'

const undoMinutes = 10

type Needs = 'agencies' | 'assignments' | 'audit' | 'dialogs'

/** A tap on the line of one among several leaves the message with the others as it is. */
export const undoPrefix = { alone: 'undo', amongOthers: 'undo-one' } as const

/** undo-one:<update> */
export const undoAmongOthers: Handler<Needs> = async (request, updateId, stores) => {
  const replies = await undo(request, updateId, stores)
  return replies.map((reply) => ({ ...reply, replaces: false }))
}

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
  const change = planUndo(assignment, update, momentOf(request, assignment))
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

/**
 * "Hoàn tác" in words: one's newest answer, which is several where one message told of several tasks; or the newest
 * about the task that is named or replied to.
 */
export const undoByWords = async (
  request: Request,
  tasks: readonly TaskReference[],
  stores: Pick<Stores, Needs>,
): Promise<readonly Reply[]> => {
  const { m, person, about } = request
  const named = tasks.length > 0 ? await idsOf(request, tasks, stores) : undefined
  const meant = named ?? (about?.assignmentId == null ? undefined : [about.assignmentId])
  const newest = await stores.assignments.listNewestBy(person.id, undoable, meant)
  if (newest.length === 0) return [{ text: m.answers.nothingToUndo() }]
  const said: Rich[] = []
  for (const { id } of newest) {
    said.push(...(await takeBack(request, id, newest.length > 1, stores)))
  }
  return [{ text: lines(said) }]
}

/** Of several, one on which something newer stands does not keep the others. */
const takeBack = async (
  request: Request,
  id: string,
  isAmongOthers: boolean,
  stores: Pick<Stores, Needs>,
): Promise<readonly Rich[]> => {
  try {
    const replies = await undo(request, id, stores)
    return replies.map(({ text }) => rich`${text}`)
  } catch (error) {
    if (isAmongOthers && error instanceof AppError) return [rich`⛔ ${explain(error, request.m)}`]
    throw error
  }
}

/** All due dates of the tasks named, as far as the person answers for them. */
const idsOf = async (
  request: Request,
  tasks: readonly TaskReference[],
  stores: Pick<Stores, 'agencies' | 'assignments'>,
): Promise<readonly string[]> => {
  const ids: string[] = []
  for (const task of tasks) {
    const target = await findTarget({ ...request, about: null }, { task, action: 'answer' }, stores)
    if (target.kind !== 'one') continue
    const all = await findTask(request, { number: target.assignment.number, action: 'answer' }, stores)
    ids.push(...all.map(({ id }) => id))
  }
  return ids
}
