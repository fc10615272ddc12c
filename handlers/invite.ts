import { z } from 'zod'
import { isClosedOn } from '../domain/agency-merger.ts'
import { findNamedAgencies } from '../domain/audience.ts'
import { AppError } from '../domain/errors.ts'
import { type InviteWish, isAgencyRole, readInviteWish } from '../domain/invitations.ts'
import type { Role } from '../domain/people.ts'
import type { Agency } from '../domain/ports/agencies.ts'
import { hasWork } from '../domain/unreached.ts'
import { lines } from '../locales/rich-text.ts'
import { askRole, offerAgencies, requireInviter } from './invite-steps.ts'
import { issueCode } from './issue-code.ts'
import type { Handler, Reply, Request } from './request.ts'

type Needs = 'agencies' | 'audit' | 'dialogs' | 'invites'
type InviteStores = Parameters<Handler<Needs>>[2]

/** What the bot remembers while it waits for an agency: what the numbers 1, 2, … stand for, and the role if known. */
const waiting = z.object({
  offered: z.array(z.string()),
  role: z.enum(['official', 'head', 'coordinator', 'leader', 'admin']).nullable(),
})

/** Longer than it takes to look up a name, shorter than until the next thing is written. */
const waitMinutes = 10

/** /moi: a code for the agency and role that follow; without words the agency is asked. */
export const invite: Handler<Needs> = (request, typed, stores) => {
  requireInviter(request)
  return typed === '' ? askAgency(request, null, stores) : inviteNamed(request, typed, 'official', stores)
}

/** The agency, as a name or as the number of one that was offered. */
export const continueInvite: Handler<Needs, { readonly text: string; readonly data: unknown }> = async (
  request,
  { text, data },
  stores,
) => {
  requireInviter(request)
  const { offered, role } = waiting.parse(data)
  const chosen = /^\d{1,2}$/.test(text) ? offered[Number(text) - 1] : undefined
  if (chosen === undefined) return inviteNamed(request, text, role, stores)
  const agency = (await stores.agencies.list()).find(({ id }) => id === chosen)
  if (agency === undefined) throw new AppError('button-stale', {})
  return inviteInto(request, [agency], role, stores)
}

const offeredAgencies = 10

const askAgency = async (request: Request, role: Role | null, stores: InviteStores): Promise<readonly Reply[]> => {
  const { m } = request
  const unreached = (await stores.agencies.listUnreached(request.today)).filter(hasWork)
  const offered = unreached.slice(0, offeredAgencies)
  await wait(request, { offered: offered.map(({ id }) => id), role }, stores)
  const names = offered.map(({ name }) => name)
  const text = lines([
    m.invite.askAgency(),
    ...(names.length === 0 ? [] : ['', m.invite.unreached(names, unreached.length - names.length)]),
  ])
  return [{ text }]
}

const wait = (request: Request, data: z.infer<typeof waiting>, { dialogs }: Pick<InviteStores, 'dialogs'>) => {
  const expiresAt = new Date(request.now.getTime() + waitMinutes * 60_000)
  return dialogs.save(request.chat.id, request.person.id, { kind: 'invite', data }, expiresAt)
}

/** `otherwise` is the role when the words name none; null asks for it. */
const inviteNamed = async (
  request: Request,
  typed: string,
  otherwise: Role | null,
  stores: InviteStores,
): Promise<readonly Reply[]> => {
  // Nobody comes into what is gone; its name may mean another by now.
  const agencies = (await stores.agencies.list()).filter((agency) => !isClosedOn(agency, request.today))
  const wish = understand(typed, agencies)
  const role = wish.role ?? otherwise
  if (wish.agency === '') return inviteWithoutAgency(request, wish.role, stores)
  const { agencyIds, unknown } = findNamedAgencies(wish.agency, { agencies, groups: [] })
  if (unknown[0] === undefined) {
    const named = agencies.filter(({ id }) => agencyIds.includes(id))
    return inviteInto(request, named, role, stores)
  }
  const { nearest } = unknown[0]
  const offered = nearest.flatMap((name) => agencies.find((agency) => agency.name === name) ?? [])
  if (offered.length === 0) throw new AppError('agency-unknown', { typed: unknown[0].typed, nearest: [] })
  await wait(request, { offered: offered.map(({ id }) => id), role }, stores)
  return [offerAgencies(request, unknown[0].typed, offered, role)]
}

/** "Phòng Tổng hợp" is an agency, although "tổng hợp" is a role as well. */
const understand = (typed: string, agencies: readonly Agency[]): InviteWish => {
  const whole = findNamedAgencies(typed, { agencies, groups: [] })
  return whole.unknown.length === 0 ? { agency: typed, role: null } : readInviteWish(typed)
}

const inviteWithoutAgency = async (
  request: Request,
  role: Role | null,
  stores: InviteStores,
): Promise<readonly Reply[]> => {
  if (role === null || isAgencyRole(role)) return askAgency(request, role, stores)
  await stores.dialogs.remove(request.chat.id, request.person.id)
  return [await issueCode(request, { role, agency: null }, stores)]
}

const inviteInto = async (
  request: Request,
  agencies: readonly Agency[],
  role: Role | null,
  stores: InviteStores,
): Promise<readonly Reply[]> => {
  await stores.dialogs.remove(request.chat.id, request.person.id)
  const [only, ...others] = agencies
  if (role === null && only !== undefined && others.length === 0) return [askRole(request, only)]
  const replies: Reply[] = []
  for (const agency of agencies) replies.push(await issueCode(request, { role: role ?? 'official', agency }, stores))
  return replies
}
