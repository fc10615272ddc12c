import type { Assignment } from '../domain/assignment.ts'
import { AppError } from '../domain/errors.ts'
import { fold } from '../domain/fold.ts'
import { ownAgencies } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { inRows } from '../domain/task-buttons.ts'
import { cardOf, lineOf } from '../domain/task-view.ts'
import { lines } from '../locales/rich-text.ts'
import { findReach } from './reach.ts'
import type { Handler, Reply, Request } from './request.ts'
import type { CardNeeds } from './task-card.ts'
import { showTasks } from './tasks.ts'

export type SupportNeeds = 'agencies' | 'assignments' | 'contributions'
type SupportStores = Pick<Stores, SupportNeeds>

/** /viec: with "phối hợp" what the person's agencies support, else what they have to do themselves. */
export const showTasksOrSupported: Handler<CardNeeds | 'contributions' | 'search'> = async (request, typed, stores) =>
  request.m.support.words.includes(fold(typed))
    ? [await showSupported(request, 0, stores)]
    : showTasks(request, typed, stores)

const pageSize = 5

/** What others lead and this person's agencies support, a few at a time. */
const showSupported = async (request: Request, offset: number, stores: SupportStores): Promise<Reply> => {
  const { m, today, person } = request
  const own = ownAgencies(person.memberships)
  if (own.length === 0) throw new AppError('no-agency', {})
  const reach = await findReach(request, stores)
  const { items, total } = await stores.contributions.listSupported(reach, { offset, limit: pageSize })
  if (items.length === 0) return { text: m.support.none() }
  const agencies = (await stores.agencies.list()).filter(({ id }) => own.includes(id)).map(({ name }) => name)
  const text = m.support.list({
    ...{ total, agencies, from: offset + 1 },
    lines: items.map((item) => m.tasks.line(lineOf(item, today), true)),
  })
  const opening = items.map((item) => ({ label: m.tasks.open(lineOf(item, today)), action: `sup:${item.id}` }))
  const turning = [
    ...(offset > 0 ? [{ label: m.common.back, action: `sup-ls:${Math.max(0, offset - pageSize)}` }] : []),
    ...(offset + items.length < total ? [{ label: m.common.more, action: `sup-ls:${offset + pageSize}` }] : []),
  ]
  return { text, buttons: [...inRows(opening, 3), ...(turning.length > 0 ? [turning] : [])] }
}

/** sup-ls:<offset> */
export const turnSupported: Handler<SupportNeeds> = async (request, offset, stores) => {
  if (!/^\d{1,5}$/u.test(offset)) throw new AppError('button-stale', {})
  return [{ ...(await showSupported(request, Number(offset), stores)), replaces: true }]
}

/**
 * An assignment that an agency in reach is named to support, with those agencies' names. Throws AppError
 * 'button-stale' when there is none in this workspace and 'not-allowed' when no agency in reach supports it.
 */
export const getSupported = async (
  request: Request,
  id: string,
  stores: SupportStores,
): Promise<{ readonly assignment: Assignment; readonly agencies: readonly string[] }> => {
  const assignment = await stores.assignments.find(id)
  if (assignment === null) throw new AppError('button-stale', {})
  const agencies = await stores.contributions.listSupporting(id, await findReach(request, stores))
  if (agencies.length === 0) throw new AppError('not-allowed', {})
  return { assignment, agencies }
}

/** sup:<assignment>: to see, and to contribute to. */
export const openSupported: Handler<SupportNeeds> = async (request, id, stores) => {
  const { m, today } = request
  const { assignment } = await getSupported(request, id, stores)
  const text = lines([m.tasks.card(cardOf(assignment, today)), '', m.support.onlyToSee(assignment.agencyName)])
  return [{ text, buttons: [[{ label: m.support.contribute, action: `con:${id}` }]] }]
}
