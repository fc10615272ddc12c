import type { Assignment } from '../domain/assignment.ts'
import { AppError } from '../domain/errors.ts'
import { type Action, may, ownAgencies } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { TaskReference } from '../domain/reply/task-reference.ts'
import { chooseAssignment, type TaskChoice } from '../domain/task-choice.ts'
import { findTask, getAssignment } from './reach.ts'
import type { Request } from './request.ts'

type TargetStores = Pick<Stores, 'agencies' | 'assignments'>
type Target = Exclude<TaskChoice, { readonly kind: 'none' }> | { readonly kind: 'nothing-open' }

/**
 * Which assignment an answer is about: the message it replies to, else the task it names, else the only one that is
 * open. A message of one task and the number of another contradict each other: then it is asked, never guessed.
 */
export const findTarget = async (
  request: Request,
  { task, action }: { readonly task: TaskReference | null; readonly action: Action },
  stores: TargetStores,
): Promise<Target> => {
  const { about } = request
  if (about?.assignmentId != null) {
    const assignment = await getAssignment(request, { id: about.assignmentId, action }, stores)
    if (task !== null && !isNamed(assignment, task)) throw new AppError('which-task', { numbers: [assignment.number] })
    return { kind: 'one', assignment, alsoOpen: [], agencies: 1 }
  }
  if (task !== null) return findNamed(request, { task, action }, stores)
  if (about !== null) throw new AppError('message-stale', {})
  return findOnlyOpen(request, stores)
}

/** "229-1.3.1": the plan's number up to its first slash, and the item's code. */
const isNamed = ({ number, task }: Assignment, reference: TaskReference): boolean =>
  typeof reference === 'number'
    ? number === reference
    : reference === `${task.planNumber.split('/')[0]?.trim() ?? ''}-${task.code}`

const findNamed = async (
  request: Request,
  { task, action }: { readonly task: TaskReference; readonly action: Action },
  stores: TargetStores,
): Promise<Target> => {
  const own = ownAgencies(request.person.memberships)
  const number = typeof task === 'number' ? task : await numberOf(request, task, stores)
  const seen = number === null ? [] : await findTask(request, { number, action }, stores)
  const choice = chooseAssignment(seen, own)
  if (choice.kind !== 'none') return choice
  const visible = number === null ? [] : await findTask(request, { number, action: 'see-agency' }, stores)
  if (visible.length > 0) throw new AppError('not-allowed', {})
  throw new AppError('task-unknown', { typed: typeof task === 'number' ? `NV${task}` : task })
}

/** An agency has at most so many tasks in one year's plans. */
const mostTasks = 1000

/** The number of one's own task that a plan's code means. */
const numberOf = async (
  { person, today }: Request,
  code: string,
  { assignments }: TargetStores,
): Promise<number | null> => {
  const scope = {
    agencyIds: may(person.memberships, 'see-workspace') ? 'all' : ownAgencies(person.memberships),
  } as const
  const { items } = await assignments.list(scope, 'all', today, { offset: 0, limit: mostTasks })
  return items.find((item) => isNamed(item, code))?.number ?? null
}

const looked = 20

const findOnlyOpen = async ({ person, today }: Request, { assignments }: TargetStores): Promise<Target> => {
  const own = ownAgencies(person.memberships)
  if (own.length === 0) {
    const isSteering = may(person.memberships, 'see-workspace')
    throw isSteering ? new AppError('which-task', { numbers: [] }) : new AppError('no-agency', {})
  }
  const open = await assignments.list({ agencyIds: own }, 'open', today, { offset: 0, limit: looked })
  const [first] = open.items
  if (first === undefined) return { kind: 'nothing-open' }
  // Several due dates of one task are one task: the earliest is meant.
  const isOnly =
    open.total <= looked &&
    open.items.every(({ task, agencyId }) => task.id === first.task.id && agencyId === first.agencyId)
  if (!isOnly) throw new AppError('which-task', { numbers: [...new Set(open.items.map(({ number }) => number))] })
  return { kind: 'one', assignment: first, alsoOpen: open.items.slice(1), agencies: 1 }
}
