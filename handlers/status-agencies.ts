import { z } from 'zod'
import { worstFirst } from '../domain/agency-ranking.ts'
import { AppError } from '../domain/errors.ts'
import { writeToken } from '../domain/scope-token.ts'
import { shorten } from '../domain/shorten.ts'
import { inRows } from '../domain/task-buttons.ts'
import type { Handler, Request } from './request.ts'
import { openScope } from './scope.ts'

const pageSize = 5
const labelLength = 28
const wanted = z.tuple([z.string(), z.coerce.number().int().min(0).max(1_000_000)])

/** ags:<scope>:<offset>: agency by agency, the worst first; each can be opened. */
export const turnAgencyFigures: Handler<'agencies' | 'assignments' | 'search'> = async (request, input, stores) => {
  const parsed = wanted.safeParse(input.split(':'))
  if (!parsed.success) throw new AppError('button-stale', {})
  const [token, offset] = parsed.data
  const scope = await openScope(request, token, stores)
  const all = worstFirst(await stores.assignments.figures(scope, request.today))
  const items = all.slice(offset, offset + pageSize)
  if (items.length === 0) throw new AppError('button-stale', {})
  const { m } = request
  const opening = items.map(({ agencyId, agencyName }) => ({
    label: shorten(agencyName, labelLength),
    action: `st:${writeToken({ base: agencyId, narrowing: scope.narrowing })}`,
  }))
  return [
    {
      text: m.status.agencies({ scope: scope.title, total: all.length, from: offset + 1, items }),
      buttons: [...inRows(opening, 2), ...turning(request, { token, offset, total: all.length })],
      replaces: true,
    },
  ]
}

const turning = (
  { m }: Request,
  { token, offset, total }: { readonly token: string; readonly offset: number; readonly total: number },
) => {
  const to = (label: string, at: number) => ({ label, action: `ags:${token}:${at}` })
  const pages = [
    offset > 0 && to(m.common.back, Math.max(0, offset - pageSize)),
    offset + pageSize < total && to(m.common.more, offset + pageSize),
  ].filter((button) => button !== false)
  const elsewhere = [
    { label: m.status.back, action: `st:${token}` },
    ...(offset === 0 ? [{ label: m.status.allTasks, action: `list:${token}:all:0` }] : []),
  ]
  return [pages, elsewhere].filter((row) => row.length > 0)
}
