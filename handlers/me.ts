import type { Person } from '../domain/people.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { localDate } from '../domain/time.ts'
import type { Handler, Request } from './request.ts'

/** /toi: everything that is kept about this person, and what they can do about it. */
export const showMe: Handler<'agencies' | 'delegations' | 'people' | 'profiles'> = async (request, _input, stores) => {
  const { m, person, workspace } = request
  const { joinedAt, updates, evidence } = await stores.profiles.describe(person.id)
  const text = m.account.me({
    ...{ name: person.name, workspace: workspace.name, updates, evidence },
    ...(await listDelegations(request, stores)),
    roles: await listRoles(request, person, stores),
    since: localDate(joinedAt, workspace.zone),
    reachedBy: await stores.people.listChannels(person.id),
  })
  const buttons = [
    [
      { label: m.account.rename, action: 'name:' },
      { label: m.account.addChannel, action: 'link:' },
    ],
    [{ label: m.account.leaveHere, action: 'leave:' }],
  ]
  return [{ text, buttons }]
}

const listRoles = async ({ m }: Request, { memberships }: Person, { agencies }: Pick<Stores, 'agencies'>) => {
  const roles: { readonly role: string; readonly agency: string | null }[] = []
  for (const { role, agencyId } of memberships) {
    const agency = agencyId === null ? null : (await agencies.get(agencyId)).name
    roles.push({ role: m.common.role(role), agency })
  }
  return roles
}

const listDelegations = async ({ person, today }: Request, { delegations }: Pick<Stores, 'delegations'>) => {
  const all = await delegations.list(person.id, today)
  return {
    away: all
      .filter(({ from }) => from.id === person.id)
      .map(({ firstDay, lastDay, to }) => ({ from: firstDay, to: lastDay, by: to.name })),
    standsIn: all
      .filter(({ to }) => to.id === person.id)
      .map(({ firstDay, lastDay, from }) => ({ from: firstDay, to: lastDay, for: from.name })),
  }
}
