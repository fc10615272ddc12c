import { readDueDay, readRequestForTime } from '../domain/due-day-words.ts'
import type { Assignment } from '../domain/assignment.ts'
import { fold } from '../domain/fold.ts'
import { understand } from '../domain/reply/understand.ts'
import type { Intent } from '../domain/reply/understanding.ts'
import { shorten } from '../domain/shorten.ts'
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
    if (about !== waiting.assignmentId || answersTask(request, text)) return answer(request, text, stores)
    return meant(request, { ...waiting, text }, stores)
  }

/** "nv12 xong" and nothing besides is no reason for anything. */
const answersTask = (request: Request, text: string): boolean => {
  const { tasks, note, confidence } = understand(text, { today: request.today, byRulesAlone: true })
  return tasks.length > 0 && note === '' && confidence === 1
}

/** The same where a sentence was asked for: a number, a mark or a sign is none, and the bot goes on waiting. */
const whenWorded = (meant: Meant): Handler<DecisionNeeds, Waiting> => {
  const take = whenMeant(meant)
  return (request, waiting, stores) =>
    saysSomething(waiting.text) || isAboutAnother(request, waiting)
      ? take(request, waiting, stores)
      : Promise.resolve([{ text: request.m.approval.wordsNeeded(shorten(waiting.text, wordsShown)) }])
}

const isAboutAnother = ({ about }: Request, { data }: Waiting): boolean =>
  about?.assignmentId != null && about.assignmentId !== readWaitingFor(data).assignmentId

const wordsShown = 40

const saysSomething = (text: string): boolean => /\p{L}/u.test(text)

/** Why a submission is returned. */
export const receiveRejection = whenWorded(async (request, { id, queue, text }, stores) =>
  reject(request, await openSubmission(request, id, stores), { id, queue, reason: text }, stores),
)

/** Why something done is opened again. */
export const receiveReopening = whenWorded(async (request, { id, text }, stores) =>
  reopen(request, await getAssignment(request, { id, action: 'reopen' }, stores), text, stores),
)

/** Until when, or why. */
export const receiveExtension: Handler<DecisionNeeds, Waiting> = async (request, waiting, stores) => {
  const { id, wantedOn } = readWaitingFor(waiting.data)
  const { intent, confidence } = understand(waiting.text, { today: request.today, byRulesAlone: true })
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

const receiveExtensionWords = whenMeant(async (request, { id, text, wantedOn: known, reason }, stores) => {
  const assignment = await getAssignment(request, { id, action: 'answer' }, stores)
  const context = dayContext(request, assignment)
  const said = readRequestForTime(text, context)
  const day = said.wantedOn ?? readDueDay(text, context)
  if (known !== null) return goOn(request, assignment, whyUntil(text, said.reason, { known, day }), stores)
  const { dueOn } = assignment
  if (day !== null || dueOn === null) {
    return goOn(request, assignment, { wantedOn: day, reason: reason || said.reason }, stores)
  }
  const wrong = request.m.extension.dayNotUnderstood(text)
  return askDay(request, assignment, { dueOn, reason, wrong }, stores)
})

/** "20/4" instead of a reason is another day, "5" is neither. */
const whyUntil = (text: string, reason: string, { known, day }: { known: string; day: string | null }) =>
  saysSomething(text) ? { wantedOn: known, reason: reason || text } : { wantedOn: day ?? known, reason: '' }

const dayContext = ({ today, person }: Request, { dueOn }: Assignment) => ({ today, dueOn, locale: person.locale })

/** The day that is granted instead of the one wanted. */
export const receiveOtherDay = whenMeant(async (request, { id, queue, text }, stores) => {
  const opened = await openRequest(request, { id, queue }, stores)
  if ('gone' in opened) return opened.gone
  const day = readDueDay(text, dayContext(request, opened.assignment))
  if (day !== null) return grant(request, opened, { day, words: '' }, stores)
  return askOtherDay(request, opened, request.m.extension.dayNotUnderstood(text), stores)
})

/** Why there is no more time. */
export const receiveRefusal = whenWorded(async (request, { id, queue, text }, stores) => {
  const opened = await openRequest(request, { id, queue }, stores)
  return 'gone' in opened ? opened.gone : refuse(request, opened, text, stores)
})

/** Why a task is not the agency's. */
export const receiveReturn = whenWorded(async (request, { id, text }, stores) =>
  giveUp(request, await getAssignment(request, { id, action: 'answer' }, stores), text, stores),
)

/** Whose a returned task is. */
export const receiveAgency = whenMeant(async (request, { id, queue, text }, stores) => {
  const opened = await openReturn(request, { id, queue }, stores)
  return 'gone' in opened ? opened.gone : reassignNamed(request, opened, text, stores)
})

/** Why a returned task is the agency's after all. */
export const receiveGivingBack = whenWorded(async (request, { id, queue, text }, stores) => {
  const opened = await openReturn(request, { id, queue }, stores)
  return 'gone' in opened ? opened.gone : giveBack(request, opened, text, stores)
})
