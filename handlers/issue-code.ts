import { AppError } from '../domain/errors.ts'
import { mayGive } from '../domain/invitations.ts'
import { inviteExpiry } from '../domain/invite-code.ts'
import type { RichText } from '../domain/message.ts'
import type { Role } from '../domain/people.ts'
import type { Agency } from '../domain/ports/agencies.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { localDate, localTime } from '../domain/time.ts'
import type { Reply, Request } from './request.ts'
import { createInviteCode, hashSecret } from './secrets.ts'

interface Invitation {
  readonly role: Role
  /** Null for the roles that span the workspace. */
  readonly agency: Agency | null
}

/** Makes a code and says how it is used. Throws AppError 'not-allowed' for a role above one's own. */
export const issueCode = async (
  request: Request,
  invitation: Invitation,
  stores: Pick<Stores, 'audit' | 'invites'>,
): Promise<Reply> => {
  const { now, m, person, workspace, chat } = request
  const { role, agency } = invitation
  if (!mayGive(person.memberships, role)) throw new AppError('not-allowed', {})
  const code = createInviteCode()
  const expiresAt = inviteExpiry(now)
  const agencyId = agency === null ? null : agency.id
  await stores.invites.create({ codeHash: hashSecret(code), agencyId, role, createdById: person.id, expiresAt }, now)
  await stores.audit.append(
    {
      ...{ action: 'invite', personId: person.id, channel: chat.channel },
      ...(agency === null
        ? { subject: 'workspace', subjectId: workspace.id }
        : { subject: 'agency', subjectId: agency.id }),
      after: { role, agencyId, expiresAt: expiresAt.toISOString() },
    },
    now,
  )
  const again = { label: m.invite.another, action: `inv:${role}:${agencyId ?? ''}` }
  return { text: describe(request, invitation, { code, expiresAt }), buttons: [[again]] }
}

const describe = (
  { m, workspace, links }: Request,
  { role, agency }: Invitation,
  { code, expiresAt }: { readonly code: string; readonly expiresAt: Date },
): RichText =>
  m.invite.ready({
    code,
    role: m.common.role(role),
    agency: agency === null ? null : agency.name,
    workspace: workspace.name,
    until: m.invite.moment(
      localTime(expiresAt, workspace.zone).slice(0, 5),
      m.common.date(localDate(expiresAt, workspace.zone)),
    ),
    telegram: links.telegram === null ? null : `${links.telegram}?start=${code}`,
    zalo: links.zalo,
    web: `${links.web}/vao/${code}`,
    // After "#": the browser keeps it to itself.
    picture: `${links.web}/ma#${code}`,
  })
