import { capabilities } from '../domain/channels.ts'
import { AppError } from '../domain/errors.ts'
import type { Membership } from '../domain/people.ts'
import type { Agency } from '../domain/ports/agencies.ts'
import type { LinkCode } from '../domain/ports/link-codes.ts'
import type { Invite } from '../domain/ports/people.ts'
import { lines } from '../locales/rich-text.ts'
import { showOpenWork } from './open-work.ts'
import { claimInvite, lookUpCode, whyUnusable } from './redeem.ts'
import type { Handler, Reply, Request } from './request.ts'

type Needs = 'agencies' | 'assignments' | 'audit' | 'inviteCodes' | 'people'

/** /start from somebody who has joined: a greeting, or with a code one more role in the same workspace. */
export const start: Handler<Needs> = async (request, typed, stores) => {
  if (typed === '') return [greet(request)]
  const { now, chat, m } = request
  const found = await lookUpCode({ now, channel: chat.channel, account: chat.externalId }, typed, stores.inviteCodes)
  if ('failed' in found) {
    // A wrong code was counted: thrown, the count would be undone.
    if (found.failed.code === 'code-unknown') return [{ text: m.errors['code-unknown']() }]
    throw found.failed
  }
  return 'link' in found ? [refuseLink(request, found.link)] : takeInvite(request, found.invite, stores)
}

/** An account is one person's: it can be joined to nobody else's. */
const refuseLink = ({ m, person }: Request, link: LinkCode): Reply => {
  if (link.personId !== person.id) throw new AppError('account-taken', {})
  return { text: m.account.sameChannel() }
}

const takeInvite = async (
  request: Request,
  invite: Invite,
  stores: Parameters<typeof start>[2],
): Promise<readonly Reply[]> => {
  const { now, m, workspace, person } = request
  if (invite.workspaceId !== workspace.id) throw new AppError('other-workspace', {})
  const agency = invite.agencyId === null ? null : await stores.agencies.get(invite.agencyId)
  // Whoever opens the invitation a second time, or has the role from another one, is not told that the code is gone.
  if (person.memberships.some((own) => isSame(own, invite))) {
    return [{ text: m.join.alreadyIn(wordsOf(request, invite, agency)) }]
  }
  const unusable = whyUnusable(invite, now)
  if (unusable !== null) throw unusable
  return addRole(request, invite, agency, stores)
}

const isSame = (a: Membership, b: Membership): boolean => a.role === b.role && a.agencyId === b.agencyId

const wordsOf = ({ m }: Request, { role }: Membership, agency: Agency | null) => ({
  role: m.common.role(role),
  agency: agency?.name ?? null,
})

const greet = ({ m, person, chat }: Request): Reply => ({
  text: lines([
    m.join.greeting({ name: person.name }),
    ...[...new Set(person.memberships.map(({ role }) => role))].map((role) =>
      m.join.guidance(role, capabilities[chat.channel].files),
    ),
  ]),
})

const addRole = async (
  request: Request,
  invite: Invite,
  agency: Agency | null,
  stores: Parameters<typeof start>[2],
): Promise<readonly Reply[]> => {
  const { now, m, person, chat } = request
  const { role, agencyId } = invite
  await claimInvite(stores.inviteCodes, invite, person.id, now)
  await stores.people.addMembership(person.id, { role, agencyId }, request.now)
  await stores.audit.append(
    {
      ...{ action: 'role-added', subject: 'person', subjectId: person.id, personId: person.id, channel: chat.channel },
      before: { memberships: person.memberships },
      after: { role, agencyId, inviteId: invite.id },
    },
    now,
  )
  const added = { text: m.join.added(wordsOf(request, invite, agency)) }
  return agency === null ? [added] : [added, await showOpenWork(request, agency, stores)]
}
