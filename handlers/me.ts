import type { Handler } from './request.ts'

/** /toi: who this person is here. */
export const showMe: Handler<'agencies' | 'people'> = async ({ m, person, workspace }, _input, stores) => {
  const roles: { readonly role: string; readonly agency: string | null }[] = []
  for (const { role, agencyId } of person.memberships) {
    const agency = agencyId === null ? null : (await stores.agencies.get(agencyId)).name
    roles.push({ role: m.common.role(role), agency })
  }
  const reachedBy = await stores.people.listChannels(person.id)
  return [{ text: m.help.me({ name: person.name, workspace: workspace.name, roles, reachedBy }) }]
}
