import { AppError } from '../domain/errors.ts'
import type { Membership } from '../domain/people.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { SummaryPlan } from '../domain/ports/summaries.ts'
import { readNaming } from '../domain/summary-naming.ts'
import { findWeekScope, weekUntil } from '../domain/weekly.ts'
import { postWeek } from '../domain/weekly-post.ts'
import type { Handler, Reply, Request } from './request.ts'
import { nameAgencies, namingButtons } from './weekly-naming.ts'
import { adoptGroup, changeSubscription, maySubscribe, targetOf, toggleButton } from './weekly-subscription.ts'

/** /tuan: this week up to now, as far as the person oversees; in a group that of the workspace. */
export const showWeek: Handler<Needs> = async (request, typed, stores) => {
  if (typed !== '') return changeWeek(request, typed, stores)
  const plan = await stores.summaries.findPlan(targetOf(request))
  const reply = await summaryOf(request, plan, stores)
  if (!maySubscribe(request)) return [reply]
  await adoptGroup(request, stores)
  const choices = [[toggleButton(request, plan)], ...namingButtons(request, plan.namesAgencies)]
  return [{ ...reply, buttons: [...(reply.buttons ?? []), ...choices] }]
}

const changeWeek: Handler<Needs> = async (request, typed, stores) => {
  const named = readNaming(typed)
  return named === null ? changeSubscription(request, typed, stores) : nameAgencies(request, named, stores)
}

type Needs = 'agencies' | 'assignments' | 'audit' | 'calendar' | 'chats' | 'summaries' | 'weekly'

/** Throws AppError 'not-allowed' where there is nothing they may see, or a group may not. */
const summaryOf = async (
  request: Request,
  { namesAgencies }: SummaryPlan,
  stores: Pick<Stores, 'agencies' | 'assignments' | 'weekly'>,
): Promise<Reply> => {
  const { workspace, person, chat, now, m } = request
  const { memberships } = person
  const inGroup = chat.kind === 'group'
  const scope = scopeOf(memberships, inGroup)
  const agencyIds = scope === 'all' ? scope : await stores.agencies.withSubordinates(scope)
  const week = weekUntil(now, workspace.zone)
  const facts = await stores.weekly.read({ agencyIds }, week)
  const plans = namesAgencies ? null : await stores.assignments.figuresBy('plan', { agencyIds }, week.to)
  const words = { ...m.weekly, unreached: m.unreached.open }
  return postWeek({ workspace: workspace.name, week, facts, plans, inGroup, scope, memberships }, words)
}

const scopeOf = (memberships: readonly Membership[], inGroup: boolean): 'all' | readonly string[] => {
  const scope = findWeekScope(memberships)
  if (scope === null || (inGroup && scope !== 'all')) throw new AppError('not-allowed', {})
  return scope
}
