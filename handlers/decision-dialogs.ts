import { readDay, readExtension } from '../domain/extension-words.ts'
import { fold } from '../domain/fold.ts'
import { understand } from '../domain/reply/understand.ts'
import type { Intent } from '../domain/reply/understanding.ts'
import { answer } from './answer.ts'
import { openSubmission, reject } from './approval.ts'
import type { DecisionNeeds, DecisionStores } from './decide.ts'
import { readWaitingFor, type WaitingFor } from './decision-wait.ts'
import { askDay, goOn } from './extension.ts'
import { askOtherDay, grant, openRequest, refuse } from './extension-decision.ts'
import { giveBack } from './give-back.ts'
import { getAssignment } from './reach.ts'
import { openReturn } from './reassign-open.ts'
import { reassignNamed } from './reassign-to.ts'
import { reopen } from './reopen.ts'
import type { Handler, Reply, Request } from './request.ts'
import { giveUp } from './return.ts'

interface Waiting {
  readonly text: string
  readonly data: unknown
}
type Meant = (
  request: Request,
  said: WaitingFor & { readonly text: string },
  stores: DecisionStores,
) => Promise<readonly Reply[]>

/** The words that the bot asked for; a reply to another task's message is about that task. */
const whenMeant =
  (meant: Meant): Handler<DecisionNeeds, Waiting> =>
  async (request, { text, data }, stores) => {
    await stores.dialogs.remove(request.chat.id, request.person.id)
    if (request.m.answers.dropWords.includes(fold(text))) return [{ text: request.m.answers.dropped() }]
    const waiting = readWaitingFor(data)
    const about = request.about?.assignmentId ?? waiting.assignmentId
    if (about !== waiting.assignmentId) return answer(request, text, stores)
    return meant(request, { ...waiting, text }, stores)
  }

/** Why a submission is returned. */
export const receiveRejection = whenMeant(async (request, { id, queue, text }, stores) =>
  reject(request, await openSubmission(request, id, stores), { id, queue, reason: text }, stores),
)

/** Why something done is opened again. */
export const receiveReopening = whenMeant(async (request, { id, text }, stores) =>
  reopen(request, await getAssignment(request, { id, action: 'reopen' }, stores), text, stores),
)

/** Until when, or why. */
export const receiveExtension: Handler<DecisionNeeds, Waiting> = async (request, waiting, stores) => {
  const { id, wantedOn } = readWaitingFor(waiting.data)
  const { intent, confidence } = understand(waiting.text, request)
  if (wantedOn === null && confidence === 1 && isAnswer.includes(intent)) {
    await stores.dialogs.remove(request.chat.id, request.person.id)
    return answer(
      { ...request, about: { chatId: request.chat.id, assignmentId: id, choices: [] } },
      waiting.text,
      stores,
    )
  }
  return receiveExtensionWords(request, waiting, stores)
}

/** What is clearly about the work and no day. */
const isAnswer: readonly Intent[] = ['done', 'acknowledge', 'evidence', 'return']

const receiveExtensionWords = whenMeant(async (request, { id, text, ...known }, stores) => {
  const assignment = await getAssignment(request, { id, action: 'answer' }, stores)
  const context = { today: request.today, dueOn: assignment.dueOn }
  const said = readExtension(text, context)
  if (known.wantedOn !== null) {
    return goOn(request, assignment, { wantedOn: known.wantedOn, reason: said.reason || text }, stores)
  }
  const wantedOn = said.wantedOn ?? readDay(text, context)
  const reason = known.reason || said.reason
  if (wantedOn !== null || assignment.dueOn === null) return goOn(request, assignment, { wantedOn, reason }, stores)
  const wrong = request.m.extension.dayNotUnderstood(text)
  return askDay(request, assignment, { dueOn: assignment.dueOn, reason: known.reason, wrong }, stores)
})

/** The day that is granted instead of the one wanted. */
export const receiveOtherDay = whenMeant(async (request, { id, queue, text }, stores) => {
  const opened = await openRequest(request, { id, queue }, stores)
  if ('gone' in opened) return opened.gone
  const day = readDay(text, { today: request.today, dueOn: opened.assignment.dueOn })
  if (day !== null) return grant(request, opened, { day, words: '' }, stores)
  return askOtherDay(request, opened, request.m.extension.dayNotUnderstood(text), stores)
})

/** Why there is no more time. */
export const receiveRefusal = whenMeant(async (request, { id, queue, text }, stores) => {
  const opened = await openRequest(request, { id, queue }, stores)
  return 'gone' in opened ? opened.gone : refuse(request, opened, text, stores)
})

/** Why a task is not the agency's. */
export const receiveReturn = whenMeant(async (request, { id, text }, stores) =>
  giveUp(request, await getAssignment(request, { id, action: 'answer' }, stores), text, stores),
)

/** Whose a returned task is. */
export const receiveAgency = whenMeant(async (request, { id, queue, text }, stores) => {
  const opened = await openReturn(request, { id, queue }, stores)
  return 'gone' in opened ? opened.gone : reassignNamed(request, opened, text, stores)
})

/** Why a returned task is the agency's after all. */
export const receiveGivingBack = whenMeant(async (request, { id, queue, text }, stores) => {
  const opened = await openReturn(request, { id, queue }, stores)
  return 'gone' in opened ? opened.gone : giveBack(request, opened, text, stores)
})
