import { planReopening } from '../domain/approval.ts'
import type { Assignment } from '../domain/assignment.ts'
import { shorten } from '../domain/shorten.ts'
import { taskButtons } from '../domain/task-buttons.ts'
import { lineOf } from '../domain/task-view.ts'
import { decide, type DecisionNeeds, type DecisionStores } from './decide.ts'
import { waitForWords } from './decision-wait.ts'
import { getAssignment } from './reach.ts'
import { momentOf, whichOf } from './record.ts'
import type { Handler, Reply, Request } from './request.ts'
import { findAgencyPeople, tellPeople } from './told.ts'

const wordsShown = 300

/** reo:<assignment>: why comes as the next message. */
export const pressReopen: Handler<DecisionNeeds> = async (request, id, stores) =>
  askReopening(request, await getAssignment(request, { id, action: 'reopen' }, stores), stores)

export const askReopening = async (
  request: Request,
  assignment: Assignment,
  stores: DecisionStores,
): Promise<readonly Reply[]> => {
  if (assignment.state !== 'done') return [sayNotDone(request, assignment)]
  await waitForWords(request, 'reopening', { id: assignment.id, assignmentId: assignment.id }, stores)
  return [{ text: request.m.approval.askReopenReason(whichOf(request, assignment)), assignmentId: assignment.id }]
}

/** Opens what is done again, where it was before; its people are told why. */
export const reopen = async (
  request: Request,
  assignment: Assignment,
  reason: string,
  stores: DecisionStores,
): Promise<readonly Reply[]> => {
  const { m, person, today, now, key } = request
  const finishing = await stores.decisions.findFinishing(assignment.id)
  const change = planReopening(assignment, finishing, momentOf(request, assignment))
  if (change === 'not-done') return [sayNotDone(request, assignment)]
  // What was asked for before it was done is asked for no more.
  await stores.extensions.withdrawPending(assignment.id, now)
  await decide(request, assignment, { kind: 'reopen', note: reason, change }, stores)
  const opened = { ...assignment, ...change }
  const words = shorten(reason, wordsShown)
  await tellPeople(
    request,
    await findAgencyPeople(assignment.agencyId, stores),
    {
      ...{ key: `${key}:reopened:${assignment.id}`, assignmentId: assignment.id },
      write: (said) => ({
        text: said.approval.reopenedTold(lineOf(opened, today), person.name, words),
        buttons: taskButtons(opened, said.tasks.buttons),
      }),
    },
    stores,
  )
  return [{ text: m.approval.reopened(whichOf(request, assignment), change.percent), assignmentId: assignment.id }]
}

const sayNotDone = (request: Request, assignment: Assignment): Reply => ({
  text: request.m.approval.notDone(whichOf(request, assignment), assignment.state),
  assignmentId: assignment.id,
})
