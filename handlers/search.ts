import { z } from 'zod'
import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import { may, ownAgencies } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { searchWords } from '../domain/search-words.ts'
import { shorten } from '../domain/shorten.ts'
import { inRows } from '../domain/task-buttons.ts'
import { findReach } from './reach.ts'
import type { Handler, Reply, Request } from './request.ts'

/** With a button each, and those for turning pages, a message stays below nine choices. */
const pageSize = 5
const titleLength = 90

type Needs = 'agencies' | 'search'

/** /tim: tasks by words, with or without diacritics, as far as the person sees. */
export const find: Handler<Needs> = async (request, typed, stores) => {
  const words = searchWords(typed)
  if (words.length === 0) throw new AppError('text-missing', { example: request.m.search.example })
  return [await showFound(request, words, 0, stores)]
}

const wanted = z.tuple([z.coerce.number().int().min(0).max(1_000_000), z.string()])

/** tim:<offset>:<words>: another page of the same search. */
export const turnFound: Handler<Needs> = async (request, input, stores) => {
  const parsed = wanted.safeParse(input.split(':'))
  if (!parsed.success) throw new AppError('button-stale', {})
  const [offset, typed] = parsed.data
  const words = searchWords(typed)
  if (words.length === 0) throw new AppError('button-stale', {})
  return [{ ...(await showFound(request, words, offset, stores)), replaces: true }]
}

/** Since it was first shown less may be found: then the first page is. */
const showFound = async (
  request: Request,
  words: readonly string[],
  offset: number,
  stores: Pick<Stores, Needs>,
): Promise<Reply> => {
  const { m } = request
  const page = { offset, limit: pageSize }
  const { items, total } = await stores.search.findTasks(words, await widestScope(request, stores), page)
  const said = words.join(' ')
  if (items.length === 0) {
    return offset > 0 ? showFound(request, words, 0, stores) : { text: m.search.nothing(said) }
  }
  const lines = items.map((item) => ({ ...item, title: shorten(item.title, titleLength) }))
  const opening = items.map(({ number }) => ({ label: `NV${number}`, action: `nv:${number}` }))
  const to = (label: string, at: number): Button => ({ label, action: `tim:${at}:${said}` })
  const turning = [
    offset > 0 && to(m.common.back, Math.max(0, offset - pageSize)),
    offset + pageSize < total && to(m.common.more, offset + pageSize),
  ].filter((button) => button !== false)
  return {
    text: m.search.found({ words: said, total, from: offset + 1, items: lines }),
    buttons: [...inRows(opening, 3), turning].filter((row) => row.length > 0),
  }
}

const widestScope = async (request: Request, stores: Pick<Stores, 'agencies'>) => {
  const { memberships } = request.person
  if (may(memberships, 'see-workspace')) return { agencyIds: 'all' } as const
  if (ownAgencies(memberships).length === 0) throw new AppError('no-agency', {})
  return { agencyIds: await findReach(request, stores) }
}
