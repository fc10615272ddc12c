import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import type { Person } from '../domain/people.ts'
import type { Rostered } from '../domain/ports/roster.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { messagesIn } from '../locales/index.ts'
import { endOf } from './decision-items.ts'
import { findLastRole } from './leave.ts'
import { tellFreed, tellLeft } from './leave-told.ts'
import type { Handler, Reply, Request } from './request.ts'
import { findRostered, requirePeopleManager } from './roster.ts'

type Needs = 'agencies' | 'audit' | 'departures' | 'handovers' | 'outbox' | 'people' | 'roster'
type EndStores = Pick<Stores, Needs>

/** Who is to go, and from which agency; null for altogether. */
interface Ending {
  readonly rostered: Rostered
  readonly agency: { readonly id: string; readonly name: string } | null
}

const readEnding = async (request: Request, input: string, stores: EndStores): Promise<Ending> => {
  requirePeopleManager(request)
  const [end = '', where = ''] = input.split(':')
  const rostered = await findRostered(end, stores)
  if (rostered.personId === request.person.id) throw new AppError('not-allowed', {})
  if (where === '-') return { rostered, agency: null }
  const there = rostered.memberships.find(({ agencyId }) => agencyId !== null && endOf(agencyId) === where)
  if (there === undefined || there.agencyId === null) throw new AppError('button-stale', {})
  return { rostered, agency: { id: there.agencyId, name: there.agency ?? '' } }
}

/** ppl-end:<person>:<agency, or "-">: what it means, and whether it is meant. */
export const askToEnd: Handler<Needs> = async (request, input, stores) => {
  const { m } = request
  const { rostered, agency } = await readEnding(request, input, stores)
  const last = agency === null ? await findLastRole(await stores.people.get(rostered.personId), stores) : null
  if (last !== null) return [{ text: m.roster.lastOne(rostered.name, last) }]
  const held = await stores.handovers.listHeld(rostered.personId, agency === null ? 'all' : [agency.id])
  const emptied = (await stores.departures.listEmptied(rostered.personId)).filter(
    ({ id }) => agency === null || id === agency.id,
  )
  const text = m.roster.askToEnd({
    ...{ name: rostered.name, agency: agency?.name ?? null, own: held.length },
    emptied: emptied.map(({ name }) => name),
  })
  const sure = agency === null ? m.roster.confirmRemove : m.roster.confirmEnd
  return [
    {
      text,
      buttons: [
        [
          { label: sure, action: `ppl-ok:${input}` },
          { label: m.common.no, action: 'ppl-no:' },
        ],
      ],
    },
  ]
}

/** ppl-no: */
export const keepPerson: Handler<never> = ({ m }) => Promise.resolve([{ text: m.account.stayed(), replaces: true }])

/** ppl-ok:<person>:<agency, or "-"> */
export const confirmEnd: Handler<Needs> = async (request, input, stores) => {
  const { rostered, agency } = await readEnding(request, input, stores)
  await stores.departures.lock()
  const person = await stores.people.get(rostered.personId)
  return [agency === null ? await remove(request, person, stores) : await endIn(request, person, agency, stores)]
}

const remove = async (request: Request, person: Person, stores: EndStores): Promise<Reply> => {
  const { m, now } = request
  const last = await findLastRole(person, stores)
  if (last !== null) return { text: m.roster.lastOne(person.name, last) }
  const emptied = await stores.departures.listEmptied(person.id)
  const behind = await stores.departures.leave(person.id, now)
  await record(request, 'leave', { person, memberships: [], freed: behind.freed }, stores)
  await tellLeft({ ...request, person }, { emptied, behind }, stores)
  const text = m.roster.removed(person.name, behind.freed.length)
  return { text, buttons: handOn(request, person, behind.freed.length), replaces: true }
}

const endIn = async (
  request: Request,
  person: Person,
  agency: { readonly id: string; readonly name: string },
  stores: EndStores,
): Promise<Reply> => {
  const { m, now, key } = request
  const freed = await stores.departures.leaveAgency(person.id, agency.id, now)
  const memberships = person.memberships.filter(({ agencyId }) => agencyId !== agency.id)
  await record(request, 'leave-agency', { person, memberships, freed }, stores)
  const told = await stores.people.listRecipients({ personIds: [person.id] })
  await stores.outbox.add([
    ...told.map(({ chatId, personId, locale }) => ({
      ...{ chatId, personId, key: `${key}:ended:${personId}`, kind: 'reply' as const },
      text: messagesIn(locale).roster.toEnded(agency.name),
    })),
    ...(await tellFreed({ ...request, person }, freed, agency.name, stores)),
  ])
  const text = m.roster.ended(person.name, agency.name, freed.length)
  return { text, buttons: handOn(request, person, freed.length), replaces: true }
}

const handOn = ({ m }: Request, { id }: Person, freed: number): readonly (readonly Button[])[] =>
  freed === 0 ? [] : [[{ label: m.handover.handOn, action: `ho:${endOf(id)}` }]]

const record = (
  { now, person: by, chat }: Request,
  action: string,
  { person, memberships, freed }: { readonly person: Person; readonly memberships: unknown; readonly freed: unknown },
  { audit }: Pick<Stores, 'audit'>,
): Promise<void> =>
  audit.append(
    {
      ...{ action, subject: 'person', subjectId: person.id, personId: by.id, channel: chat.channel },
      before: { name: person.name, memberships: person.memberships },
      after: { memberships, freed },
    },
    now,
  )
