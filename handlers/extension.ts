import type { Assignment } from '../domain/assignment.ts'
import { AppError } from '../domain/errors.ts'
import { pendingOf, whyNoDueDate, whyNotExtensible } from '../domain/extension.ts'
import { readRequestForTime } from '../domain/due-day-words.ts'
import type { ExtensionWords } from '../domain/extension-words.ts'
import { hear } from '../domain/reply/hear.ts'
import { takeTasks, type TaskReference } from '../domain/reply/task-reference.ts'
import { shorten } from '../domain/shorten.ts'
import { lines, type Rich } from '../locales/rich-text.ts'
import { readerOf } from './approval-queue.ts'
import type { DecisionNeeds, DecisionStores } from './decide.ts'
import { extensionItem } from './decision-items.ts'
import { waitForWords } from './decision-wait.ts'
import { findOneTarget } from './one-target.ts'
import { getAssignment } from './reach.ts'
import { whichOf } from './record.ts'
import type { Handler, Reply, Request } from './request.ts'
import { findCoordinators, tellPeople } from './told.ts'

const wordsShown = 300

/** /giahan 12 [đến 15/12 vì …] */
export const extend: Handler<DecisionNeeds> = async (request, typed, stores) => {
  const text = /^\d/u.test(typed) ? `nv${typed}` : typed
  const [task] = takeTasks(hear(text)).tasks
  if (task === undefined) throw new AppError('number-missing', { example: request.m.extension.example })
  return requestExtension(request, { text, task }, stores)
}

/** ext:<assignment>: until when and why come as the next messages. */
export const pressExtension: Handler<DecisionNeeds> = async (request, id, stores) => {
  const assignment = await getAssignment(request, { id, action: 'answer' }, stores)
  return goOn(request, assignment, { wantedOn: null, reason: '' }, stores)
}

/** "Xin gia hạn đến 15/12 vì …": what it does not say is asked. */
export const requestExtension = async (
  request: Request,
  { text, task }: { readonly text: string; readonly task: TaskReference | null },
  stores: DecisionStores,
): Promise<readonly Reply[]> => {
  const target = await findOneTarget(request, task, stores)
  if ('replies' in target) return target.replies
  const { assignment } = target
  const context = { today: request.today, dueOn: assignment.dueOn, locale: request.person.locale }
  return goOn(request, assignment, readRequestForTime(text, context), stores)
}

/** With a day that can be granted and a reason it is asked for; else the bot asks for what is missing. */
export const goOn = async (
  request: Request,
  assignment: Assignment,
  { wantedOn, reason }: ExtensionWords,
  stores: DecisionStores,
): Promise<readonly Reply[]> => {
  const { dueOn } = assignment
  const impossible = sayImpossible(request, assignment)
  if (impossible !== null || dueOn === null) return impossible ?? []
  const wrong = wantedOn === null ? null : sayWrongDay(request, dueOn, wantedOn)
  if (wantedOn === null || wrong !== null) return askDay(request, assignment, { dueOn, reason, wrong }, stores)
  if (reason !== '') return save(request, assignment, { dueOn, wantedOn, reason }, stores)
  await waitForWords(request, 'extension', { id: assignment.id, assignmentId: assignment.id, wantedOn }, stores)
  const text = request.m.extension.askReason(whichOf(request, assignment), wantedOn)
  return [{ text, assignmentId: assignment.id }]
}

/** What to say where there is nothing to extend; null where there is. */
const sayImpossible = (request: Request, assignment: Assignment): readonly Reply[] | null => {
  const { extension } = request.m
  const which = whichOf(request, assignment)
  switch (whyNotExtensible(assignment)) {
    case 'closed':
      throw new AppError('task-closed', { number: assignment.number })
    case 'submitted':
      return [{ text: extension.submitted(which), assignmentId: assignment.id }]
    case 'undated':
      return [{ text: extension.undated(which), assignmentId: assignment.id }]
    case null:
      return null
  }
}

/** What is wrong with a day as the new due date, in one sentence; null when nothing is. */
export const sayWrongDay = ({ m, today }: Request, dueOn: string, day: string): Rich | null => {
  const problem = whyNoDueDate({ dueOn }, day, today)
  if (problem === null) return null
  return problem === 'past' ? m.extension.past(day) : m.extension.notLater(day, dueOn)
}

export const askDay = async (
  request: Request,
  assignment: Assignment,
  { dueOn, reason, wrong }: { readonly dueOn: string; readonly reason: string; readonly wrong: Rich | null },
  stores: DecisionStores,
): Promise<readonly Reply[]> => {
  await waitForWords(request, 'extension', { id: assignment.id, assignmentId: assignment.id, reason }, stores)
  const question = request.m.extension.askDay(whichOf(request, assignment), dueOn)
  return [{ text: wrong === null ? question : lines([wrong, question]), assignmentId: assignment.id }]
}

interface Wish {
  readonly dueOn: string
  readonly wantedOn: string
  readonly reason: string
}

/** One request waits at a time: a newer one takes the place of the older. */
const save = async (
  request: Request,
  assignment: Assignment,
  wish: Wish,
  stores: DecisionStores,
): Promise<readonly Reply[]> => {
  const { m, person, chat, now } = request
  await stores.dialogs.remove(chat.id, person.id)
  const which = whichOf(request, assignment)
  const pending = pendingOf(await stores.extensions.list(assignment.id, { lock: true }))
  if (pending?.wantedOn === wish.wantedOn && pending.reason === wish.reason) {
    return [{ text: m.extension.askedBefore(which, wish.wantedOn), assignmentId: assignment.id }]
  }
  const id = await stores.extensions.request(
    { assignmentId: assignment.id, personId: person.id, ...wish, dueBefore: wish.dueOn },
    now,
  )
  await stores.audit.append(
    {
      ...{ action: 'extension.request', subject: 'assignment', subjectId: assignment.id },
      ...{ personId: person.id, channel: chat.channel },
      ...(pending !== null && { before: { request: pending.id, wantedOn: pending.wantedOn } }),
      after: { request: id, ...wish },
    },
    now,
  )
  const told = await tellDeciders(request, assignment, id, stores)
  const text = m.extension.asked(which, {
    ...{ ...wish, reason: shorten(wish.reason, wordsShown), told, replaced: pending?.wantedOn ?? null },
  })
  const withdraw = { label: m.extension.withdraw, action: `ext-un:${id}` }
  return [{ text, assignmentId: assignment.id, buttons: [[withdraw]] }]
}

const tellDeciders = async (
  request: Request,
  assignment: Assignment,
  id: string,
  stores: DecisionStores,
): Promise<number> => {
  const all = await stores.extensions.list(assignment.id)
  const asked = all.find((item) => item.id === id)
  if (asked === undefined) return 0
  return tellPeople(
    request,
    await findCoordinators(stores),
    {
      ...{ key: `extension:${id}`, assignmentId: assignment.id },
      write: (m) => extensionItem({ ...readerOf(request, false), m }, assignment, { asked, all }),
    },
    stores,
  )
}

/** ext-un:<request>: whoever may answer for the agency may take its request back. */
export const pressWithdraw: Handler<DecisionNeeds> = async (request, id, stores) => {
  const { m, person, chat, now } = request
  const asked = await stores.extensions.find(id)
  if (asked === null) throw new AppError('button-stale', {})
  const assignment = await getAssignment(request, { id: asked.assignmentId, action: 'answer' }, stores)
  const decision = { state: 'withdrawn', grantedOn: null, answer: '', personId: person.id } as const
  if (!(await stores.extensions.settle(id, decision, now))) return [{ text: m.approval.itemGone() }]
  await stores.audit.append(
    {
      ...{ action: 'extension.withdraw', subject: 'assignment', subjectId: assignment.id },
      ...{ personId: person.id, channel: chat.channel, before: { request: id, wantedOn: asked.wantedOn } },
    },
    now,
  )
  const text = m.extension.withdrawn(whichOf(request, assignment))
  return [{ text, assignmentId: assignment.id, replaces: true }]
}
