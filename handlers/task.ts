import { z } from 'zod'
import type { Assignment } from '../domain/assignment.ts'
import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import { ownAgencies } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { inRows, openTaskButton } from '../domain/task-buttons.ts'
import { chooseAssignment, currentByAgency } from '../domain/task-choice.ts'
import { lineOf } from '../domain/task-view.ts'
import { findTask, getAssignment } from './reach.ts'
import type { Handler, Reply, Request } from './request.ts'
import { type CardNeeds, showCard } from './task-card.ts'

type Needs = CardNeeds

/** /nv 12: all about one task, as far as the person sees it. */
export const showTask: Handler<Needs> = (request, typed, stores) => {
  if (typed === '') throw new AppError('number-missing', { example: request.m.tasks.example })
  const number = /^(?:nv|#)?\s*0*(\d{1,9})$/iu.exec(typed)?.[1]
  if (number === undefined) throw new AppError('task-unknown', { typed })
  return showTaskNumber(request, Number(number), stores)
}

/** The person's own assignment of a task; where there are several agencies and none is theirs, a line for each. */
export const showTaskNumber = async (
  request: Request,
  number: number,
  stores: Pick<Stores, Needs>,
): Promise<readonly Reply[]> => {
  const seen = await findTask(request, { number, action: 'see-agency' }, stores)
  const choice = chooseAssignment(seen, ownAgencies(request.person.memberships))
  switch (choice.kind) {
    case 'none':
      throw new AppError('task-unknown', { typed: `NV${number}` })
    case 'one':
      return [await showCard(request, choice.assignment, stores, choice)]
    case 'several':
      return [listAgencies(request, choice.current, 0)]
  }
}

/** open:<assignment>: one of a list. */
export const openTask: Handler<Needs> = async (request, id, stores) => {
  const assignment = await getAssignment(request, { id, action: 'see-agency' }, stores)
  return [await showCard(request, assignment, stores)]
}

const agenciesShown = 5
const labelLength = 28

/** A task of several agencies: who is where with it, a few at a time. */
export const listAgencies = (request: Request, current: readonly Assignment[], offset: number): Reply => {
  const { m, today } = request
  const [first] = current
  if (first === undefined) throw new AppError('button-stale', {})
  const items = current.slice(offset, offset + agenciesShown)
  const text = m.tasks.byAgency({
    number: first.number,
    title: shorten(first.task.title, 200),
    agencies: current.length,
    done: current.filter(({ state }) => state === 'done').length,
    from: offset + 1,
    items: items.map((item) => lineOf(item, today)),
  })
  const opening = items.map((item) => openTaskButton(item, shorten(item.agencyName, labelLength)))
  return { text, buttons: [...inRows(opening, 2), ...turning(request, first.number, offset, current.length)] }
}

const turning = ({ m }: Request, number: number, offset: number, total: number): readonly (readonly Button[])[] => {
  const at = (label: string, to: number): Button => ({ label, action: `nva:${number}:${to}` })
  const row = [
    offset > 0 && at(m.common.back, Math.max(0, offset - agenciesShown)),
    offset + agenciesShown < total && at(m.common.more, offset + agenciesShown),
  ].filter((button) => button !== false)
  return row.length === 0 ? [] : [row]
}

const wanted = z.tuple([z.coerce.number().int().min(1), z.coerce.number().int().min(0)])

/** nva:<number>:<offset>: the agencies that have a task. */
export const turnAgencies: Handler<Needs> = async (request, input, stores) => {
  const parsed = wanted.safeParse(input.split(':'))
  if (!parsed.success) throw new AppError('button-stale', {})
  const [number, offset] = parsed.data
  const current = currentByAgency(await findTask(request, { number, action: 'see-agency' }, stores))
  if (current.length <= offset) throw new AppError('button-stale', {})
  return [{ ...listAgencies(request, current, offset), replaces: true }]
}
