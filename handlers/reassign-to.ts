import { matchAgencies, sureTarget } from '../domain/agency-matching.ts'
import { planGivingBack } from '../domain/approval.ts'
import { countingOf } from '../domain/milestone-rule.ts'
import { nextLookAt } from '../domain/look.ts'
import { lineOf } from '../domain/task-view.ts'
import { readDirectory } from './agencies.ts'
import { tellNewlyAssigned } from './agency-told.ts'
import { thenNext } from './approval-queue.ts'
import { decide, type DecisionStores, unchanged } from './decide.ts'
import { agencyButton, reassignButtons } from './decision-items.ts'
import { waitForWords } from './decision-wait.ts'
import { itemOf, type OpenedReturn, waitingOf } from './reassign-open.ts'
import { momentOf, whichOf } from './record.ts'
import type { Reply, Request } from './request.ts'
import { tellPeople } from './told.ts'

/** The agency that gets a returned task. */
export interface Target {
  readonly id: string
  readonly name: string
}

/** A name as it was typed; what is not sure is offered or asked again. */
export const reassignNamed = async (
  request: Request,
  opened: OpenedReturn,
  typed: string,
  stores: DecisionStores,
): Promise<readonly Reply[]> => {
  const { m, today } = request
  const [match] = matchAgencies([typed], await readDirectory(stores), today)
  const sure = sureTarget(match)
  if (sure?.target.kind === 'agency') {
    return reassign(request, opened, { id: sure.target.id, name: sure.name }, stores)
  }
  await waitForWords(request, 'agency', waitingOf(opened), stores)
  if (sure !== null) return [{ text: m.returning.oneAgencyOnly(sure.name), assignmentId: opened.assignment.id }]
  const candidates = match !== undefined && 'candidates' in match ? match.candidates : []
  const nearest = candidates.filter(({ target }) => target.kind === 'agency')
  return [
    {
      text: m.returning.notFound(
        typed,
        nearest.map(({ name }) => name),
      ),
      assignmentId: opened.assignment.id,
      buttons: nearest.map(({ target, name }) => [agencyButton(opened.queue, opened.deed.id, target.id, name)]),
    },
  ]
}

/** The old assignment stays returned; the other agency gets one of its own for the same due date. */
export const reassign = async (
  request: Request,
  opened: OpenedReturn,
  agency: Target,
  stores: DecisionStores,
): Promise<readonly Reply[]> => {
  const { m, now, workspace, chat, person } = request
  const { assignment } = opened
  await stores.dialogs.remove(chat.id, person.id)
  if (agency.id === assignment.agencyId) {
    const text = m.returning.sameAgency(agency.name)
    return [
      { text, assignmentId: assignment.id, buttons: [reassignButtons({ m, queue: opened.queue }, opened.deed.id)] },
    ]
  }
  const counting = countingOf(workspace.milestones, assignment.task.planId)
  const remindAt = nextLookAt({ dueOn: assignment.dueOn, givenOn: request.today }, now, workspace.zone, counting)
  const given = await stores.decisions.assignTo(assignment, agency.id, remindAt, now)
  if (given.kind === 'there' && !(await openAgain(request, opened, given.assignmentId, stores))) {
    return sayThere(request, opened, { agency, id: given.assignmentId }, stores)
  }
  await settleReturn(request, opened, agency.name, stores)
  const assignments = [{ id: given.assignmentId, agencyId: agency.id }]
  const news = { planId: given.planId, planNumber: assignment.task.planNumber, assignments }
  const { told } = await tellNewlyAssigned(request, news, stores)
  const reply = { text: m.returning.reassigned(whichOf(request, assignment), agency.name, told) }
  return thenNext(request, itemOf(opened), [reply], stores)
}

/** An agency whose own assignment was returned or cancelled gets that one again. */
const openAgain = async (
  request: Request,
  { deed }: OpenedReturn,
  id: string,
  stores: DecisionStores,
): Promise<boolean> => {
  const there = await stores.assignments.find(id)
  const change = there === null ? 'not-closed' : planGivingBack(there, momentOf(request, there))
  if (there === null || change === 'not-closed') return false
  await decide(request, there, { kind: 'reassign', note: deed.note, change }, stores)
  return true
}

const sayThere = async (
  request: Request,
  { assignment, deed, queue }: OpenedReturn,
  { agency, id }: { readonly agency: Target; readonly id: string },
  stores: DecisionStores,
): Promise<readonly Reply[]> => {
  const { m } = request
  const state = (await stores.assignments.find(id))?.state ?? 'assigned'
  const leave = agencyButton(queue, deed.id, agency.id, m.returning.letThem, 'rea-end')
  const [other] = reassignButtons({ m, queue }, deed.id)
  return [
    {
      text: m.returning.there(whichOf(request, assignment), agency.name, state),
      assignmentId: assignment.id,
      buttons: [[leave, ...(other === undefined ? [] : [other])]],
    },
  ]
}

/** The return is decided: whoever made it hears whose the task is now. */
export const settleReturn = async (
  request: Request,
  { assignment, deed }: OpenedReturn,
  agency: string,
  stores: DecisionStores,
): Promise<void> => {
  const details = { agency, return: deed.id }
  await decide(
    request,
    assignment,
    { kind: 'reassign', note: agency, change: unchanged(assignment, null), details },
    stores,
  )
  await tellPeople(
    request,
    await stores.people.listRecipients({ personIds: [deed.personId] }),
    {
      ...{ key: `${request.key}:passed-on:${deed.id}`, assignmentId: assignment.id },
      write: (m) => ({ text: m.returning.reassignedTold(lineOf(assignment, request.today), agency) }),
    },
    stores,
  )
}
