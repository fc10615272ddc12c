import { fold } from '../domain/fold.ts'
import { readUndo } from '../domain/reply/undo-words.ts'
import { understand } from '../domain/reply/understand.ts'
import type { Intent } from '../domain/reply/understanding.ts'
import { type AnswerNeeds, answer } from './answer.ts'
import { assignmentOf } from './answer-dialogs.ts'
import { getAssignment } from './reach.ts'
import { recordAnswer } from './record.ts'
import type { Handler, Reply, Request } from './request.ts'

interface Waiting {
  readonly text: string
  readonly data: unknown
}

type FollowUp = Handler<AnswerNeeds, Waiting>
type AnswerStores = Parameters<FollowUp>[2]

/** The answer to what the bot asked, or words about something else: a reply, or another task's number. */
const whenMeant =
  (
    meant: (request: Request, waiting: { text: string; id: string }, stores: AnswerStores) => Promise<readonly Reply[]>,
  ) =>
  async (request: Request, { text, data }: Waiting, stores: AnswerStores): Promise<readonly Reply[]> => {
    await stores.dialogs.remove(request.chat.id, request.person.id)
    if (request.m.answers.dropWords.includes(fold(text))) return [{ text: request.m.answers.dropped() }]
    if (readUndo(text) !== null) return answer(request, text, stores)
    const id = assignmentOf(data)
    const elsewhere = request.about !== null && request.about.assignmentId !== id
    if (elsewhere || understand(text, request).tasks.length > 0) return answer(request, text, stores)
    return meant(request, { text, id }, stores)
  }

/** As if it were a reply to that task's message. */
const answerAbout = (request: Request, { text, id }: { text: string; id: string }, stores: AnswerStores) =>
  answer({ ...request, about: { chatId: request.chat.id, assignmentId: id, choices: [] } }, text, stores)

/** A share, as a bare number too. */
export const receivePercent: FollowUp = whenMeant((request, { text, id }, stores) =>
  answerAbout(request, { text: /^\d{1,6}(?:[.,]\d+)?$/u.test(text) ? `${text}%` : text, id }, stores),
)

/** What was clearly no obstacle. */
const noObstacle: readonly Intent[] = ['done', 'question', 'extension', 'return', 'small_talk']

/** Whatever else is said after "what is in the way?" is in the way. */
export const receiveObstacle: FollowUp = whenMeant(async (request, { text, id }, stores) => {
  const { intent, links, note } = understand(text, { today: request.today, byRulesAlone: true })
  if (noObstacle.includes(intent)) return answerAbout(request, { text, id }, stores)
  const words = intent === 'obstacle' && note !== '' ? note : text
  const assignment = await getAssignment(request, { id, action: 'answer' }, stores)
  return recordAnswer(
    request,
    assignment,
    { answer: { kind: 'obstacle', words, percent: null }, note: words, links },
    stores,
  )
})

/** Evidence after "done"; any other words are an answer like every other. */
export const receiveEvidence: FollowUp = whenMeant((request, { text, id }, stores) => {
  const { links, documents } = understand(text, request)
  return links.length + documents.length > 0
    ? answerAbout(request, { text, id }, stores)
    : answer(request, text, stores)
})
