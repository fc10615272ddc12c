import type { Person } from '../domain/people.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { AppError } from '../domain/errors.ts'
import { tellLeft } from './leave-told.ts'
import type { Handler, Reply, Request } from './request.ts'

type Needs = 'agencies' | 'audit' | 'departures' | 'dialogs' | 'outbox' | 'people'

const dialog = 'leave'
/** Long enough to think it over; a button found weeks later must not throw anybody out. */
const waitMinutes = 15

/** /roi: what leaving means, and whether it is meant. */
export const askToLeave: Handler<Needs> = async (request, _input, stores) => {
  const { now, m, person, workspace, chat } = request
  const refused = await refuseLast(request, stores)
  if (refused !== null) return [refused]
  const emptied = await stores.departures.listEmptied(person.id)
  const text = m.account.askLeave({
    workspace: workspace.name,
    reachedBy: await stores.people.listChannels(person.id),
    own: await stores.departures.countOwn(person.id),
    emptied: emptied.map(({ name }) => name),
  })
  const expiresAt = new Date(now.getTime() + waitMinutes * 60_000)
  await stores.dialogs.save(chat.id, person.id, { kind: dialog, data: null }, expiresAt)
  const buttons = [
    [
      { label: m.account.leave, action: 'leave:yes' },
      { label: m.account.stay, action: 'leave:no' },
    ],
  ]
  return [{ text, buttons }]
}

/** leave:yes, leave:no, or leave: from another message, which asks first. */
export const pressLeave: Handler<Needs> = async (request, answer, stores) => {
  const { now, m, person, chat } = request
  if (answer === '') return askToLeave(request, '', stores)
  const asked = await stores.dialogs.find(chat.id, person.id, now)
  if (asked?.kind !== dialog) throw new AppError('button-stale', {})
  await stores.dialogs.remove(chat.id, person.id)
  return answer === 'yes' ? leave(request, stores) : [{ text: m.account.stayed(), replaces: true }]
}

const leave = async (request: Request, stores: Pick<Stores, Needs>): Promise<readonly Reply[]> => {
  const { now, m, person, workspace, chat } = request
  await stores.departures.lock()
  const refused = await refuseLast(request, stores)
  if (refused !== null) return [refused]
  const emptied = await stores.departures.listEmptied(person.id)
  const behind = await stores.departures.leave(person.id, now)
  await stores.audit.append(
    {
      ...{ action: 'leave', subject: 'person', subjectId: person.id, personId: person.id, channel: chat.channel },
      before: { name: person.name, memberships: person.memberships },
      after: { memberships: [], freed: behind.freed },
    },
    now,
  )
  await tellLeft(request, { emptied, behind }, stores)
  return [{ text: m.account.left(workspace.name) }]
}

/** Without anybody who can invite, nobody would ever come in again: the role of which somebody is the last. */
export const findLastRole = async (
  { id, memberships }: Pick<Person, 'id' | 'memberships'>,
  { departures }: Pick<Stores, 'departures'>,
): Promise<'admin' | 'coordinator' | null> => {
  for (const role of ['coordinator', 'admin'] as const) {
    const has = memberships.some((own) => own.role === role)
    if (has && (await departures.countOthers(id, role)) === 0) return role
  }
  return null
}

const refuseLast = async ({ m, person }: Request, stores: Pick<Stores, 'departures'>): Promise<Reply | null> => {
  const role = await findLastRole(person, stores)
  return role === null ? null : { text: m.account.lastOne(role) }
}
