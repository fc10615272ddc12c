import { z } from 'zod'
import type { Assignment } from '../domain/assignment.ts'
import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import type { ListName } from '../domain/ports/assignments.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { inRows, openTaskButton } from '../domain/task-buttons.ts'
import { shorten } from '../domain/shorten.ts'
import { lineOf } from '../domain/task-view.ts'
import type { LocalDate } from '../domain/time.ts'
import { timelinessOf } from '../domain/timeliness.ts'
import type { Handler, Reply, Request } from './request.ts'
import { openScope, type SeenScope } from './scope.ts'
import { urgeListButton } from './urge-list.ts'

/** With a button each, and those for turning pages, a message stays below nine choices. */
const pageSize = 5
const labelLength = 28

const listNames = [
  ...['open', 'late', 'due-today', 'due-soon', 'this-week', 'this-month', 'in-time', 'undated', 'done', 'done-late'],
  ...['obstacles', 'silent', 'all'],
] as const satisfies readonly ListName[]

export interface ListPage {
  readonly scope: SeenScope
  readonly name: ListName
  readonly offset: number
}

/** What stands behind a number, five at a time; every task can be opened. */
export const showList = async (
  request: Request,
  { scope, name, offset }: ListPage,
  stores: Pick<Stores, 'assignments'>,
): Promise<Reply> => {
  const { m, today } = request
  const page = await readPage(request, { scope, name, offset }, stores)
  const buttons = pageButtons(request, { scope, name, offset: page.offset }, page)
  if (page.total === 0) return { text: m.tasks.emptyList(name, scope.title), buttons }
  const text = m.tasks.list({
    name,
    scope: scope.title,
    total: page.total,
    from: page.offset + 1,
    shown: page.items.length,
    groups: groupsOf(name, page.items, today).map(({ group, items }) => ({
      group,
      lines: items.map((item) => m.tasks.line(lineOf(item, today), scope.several)),
    })),
  })
  return { text, buttons }
}

/** Since the list was shown it may have become shorter: then its last page is. */
const readPage = async (
  { today }: Request,
  { scope, name, offset }: ListPage,
  { assignments }: Pick<Stores, 'assignments'>,
): Promise<{ readonly items: readonly Assignment[]; readonly total: number; readonly offset: number }> => {
  const page = await assignments.list(scope, name, today, { offset, limit: pageSize })
  if (page.items.length > 0 || page.total === 0) return { ...page, offset: page.total === 0 ? 0 : offset }
  const last = Math.floor((page.total - 1) / pageSize) * pageSize
  const there = await assignments.list(scope, name, today, { offset: last, limit: pageSize })
  return { ...there, offset: last }
}

interface Group {
  readonly group: 'late' | 'due-soon' | 'in-time' | 'undated' | null
  readonly items: readonly Assignment[]
}

/** Lists of one kind need no headings. */
const groupsOf = (name: ListName, items: readonly Assignment[], today: LocalDate): readonly Group[] => {
  if (name !== 'open') return [{ group: null, items }]
  const groups = Map.groupBy(items, (item) => {
    const timeliness = timelinessOf(item, today)
    return timeliness === 'late' || timeliness === 'due-soon' || timeliness === 'undated' ? timeliness : 'in-time'
  })
  return [...groups].map(([group, members]) => ({ group, items: members }))
}

const pageButtons = (
  request: Request,
  { scope, name, offset }: ListPage,
  page: { readonly items: readonly Assignment[]; readonly total: number },
): readonly (readonly Button[])[] => {
  const { m } = request
  const to = (label: string, list: ListName, at: number): Button => ({
    label,
    action: `list:${scope.token}:${list}:${at}`,
  })
  const turning = [
    offset > 0 && to(m.common.back, name, Math.max(0, offset - pageSize)),
    offset + page.items.length < page.total && to(m.common.more, name, offset + pageSize),
  ].filter((button) => button !== false)
  const opening = page.items.map((item) => {
    const label = m.tasks.open({ number: item.number, ...item.task })
    return openTaskButton(item, scope.several ? shorten(`${label} ${item.agencyName}`, labelLength) : label)
  })
  const urging = urgeListButton(request, { token: scope.token, name, total: page.total })
  const back = elsewhere(m, { scope, name, offset }, page.total)
  return [...inRows(opening, scope.several ? 2 : 3), turning, [...urging, ...back]].filter((row) => row.length > 0)
}

/** From a part of what is done to those done late; from one's own work to its filters, from any other to its figures. */
const elsewhere = (m: Request['m'], { scope, name, offset }: ListPage, total: number): readonly Button[] => {
  const { token, base } = scope
  const doneLate = { label: m.tasks.doneLate, action: `list:${token}:done-late:0` }
  const back =
    base === 'own' ? { label: m.tasks.filter, action: `fil:${token}` } : { label: m.status.back, action: `st:${token}` }
  const nothingToFilter = base === 'own' && total === 0 && name === 'open'
  return [...(name === 'done' && offset === 0 && total > 0 ? [doneLate] : []), ...(nothingToFilter ? [] : [back])]
}

const wanted = z.tuple([z.string(), z.enum(listNames), z.coerce.number().int().min(0).max(1_000_000)])

/** Another page, or another list, in the same message. */
export const turnPage: Handler<'agencies' | 'assignments' | 'search'> = async (request, input, stores) => {
  const parsed = wanted.safeParse(input.split(':'))
  if (!parsed.success) throw new AppError('button-stale', {})
  const [token, name, offset] = parsed.data
  const scope = await openScope(request, token, stores)
  return [{ ...(await showList(request, { scope, name, offset }, stores)), replaces: true }]
}
