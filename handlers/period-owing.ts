import { z } from 'zod'
import { isOfficeHours } from '../domain/calendar/office-hours.ts'
import { AppError } from '../domain/errors.ts'
import type { Button, Outgoing } from '../domain/message.ts'
import type { Recipient } from '../domain/people.ts'
import { isCollecting, type Period, periodKey, standingOf } from '../domain/periods/period.ts'
import {
  agencyButton,
  clockOf,
  countSent,
  cutoffOf,
  owesOf,
  owingOf,
  ownButtons,
  ownOf,
} from '../domain/periods/period-view.ts'
import { type PeriodCall, planPeriodCall } from '../domain/periods/reminding.ts'
import type { AgencyInPeriod, Lacking } from '../domain/ports/periods.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { inRows } from '../domain/task-buttons.ts'
import { lineOf } from '../domain/task-view.ts'
import { type LocalDate, localDate } from '../domain/time.ts'
import { messagesIn } from '../locales/index.ts'
import { getPeriod, requirePeriodsRight } from './period-page.ts'
import type { Handler, Reply, Request } from './request.ts'

const pageSize = 5

const wanted = z.tuple([z.string(), z.coerce.number().int().min(0).max(1_000_000)])

/** prd-who:<period>:<offset>: who has not sent their data; each agency opens to its tasks. */
export const turnOwing: Handler<'periods'> = async (request, input, stores) => {
  const parsed = wanted.safeParse(input.split(':'))
  if (!parsed.success) throw new AppError('button-stale', {})
  const period = await getPeriod(parsed.data[0], stores)
  return [{ ...(await owingPage(request, period, parsed.data[1], stores)), replaces: true }]
}

export const owingPage = async (
  request: Request,
  period: Period,
  wantedOffset: number,
  { periods }: Pick<Stores, 'periods'>,
): Promise<Reply> => {
  requirePeriodsRight(request)
  const { m } = request
  const key = periodKey(period)
  const agencies = await periods.listAgencies(period)
  const owing = owingOf(agencies)
  const back = { label: m.periodData.page, action: `prd:${key}` }
  if (owing.length === 0) return { text: m.periodData.nobodyOwes(period), buttons: [[back]] }
  // Some may have sent since it was shown: then its last page is.
  const offset = Math.min(wantedOffset, Math.floor((owing.length - 1) / pageSize) * pageSize)
  const items = owing.slice(offset, offset + pageSize)
  const { expected } = countSent(agencies)
  const of = { period, expected, from: offset + 1, owing: items.map(owesOf), total: owing.length }
  const to = (label: string, at: number): Button => ({ label, action: `prd-who:${key}:${at}` })
  const turning = [
    ...(offset > 0 ? [to(m.common.back, Math.max(0, offset - pageSize))] : []),
    ...(offset + pageSize < owing.length ? [to(m.common.more, offset + pageSize)] : []),
    back,
  ]
  const reached = owing.filter(({ isReached }) => isReached).length
  const calling: readonly Button[] =
    reached > 0 && standingOf(period) === 'open'
      ? [{ label: m.periodData.remindAgain(reached), action: `prd-call:${key}` }]
      : []
  return {
    text: m.periodData.who(of),
    buttons: [...inRows(items.map(agencyButton), 1), calling, turning].filter(hasAny),
  }
}

const hasAny = (row: readonly Button[]): boolean => row.length > 0

/** prd-call:<period>: those who have not sent are reminded once more, in one tap; not again for some time. */
export const callOwing: Handler<'audit' | 'calendar' | 'outbox' | 'people' | 'periods'> = async (
  request,
  key,
  stores,
) => {
  requirePeriodsRight(request)
  const { m, now, today, workspace } = request
  const period = await getPeriod(key, stores)
  if (!isCollecting(period)) return [{ text: notOpen(request, period) }]
  const calendar = await stores.calendar.read()
  const decision = planPeriodCall(period, now, calendar)
  if (decision.kind !== 'call') return [{ text: noCall(request, period, decision) }]
  const owing = owingOf(await stores.periods.listAgencies(period))
  const ids = owing.map(({ agencyId }) => agencyId)
  const told = await stores.periods.listTold(ids, today)
  const people = await stores.people.listRecipients({ personIds: told.map(({ personId }) => personId) })
  if (people.length === 0) return [{ text: m.periodData.nobodyOwes(period) }]
  const lacking = await stores.periods.listLacking(period, ids)
  const notBefore = decision.at
  const step = `call:${decision.call}`
  const fresh = new Set(
    await stores.periods.noteTold(
      period.id,
      step,
      people.map(({ personId }) => personId),
      now,
    ),
  )
  await stores.outbox.add(
    people
      .filter(({ personId }) => fresh.has(personId))
      .map((person) => {
        const theirs = new Set(told.filter((one) => one.personId === person.personId).map(({ agencyId }) => agencyId))
        const agencies = owing.filter(({ agencyId }) => theirs.has(agencyId))
        const key = `period:${period.id}:${step}:${person.personId}`
        const day = localDate(notBefore, workspace.zone)
        return { ...callTo(person, day, period, { agencies, lacking }), key, notBefore }
      }),
  )
  await stores.periods.noteCall(period.id, decision.call, now)
  const reached = owing.filter(({ isReached }) => isReached).length
  await record(request, period, { call: decision.call, agencies: reached, people: fresh.size }, stores)
  const at = isOfficeHours(now, calendar) ? null : clockOf(notBefore, workspace.zone)
  return [{ text: m.periodData.reminded({ period, agencies: reached, people: fresh.size, at }) }]
}

const noCall = (
  { m, workspace }: Request,
  { cutoffOn, cutoffTime }: Period,
  decision: Exclude<PeriodCall, { kind: 'call' }>,
): Reply['text'] => {
  const clock = (at: Date) => clockOf(at, workspace.zone)
  switch (decision.kind) {
    case 'enough':
      return m.periodData.enough(decision.calls)
    case 'too-soon':
      return m.periodData.tooSoon({ last: clock(decision.last), next: clock(decision.next) })
    case 'too-late':
      return m.periodData.tooLate({ day: cutoffOn, time: cutoffTime })
  }
}

/** Why nothing can be sent or asked for any more. */
export const notOpen = ({ m }: Request, period: Period): Reply['text'] => {
  const { cutoffOn, cutoffTime, frozenAt } = period
  return frozenAt === null
    ? m.periodData.notOpen(period)
    : m.periodData.closed({ period, cutoff: { day: cutoffOn, time: cutoffTime } })
}

const callTo = (
  { personId, chatId, locale }: Recipient,
  /** The day on which it leaves: what is left and what is late is said as of that day. */
  today: LocalDate,
  period: Period,
  { agencies, lacking }: { readonly agencies: readonly AgencyInPeriod[]; readonly lacking: Lacking },
): Omit<Outgoing, 'key'> => {
  const m = messagesIn(locale)
  const own = agencies.map((agency) => ownOf(agency, lacking, (task) => m.tasks.line(lineOf(task, today), false)))
  const labels = { open: m.tasks.open, sent: m.periodData.sentButton }
  return {
    ...{ personId, chatId, kind: 'reminder', choiceHint: m.common.choiceHint },
    text: m.periodData.remind({ period: cutoffOf(period, today), agencies: own, again: true, lateSince: null }),
    buttons: ownButtons(period, agencies, lacking, { labels, today }),
  }
}

const record = (
  { person, chat, now }: Request,
  { id }: Period,
  after: { readonly call: number; readonly agencies: number; readonly people: number },
  { audit }: Pick<Stores, 'audit'>,
): Promise<void> =>
  audit.append(
    { action: 'period.call', subject: 'period', subjectId: id, personId: person.id, channel: chat.channel, after },
    now,
  )
