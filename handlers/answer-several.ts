import type { Assignment } from '../domain/assignment.ts'
import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import { ownAgencies } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { hasBareNumber } from '../domain/reply/bare-numbers.ts'
import type { TaskReference } from '../domain/reply/task-reference.ts'
import type { Intent, Understanding } from '../domain/reply/understanding.ts'
import { inRows } from '../domain/task-buttons.ts'
import { lines, type Rich, rich } from '../locales/rich-text.ts'
import { findTarget } from './answer-target.ts'
import { explain } from './explain.ts'
import { type RecordingNeeds, recordAnswer } from './record.ts'
import type { Reply, Request } from './request.ts'
import { answerOf, requirePossible } from './said.ts'
import { undoPrefix } from './undo.ts'

type SeveralStores = Pick<Stores, RecordingNeeds>

/** Where choices are numbered, one digit takes any of them; each task has at most one. */
const mostTasks = 9
/** Nobody has more open tasks than this at once. */
const mostOpen = 500

/** The numbers of a person's own open tasks, asked for only where words hold a number that may be one. */
export const findOpenNumbers = async (
  { person, today, about }: Request,
  text: string,
  { assignments }: Pick<Stores, 'assignments'>,
): Promise<readonly number[]> => {
  const agencyIds = ownAgencies(person.memberships)
  // What answers one task's message needs no number; another one in it counts something.
  if (about?.assignmentId != null || agencyIds.length === 0 || !hasBareNumber(text)) return []
  const { items } = await assignments.list({ agencyIds }, 'open', today, { offset: 0, limit: mostOpen })
  return items.map(({ number }) => number)
}

/** One line a task, and what can be pressed about it. */
interface Line {
  readonly text: Rich
  readonly button: Button | null
}

/** Several tasks in one message: each recorded for itself, what is doubtful and what is refused said, all in one reply. */
export const answerSeveral = async (
  request: Request,
  answers: readonly Understanding[],
  stores: SeveralStores,
): Promise<readonly Reply[]> => {
  const { m, about } = request
  if (answers.length > mostTasks) return [{ text: m.answers.tooManyTasks(answers.length, mostTasks) }]
  await requireNamed(answers, about?.assignmentId ?? null, stores)
  const said: Line[] = []
  for (const answer of answers) said.push(await answerOne(request, answer, stores))
  // Which of them the next words would be about nobody could tell.
  await stores.dialogs.remove(request.chat.id, request.person.id)
  const buttons = said.flatMap(({ button }) => button ?? [])
  return [{ text: lines(said.map(({ text }) => text)), buttons: inRows(buttons, 2) }]
}

/** Said in reply to one task's message, the words must be about that task too. */
const requireNamed = async (
  answers: readonly Understanding[],
  id: string | null,
  stores: Pick<Stores, 'agencies' | 'assignments'>,
): Promise<void> => {
  if (id === null) return
  const assignment = await stores.assignments.find(id)
  if (assignment === null || answers.some(({ task }) => task === assignment.number)) return
  throw new AppError('which-task', { numbers: [assignment.number] })
}

const answerOne = async (request: Request, understood: Understanding, stores: SeveralStores): Promise<Line> => {
  const { task } = understood
  if (task === null) throw new Error('an answer among several names its task')
  try {
    return await recordOne(request, task, understood, stores)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const words = explain(error, request.m)
    const isNamed = error.code === 'task-closed' || error.code === 'task-unknown'
    return { text: isNamed ? rich`⛔ ${words}` : rich`⛔ ${nameOf(task)}: ${words}`, button: null }
  }
}

const nameOf = (task: TaskReference): string => (typeof task === 'number' ? `NV${task}` : task)

/** They ask for more than one line: a reason, a day, somebody's decision. */
const aloneOnly: readonly Intent[] = ['extension', 'return']
const unsaid: readonly Intent[] = ['question', 'small_talk', 'unknown']

const recordOne = async (
  request: Request,
  task: TaskReference,
  understood: Understanding,
  stores: SeveralStores,
): Promise<Line> => {
  const { m } = request
  // The words name their tasks themselves, also where they answer a message.
  const target = await findTarget({ ...request, about: null }, { task, action: 'answer' }, stores)
  if (target.kind === 'nothing-open') throw new AppError('task-unknown', { typed: nameOf(task) })
  if (target.kind === 'several') {
    const [first] = target.current
    const choose = first && { label: m.answers.chooseFor(first.number), action: `nva:${first.number}:0` }
    return { text: m.answers.someAgency(nameOf(task)), button: choose ?? null }
  }
  return recordSure(request, target.assignment, understood, stores)
}

const recordSure = async (
  request: Request,
  assignment: Assignment,
  understood: Understanding,
  stores: SeveralStores,
): Promise<Line> => {
  const { m } = request
  const { intent, confidence, note } = understood
  const button = opening(request, assignment)
  if (aloneOnly.includes(intent)) return { text: m.answers.alone(assignment.number), button }
  requirePossible(understood)
  const answer = confidence < 1 || unsaid.includes(intent) ? null : answerOf(understood)
  if (answer === null) return { text: m.answers.doubtfulAmong(assignment.number), button }
  const links = [...understood.links, ...understood.documents]
  const [reply] = await recordAnswer(request, assignment, { answer, note, links, amongOthers: true }, stores)
  if (reply === undefined) throw new Error('what is recorded is said')
  return { text: rich`${reply.text}`, button: takingBack(request, assignment, reply) }
}

const opening = ({ m }: Request, { id, number }: Assignment): Button => ({
  label: m.answers.answerFor(number),
  action: `open:${id}`,
})

/** The undo of one among several: it leaves the message with the others where it is. */
const takingBack = ({ m }: Request, { number }: Assignment, { buttons = [] }: Reply): Button | null => {
  const undo = buttons.flat().find(({ action }) => action.startsWith(`${undoPrefix.alone}:`))
  if (undo === undefined) return null
  return { label: m.answers.undoFor(number), action: undo.action.replace(undoPrefix.alone, undoPrefix.amongOthers) }
}
