import type { Assignment } from '../domain/assignment.ts'
import { AppError } from '../domain/errors.ts'
import type { Membership } from '../domain/people.ts'
import { may } from '../domain/permissions.ts'
import type { Waiting } from '../domain/ports/decisions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { type Acting, rightTo, withoutSubmitter } from '../domain/stand-in.ts'
import { lines } from '../locales/rich-text.ts'
import { extensionItem, type ItemReader, returnItem, submissionItem } from './decision-items.ts'
import { findActing, findReach } from './reach.ts'
import type { Handler, Reply, Request } from './request.ts'

export type QueueNeeds = 'agencies' | 'assignments' | 'decisions' | 'extensions'
type QueueStores = Pick<Stores, QueueNeeds>

/** /duyet: what waits for this person's decision, one after the other, the oldest first. */
export const showQueue: Handler<QueueNeeds> = (request, _typed, stores) => showNext(request, '', stores)

/** dq:<item>: the one after it; this one keeps waiting. */
export const pressSkip: Handler<QueueNeeds> = (request, id, stores) => showNext(request, id, stores)

/** The first that waits after an item, by its id. */
const showNext = async (request: Request, after: string, stores: QueueStores): Promise<readonly Reply[]> => {
  const all = await listWaiting(request, stores)
  const at = all.findIndex(({ id }) => id > after)
  const next = all[at]
  if (next === undefined) {
    const { approval } = request.m
    return [{ text: all.length === 0 ? approval.queueEmpty() : approval.queueSkipped(all.length) }]
  }
  const item = await showItem(request, next, true, stores)
  if (item === null) return showNext(request, next.id, stores)
  return [{ ...item, text: lines([request.m.approval.queue(at + 1, all.length), item.text]) }]
}

/** What was said about an item of the queue, and the next one. */
export const thenNext = async (
  request: Request,
  { id, queue }: { readonly id: string; readonly queue: boolean },
  replies: readonly Reply[],
  stores: QueueStores,
): Promise<readonly Reply[]> => (queue ? [...replies, ...(await showNext(request, id, stores))] : replies)

const listWaiting = async (request: Request, stores: QueueStores): Promise<readonly Waiting[]> => {
  const { memberships, id } = request.person
  const steering = may(memberships, 'decide-extension') && may(memberships, 'reassign')
  const acting = await findActing(request, stores)
  const heads = acting.some((as) => as.memberships.some(isHeadship))
  if (!steering && !heads) throw new AppError('not-allowed', {})
  const agencyIds = may(memberships, 'approve') ? 'all' : await findHeaded(acting, stores)
  const found = await stores.decisions.listWaiting({ agencyIds, notBy: id, steering })
  // What those handed in for whom one stands in is for others to decide.
  return found.filter(
    ({ kind, agencyId, personId }) =>
      kind !== 'submission' || rightTo(withoutSubmitter(acting, personId), 'approve', agencyId) !== null,
  )
}

const isHeadship = ({ role, agencyId }: Membership): boolean => role === 'head' && agencyId !== null

/** Where somebody is only an official they approve nothing. */
const findHeaded = async (acting: readonly Acting[], stores: Pick<Stores, 'agencies'>): Promise<readonly string[]> => {
  const memberships = acting.flatMap((as) => as.memberships.filter(isHeadship))
  return findReach({ person: { memberships } }, stores)
}

/** Null when it stopped waiting at this very moment. */
const showItem = async (
  request: Request,
  { kind, id, assignmentId }: Waiting,
  queue: boolean,
  stores: QueueStores,
): Promise<Reply | null> => {
  const assignment = await stores.assignments.find(assignmentId)
  if (assignment === null) return null
  const reader = readerOf(request, queue)
  switch (kind) {
    case 'submission':
      return showSubmission(reader, assignment, stores)
    case 'extension':
      return showRequest(reader, assignment, id, stores)
    case 'return':
      return showReturn(reader, assignment, id, stores)
  }
}

export const readerOf = ({ m, today, workspace }: Request, queue: boolean): ItemReader => ({
  ...{ m, today, zone: workspace.zone, queue },
})

/** The latest submission of an assignment. */
export const showSubmission = async (
  reader: ItemReader,
  assignment: Assignment,
  { assignments, decisions }: Pick<Stores, 'assignments' | 'decisions'>,
): Promise<Reply | null> => {
  const deed = await decisions.findFinishing(assignment.id)
  if (deed === null) return null
  const evidence = (await assignments.listEvidence(assignment.id)).map(({ url }) => url)
  return submissionItem(reader, assignment, { deed, evidence })
}

const showRequest = async (
  reader: ItemReader,
  assignment: Assignment,
  id: string,
  { extensions }: Pick<Stores, 'extensions'>,
): Promise<Reply | null> => {
  const all = await extensions.list(assignment.id)
  const asked = all.find((request) => request.id === id)
  return asked === undefined ? null : extensionItem(reader, assignment, { asked, all })
}

export const showReturn = async (
  reader: ItemReader,
  assignment: Assignment,
  id: string,
  { agencies, decisions }: Pick<Stores, 'agencies' | 'decisions'>,
): Promise<Reply | null> => {
  const deed = await decisions.findReturn(id)
  return deed === null ? null : returnItem(reader, assignment, { deed, agencies: await agencies.list() })
}
