import { capabilities } from '../domain/channels.ts'
import { AppError } from '../domain/errors.ts'
import type { Membership } from '../domain/people.ts'
import type { Invite } from '../domain/ports/people.ts'
import type { Stores, Workspace } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { localDate } from '../domain/time.ts'
import { lines } from '../locales/rich-text.ts'
import { joinChannel } from './join-channel.ts'
import type { Joined, JoinStores, Newcomer } from './newcomer.ts'
import { showOpenWork } from './open-work.ts'
import { type CodeFailure, claimInvite, lookUpCode, whyUnusable } from './redeem.ts'
import type { Reply } from './request.ts'

/**
 * Makes a member of somebody who has a code. A failure that comes back as a value must be committed, because it counts
 * the wrong codes; one that is thrown (AppError 'other-workspace', 'code-used') undoes everything.
 */
export const joinByCode = async (
  newcomer: Newcomer,
  typed: string,
  stores: JoinStores,
): Promise<Joined | { readonly failed: CodeFailure | AppError<'private-only'> }> => {
  const { now, channel, chat, sender } = newcomer
  if (chat?.kind === 'group') return { failed: new AppError('private-only', {}) }
  const attempt = { now, channel, account: newcomer.countedBy ?? sender.id }
  const found = await lookUpCode(attempt, typed, stores.inviteCodes)
  if ('failed' in found) return found
  const unusable = whyUnusable('link' in found ? found.link : found.invite, now)
  if (unusable !== null) return { failed: unusable }
  return 'link' in found ? joinChannel(newcomer, found.link, stores) : joinWorkspace(newcomer, found.invite, stores)
}

const joinWorkspace = async (newcomer: Newcomer, invite: Invite, stores: JoinStores): Promise<Joined> => {
  const { now, channel, chat, sender } = newcomer
  const inside = stores.inWorkspace(invite.workspaceId)
  const name = shorten(sender.name, nameLength) || newcomer.m.join.noName
  const personId = await inside.people.create({ name, locale: newcomer.locale }, now)
  await claimInvite(stores.inviteCodes, invite, personId, now)
  await inside.people.addMembership(personId, invite, now)
  if (chat !== null) {
    await inside.chats.adopt(chat.id)
    await inside.people.linkAccount(personId, channel, sender.id, chat.id)
  }
  const { role, agencyId } = invite
  const after = { name, role, agencyId, inviteId: invite.id }
  await inside.audit.append({ action: 'join', subject: 'person', subjectId: personId, personId, channel, after }, now)
  const workspace = await stores.getWorkspace(invite.workspaceId)
  return { workspaceId: workspace.id, personId, replies: await welcome(newcomer, { name, workspace, invite }, inside) }
}

const nameLength = 100

const welcome = async (
  { now, m, channel }: Newcomer,
  joined: { readonly name: string; readonly workspace: Workspace; readonly invite: Membership },
  stores: Pick<Stores, 'agencies' | 'assignments'>,
): Promise<readonly Reply[]> => {
  const { name, workspace, invite } = joined
  const { role, agencyId } = invite
  const agency = agencyId === null ? null : await stores.agencies.get(agencyId)
  const greeting = lines([
    m.join.welcome({ name, workspace: workspace.name }),
    m.join.yourRole({ role: m.common.role(role), agency: agency?.name ?? null }),
    '',
    m.join.guidance(role, capabilities[channel].files),
  ])
  if (agency === null) return [{ text: greeting }]
  const today = localDate(now, workspace.zone)
  return [{ text: greeting }, await showOpenWork({ m, today }, agency, stores)]
}
