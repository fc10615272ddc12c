import { AppError } from '../domain/errors.ts'
import type { Channel } from '../domain/incoming.ts'
import { allowedFailures, failureWindowMinutes, normaliseInviteCode } from '../domain/invite-code.ts'
import type { LinkCode } from '../domain/ports/link-codes.ts'
import type { Invite, InviteCodes } from '../domain/ports/people.ts'
import { hashSecret } from './secrets.ts'

/** Who tries a code, and when. */
export interface CodeAttempt {
  readonly now: Date
  readonly channel: Channel
  /** What wrong codes are counted by. */
  readonly account: string
}

export type CodeFailure = AppError<'code-unknown' | 'code-used' | 'code-expired' | 'code-too-many-tries'>

/** What a code opens: an invitation, or somebody's own account from a further channel. */
export type FoundCode = { readonly invite: Invite } | { readonly link: LinkCode } | { readonly failed: CodeFailure }

/**
 * What is behind a code, used or not: the caller may know its holder. A failure is a value, not thrown:
 * the count of wrong codes has to be committed.
 */
export const lookUpCode = async (
  { now, channel, account }: CodeAttempt,
  typed: string,
  codes: InviteCodes,
): Promise<FoundCode> => {
  if ((await codes.countFailures(channel, account, now)) >= allowedFailures) {
    return { failed: new AppError('code-too-many-tries', { minutes: failureWindowMinutes }) }
  }
  const code = normaliseInviteCode(typed)
  const codeHash = code === null ? null : hashSecret(code)
  const invite = codeHash === null ? null : await codes.find(codeHash)
  if (invite !== null) return { invite }
  const link = codeHash === null ? null : await codes.findLink(codeHash)
  if (link !== null) return { link }
  await codes.countFailure(channel, account, now)
  return { failed: new AppError('code-unknown', {}) }
}

/** Why a code cannot be used any more; null when it can. */
export const whyUnusable = (code: Pick<Invite | LinkCode, 'usedAt' | 'expiresAt'>, now: Date): CodeFailure | null => {
  if (code.usedAt !== null) return new AppError('code-used', {})
  return code.expiresAt <= now ? new AppError('code-expired', {}) : null
}

/** Takes the invitation; when somebody else was faster, what was done with it is undone by the throw. */
export const claimInvite = async (codes: InviteCodes, invite: Invite, personId: string, now: Date): Promise<void> => {
  if (!(await codes.claim(invite.id, personId, now))) throw new AppError('code-used', {})
}
