import { type Assignment, type AssignmentState, isAwaited, isOpen } from './assignment.ts'
import { AppError } from './errors.ts'
import type { EvidenceFile } from './evidence.ts'
import type { Counting } from './milestone-rule.ts'
import { daysOf, nextLookAt } from './look.ts'
import type { AnswerKind, AssignmentChange, StatusUpdate } from './ports/assignments.ts'
import type { LocalDate } from './time.ts'

/** What somebody says about an assignment, understood. */
export type Answer =
  | { readonly kind: 'acknowledge' }
  | {
      readonly kind: 'progress'
      /** Null when no share was named: the one known stays. */
      readonly percent: number | null
      /** False for "chưa làm": it was seen, and nothing more. */
      readonly started: boolean
      /** "Hết vướng rồi": what was in the way is gone. */
      readonly unblocked: boolean
    }
  | { readonly kind: 'done' }
  | { readonly kind: 'obstacle'; readonly words: string; readonly percent: number | null }
  | { readonly kind: 'evidence' }

export interface Said {
  readonly answer: Answer
  /** What was said beyond it, in the person's own words. */
  readonly note: string
  readonly links: readonly string[]
  /** Files that come with it; their bytes are kept already. */
  readonly files?: readonly EvidenceFile[]
}

/** The moment at which something is decided, in the workspace's zone. */
export interface Moment {
  readonly now: Date
  readonly today: LocalDate
  readonly zone: string
  /** By which rule the assignment's milestones are counted; the usual one when absent. */
  readonly counting?: Counting
}

export interface Decision {
  readonly kind: AnswerKind
  readonly change: AssignmentChange
}

type Standing = Pick<Assignment, 'number' | 'state' | 'percent' | 'obstacle' | 'dueOn' | 'givenAt' | 'doneOn'> & {
  readonly task: Pick<Assignment['task'], 'workflow'>
}

/**
 * What an answer changes. 'already' when it says nothing that was not recorded before. In the "gọn" workflow
 * "xong" is done; in "chặt" it is submitted and waits for the head.
 */
export const planChange = (
  assignment: Standing,
  said: Said,
  moment: Moment,
): Decision | 'already' | AppError<'task-closed' | 'percent-out-of-range'> => {
  const wrong = wrongPercent(said.answer)
  if (wrong !== null) return new AppError('percent-out-of-range', { typed: `${wrong}%` })
  const decided = decide(assignment, said)
  if (decided === 'closed') return new AppError('task-closed', { number: assignment.number })
  const { kind, ...after } = decided
  if (saysNothingNew(assignment, after, said, kind)) return 'already'
  return { kind, change: settle(assignment, after, moment) }
}

/** What taking an answer back restores. */
export const planUndo = (
  assignment: Pick<Assignment, 'dueOn' | 'givenAt' | 'doneOn'>,
  { before }: Pick<StatusUpdate, 'before'>,
  moment: Moment,
): AssignmentChange => settle({ ...assignment, state: before.state }, before, moment)

interface After {
  readonly state: AssignmentState
  readonly percent: number
  readonly obstacle: string | null
}

const wrongPercent = (answer: Answer): number | null => {
  if (answer.kind !== 'progress' && answer.kind !== 'obstacle') return null
  const { percent } = answer
  return percent !== null && (percent < 0 || percent > 100) ? percent : null
}

type Decided = After & { readonly kind: AnswerKind }

const decide = (before: Standing, said: Said): Decided | 'closed' => {
  if (before.state === 'done') return decideOnDone(before, said)
  if (!isOpen(before.state)) return 'closed'
  const { answer } = said
  switch (answer.kind) {
    case 'acknowledge':
    case 'evidence':
      return { ...standingOf(before), kind: answer.kind, state: atLeast(before.state, 'acknowledged') }
    case 'progress':
      return progressed(before, answer)
    case 'obstacle':
      return blocked(before, answer)
    case 'done':
      return finish(before, said)
  }
}

const standingOf = ({ state, percent, obstacle }: Standing): After => ({ state, percent, obstacle })

const progressed = (before: Standing, answer: Extract<Answer, { kind: 'progress' }>): Decided => ({
  kind: 'progress',
  state: answer.started ? 'in_progress' : atLeast(before.state, 'acknowledged'),
  percent: answer.percent ?? before.percent,
  obstacle: answer.unblocked ? null : before.obstacle,
})

const blocked = (before: Standing, { words, percent }: Extract<Answer, { kind: 'obstacle' }>): Decided => ({
  kind: 'obstacle',
  state: atLeast(before.state, percent === null ? 'acknowledged' : 'in_progress'),
  percent: percent ?? before.percent,
  obstacle: words,
})

const finish = ({ state, task }: Standing, said: Said): Decided => ({
  // Said again with a link, it is the link that is new.
  kind: state === 'submitted' && givesEvidence(said) ? 'evidence' : 'done',
  state: task.workflow === 'gon' ? 'done' : 'submitted',
  percent: 100,
  obstacle: null,
})

/** What is done takes evidence; it opens again only by somebody's right and with a reason, never by an answer. */
const decideOnDone = (before: Standing, said: Said): Decided | 'closed' => {
  const { answer } = said
  if (answer.kind === 'progress' || answer.kind === 'obstacle') return 'closed'
  return { ...standingOf(before), kind: givesEvidence(said) ? 'evidence' : answer.kind }
}

/** Whether something comes with the words that proves them. */
export const givesEvidence = ({ links, files = [] }: Pick<Said, 'links' | 'files'>): boolean =>
  links.length + files.length > 0

const order: readonly AssignmentState[] = ['assigned', 'acknowledged', 'in_progress', 'submitted']

const atLeast = (state: AssignmentState, wanted: AssignmentState): AssignmentState =>
  order.indexOf(state) < order.indexOf(wanted) ? wanted : state

const saysNothingNew = (before: Standing, after: After, said: Said, kind: AnswerKind): boolean => {
  const same = after.state === before.state && after.percent === before.percent && after.obstacle === before.obstacle
  // A double tap comes without words; words are worth keeping even where they change nothing.
  const hasWords = givesEvidence(said) || (said.note !== '' && kind !== 'done' && kind !== 'obstacle')
  return same && !hasWords
}

/** A standing with the day it was done on and the moment of its next reminder. */
export const settle = (
  { state, dueOn, givenAt, doneOn }: Pick<Standing, 'state' | 'dueOn' | 'givenAt' | 'doneOn'>,
  after: After,
  { now, today, zone, counting }: Moment,
): AssignmentChange => ({
  state: after.state,
  percent: after.percent,
  obstacle: after.obstacle,
  doneOn: after.state === 'done' ? (state === 'done' ? doneOn : today) : null,
  remindAt: isAwaited(after.state) ? nextLookAt(daysOf({ dueOn, givenAt }, zone), now, zone, counting) : null,
})
