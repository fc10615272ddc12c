import type { Person, Recipient } from '../domain/people.ts'
import { ownAgencies } from '../domain/permissions.ts'
import type { Delegation } from '../domain/ports/delegations.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { LocalDate } from '../domain/time.ts'
import { messagesIn } from '../locales/index.ts'
import type { Reply, Request } from './request.ts'

export type AwayNeeds = 'assignments' | 'audit' | 'delegations' | 'dialogs' | 'outbox' | 'people'
type AwayStores = Pick<Stores, AwayNeeds>

/** The first and the last day of an absence. */
export interface Days {
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
}

/** Records an absence in place of what was recorded before, and tells who stands in. */
export const saveAbsence = async (
  request: Request,
  days: Days,
  standIn: Recipient,
  stores: AwayStores,
): Promise<Reply> => {
  const { now, m, today, person, chat } = request
  await stores.dialogs.remove(chat.id, person.id)
  const own = (await stores.delegations.list(person.id, today)).filter(({ from }) => from.id === person.id)
  // Pressed twice, it is recorded once.
  const isThere = own.some(
    ({ to, firstDay, lastDay }) => to.id === standIn.personId && firstDay === days.firstDay && lastDay === days.lastDay,
  )
  if (!isThere) {
    await endAbsences(request, own, stores)
    await stores.delegations.create({ fromPersonId: person.id, toPersonId: standIn.personId, ...days }, now)
    await record(request, 'away', { standIn: standIn.personId, ...days }, stores)
    await tellStandIn(request, days, standIn, stores)
  }
  return {
    text: m.away.saved(days, standIn.name, headsAny(person)),
    buttons: [[{ label: m.away.end, action: 'away-end:' }]],
  }
}

/** Whoever heads an agency has results approved while away. */
const headsAny = ({ memberships }: Person): boolean =>
  memberships.some(({ role, agencyId }) => role === 'head' && agencyId !== null)

const record = (
  { now, person, chat }: Request,
  action: string,
  after: object,
  { audit }: Pick<Stores, 'audit'>,
): Promise<void> =>
  audit.append(
    { action, subject: 'person', subjectId: person.id, personId: person.id, channel: chat.channel, after },
    now,
  )

const tellStandIn = async (
  { key, today, person }: Request,
  days: Days,
  { personId, chatId, locale }: Recipient,
  { assignments, outbox }: AwayStores,
): Promise<void> => {
  const scope = { agencyIds: ownAgencies(person.memberships) }
  const { total } = await assignments.list(scope, 'open', today, { offset: 0, limit: 0 })
  const text = messagesIn(locale).away.asked(person.name, days, total, headsAny(person))
  await outbox.add([{ chatId, personId, key: `${key}:stand-in:${personId}`, kind: 'assignment', text }])
}

/** Ends absences and tells those who were to stand in; those that others ended at this moment are left out. */
export const endAbsences = async (
  request: Request,
  absences: readonly Delegation[],
  stores: AwayStores,
): Promise<readonly Delegation[]> => {
  const { now, key, person } = request
  const ended: Delegation[] = []
  for (const absence of absences) {
    if (!(await stores.delegations.end(absence.id, now))) continue
    ended.push(absence)
    const { id, to, firstDay, lastDay } = absence
    await record(request, 'away-ended', { standIn: to.id, firstDay, lastDay }, stores)
    const recipients = await stores.people.listRecipients({ personIds: [to.id] })
    await stores.outbox.add(
      recipients.map(({ personId, chatId, locale }) => ({
        ...{ chatId, personId, key: `${key}:released:${id}`, kind: 'assignment' as const },
        text: messagesIn(locale).away.released(person.name, absence),
      })),
    )
  }
  return ended
}
