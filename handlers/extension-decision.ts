import type { Assignment } from '../domain/assignment.ts'
import { AppError } from '../domain/errors.ts'
import { planExtension, whyNotExtensible } from '../domain/extension.ts'
import type { ExtensionRequest } from '../domain/ports/extensions.ts'
import { shorten } from '../domain/shorten.ts'
import { lineOf } from '../domain/task-view.ts'
import { daysOf, nextLookAt } from '../domain/look.ts'
import { lines, type Rich } from '../locales/rich-text.ts'
import { thenNext } from './approval-queue.ts'
import { decide, type DecisionNeeds, type DecisionStores, unchanged } from './decide.ts'
import { readItem } from './decision-items.ts'
import { waitForWords } from './decision-wait.ts'
import { sayWrongDay } from './extension.ts'
import { getAssignment } from './reach.ts'
import { momentOf, whichOf } from './record.ts'
import type { Handler, Reply, Request } from './request.ts'
import { findAgencyPeople, tellPeople } from './told.ts'

const wordsShown = 300

/** A request that waits. */
export interface OpenedRequest {
  readonly asked: ExtensionRequest
  readonly assignment: Assignment
  readonly queue: boolean
}

const pressed =
  (
    go: (request: Request, opened: OpenedRequest, stores: DecisionStores) => Promise<readonly Reply[]>,
  ): Handler<DecisionNeeds> =>
  async (request, input, stores) => {
    const { id, queue } = readItem(input)
    const opened = await openRequest(request, { id, queue }, stores)
    if ('gone' in opened) return opened.gone
    return go(request, opened, stores)
  }

/** exg:<request>[:q] */
export const pressGrant = pressed((request, opened, stores) =>
  grant(request, opened, { day: opened.asked.wantedOn, words: '' }, stores),
)

/** exd:<request>[:q]: the day comes as the next message. */
export const pressOtherDay = pressed((request, opened, stores) => askOtherDay(request, opened, null, stores))

/** exr:<request>[:q]: why comes as the next message. */
export const pressRefuse = pressed((request, opened, stores) => askRefusal(request, opened, stores))

export const askRefusal = async (
  request: Request,
  opened: OpenedRequest,
  stores: DecisionStores,
): Promise<readonly Reply[]> => {
  const { assignment } = opened
  await waitForWords(request, 'refusal', waitingOf(opened), stores)
  return [{ text: request.m.extension.askRefusal(whichOf(request, assignment)), assignmentId: assignment.id }]
}

const waitingOf = ({ asked, assignment, queue }: OpenedRequest) => ({
  id: asked.id,
  assignmentId: assignment.id,
  queue,
})

/** A request that still waits, for somebody who may decide on it; else what to say. */
export const openRequest = async (
  request: Request,
  { id, queue }: { readonly id: string; readonly queue: boolean },
  stores: DecisionStores,
): Promise<OpenedRequest | { readonly gone: readonly Reply[] }> => {
  const asked = await stores.extensions.find(id)
  if (asked === null) throw new AppError('button-stale', {})
  const assignment = await getAssignment(request, { id: asked.assignmentId, action: 'decide-extension' }, stores)
  if (asked.state === 'pending' && whyNotExtensible(assignment) === null) return { asked, assignment, queue }
  return { gone: await sayGone(request, { id, queue }, stores) }
}

const sayGone = (
  request: Request,
  item: { readonly id: string; readonly queue: boolean },
  stores: DecisionStores,
): Promise<readonly Reply[]> => thenNext(request, item, [{ text: request.m.approval.itemGone() }], stores)

export const askOtherDay = async (
  request: Request,
  opened: OpenedRequest,
  wrong: Rich | null,
  stores: DecisionStores,
): Promise<readonly Reply[]> => {
  const { assignment } = opened
  await waitForWords(request, 'otherDay', waitingOf(opened), stores)
  const question = request.m.extension.askOtherDay(whichOf(request, assignment))
  return [{ text: wrong === null ? question : lines([wrong, question]), assignmentId: assignment.id }]
}

/** The due date in force moves and is reminded of anew; the original one stays. */
export const grant = async (
  request: Request,
  opened: OpenedRequest,
  { day, words }: { readonly day: string; readonly words: string },
  stores: DecisionStores,
): Promise<readonly Reply[]> => {
  const { m, person, now, today, key } = request
  const { asked, assignment, queue } = opened
  const wrong = sayWrongDay(request, assignment.dueOn ?? '', day)
  if (wrong !== null) return askOtherDay(request, opened, wrong, stores)
  const settled = { state: 'granted', grantedOn: day, answer: words, personId: person.id } as const
  if (!(await stores.extensions.settle(asked.id, settled, now))) {
    return sayGone(request, { id: asked.id, queue }, stores)
  }
  const change = planExtension(assignment, day, momentOf(request, assignment))
  const details = { request: asked.id, decision: 'granted' }
  await decide(request, assignment, { kind: 'extend', note: words, change, dueOn: day, details }, stores)
  const moved = { ...assignment, dueOn: day }
  await tellPeople(
    request,
    await withAsker(await findAgencyPeople(assignment.agencyId, stores), asked, stores),
    {
      ...{ key: `${key}:extended:${asked.id}`, assignmentId: assignment.id },
      write: (said) => ({ text: said.extension.grantedTold(lineOf(moved, today), day, person.name) }),
    },
    stores,
  )
  const reply = { text: m.extension.granted(whichOf(request, assignment), day), assignmentId: assignment.id }
  return thenNext(request, { id: asked.id, queue }, [reply], stores)
}

/** Whoever asked hears of it even where they are not of the agency. */
const withAsker = async (
  people: Awaited<ReturnType<typeof findAgencyPeople>>,
  { personId }: ExtensionRequest,
  stores: Pick<DecisionStores, 'people'>,
) =>
  people.some((person) => person.personId === personId)
    ? people
    : [...people, ...(await stores.people.listRecipients({ personIds: [personId] }))]

export const refuse = async (
  request: Request,
  { asked, assignment, queue }: OpenedRequest,
  words: string,
  stores: DecisionStores,
): Promise<readonly Reply[]> => {
  const { m, person, now, today, key } = request
  const settled = { state: 'refused', grantedOn: null, answer: words, personId: person.id } as const
  if (!(await stores.extensions.settle(asked.id, settled, now))) {
    return sayGone(request, { id: asked.id, queue }, stores)
  }
  const { zone, counting } = momentOf(request, assignment)
  const change = unchanged(assignment, nextLookAt(daysOf(assignment, zone), now, zone, counting))
  const details = { request: asked.id, decision: 'refused' }
  await decide(request, assignment, { kind: 'extend', note: words, change, details }, stores)
  const shown = shorten(words, wordsShown)
  await tellPeople(
    request,
    await stores.people.listRecipients({ personIds: [asked.personId] }),
    {
      ...{ key: `${key}:refused:${asked.id}`, assignmentId: assignment.id },
      write: (said) => ({ text: said.extension.refusedTold(lineOf(assignment, today), shown, person.name) }),
    },
    stores,
  )
  const reply = { text: m.extension.refused(whichOf(request, assignment), shown), assignmentId: assignment.id }
  return thenNext(request, { id: asked.id, queue }, [reply], stores)
}
