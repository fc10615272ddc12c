import type { Assignment } from './assignment.ts'
import { type Level, levelOfRank } from './escalation.ts'
import { fold } from './fold.ts'
import { type Occasion, occasionOf } from './occasion.ts'
import type { Membership, Role } from './people.ts'
import type { StandIn } from './ports/delegations.ts'
import type { ReminderKind } from './ports/reminders.ts'

const asks = /^(?:(?:bot|da|oi|a|em|anh|chi|ban|cho|hoi|nay|the) )*(?:vi sao|tai sao|sao|why)(?: |$)/u
const ends = / (?:vi sao|tai sao|la sao|why)(?: (?:vay|the|a|nhi|ha))*$/u
const reminding = /(?:^| )(?:nhac|remind|reminded|reminder|reminding|tin nay|this message)(?: |$)/u

/** "Sao còn nhắc, em xong rồi" says something about the work, which must not be lost. */
const reports = /(?:^| )(?:xong|hoan thanh|da nop|da gui|da bao cao|done|finished)(?: |$)/u

/** "Vì sao tôi được nhắc?", "sao nhắc tôi", "why was I reminded?": about reminding itself, not about the work. */
export const asksWhyReminded = (text: string): boolean => {
  const words = fold(text)
  if (reports.test(words) || text.includes('%')) return false
  return (asks.test(words) || ends.test(words)) && reminding.test(words)
}

/** The task that such a question names, "vì sao nhắc nv12"; null when it names none. */
export const askedTask = (text: string): number | null => {
  const number = /(?:^| )nv ?0*(\d{1,9})(?: |$)/u.exec(fold(text))?.[1]
  return number === undefined ? null : Number(number)
}

/** Why somebody was told at a time: a milestone, or what is told by its kind alone, or by the level it concerns. */
export type Cause =
  | { readonly kind: 'due' | 'unreached'; readonly occasion: Occasion }
  | { readonly kind: 'silent' | 'urged' }
  | { readonly kind: 'escalated' | 'told'; readonly level: Level }

export const causeOf = ({ kind, milestone }: { readonly kind: ReminderKind; readonly milestone: number }): Cause => {
  switch (kind) {
    case 'due':
    case 'unreached':
      return { kind, occasion: occasionOf(milestone) }
    case 'silent':
    case 'urged':
      return { kind }
    case 'escalated':
    case 'told':
      return { kind, level: levelOfRank(milestone) }
  }
}

/** What ties somebody to an assignment, so that they are reminded of it. */
export type Tie =
  | { readonly kind: 'doer' }
  | { readonly kind: 'member'; readonly roles: readonly Role[] }
  /** Somebody else was named to do it: the head hears of it once it is overdue. */
  | { readonly kind: 'head-of-doer'; readonly doer: string }
  | { readonly kind: 'stands-in'; readonly name: string }
  | { readonly kind: 'none' }

type Owned = Pick<Assignment, 'agencyId' | 'assigneeId' | 'assigneeName'>

export const tieOf = (
  { agencyId, assigneeId, assigneeName }: Owned,
  person: { readonly id: string; readonly memberships: readonly Membership[] },
  standIns: readonly StandIn[],
): Tie => {
  if (assigneeId === person.id) return { kind: 'doer' }
  const roles = person.memberships.filter((membership) => membership.agencyId === agencyId).map(({ role }) => role)
  if (roles.length > 0 && (assigneeName === null || !roles.includes('head'))) return { kind: 'member', roles }
  if (roles.length > 0) return { kind: 'head-of-doer', doer: assigneeName ?? '' }
  const instead = standIns.find(({ personId, agencyIds }) => personId === assigneeId || agencyIds.includes(agencyId))
  return instead === undefined ? { kind: 'none' } : { kind: 'stands-in', name: instead.name }
}

/** When an assignment is next spoken of, or why it is not any more. */
export type NextTime =
  | { readonly kind: 'at'; readonly at: Date }
  | { readonly kind: 'never'; readonly because: 'done' | 'submitted' | 'closed' | 'undated' | 'over' }

export const nextTimeOf = ({ state, dueOn }: Pick<Assignment, 'state' | 'dueOn'>, next: Date | null): NextTime => {
  if (state === 'done' || state === 'submitted') return { kind: 'never', because: state }
  if (state === 'returned' || state === 'cancelled') return { kind: 'never', because: 'closed' }
  if (next !== null) return { kind: 'at', at: next }
  return { kind: 'never', because: dueOn === null ? 'undated' : 'over' }
}
