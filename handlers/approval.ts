import { planVerdict } from '../domain/approval.ts'
import type { Assignment } from '../domain/assignment.ts'
import { AppError } from '../domain/errors.ts'
import { shorten } from '../domain/shorten.ts'
import { type Acting, rightTo, withoutSubmitter } from '../domain/stand-in.ts'
import { taskButtons } from '../domain/task-buttons.ts'
import { lineOf } from '../domain/task-view.ts'
import type { Messages } from '../locales/index.ts'
import { readerOf, showSubmission, thenNext } from './approval-queue.ts'
import { decide, type DecisionNeeds, type DecisionStores } from './decide.ts'
import { readItem } from './decision-items.ts'
import { waitForWords } from './decision-wait.ts'
import { findActing, getAssignment } from './reach.ts'
import { momentOf, whichOf } from './record.ts'
import type { Handler, Reply, Request } from './request.ts'
import { tellPeople } from './told.ts'

/** What is decided on: the submission that the person saw, by its update. */
interface Seen {
  readonly id: string
  readonly queue: boolean
}

const wordsShown = 300

/** apv:<update>[:q] */
export const pressApprove: Handler<DecisionNeeds> = async (request, input, stores) => {
  const seen = readItem(input)
  return approve(request, await openSubmission(request, seen.id, stores), seen, stores)
}

/** rej:<update>[:q]: why comes as the next message. */
export const pressReject: Handler<DecisionNeeds> = async (request, input, stores) => {
  const seen = readItem(input)
  return askRejection(request, await openSubmission(request, seen.id, stores), seen, stores)
}

/** The assignment that a submission is of, for somebody who may approve it. */
export const openSubmission = async (request: Request, id: string, stores: DecisionStores): Promise<Assignment> => {
  const update = await stores.assignments.findUpdate(id)
  if (update === null) throw new AppError('button-stale', {})
  return getAssignment(request, { id: update.assignmentId, action: 'approve' }, stores)
}

export const approve = async (
  request: Request,
  assignment: Assignment,
  seen: Seen,
  stores: DecisionStores,
): Promise<readonly Reply[]> => {
  const { m, person, today } = request
  const judged = await judge(request, assignment, { ...seen, verdict: 'approve' }, stores)
  if ('refused' in judged) return judged.refused
  const { change, absent } = judged
  await decide(request, assignment, { kind: 'approve', note: '', change, ...insteadOf(absent) }, stores)
  await stores.extensions.withdrawPending(assignment.id, request.now)
  await tellSubmitter(request, assignment, judged.by, stores, (words) => ({
    text: words.approval.approvedTold(lineOf({ ...assignment, ...change }, today), nameIn(words, person.name, absent)),
  }))
  const text = m.approval.approved(whichOf(request, assignment), absent?.name ?? null)
  const reply = { text, assignmentId: assignment.id }
  return thenNext(request, seen, [reply], stores)
}

/** Nothing is asked that could not be recorded. */
export const askRejection = async (
  request: Request,
  assignment: Assignment,
  seen: Seen,
  stores: DecisionStores,
): Promise<readonly Reply[]> => {
  const judged = await judge(request, assignment, { ...seen, verdict: 'reject' }, stores)
  if ('refused' in judged) return judged.refused
  const { id, queue } = seen
  await waitForWords(request, 'rejection', { id, queue, assignmentId: assignment.id }, stores)
  return [{ text: request.m.approval.askReason(whichOf(request, assignment)), assignmentId: assignment.id }]
}

export const reject = async (
  request: Request,
  assignment: Assignment,
  { reason, ...seen }: Seen & { readonly reason: string },
  stores: DecisionStores,
): Promise<readonly Reply[]> => {
  const { m, person, today } = request
  const judged = await judge(request, assignment, { ...seen, verdict: 'reject' }, stores)
  if ('refused' in judged) return judged.refused
  const { change, absent } = judged
  await decide(request, assignment, { kind: 'reject', note: reason, change, ...insteadOf(absent) }, stores)
  const words = shorten(reason, wordsShown)
  await tellSubmitter(request, assignment, judged.by, stores, (said) => ({
    text: said.approval.rejectedTold(
      lineOf({ ...assignment, ...change }, today),
      nameIn(said, person.name, absent),
      words,
    ),
    buttons: taskButtons({ ...assignment, ...change }, said.tasks.buttons),
  }))
  const text = m.approval.rejected(whichOf(request, assignment), words, absent?.name ?? null)
  const reply = { text, assignmentId: assignment.id }
  return thenNext(request, seen, [reply], stores)
}

type Absent = Acting['insteadOf']

/** What the record says of somebody who decides in another's place. */
const insteadOf = (absent: Absent) => (absent === null ? {} : { details: { insteadOf: absent.personId } })

const nameIn = (m: Messages, name: string, absent: Absent): string =>
  absent === null ? name : m.approval.instead(name, absent.name)

const tellSubmitter = async (
  request: Request,
  { id }: Assignment,
  submitter: string,
  stores: DecisionStores,
  write: Parameters<typeof tellPeople>[2]['write'],
): Promise<number> => {
  const recipients = await stores.people.listRecipients({ personIds: [submitter] })
  return tellPeople(request, recipients, { key: `${request.key}:decided:${id}`, assignmentId: id, write }, stores)
}

/** What the verdict would change, whose work it is about and by whose right, or what to say instead. */
const judge = async (
  request: Request,
  assignment: Assignment,
  { verdict, ...seen }: Seen & { readonly verdict: 'approve' | 'reject' },
  stores: DecisionStores,
) => {
  const latest = await stores.decisions.findFinishing(assignment.id)
  const wish = { verdict, seen: seen.id, personId: request.person.id }
  const change = planVerdict(assignment, latest, wish, momentOf(request, assignment))
  if (typeof change === 'string' || latest === null) {
    const said = await sayRefused(request, assignment, { refusal: change, queue: seen.queue }, stores)
    return { refused: change === 'handed-in-anew' ? said : await thenNext(request, seen, said, stores) }
  }
  const acting = withoutSubmitter(await findActing(request, stores), latest.personId)
  const right = rightTo(acting, 'approve', assignment.agencyId)
  if (right !== null) return { change, by: latest.personId, absent: right.insteadOf }
  const text = request.m.approval.ownOfAbsent(whichOf(request, assignment), latest.personName)
  return { refused: await thenNext(request, seen, [{ text, assignmentId: assignment.id }], stores) }
}

const sayRefused = async (
  request: Request,
  assignment: Assignment,
  { refusal, queue }: { readonly refusal: ReturnType<typeof planVerdict>; readonly queue: boolean },
  stores: DecisionStores,
): Promise<readonly Reply[]> => {
  const { approval } = request.m
  const which = whichOf(request, assignment)
  const assignmentId = assignment.id
  if (refusal === 'own') return [{ text: approval.own(which), assignmentId }]
  if (refusal !== 'handed-in-anew') return [{ text: approval.notWaiting(which, assignment.state), assignmentId }]
  const latest = await showSubmission(readerOf(request, queue), assignment, stores)
  return [{ text: approval.handedInAnew(which), assignmentId }, ...(latest === null ? [] : [latest])]
}
