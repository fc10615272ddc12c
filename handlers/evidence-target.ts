import type { Assignment } from '../domain/assignment.ts'
import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import { ownAgencies } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { TaskReference } from '../domain/reply/task-reference.ts'
import { understand } from '../domain/reply/understand.ts'
import { shorten } from '../domain/shorten.ts'
import { answerDialogs, assignmentOf } from './answer-dialogs.ts'
import { findTarget } from './answer-target.ts'
import { getAssignment } from './reach.ts'
import type { Request } from './request.ts'

type TargetNeeds = 'agencies' | 'assignments' | 'dialogs'

/** What a file proves; where that is open, what it may prove, the most urgent first. */
export type FileTarget =
  | { readonly kind: 'one'; readonly assignment: Assignment }
  | { readonly kind: 'ask'; readonly among: readonly Assignment[] }

/** With "drop it" as many choices as one message has. */
const offered = 8

/**
 * The assignment that a file is about: the message it replies to, else the task that its caption names, else what the
 * bot waits for evidence of, else the only one that is open.
 */
export const findFileTarget = async (
  request: Request,
  caption: string,
  stores: Pick<Stores, TargetNeeds>,
): Promise<FileTarget> => {
  const { today, about } = request
  const { task } = understand(caption, { today, aboutTask: true })
  if (about?.assignmentId != null || task !== null) return findNamed(request, task, stores)
  return (await findAwaited(request, stores)) ?? findOpen(request, stores)
}

/**
 * The same for a file that was passed on: what the caption names, or what the bot waits for evidence of. That only one
 * task is open makes it no more certain, and a number that is nobody's here is no mistake of who passed it on.
 */
export const findForwardedTarget = async (
  request: Request,
  caption: string,
  stores: Pick<Stores, TargetNeeds>,
): Promise<FileTarget> => {
  const { task } = understand(caption, { today: request.today, aboutTask: true })
  const named = task === null && request.about?.assignmentId == null ? null : await tryNamed(request, task, stores)
  const certain = named ?? (await findAwaited(request, stores))
  if (certain !== null) return certain
  const open = await findOpen(request, stores)
  return open.kind === 'one' ? { kind: 'ask', among: [open.assignment] } : open
}

const tryNamed = async (
  request: Request,
  task: TaskReference | null,
  stores: Pick<Stores, TargetNeeds>,
): Promise<FileTarget | null> => {
  try {
    return await findNamed(request, task, stores)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

const findAwaited = async (request: Request, stores: Pick<Stores, TargetNeeds>): Promise<FileTarget | null> => {
  const { chat, person, now } = request
  const dialog = await stores.dialogs.find(chat.id, person.id, now)
  if (dialog?.kind !== answerDialogs.evidence) return null
  const id = assignmentOf(dialog.data)
  return { kind: 'one', assignment: await getAssignment(request, { id, action: 'answer' }, stores) }
}

/** By the message replied to, or by a number. Throws AppError when it is not theirs or there is none. */
export const findNamed = async (
  request: Request,
  task: TaskReference | null,
  stores: Pick<Stores, TargetNeeds>,
): Promise<FileTarget> => {
  const about = request.about?.assignmentId == null ? null : request.about
  const target = await findTarget({ ...request, about }, { task, action: 'answer' }, stores)
  if (target.kind === 'one') return target
  return { kind: 'ask', among: target.kind === 'several' ? target.current.slice(0, offered) : [] }
}

const findOpen = async (
  { person, today }: Request,
  { assignments }: Pick<Stores, 'assignments'>,
): Promise<FileTarget> => {
  const own = ownAgencies(person.memberships)
  if (own.length === 0) return { kind: 'ask', among: [] }
  const { items, total } = await assignments.list({ agencyIds: own }, 'open', today, { offset: 0, limit: offered })
  const [first] = items
  // Several due dates of one task are one task: the earliest is meant.
  const isOnly =
    first !== undefined &&
    total <= items.length &&
    items.every(({ task, agencyId }) => task.id === first.task.id && agencyId === first.agencyId)
  return isOnly ? { kind: 'one', assignment: first } : { kind: 'ask', among: items }
}

const labelLength = 32

/** A choice a line: by its title, or by its agency where it is one task of several. */
export const taskChoices = (
  { m }: Request,
  among: readonly Assignment[],
  action: (assignment: Assignment) => string,
): readonly (readonly Button[])[] => {
  const isOneTask = among.length > 1 && new Set(among.map(({ number }) => number)).size === 1
  return among.map((item) => {
    const { number, agencyName: agency } = item
    const words = isOneTask
      ? m.evidence.taskOf({ number, agency })
      : m.evidence.task({ number, title: item.task.title })
    return [{ label: shorten(words, labelLength), action: action(item) }]
  })
}
