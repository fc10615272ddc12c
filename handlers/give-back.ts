import { planGivingBack } from '../domain/approval.ts'
import { shorten } from '../domain/shorten.ts'
import { taskButtons } from '../domain/task-buttons.ts'
import { lineOf } from '../domain/task-view.ts'
import { thenNext } from './approval-queue.ts'
import { decide, type DecisionStores } from './decide.ts'
import { itemOf, type OpenedReturn } from './reassign-open.ts'
import { momentOf, whichOf } from './record.ts'
import type { Reply, Request } from './request.ts'
import { findAgencyPeople, tellPeople } from './told.ts'

const wordsShown = 300

/** It is the agency's after all, and its people hear why. */
export const giveBack = async (
  request: Request,
  opened: OpenedReturn,
  reason: string,
  stores: DecisionStores,
): Promise<readonly Reply[]> => {
  const { m, person, today, key } = request
  const { assignment, deed } = opened
  const change = planGivingBack(assignment, momentOf(request, assignment))
  if (change === 'not-closed') return [{ text: m.approval.itemGone() }]
  await decide(request, assignment, { kind: 'reassign', note: reason, change, details: { return: deed.id } }, stores)
  const open = { ...assignment, ...change }
  const words = shorten(reason, wordsShown)
  await tellPeople(
    request,
    await findAgencyPeople(assignment.agencyId, stores),
    {
      ...{ key: `${key}:given-back:${deed.id}`, assignmentId: assignment.id },
      write: (said) => ({
        text: said.returning.givenBackTold(lineOf(open, today), person.name, words),
        buttons: taskButtons(open, said.tasks.buttons),
      }),
    },
    stores,
  )
  const reply = { text: m.returning.givenBack(whichOf(request, assignment), words), assignmentId: assignment.id }
  return thenNext(request, itemOf(opened), [reply], stores)
}
