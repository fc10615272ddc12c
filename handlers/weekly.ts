import { nextOpening } from '../domain/calendar/office-hours.ts'
import { AppError } from '../domain/errors.ts'
import { may } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { localDate } from '../domain/time.ts'
import { unreachedRows } from '../domain/unreached.ts'
import { findWeekScope, nextSummaryAt, summarizeWeek, weekUntil } from '../domain/weekly.ts'
import type { Handler, Reply, Request } from './request.ts'

/** /tuan: this week up to now, as far as the person oversees; in a group the totals of the workspace. */
export const showWeek: Handler<'agencies' | 'audit' | 'chats' | 'weekly'> = async (request, _text, stores) => {
  const reply = await summaryOf(request, stores)
  if (!may(request.person.memberships, 'subscribe-summary')) return [reply]
  if (request.chat.workspaceId === null) await adopt(request, stores)
  const isSubscribed = (await stores.chats.findSummaryDue(request.chat.id)) !== null
  return [withToggle(request, isSubscribed, reply)]
}

/** Throws AppError 'not-allowed' where there is nothing they may see, or a group may not. */
const summaryOf = async (request: Request, stores: Pick<Stores, 'agencies' | 'weekly'>): Promise<Reply> => {
  const { workspace, person, chat, now, m } = request
  const inGroup = chat.kind === 'group'
  const reach = findWeekScope(person.memberships)
  if (reach === null || (inGroup && reach !== 'all')) throw new AppError('not-allowed', {})
  const agencyIds = reach === 'all' ? reach : await stores.agencies.withSubordinates(reach)
  const week = weekUntil(now, workspace.zone)
  const facts = await stores.weekly.read({ agencyIds }, week)
  const summary = summarizeWeek({ ...facts, week, inGroup })
  return {
    text: m.weekly.summary(workspace.name, summary),
    buttons: unreachedRows(person.memberships, summary.agencies?.unreached.length ?? 0, m.unreached.open),
  }
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
  const { workspace, chat, now, m } = request
  if (chat.workspaceId === null) await adopt(request, stores)
  const before = await stores.chats.findSummaryDue(chat.id)
  const dueAt = before ?? nextSummaryAt(now, workspace.zone)
  if (before === null) await saveSummaryDue(request, { before, after: dueAt }, stores)
  // On a holiday it waits for the next opening.
  const opening = nextOpening(dueAt, await stores.calendar.read())
  return [withToggle(request, true, { text: m.weekly.subscribed(localDate(opening, workspace.zone)) })]
}

/** "Thôi gửi". */
const unsubscribe = async (request: Request, stores: Pick<Stores, 'audit' | 'chats'>): Promise<readonly Reply[]> => {
  const before = await stores.chats.findSummaryDue(request.chat.id)
  if (before !== null) await saveSummaryDue(request, { before, after: null }, stores)
  return [withToggle(request, false, { text: request.m.weekly.unsubscribed() })]
}

export const toggleSummary: Handler<'audit' | 'calendar' | 'chats'> = async (request, input, stores) => {
  if (!may(request.person.memberships, 'subscribe-summary')) throw new AppError('not-allowed', {})
  return input === 'on' ? subscribe(request, stores) : unsubscribe(request, stores)
}

const saveSummaryDue = async (
  { chat, person, now }: Request,
  { before, after }: { readonly before: Date | null; readonly after: Date | null },
  { audit, chats }: Pick<Stores, 'audit' | 'chats'>,
): Promise<void> => {
  await chats.setSummaryDue(chat.id, after)
  await audit.append(
    {
      action: after === null ? 'summary.unsubscribe' : 'summary.subscribe',
      subject: 'chat',
      subjectId: chat.id,
      personId: person.id,
      channel: chat.channel,
      before: { summaryDueAt: before },
      after: { summaryDueAt: after },
    },
    now,
  )
}

const withToggle = ({ m }: Request, isSubscribed: boolean, reply: Reply): Reply => ({
  ...reply,
  buttons: [
    ...(reply.buttons ?? []),
    [
      isSubscribed
        ? { label: m.weekly.unsubscribe, action: 'week:off' }
        : { label: m.weekly.subscribe, action: 'week:on' },
    ],
  ],
})
