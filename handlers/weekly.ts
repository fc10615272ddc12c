import { AppError } from '../domain/errors.ts'
import type { Membership } from '../domain/people.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { unreachedRows } from '../domain/unreached.ts'
import { findWeekScope, summarizeWeek, weekUntil } from '../domain/weekly.ts'
import { weekButtons } from '../domain/weekly-buttons.ts'
import { pictureOfWeek } from '../domain/weekly-chart.ts'
import type { Handler, Reply, Request } from './request.ts'
import { adoptGroup, changeSubscription, maySubscribe, toggleButton } from './weekly-subscription.ts'

/** /tuan: this week up to now, as far as the person oversees; in a group the totals of the workspace. */
export const showWeek: Handler<Needs> = async (request, typed, stores) => {
  if (typed !== '') return changeSubscription(request, typed, stores)
  const reply = await summaryOf(request, stores)
  if (!maySubscribe(request)) return [reply]
  await adoptGroup(request, stores)
  return [{ ...reply, buttons: [...(reply.buttons ?? []), [await toggleButton(request, stores)]] }]
}

type Needs = 'agencies' | 'assignments' | 'audit' | 'calendar' | 'chats' | 'summaries' | 'weekly'

/** Throws AppError 'not-allowed' where there is nothing they may see, or a group may not. */
const summaryOf = async (
  request: Request,
  stores: Pick<Stores, 'agencies' | 'assignments' | 'weekly'>,
): Promise<Reply> => {
  const { workspace, person, chat, now, m } = request
  const inGroup = chat.kind === 'group'
  const scope = scopeOf(person.memberships, inGroup)
  const agencyIds = scope === 'all' ? scope : await stores.agencies.withSubordinates(scope)
  const week = weekUntil(now, workspace.zone)
  const facts = await stores.weekly.read({ agencyIds }, week)
  const summary = summarizeWeek({ ...facts, week, inGroup })
  const plans = inGroup ? await stores.assignments.figuresBy('plan', { agencyIds }, week.to) : null
  const charted = { workspace: workspace.name, week, figures: facts.figures, plans }
  const unreached = summary.agencies?.unreached.length ?? 0
  return {
    text: m.weekly.summary(workspace.name, summary),
    ...pictureOfWeek(charted, m.weekly.chart),
    buttons: [
      ...weekButtons(summary, scope === 'all' ? 'all' : 'headed', m.weekly.buttons),
      ...unreachedRows(person.memberships, unreached, m.unreached.open),
    ],
  }
}

const scopeOf = (memberships: readonly Membership[], inGroup: boolean): 'all' | readonly string[] => {
  const scope = findWeekScope(memberships)
  if (scope === null || (inGroup && scope !== 'all')) throw new AppError('not-allowed', {})
  return scope
}
