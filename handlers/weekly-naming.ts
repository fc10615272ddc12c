import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { Handler, Reply, Request } from './request.ts'
import { adoptGroup, maySubscribe, targetOf } from './weekly-subscription.ts'

type Needs = 'audit' | 'chats' | 'summaries'

/** wkn:on, wkn:off */
export const toggleNaming: Handler<Needs> = async (request, input, stores) =>
  nameAgencies(request, input === 'on', stores)

/**
 * "/tuan nêu tên", "/tuan giấu tên": whether the weekly summary of this group names agencies. Everybody in a group reads
 * of agencies that are not theirs, so whoever looks after the workspace chooses it, in the group, where all see it.
 */
export const nameAgencies = async (
  request: Request,
  named: boolean,
  stores: Pick<Stores, Needs>,
): Promise<readonly Reply[]> => {
  if (!maySubscribe(request)) throw new AppError('not-allowed', {})
  const { m, chat } = request
  if (chat.kind !== 'group') return [{ text: m.weekly.namingIsForGroups }]
  await adoptGroup(request, stores)
  await saveNaming(request, named, stores)
  return [{ text: m.weekly.naming(named), buttons: [[buttonFor(request, named)]] }]
}

const saveNaming = async (
  request: Request,
  named: boolean,
  { audit, summaries }: Pick<Stores, 'audit' | 'summaries'>,
): Promise<void> => {
  const { chat, person, now } = request
  const target = targetOf(request)
  const plan = await summaries.findPlan(target)
  if (plan.namesAgencies === named) return
  await summaries.savePlan(target, { ...plan, namesAgencies: named })
  const entry = { action: 'summary.naming', subject: 'chat', subjectId: target.id, personId: person.id }
  const change = { before: { namesAgencies: plan.namesAgencies }, after: { namesAgencies: named } }
  await audit.append({ ...entry, channel: chat.channel, ...change }, now)
}

/** What is the other way round now, where that can be chosen: in a group. */
export const namingButtons = (request: Request, named: boolean): readonly (readonly Button[])[] =>
  request.chat.kind === 'group' ? [[buttonFor(request, named)]] : []

const buttonFor = ({ m }: Request, named: boolean): Button =>
  named ? { label: m.weekly.hideNames, action: 'wkn:off' } : { label: m.weekly.showNames, action: 'wkn:on' }
