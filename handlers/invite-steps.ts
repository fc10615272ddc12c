import { AppError } from '../domain/errors.ts'
import { isAgencyRole, isRole } from '../domain/invitations.ts'
import type { Role } from '../domain/people.ts'
import { may } from '../domain/permissions.ts'
import type { Agency } from '../domain/ports/agencies.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { issueCode } from './issue-code.ts'
import type { Handler, Reply, Request } from './request.ts'

const labelLength = 48

/** Throws AppError 'not-allowed' unless this person may invite others. */
export const requireInviter = ({ person }: Request): void => {
  if (!may(person.memberships, 'invite')) throw new AppError('not-allowed', {})
}

/** Which of these agencies was meant? With the role known, the answer is the code at once. */
export const offerAgencies = (
  { m }: Request,
  typed: string,
  agencies: readonly Agency[],
  role: Role | null,
): Reply => ({
  text: m.invite.didYouMean({ typed }),
  buttons: agencies.map(({ id, name }) => [
    { label: shorten(name, labelLength), action: role === null ? `inv-to:${id}` : `inv:${role}:${id}` },
  ]),
})

export const askRole = ({ m }: Request, { id, name }: Agency): Reply => ({
  text: m.invite.askRole({ agency: name }),
  buttons: [
    (['official', 'head'] as const).map((role) => ({ label: m.common.role(role), action: `inv:${role}:${id}` })),
  ],
})

/** An agency was chosen by its button. */
export const pressAgency: Handler<'agencies' | 'dialogs'> = async (request, agencyId, stores) => {
  requireInviter(request)
  await stores.dialogs.remove(request.chat.id, request.person.id)
  return [askRole(request, await getAgency(agencyId, stores))]
}

/** "official:<agency>" or "leader:": a code for this role, the first one or one more. */
export const pressRole: Handler<'agencies' | 'audit' | 'dialogs' | 'invites'> = async (request, input, stores) => {
  requireInviter(request)
  const [role = '', agencyId = ''] = input.split(':')
  if (!isRole(role)) throw new AppError('button-stale', {})
  await stores.dialogs.remove(request.chat.id, request.person.id)
  const agency = isAgencyRole(role) ? await getAgency(agencyId, stores) : null
  return [await issueCode(request, { role, agency }, stores)]
}

/** The id may be forged: what is not in this workspace's directory does not exist. */
const getAgency = async (agencyId: string, { agencies }: Pick<Stores, 'agencies'>): Promise<Agency> => {
  const agency = (await agencies.list()).find(({ id }) => id === agencyId)
  if (agency === undefined) throw new AppError('button-stale', {})
  return agency
}
