import { z } from 'zod'
import { AppError } from '../domain/errors.ts'
import type { AgencyFigures } from '../domain/figures.ts'
import type { Button } from '../domain/message.ts'
import { joinTexts } from '../domain/rich-text.ts'
import { shorten } from '../domain/shorten.ts'
import { inRows } from '../domain/task-buttons.ts'
import { summarizeWeek, weekUntil } from '../domain/weekly.ts'
import { readDay, readMoment, type WeekNumber, weekNumbers } from '../domain/weekly-buttons.ts'
import type { Handler, Reply, Request } from './request.ts'
import { openScope } from './scope.ts'
import { showList } from './task-list.ts'

// What stands behind the numbers of a weekly summary. It is counted anew: a button of last week shows this week and
// says so. The summary stays as it is; the list comes below and turns its own pages.

const names = Object.keys(weekNumbers) as [WeekNumber, ...WeekNumber[]]
const number = z.coerce.number().int().min(0).max(1_000_000)
const readBy = <T>(read: (written: string) => T | null) =>
  z.string().transform((written, context) => {
    const found = read(written)
    if (found !== null) return found
    context.addIssue('unreadable')
    return z.NEVER
  })
const day = readBy(readDay)
const moment = readBy(readMoment)

const readInput = <T>(schema: z.ZodType<T>, input: string): T => {
  const parsed = schema.safeParse(input.split(':'))
  if (!parsed.success) throw new AppError('button-stale', {})
  return parsed.data
}

const numberInput = z.tuple([z.enum(names), z.string(), day, number])

/** wk:<list>:<scope>:<day of the summary>:<what it said> */
export const openWeekNumber: Handler<'agencies' | 'assignments' | 'search'> = async (request, input, stores) => {
  const [name, token, said, then] = readInput(numberInput, input)
  const scope = await openScope(request, token, stores)
  const list = await showList(request, { scope, name, offset: 0 }, stores)
  const { total } = await stores.assignments.list(scope, name, request.today, { offset: 0, limit: 0 })
  return [sayNow(request, { day: said, then, now: total }, list)]
}

/** Nothing where the list is just what the summary said. */
const sayNow = (
  { m, today }: Request,
  told: { readonly day: string; readonly then: number; readonly now: number },
  reply: Reply,
): Reply => {
  if (told.day === today && told.then === told.now) return reply
  const apart = { text: '\n\n', entities: [] }
  return { ...reply, text: joinTexts([m.weekly.nowInstead({ ...told, today }), apart, reply.text]) }
}

const pageSize = 5
const labelLength = 28
const silentInput = z.union([z.tuple([z.string(), moment]), z.tuple([z.string(), moment, number])])

/** wks:<scope>:<since>, and with :<offset> another page of it: agencies with open work that have said nothing since. */
export const openSilentAgencies: Handler<'agencies' | 'search' | 'weekly'> = async (request, input, stores) => {
  const [token, since, offset] = readInput(silentInput, input)
  const { m, now, workspace } = request
  const scope = await openScope(request, token, stores)
  const week = weekUntil(now, workspace.zone, since)
  const facts = await stores.weekly.read(scope, week)
  const silent = summarizeWeek({ ...facts, week, namesAgencies: true }).agencies?.silent ?? []
  const page = pageOf(silent, offset)
  const text = m.weekly.silentAgencies({
    since: week.from,
    total: silent.length,
    ...page,
    items: page.items.map(openOf),
  })
  const opening = page.items.map(
    ({ agencyId, agencyName }): Button => ({ label: shorten(agencyName, labelLength), action: `st:${agencyId}` }),
  )
  const turning = turn(request, silent.length, page.from, `wks:${input.split(':', 2).join(':')}`)
  return [{ text, buttons: rowsOf([...inRows(opening, 2), turning]), ...replacing(offset) }]
}

const openOf = ({ agencyName, total, done, late }: AgencyFigures) => ({ agencyName, open: total - done, late })

const plansInput = z.union([z.tuple([z.enum(names), day, number]), z.tuple([z.enum(names), day, number, number])])

/** wkg:<list>:<day>:<what the summary said>, and with :<offset> another page: what a whole group may see, plan by plan. */
export const openPlansOfWeek: Handler<'assignments'> = async (request, input, stores) => {
  const [name, said, then, offset] = readInput(plansInput, input)
  const { chat, workspace, today, m } = request
  if (chat.kind !== 'group' || chat.workspaceId !== workspace.id) throw new AppError('not-allowed', {})
  const groups = await stores.assignments.figuresBy('plan', { agencyIds: 'all' }, today)
  const plans = groups
    .map((group) => ({ plan: group.name, count: group[weekNumbers[name]] }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
  const count = plans.reduce((sum, plan) => sum + plan.count, 0)
  const page = pageOf(plans, offset)
  const text = m.weekly.plans({ name, count, total: plans.length, ...page })
  const turning = turn(request, plans.length, page.from, `wkg:${input.split(':', 3).join(':')}`)
  const reply = { text, buttons: rowsOf([turning]), ...replacing(offset) }
  return [sayNow(request, { day: said, then, now: count }, reply)]
}

/** Since it was shown the list may have become shorter: then its last page is. */
const pageOf = <T>(all: readonly T[], offset = 0): { readonly items: readonly T[]; readonly from: number } => {
  const last = Math.max(0, Math.ceil(all.length / pageSize) - 1) * pageSize
  const start = Math.min(offset, last)
  return { items: all.slice(start, start + pageSize), from: start + 1 }
}

const turn = ({ m }: Request, total: number, from: number, action: string): readonly Button[] =>
  [
    from > 1 && { label: m.common.back, action: `${action}:${Math.max(0, from - 1 - pageSize)}` },
    from - 1 + pageSize < total && { label: m.common.more, action: `${action}:${from - 1 + pageSize}` },
  ].filter((button) => button !== false)

const rowsOf = (rows: readonly (readonly Button[])[]) => rows.filter((row) => row.length > 0)

const replacing = (offset: number | undefined): Pick<Reply, 'replaces'> =>
  offset === undefined ? {} : { replaces: true }
