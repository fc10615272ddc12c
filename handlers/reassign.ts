import { AppError } from '../domain/errors.ts'
import { thenNext } from './approval-queue.ts'
import type { DecisionNeeds, DecisionStores } from './decide.ts'
import { endOf, readItem } from './decision-items.ts'
import { waitForWords } from './decision-wait.ts'
import { itemOf, type OpenedReturn, openReturn, waitingOf } from './reassign-open.ts'
import { reassign, settleReturn, type Target } from './reassign-to.ts'
import { whichOf } from './record.ts'
import type { Handler, Reply, Request } from './request.ts'

const pressed =
  (
    go: (request: Request, opened: OpenedReturn, rest: string, stores: DecisionStores) => Promise<readonly Reply[]>,
  ): Handler<DecisionNeeds> =>
  async (request, input, stores) => {
    const { id, rest, queue } = readItem(input)
    const opened = await openReturn(request, { id, queue }, stores)
    return 'gone' in opened ? opened.gone : go(request, opened, rest, stores)
  }

/** rea:<return>[:q]: the agency comes as the next message. */
export const pressReassign = pressed(async (request, opened, _rest, stores) => {
  await waitForWords(request, 'agency', waitingOf(opened), stores)
  const { assignment } = opened
  return [{ text: request.m.returning.askAgency(whichOf(request, assignment)), assignmentId: assignment.id }]
})

/** rea-to:<return>:<end of the agency's id>[:q] */
export const pressAgency = pressed(async (request, opened, end, stores) =>
  reassign(request, opened, await findAgency(end, stores), stores),
)

/** rea-end:<return>:<end of the agency's id>[:q]: the agency has it already, and nothing is left to do. */
export const pressLeave = pressed(async (request, opened, end, stores) => {
  const { name } = await findAgency(end, stores)
  const { assignment } = opened
  await settleReturn(request, opened, name, stores)
  const text = request.m.returning.leftTo(whichOf(request, assignment), name)
  return thenNext(request, itemOf(opened), [{ text }], stores)
})

/** rea-bk:<return>[:q]: why comes as the next message. */
export const pressGiveBack = pressed(async (request, opened, _rest, stores) => {
  await waitForWords(request, 'givingBack', waitingOf(opened), stores)
  const { assignment } = opened
  return [{ text: request.m.returning.askGiveBackReason(whichOf(request, assignment)), assignmentId: assignment.id }]
})

/** The id may be forged: what is not in this workspace's directory does not exist. */
const findAgency = async (end: string, { agencies }: Pick<DecisionStores, 'agencies'>): Promise<Target> => {
  const found = (await agencies.list()).find(({ id }) => endOf(id) === end)
  if (found === undefined) throw new AppError('button-stale', {})
  return found
}
