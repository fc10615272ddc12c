import { z } from 'zod'
import { findNamed, readAbsence } from '../domain/absence-words.ts'
import { AppError } from '../domain/errors.ts'
import type { Recipient } from '../domain/people.ts'
import { ownAgencies } from '../domain/permissions.ts'
import type { Delegation } from '../domain/ports/delegations.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { inRows } from '../domain/task-buttons.ts'
import { daysBetween, type LocalDate } from '../domain/time.ts'
import { lines } from '../locales/rich-text.ts'
import { type AwayNeeds, type Days, endAbsences, saveAbsence } from './away-saved.ts'
import { endOf } from './decision-items.ts'
import type { Handler, Reply, Request } from './request.ts'

type AwayStores = Pick<Stores, AwayNeeds>

export const awayDialog = 'away'

const waitMinutes = 15
const longest = 92

/** /vangmat [từ … đến … giao …]: what is missing is asked; "hủy" ends it. */
export const sayAway: Handler<AwayNeeds> = async (request, typed, stores) => {
  if (ownAgencies(request.person.memberships).length === 0) throw new AppError('no-agency', {})
  if (typed === '') return [await showAbsences(request, stores)]
  return hearAbsence(request, typed, null, stores)
}

/** The days, or who stands in, as the next message. */
export const receiveAway: Handler<AwayNeeds, { readonly text: string; readonly data: unknown }> = (
  request,
  { text, data },
  stores,
) => hearAbsence(request, text, waiting.parse(data), stores)

const waiting = z.object({ firstDay: z.string(), lastDay: z.string() }).nullable()

const wait = ({ now, chat, person }: Request, days: Days | null, { dialogs }: AwayStores): Promise<void> => {
  const expiresAt = new Date(now.getTime() + waitMinutes * 60_000)
  return dialogs.save(chat.id, person.id, { kind: awayDialog, data: days }, expiresAt)
}

/** What is recorded already, and the question for the days. */
const showAbsences = async (request: Request, stores: AwayStores): Promise<Reply> => {
  const { m } = request
  const own = await listOwn(request, stores)
  await wait(request, null, stores)
  return {
    text: lines([...own.map((absence) => m.away.current(absence, absence.to.name)), m.away.askDays()]),
    ...(own.length > 0 && { buttons: [[{ label: m.away.end, action: 'away-end:' }]] }),
  }
}

const listOwn = async ({ person, today }: Request, { delegations }: AwayStores): Promise<readonly Delegation[]> =>
  (await delegations.list(person.id, today)).filter(({ from }) => from.id === person.id)

const hearAbsence = async (
  request: Request,
  text: string,
  known: Days | null,
  stores: AwayStores,
): Promise<readonly Reply[]> => {
  const { m, today } = request
  const said = readAbsence(text, today)
  if (said.isOff) return pressAwayEnd(request, '', stores)
  const days = said.days ?? known
  if (days === null || !isPossible(days, today)) {
    await wait(request, null, stores)
    return [{ text: m.away.wrongDays(longest) }]
  }
  return chooseStandIn(request, days, said.standIn, stores)
}

const isPossible = ({ firstDay, lastDay }: Days, today: LocalDate): boolean =>
  firstDay <= lastDay && lastDay >= today && daysBetween(firstDay, lastDay) < longest

/** Everybody else of one's agencies who can be told. */
const listColleagues = async ({ person }: Request, { people }: AwayStores): Promise<readonly Recipient[]> => {
  const agencyIds = ownAgencies(person.memberships)
  const all = await people.listRecipients({ agencyIds, roles: ['official', 'head'] })
  return all.filter(({ personId }) => personId !== person.id)
}

const peopleShown = 8
const labelLength = 28

const chooseStandIn = async (
  request: Request,
  days: Days,
  typed: string,
  stores: AwayStores,
): Promise<readonly Reply[]> => {
  const { m } = request
  const colleagues = await listColleagues(request, stores)
  if (colleagues.length === 0) return [{ text: m.away.nobody() }]
  const named = findNamed(typed, colleagues)
  const [only] = named
  if (only !== undefined && named.length === 1) return [await saveAbsence(request, days, only, stores)]
  await wait(request, days, stores)
  const offered = named.length > 0 ? named : colleagues
  const buttons = offered.slice(0, peopleShown).map(({ personId, name }) => ({
    label: shorten(name, labelLength),
    action: `away-to:${days.firstDay}:${days.lastDay}:${endOf(personId)}`,
  }))
  const isUnknown = typed !== '' && named.length === 0
  return [{ text: isUnknown ? m.away.unknown(typed, days) : m.away.askStandIn(days), buttons: inRows(buttons, 2) }]
}

const pressed = z.tuple([z.iso.date(), z.iso.date(), z.string()])

/** away-to:<first day>:<last day>:<end of a person's id> */
export const pressStandIn: Handler<AwayNeeds> = async (request, input, stores) => {
  const parsed = pressed.safeParse(input.split(':'))
  if (!parsed.success) throw new AppError('button-stale', {})
  const [firstDay, lastDay, end] = parsed.data
  const days = { firstDay, lastDay }
  const colleague = (await listColleagues(request, stores)).find(({ personId }) => endOf(personId) === end)
  if (colleague === undefined || !isPossible(days, request.today)) throw new AppError('button-stale', {})
  return [await saveAbsence(request, days, colleague, stores)]
}

/** away-end: – whatever is recorded of this person's absences ends now. */
export const pressAwayEnd: Handler<AwayNeeds> = async (request, _input, stores) => {
  const { m, chat, person } = request
  await stores.dialogs.remove(chat.id, person.id)
  const ended = await endAbsences(request, await listOwn(request, stores), stores)
  if (ended.length === 0) return [{ text: m.away.nothing() }]
  return [{ text: lines(ended.map((absence) => m.away.ended(absence, absence.to.name))) }]
}
