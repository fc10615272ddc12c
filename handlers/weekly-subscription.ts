import { nextOpening } from '../domain/calendar/office-hours.ts'
import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import { may } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { SummaryPlan, SummaryTarget } from '../domain/ports/summaries.ts'
import { readSchedule, readSwitch, type SummarySchedule } from '../domain/summary-schedule.ts'
import { localDate } from '../domain/time.ts'
import { findWeekScope, followingSummaryAt, nextSummaryAt, wantsSummary } from '../domain/weekly.ts'
import type { Handler, Reply, Request } from './request.ts'

type Needs = 'audit' | 'calendar' | 'chats' | 'summaries'

/** Whoever may see a week may have it sent to themselves; into a group it is chosen by who looks after the workspace. */
export const maySubscribe = ({ chat, person: { memberships } }: Request): boolean =>
  may(memberships, 'subscribe-summary') || (chat.kind === 'private' && findWeekScope(memberships) !== null)

/** A group gets its own; a person gets one, on whichever channel they use. */
export const targetOf = ({ chat, person }: Request): SummaryTarget =>
  chat.kind === 'group' ? { kind: 'group', id: chat.id } : { kind: 'person', id: person.id }

const isSubscribed = ({ chat, person }: Request, { dueAt, wish }: SummaryPlan): boolean =>
  dueAt !== null && (chat.kind === 'group' || wantsSummary(wish, person.memberships))

/** "/tuan tắt", "/tuan bật", "/tuan thứ Hai 8:00": from now on. */
export const changeSubscription: Handler<Needs> = async (request, typed, stores) => {
  if (!maySubscribe(request)) throw new AppError('not-allowed', {})
  const wanted = readSwitch(typed)
  if (wanted !== null) return wanted ? subscribe(request, stores) : unsubscribe(request, stores)
  const plan = await stores.summaries.findPlan(targetOf(request))
  const schedule = readSchedule(typed, plan.schedule)
  if (schedule === null) return [{ text: request.m.weekly.timeUnclear(typed) }]
  return [await subscribeAt(request, plan, schedule, stores)]
}

/** week:on, week:off */
export const toggleSummary: Handler<Needs> = async (request, input, stores) => {
  if (!maySubscribe(request)) throw new AppError('not-allowed', {})
  return input === 'on' ? subscribe(request, stores) : unsubscribe(request, stores)
}

/** What is the other way round now. */
export const toggleButton = (request: Request, plan: SummaryPlan): Button =>
  buttonFor(request, isSubscribed(request, plan), plan.schedule)

const buttonFor = ({ m, chat }: Request, subscribed: boolean, schedule: SummarySchedule): Button =>
  subscribed
    ? { label: m.weekly.unsubscribe, action: 'week:off' }
    : { label: m.weekly.subscribe(schedule, chat.kind), action: 'week:on' }

/** A group in which a coordinator asks becomes the workspace's: what is offered in it can then be chosen there. */
export const adoptGroup = async (
  { chat, person, now }: Request,
  { audit, chats }: Pick<Stores, 'audit' | 'chats'>,
): Promise<void> => {
  if (chat.workspaceId !== null) return
  await chats.adopt(chat.id)
  const entry = { action: 'chat.adopt', subject: 'chat', subjectId: chat.id, personId: person.id }
  await audit.append({ ...entry, channel: chat.channel, after: { title: chat.title } }, now)
}

/** "Gửi cho tôi mỗi thứ Sáu 16:00". */
const subscribe = async (request: Request, stores: Pick<Stores, Needs>): Promise<readonly Reply[]> => {
  const plan = await stores.summaries.findPlan(targetOf(request))
  if (isSubscribed(request, plan) && plan.dueAt !== null) {
    return [await promise(request, plan.dueAt, plan.schedule, stores)]
  }
  return [await subscribeAt(request, plan, plan.schedule, stores)]
}

const subscribeAt = async (
  request: Request,
  before: SummaryPlan,
  schedule: SummarySchedule,
  stores: Pick<Stores, Needs>,
): Promise<Reply> => {
  await adoptGroup(request, stores)
  const dueAt = await nextDue(request, schedule, stores)
  // Who only moves what comes by itself has decided nothing else.
  const wish = isSubscribed(request, before) ? before.wish : true
  await savePlan(request, before, { ...before, dueAt, schedule, wish }, stores)
  return promise(request, dueAt, schedule, stores)
}

/** Not on the heels of the one before. */
const nextDue = async (
  request: Request,
  schedule: SummarySchedule,
  { summaries }: Pick<Stores, 'summaries'>,
): Promise<Date> => {
  const { now, workspace } = request
  const { writtenAt } = await summaries.findLast(targetOf(request))
  const next = nextSummaryAt(now, workspace.zone, schedule)
  const following = writtenAt === null ? next : followingSummaryAt(writtenAt, workspace.zone, schedule)
  return following > next ? following : next
}

const promise = async (
  request: Request,
  dueAt: Date,
  schedule: SummarySchedule,
  { calendar }: Pick<Stores, 'calendar'>,
): Promise<Reply> => {
  const { m, chat, workspace } = request
  // On a holiday, or outside of office hours, it waits for the next opening.
  const opening = nextOpening(dueAt, await calendar.read())
  const text = m.weekly.subscribed(schedule, localDate(opening, workspace.zone), chat.kind)
  return { text, buttons: [[buttonFor(request, true, schedule)]] }
}

/** "Thôi gửi": from then on it does not come by itself either. */
const unsubscribe = async (
  request: Request,
  stores: Pick<Stores, 'audit' | 'summaries'>,
): Promise<readonly Reply[]> => {
  const plan = await stores.summaries.findPlan(targetOf(request))
  const undecided = request.chat.kind === 'private' && plan.wish === null
  if (undecided || isSubscribed(request, plan)) {
    await savePlan(request, plan, { ...plan, dueAt: null, wish: false }, stores)
  }
  const text = request.m.weekly.unsubscribed(request.chat.kind)
  return [{ text, buttons: [[buttonFor(request, false, plan.schedule)]] }]
}

const savePlan = async (
  request: Request,
  before: SummaryPlan,
  after: SummaryPlan,
  { audit, summaries }: Pick<Stores, 'audit' | 'summaries'>,
): Promise<void> => {
  const { chat, person, now } = request
  const target = targetOf(request)
  await summaries.savePlan(target, after)
  await audit.append(
    {
      action: after.dueAt === null ? 'summary.unsubscribe' : 'summary.subscribe',
      subject: target.kind === 'group' ? 'chat' : 'person',
      subjectId: target.id,
      personId: person.id,
      channel: chat.channel,
      before: { summaryDueAt: before.dueAt },
      after: { summaryDueAt: after.dueAt, ...after.schedule },
    },
    now,
  )
}
