import { type Assignment, isOpen } from '../domain/assignment.ts'
import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { understandEach } from '../domain/reply/several.ts'
import { readUndo } from '../domain/reply/undo-words.ts'
import type { Understanding } from '../domain/reply/understanding.ts'
import { answerSeveral, findOpenNumbers } from './answer-several.ts'
import { findTarget } from './answer-target.ts'
import type { DecisionNeeds } from './decide.ts'
import { requestExtension } from './extension.ts'
import { askObstacle } from './progress.ts'
import { recordAnswer, whichOf } from './record.ts'
import type { Handler, Reply, Request } from './request.ts'
import { requestReturn } from './return.ts'
import { answerOf, requirePossible } from './said.ts'
import { listAgencies } from './task.ts'
import { showCard } from './task-card.ts'
import { undoByWords } from './undo.ts'

export type AnswerNeeds = DecisionNeeds
type AnswerStores = Pick<Stores, AnswerNeeds>

/** Words that are no command: an answer about a task. */
export const answer: Handler<AnswerNeeds> = async (request, text, stores) => {
  const { today, about } = request
  const takenBack = readUndo(text)
  if (takenBack !== null) return undoByWords(request, takenBack, stores)
  const open = await findOpenNumbers(request, text, stores)
  const answers = understandEach(text, { today, open, aboutTask: about?.assignmentId != null })
  const [understood, ...others] = answers
  if (understood === undefined) throw new AppError('not-understood', {})
  return others.length > 0 ? answerSeveral(request, answers, stores) : answerOne(request, { text, understood }, stores)
}

const answerOne = async (
  request: Request,
  { text, understood }: { readonly text: string; readonly understood: Understanding },
  stores: AnswerStores,
): Promise<readonly Reply[]> => {
  const { m } = request
  if (understood.intent === 'small_talk') return [{ text: m.answers.thanks() }]
  if (understood.intent === 'unknown') throw new AppError('not-understood', {})
  const { task } = understood
  if (understood.intent === 'extension') return requestExtension(request, { text, task }, stores)
  if (understood.intent === 'return') return requestReturn(request, { text, task }, stores)
  return answerTask(request, understood, stores)
}

const answerTask = async (
  request: Request,
  understood: Understanding,
  stores: AnswerStores,
): Promise<readonly Reply[]> => {
  const { m } = request
  const isQuestion = understood.intent === 'question'
  const action = isQuestion ? 'see-agency' : 'answer'
  const target = await findTarget(request, { task: understood.task, action }, stores)
  if (target.kind === 'nothing-open') return [{ text: m.answers.nothingOpen() }]
  if (target.kind === 'several') {
    const agencies = listAgencies(request, target.current, 0)
    return isQuestion ? [agencies] : [{ text: m.answers.whichAgency() }, agencies]
  }
  if (isQuestion) return [await showCard(request, target.assignment, stores, target)]
  return answerAssignment(request, target.assignment, understood, stores)
}

const answerAssignment = async (
  request: Request,
  assignment: Assignment,
  understood: Understanding,
  stores: AnswerStores,
): Promise<readonly Reply[]> => {
  requirePossible(understood)
  const links = [...understood.links, ...understood.documents]
  if (understood.confidence < 1) return askBack(request, assignment, { percent: understood.percent, links }, stores)
  const said = answerOf(understood)
  if (said === null) return askObstacle(request, assignment, stores)
  return recordAnswer(request, assignment, { answer: said, note: understood.note, links }, stores)
}

/** What may mean "done" is asked; links that came with it are kept at once. */
const askBack = async (
  request: Request,
  assignment: Assignment,
  { percent, links }: { readonly percent: number | null; readonly links: readonly string[] },
  stores: AnswerStores,
): Promise<readonly Reply[]> => {
  const kept = links.length === 0 ? [] : await recordAnswer(request, assignment, evidenceOf(links), stores)
  if (isOpen(assignment.state)) return [...kept, askWhether(request, assignment, percent)]
  // Of what is finished already there is nothing to ask.
  return kept.length > 0 ? kept : recordAnswer(request, assignment, isDone, stores)
}

const isDone = { answer: { kind: 'done' }, note: '', links: [] } as const

const evidenceOf = (links: readonly string[]) => ({ answer: { kind: 'evidence' }, note: '', links }) as const

const askWhether = (request: Request, assignment: Assignment, percent: number | null): Reply => {
  const { m } = request
  const { id } = assignment
  const share: Button[] =
    percent === null ? [] : [{ label: m.answers.notDoneAt(percent), action: `pct:${id}:${percent}` }]
  const rows = [
    [{ label: m.answers.isDone, action: `done:${id}` }, ...share],
    [
      { label: m.answers.notDone, action: `prog:${id}` },
      { label: m.answers.obstacle, action: `obst:${id}` },
    ],
  ]
  return { text: m.answers.doubtful(whichOf(request, assignment)), buttons: rows, assignmentId: id }
}
