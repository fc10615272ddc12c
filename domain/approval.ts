import { type Moment, settle } from './assignment-change.ts'
import { type Assignment, type AssignmentState, isOpen } from './assignment.ts'
import type { AnswerKind, AssignmentChange, UpdateKind } from './ports/assignments.ts'

/** What was handed in or reported as done: by whom, and how far the work was said to be before. */
interface Finishing {
  /** The update that did it. */
  readonly id: string
  readonly personId: string
  readonly percentBefore: number
}

type Standing = Pick<Assignment, 'state' | 'percent' | 'obstacle' | 'dueOn' | 'givenAt' | 'doneOn'>

/** Why somebody may not decide on what was handed in. */
type Refusal = 'not-waiting' | 'handed-in-anew' | 'own'

/**
 * What approving or rejecting a submission changes. It is about the one submission that the person saw: handed in
 * anew it has to be looked at again. Nobody decides on their own, whatever roles they have.
 */
export const planVerdict = (
  assignment: Standing,
  latest: Finishing | null,
  wish: { readonly verdict: 'approve' | 'reject'; readonly seen: string; readonly personId: string },
  moment: Moment,
): AssignmentChange | Refusal => {
  if (assignment.state !== 'submitted' || latest === null) return 'not-waiting'
  if (latest.id !== wish.seen) return 'handed-in-anew'
  if (latest.personId === wish.personId) return 'own'
  return wish.verdict === 'approve' ? approved(assignment, moment) : goesOn(assignment, latest, moment)
}

/** What is done goes on where it was before; 'not-done' when there is nothing to open. */
export const planReopening = (
  assignment: Standing,
  finishing: Finishing | null,
  moment: Moment,
): AssignmentChange | 'not-done' => (assignment.state === 'done' ? goesOn(assignment, finishing, moment) : 'not-done')

/** An agency gives a task back: nobody is reminded of it any more. 'closed' when there is nothing left to give. */
export const planReturn = (assignment: Standing, moment: Moment): AssignmentChange | 'closed' => {
  if (!isOpen(assignment.state)) return 'closed'
  const { percent, obstacle } = assignment
  return settle(assignment, { state: 'returned', percent, obstacle }, moment)
}

/** It is the agency's after all: it goes on as if it had just been assigned. */
export const planGivingBack = (assignment: Standing, moment: Moment): AssignmentChange | 'not-closed' => {
  if (assignment.state !== 'returned' && assignment.state !== 'cancelled') return 'not-closed'
  const { percent, obstacle } = assignment
  return settle(assignment, { state: 'assigned', percent, obstacle }, moment)
}

const approved = (assignment: Standing, moment: Moment): AssignmentChange =>
  settle(assignment, { state: 'done', percent: 100, obstacle: null }, moment)

const goesOn = (assignment: Standing, finishing: Finishing | null, moment: Moment): AssignmentChange =>
  settle(assignment, { state: 'in_progress', percent: finishing?.percentBefore ?? 0, obstacle: null }, moment)

/** Whether somebody has to look at it now. */
export const isHandedIn = (before: Pick<Assignment, 'state'>, after: Pick<Assignment, 'state'>): boolean =>
  after.state === 'submitted' && before.state !== 'submitted'

const ended: readonly AssignmentState[] = ['submitted', 'done']

/** Whether a change would end work whose plan asks for evidence. */
export const needsEvidence = (
  before: Pick<Assignment, 'state'> & { readonly task: Pick<Assignment['task'], 'requiresEvidence'> },
  after: Pick<Assignment, 'state'>,
): boolean => before.task.requiresEvidence && ended.includes(after.state) && !ended.includes(before.state)

/** What somebody said, not what somebody decided. */
export const undoable: readonly UpdateKind[] = [
  ...(['acknowledge', 'progress', 'done', 'obstacle', 'evidence'] satisfies readonly AnswerKind[]),
  'return',
]

/** What somebody said can be taken back; what somebody decided is decided anew. */
export const isUndoable = (kind: UpdateKind): boolean => undoable.includes(kind)

/** Somebody who could decide on what the agencies named hand in, perhaps in the place of their head who is away. */
export interface Approver {
  readonly personId: string
  readonly agencyIds: readonly string[]
  readonly insteadOf: { readonly personId: string; readonly name: string } | null
}

/**
 * Who is asked about what an agency handed in: its heads and whoever stands in for them, else those of the nearest
 * agency above that has any; null when there are none, and the coordinators are asked. Nobody decides on their own, and
 * nobody on that of the person in whose place they are.
 */
export const askedToApprove = <T extends Approver>(
  chain: readonly string[],
  heads: readonly T[],
  submitterId: string,
): { readonly agencyId: string; readonly approvers: readonly T[] } | null => {
  const others = heads.filter(
    ({ personId, insteadOf: absent }) => personId !== submitterId && absent?.personId !== submitterId,
  )
  for (const agencyId of chain) {
    const there = others.filter(({ agencyIds }) => agencyIds.includes(agencyId))
    if (there.length > 0) return { agencyId, approvers: onceEach(there) }
  }
  return null
}

/** Who is a head themself is asked as such. */
const onceEach = <T extends Approver>(approvers: readonly T[]): readonly T[] => [
  ...new Map(
    approvers
      .toSorted((a, b) => Number(a.insteadOf === null) - Number(b.insteadOf === null))
      .map((approver) => [approver.personId, approver]),
  ).values(),
]

/** An agency together with those above it, the nearest first. */
export const chainOf = (
  agencyId: string,
  agencies: readonly { readonly id: string; readonly parentId: string | null }[],
): readonly string[] => {
  const parents = new Map(agencies.map(({ id, parentId }) => [id, parentId]))
  const chain: string[] = []
  // A directory may have been imported with a circle in it.
  for (let at: string | null = agencyId; at !== null && !chain.includes(at); at = parents.get(at) ?? null)
    chain.push(at)
  return chain
}
