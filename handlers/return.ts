import { planReturn } from '../domain/approval.ts'
import type { Assignment } from '../domain/assignment.ts'
import { AppError } from '../domain/errors.ts'
import { hear, remainder } from '../domain/reply/hear.ts'
import { takeTasks, type TaskReference } from '../domain/reply/task-reference.ts'
import { shorten } from '../domain/shorten.ts'
import { readerOf, showReturn } from './approval-queue.ts'
import { decide, type DecisionNeeds, type DecisionStores } from './decide.ts'
import { returnItem } from './decision-items.ts'
import { waitForWords } from './decision-wait.ts'
import { findOneTarget } from './one-target.ts'
import { getAssignment } from './reach.ts'
import { momentOf, whichOf } from './record.ts'
import type { Handler, Reply, Request } from './request.ts'
import { findCoordinators, tellPeople } from './told.ts'

const wordsShown = 300

/** ret:<assignment>: why, and whose it is, comes as the next message. */
export const pressReturn: Handler<DecisionNeeds> = async (request, id, stores) => {
  const assignment = await getAssignment(request, { id, action: 'answer' }, stores)
  if (planReturn(assignment, momentOf(request, assignment)) === 'closed') return sayClosed(request, assignment)
  await waitForWords(request, 'return', { id, assignmentId: id }, stores)
  return [{ text: request.m.returning.askWords(whichOf(request, assignment)), assignmentId: id }]
}

/** "Việc này của phòng Tư pháp, không phải của phòng em". */
export const requestReturn = async (
  request: Request,
  { text, task }: { readonly text: string; readonly task: TaskReference | null },
  stores: DecisionStores,
): Promise<readonly Reply[]> => {
  const target = await findOneTarget(request, task, stores)
  if ('replies' in target) return target.replies
  return giveUp(request, target.assignment, remainder(takeTasks(hear(text)).rest.text), stores)
}

/** Gives an assignment back to those who steer, with the words it was given back with. */
export const giveUp = async (
  request: Request,
  assignment: Assignment,
  words: string,
  stores: DecisionStores,
): Promise<readonly Reply[]> => {
  const { m, person, chat, now } = request
  const change = planReturn(assignment, momentOf(request, assignment))
  if (change === 'closed') return sayClosed(request, assignment)
  await stores.dialogs.remove(chat.id, person.id)
  await stores.extensions.withdrawPending(assignment.id, now)
  const id = await decide(request, assignment, { kind: 'return', note: words, change }, stores)
  const told = await tellDeciders(request, { ...assignment, ...change }, id, stores)
  const text = m.returning.returned(whichOf(request, assignment), shorten(words, wordsShown), told)
  return [{ text, assignmentId: assignment.id, buttons: [[{ label: m.answers.undo, action: `undo:${id}` }]] }]
}

const tellDeciders = async (
  request: Request,
  assignment: Assignment,
  id: string,
  stores: DecisionStores,
): Promise<number> => {
  const deed = await stores.decisions.findReturn(id)
  if (deed === null) return 0
  const agencies = await stores.agencies.list()
  return tellPeople(
    request,
    await findCoordinators(stores),
    {
      ...{ key: `returned:${id}`, assignmentId: assignment.id },
      write: (m) => returnItem({ ...readerOf(request, false), m }, assignment, { deed, agencies }),
    },
    stores,
  )
}

const sayClosed = (request: Request, assignment: Assignment): readonly Reply[] => {
  if (assignment.state !== 'returned') throw new AppError('task-closed', { number: assignment.number })
  return [{ text: request.m.returning.returnedBefore(whichOf(request, assignment)), assignmentId: assignment.id }]
}

/** The return that an assignment waits with, as whoever decides sees it; null when none waits. */
export const showWaitingReturn = async (
  request: Request,
  assignment: Assignment,
  stores: DecisionStores,
): Promise<Reply | null> => {
  const deed = await stores.decisions.findLatestReturn(assignment.id)
  return deed?.isWaiting === true ? showReturn(readerOf(request, false), assignment, deed.id, stores) : null
}
