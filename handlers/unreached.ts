import { z } from 'zod'
import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import { may } from '../domain/permissions.ts'
import type { UnreachedAgency } from '../domain/ports/agencies.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { hasWork, unreachedRows } from '../domain/unreached.ts'
import type { Messages } from '../locales/index.ts'
import type { Rich } from '../locales/rich-text.ts'
import { requireInviter } from './invite-steps.ts'
import type { Handler, Reply, Request } from './request.ts'

const pageSize = 5
const labelLength = 40

/** Agencies that have work and nobody who has joined, and those that have neither. */
type ListKind = Parameters<Messages['unreached']['to']>[0]

/** /chuathamgia: those with work, the most overdue first. */
export const showUnreached: Handler<'agencies'> = async (request, _typed, stores) => {
  requireInviter(request)
  return [await pageOf(request, 'work', 0, stores)]
}

const wanted = z.tuple([z.enum(['work', 'idle']), z.coerce.number().int().min(0).max(1_000_000)])

/** unj:<work or idle>:<offset> */
export const turnUnreached: Handler<'agencies'> = async (request, input, stores) => {
  requireInviter(request)
  const parsed = wanted.safeParse(input.split(':'))
  if (!parsed.success) throw new AppError('button-stale', {})
  return [{ ...(await pageOf(request, parsed.data[0], parsed.data[1], stores)), replaces: true }]
}

const pageOf = async (
  request: Request,
  list: ListKind,
  wantedOffset: number,
  { agencies }: Pick<Stores, 'agencies'>,
): Promise<Reply> => {
  const { m, today, workspace } = request
  const found = await agencies.listUnreached(today)
  const all = found.filter((agency) => hasWork(agency) === (list === 'work'))
  // Somebody may have joined since it was shown: then its last page is.
  const offset = Math.min(wantedOffset, Math.floor(Math.max(0, all.length - 1) / pageSize) * pageSize)
  const items = all.slice(offset, offset + pageSize)
  const turning = turningRow(m, { list, offset, total: all.length, others: found.length - all.length })
  const text =
    list === 'work' && all.length === 0
      ? m.unreached.none()
      : m.unreached.list({ list, scope: workspace.name, total: all.length, from: offset + 1, items })
  return { text, buttons: [...items.map((agency) => [inviting(m, agency)]), turning].filter((row) => row.length > 0) }
}

const turningRow = (
  m: Messages,
  page: { readonly list: ListKind; readonly offset: number; readonly total: number; readonly others: number },
): readonly Button[] => {
  const { list, offset, total, others } = page
  const to = (label: string, kind: ListKind, at: number): Button => ({ label, action: `unj:${kind}:${at}` })
  const other = list === 'work' ? 'idle' : 'work'
  return [
    offset > 0 && to(m.common.back, list, Math.max(0, offset - pageSize)),
    offset + pageSize < total && to(m.common.more, list, offset + pageSize),
    others > 0 && to(m.unreached.to(other, others), other, 0),
  ].filter((button) => button !== false)
}

const inviting = (m: Messages, { id, name }: UnreachedAgency): Button => ({
  label: shorten(m.account.inviteInto(name), labelLength),
  action: `inv-to:${id}`,
})

/** What those who may invite are told wherever they see the whole workspace; null when there is nothing to tell. */
export const noticeUnreached = async (
  { m, person, today }: Pick<Request, 'm' | 'person' | 'today'>,
  { agencies }: Pick<Stores, 'agencies'>,
): Promise<{ readonly text: Rich; readonly rows: readonly (readonly Button[])[] } | null> => {
  if (!may(person.memberships, 'invite')) return null
  const count = (await agencies.listUnreached(today)).filter(hasWork).length
  const rows = unreachedRows(person.memberships, count, m.unreached.open)
  return rows.length === 0 ? null : { text: m.unreached.notice(count), rows }
}
