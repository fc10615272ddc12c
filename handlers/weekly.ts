import { nextOpening } from '../domain/calendar/office-hours.ts'
import { AppError } from '../domain/errors.ts'
import type { Membership } from '../domain/people.ts'
import { may } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { localDate } from '../domain/time.ts'
import { unreachedRows } from '../domain/unreached.ts'
import { pictureOfWeek } from '../domain/weekly-chart.ts'
import { readSchedule, type SummarySchedule } from '../domain/summary-schedule.ts'
import { findWeekScope, nextSummaryAt, summarizeWeek, weekUntil } from '../domain/weekly.ts'
import type { Handler, Reply, Request } from './request.ts'

/** /tuan: this week up to now, as far as the person oversees; in a group the totals of the workspace. */
export const showWeek: Handler<Needs> = async (request, typed, stores) => {
  if (typed !== '') return changeTime(request, typed, stores)
  const reply = await summaryOf(request, stores)
  if (!maySubscribe(request)) return [reply]
  if (request.chat.workspaceId === null) await adopt(request, stores)
  const isSubscribed = (await stores.chats.findSummaryDue(request.chat.id)) !== null
  return [withToggle(request, isSubscribed, await stores.chats.getSummarySchedule(request.chat.id), reply)]
}

type Needs = 'agencies' | 'assignments' | 'audit' | 'calendar' | 'chats' | 'weekly'

/** Whoever may see a week may have it sent to themselves; into a group it is chosen by who looks after the workspace. */
const maySubscribe = ({ chat, person: { memberships } }: Request): boolean =>
  may(memberships, 'subscribe-summary') || (chat.kind === 'private' && findWeekScope(memberships) !== null)

/** "/tuan thứ Hai 8:00": from now on then, and so from now on. */
const changeTime: Handler<'audit' | 'calendar' | 'chats'> = async (request, typed, stores) => {
  if (!maySubscribe(request)) throw new AppError('not-allowed', {})
  const { workspace, chat, now, m } = request
  if (chat.workspaceId === null) await adopt(request, stores)
  const schedule = readSchedule(typed, await stores.chats.getSummarySchedule(chat.id))
  if (schedule === null) return [{ text: m.weekly.timeUnclear(typed) }]
  await stores.chats.setSummarySchedule(chat.id, schedule)
  const before = await stores.chats.findSummaryDue(chat.id)
  const after = nextSummaryAt(now, workspace.zone, schedule)
  await saveSummaryDue(request, { before, after, schedule }, stores)
  return [await promise(request, after, schedule, stores)]
}

/** Throws AppError 'not-allowed' where there is nothing they may see, or a group may not. */
const summaryOf = async (
  request: Request,
  stores: Pick<Stores, 'agencies' | 'assignments' | 'weekly'>,
): Promise<Reply> => {
  const { workspace, person, chat, now, m } = request
  const inGroup = chat.kind === 'group'
  const agencyIds = await reachOf(person.memberships, inGroup, stores)
  const week = weekUntil(now, workspace.zone)
  const facts = await stores.weekly.read({ agencyIds }, week)
  const summary = summarizeWeek({ ...facts, week, inGroup })
  const plans = inGroup ? await stores.assignments.figuresBy('plan', { agencyIds }, week.to) : null
  const charted = { workspace: workspace.name, week, figures: facts.figures, plans }
  const unreached = summary.agencies?.unreached.length ?? 0
  return {
    text: m.weekly.summary(workspace.name, summary),
    ...pictureOfWeek(charted, m.weekly.chart),
    buttons: unreachedRows(person.memberships, unreached, m.unreached.open),
  }
}

const reachOf = async (
  memberships: readonly Membership[],
  inGroup: boolean,
  { agencies }: Pick<Stores, 'agencies'>,
): Promise<'all' | readonly string[]> => {
  const reach = findWeekScope(memberships)
  if (reach === null || (inGroup && reach !== 'all')) throw new AppError('not-allowed', {})
  return reach === 'all' ? reach : agencies.withSubordinates(reach)
}

/** A group in which a coordinator asks becomes the workspace's: what is offered in it can then be chosen there. */
const adopt = async ({ chat, person, now }: Request, { audit, chats }: Pick<Stores, 'audit' | 'chats'>) => {
  await chats.adopt(chat.id)
  const entry = { action: 'chat.adopt', subject: 'chat', subjectId: chat.id, personId: person.id }
  await audit.append({ ...entry, channel: chat.channel, after: { title: chat.title } }, now)
}

/** "Gửi vào đây mỗi thứ Sáu 16:00". */
const subscribe = async (
  request: Request,
  stores: Pick<Stores, 'audit' | 'calendar' | 'chats'>,
): Promise<readonly Reply[]> => {
  const { workspace, chat, now } = request
  if (chat.workspaceId === null) await adopt(request, stores)
  const schedule = await stores.chats.getSummarySchedule(chat.id)
  const before = await stores.chats.findSummaryDue(chat.id)
  const dueAt = before ?? nextSummaryAt(now, workspace.zone, schedule)
  if (before === null) await saveSummaryDue(request, { before, after: dueAt, schedule }, stores)
  return [await promise(request, dueAt, schedule, stores)]
}

const promise = async (
  request: Request,
  dueAt: Date,
  schedule: SummarySchedule,
  { calendar }: Pick<Stores, 'calendar'>,
): Promise<Reply> => {
  // On a holiday, or outside of office hours, it waits for the next opening.
  const opening = nextOpening(dueAt, await calendar.read())
  const text = request.m.weekly.subscribed(schedule, localDate(opening, request.workspace.zone))
  return withToggle(request, true, schedule, { text })
}

/** "Thôi gửi". */
const unsubscribe = async (request: Request, stores: Pick<Stores, 'audit' | 'chats'>): Promise<readonly Reply[]> => {
  const before = await stores.chats.findSummaryDue(request.chat.id)
  const schedule = await stores.chats.getSummarySchedule(request.chat.id)
  if (before !== null) await saveSummaryDue(request, { before, after: null, schedule }, stores)
  return [withToggle(request, false, schedule, { text: request.m.weekly.unsubscribed() })]
}

export const toggleSummary: Handler<'audit' | 'calendar' | 'chats'> = async (request, input, stores) => {
  if (!maySubscribe(request)) throw new AppError('not-allowed', {})
  return input === 'on' ? subscribe(request, stores) : unsubscribe(request, stores)
}

const saveSummaryDue = async (
  { chat, person, now }: Request,
  change: { readonly before: Date | null; readonly after: Date | null; readonly schedule: SummarySchedule },
  { audit, chats }: Pick<Stores, 'audit' | 'chats'>,
): Promise<void> => {
  const { before, after, schedule } = change
  await chats.setSummaryDue(chat.id, after)
  await audit.append(
    {
      action: after === null ? 'summary.unsubscribe' : 'summary.subscribe',
      subject: 'chat',
      subjectId: chat.id,
      personId: person.id,
      channel: chat.channel,
      before: { summaryDueAt: before },
      after: { summaryDueAt: after, ...schedule },
    },
    now,
  )
}

const withToggle = ({ m }: Request, isSubscribed: boolean, schedule: SummarySchedule, reply: Reply): Reply => ({
  ...reply,
  buttons: [
    ...(reply.buttons ?? []),
    [
      isSubscribed
        ? { label: m.weekly.unsubscribe, action: 'week:off' }
        : { label: m.weekly.subscribe(schedule), action: 'week:on' },
    ],
  ],
})
