import { type Assignment, isOpen } from './assignment.ts'
import { type Moment, settle } from './assignment-change.ts'
import type { AssignmentChange } from './ports/assignments.ts'
import type { ExtensionRequest } from './ports/extensions.ts'
import type { LocalDate } from './time.ts'

type Standing = Pick<Assignment, 'state' | 'percent' | 'obstacle' | 'dueOn' | 'givenAt' | 'doneOn'>

/** Why a due date cannot be moved at all. */
export type NotExtensible = 'closed' | 'submitted' | 'undated'

/** Null when more time can be asked for and given. */
export const whyNotExtensible = ({ state, dueOn }: Pick<Standing, 'state' | 'dueOn'>): NotExtensible | null => {
  if (!isOpen(state)) return 'closed'
  if (state === 'submitted') return 'submitted'
  return dueOn === null ? 'undated' : null
}

/** What is wrong with a day as the new due date: it is over, or no later than the one in force. Null when nothing is. */
export const whyNoDueDate = (
  { dueOn }: Pick<Standing, 'dueOn'>,
  day: LocalDate,
  today: LocalDate,
): 'past' | 'not-later' | null => {
  if (day < today) return 'past'
  return dueOn !== null && day <= dueOn ? 'not-later' : null
}

/** Another due date changes nothing but when it is reminded of. */
export const planExtension = (assignment: Standing, dueOn: LocalDate, moment: Moment): AssignmentChange => {
  const { state, percent, obstacle } = assignment
  return settle({ ...assignment, dueOn }, { state, percent, obstacle }, moment)
}

/** The one that waits for a decision; there is at most one. */
export const pendingOf = (requests: readonly ExtensionRequest[]): ExtensionRequest | null =>
  requests.find(({ state }) => state === 'pending') ?? null

/** How often more time was asked for and given; what was taken back or replaced does not count. */
export const countExtensions = (
  requests: readonly Pick<ExtensionRequest, 'state'>[],
): { readonly asked: number; readonly granted: number } => ({
  asked: requests.filter(({ state }) => state !== 'withdrawn').length,
  granted: requests.filter(({ state }) => state === 'granted').length,
})
