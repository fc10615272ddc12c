import type { Assignment } from '../domain/assignment.ts'
import type { Answer } from '../domain/assignment-change.ts'
import { AppError } from '../domain/errors.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { inRows } from '../domain/task-buttons.ts'
import { waitFor } from './answer-dialogs.ts'
import { getAssignment } from './reach.ts'
import { recordAnswer, type RecordingNeeds, whichOf } from './record.ts'
import type { Handler, Reply, Request } from './request.ts'

type Needs = RecordingNeeds

const pressed =
  (answer: Answer): Handler<Needs> =>
  async (request, id, stores) => {
    const assignment = await getAssignment(request, { id, action: 'answer' }, stores)
    return recordAnswer(request, assignment, { answer, note: '', links: [] }, stores)
  }

/** ack:<assignment> */
export const pressAcknowledge = pressed({ kind: 'acknowledge' })

/** done:<assignment> */
export const pressDone = pressed({ kind: 'done' })

const offered = [25, 50, 75, 90]
const unknown = 'x'

/** prog:<assignment>: how far it is comes as the next message or as a choice. */
export const pressProgress: Handler<Needs> = async (request, id, stores) => {
  const { m } = request
  const assignment = await getAssignment(request, { id, action: 'answer' }, stores)
  requireOpen(assignment)
  await waitFor(request, 'percent', id, stores)
  const shares = offered.map((percent) => ({ label: m.answers.percent(percent), action: `pct:${id}:${percent}` }))
  const cannotSay = { label: m.answers.percentUnknown, action: `pct:${id}:${unknown}` }
  return [
    {
      text: m.answers.askPercent(whichOf(request, assignment)),
      buttons: [...inRows(shares, shares.length), [cannotSay]],
      assignmentId: id,
    },
  ]
}

/** pct:<assignment>:<percent or "x"> */
export const pressPercent: Handler<Needs> = async (request, input, stores) => {
  const [id = '', typed = ''] = input.split(':')
  if (typed !== unknown && !/^\d{1,3}$/u.test(typed)) throw new AppError('button-stale', {})
  const assignment = await getAssignment(request, { id, action: 'answer' }, stores)
  const percent = typed === unknown ? null : Number(typed)
  const answer = { kind: 'progress', percent, started: true, unblocked: false } as const
  return recordAnswer(request, assignment, { answer, note: '', links: [] }, stores)
}

/** obst:<assignment>: what is in the way comes as the next message. */
export const pressObstacle: Handler<Needs> = async (request, id, stores) => {
  const assignment = await getAssignment(request, { id, action: 'answer' }, stores)
  return askObstacle(request, assignment, stores)
}

export const askObstacle = async (
  request: Request,
  assignment: Assignment,
  stores: Pick<Stores, 'dialogs'>,
): Promise<readonly Reply[]> => {
  requireOpen(assignment)
  await waitFor(request, 'obstacle', assignment.id, stores)
  return [{ text: request.m.answers.askObstacle(whichOf(request, assignment)), assignmentId: assignment.id }]
}

/** Nothing is asked that could not be recorded. */
const requireOpen = ({ state, number }: Assignment): void => {
  if (state === 'done' || state === 'returned' || state === 'cancelled') throw new AppError('task-closed', { number })
}
