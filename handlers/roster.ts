import { findNamed } from '../domain/absence-words.ts'
import { AppError } from '../domain/errors.ts'
import { nearestNamed } from '../domain/handover.ts'
import type { Button } from '../domain/message.ts'
import { may } from '../domain/permissions.ts'
import type { Rostered } from '../domain/ports/roster.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { inRows } from '../domain/task-buttons.ts'
import { endOf } from './decision-items.ts'
import type { Handler, Reply, Request } from './request.ts'
import { findAgency } from './transfer-ends.ts'

export type RosterNeeds = 'agencies' | 'handovers' | 'roster'

/** Throws AppError 'not-allowed' unless this person may say who belongs here. */
export const requirePeopleManager = ({ person }: Request): void => {
  if (!may(person.memberships, 'manage-people')) throw new AppError('not-allowed', {})
}

/** /nguoi [đơn vị hoặc tên]: who takes part, each to be opened. */
export const showPeople: Handler<RosterNeeds> = async (request, typed, stores) => {
  requirePeopleManager(request)
  const people = await stores.roster.list()
  if (typed === '') return [list(request, people, { agency: null, offset: 0 })]
  const agency = await findAgency(request, typed, stores)
  if (agency.kind === 'agency') return [list(request, people, { agency: agency.agency, offset: 0 })]
  const named = findNamed(typed, people)
  const [only, another] = named
  if (only !== undefined && another === undefined) return [await showOne(request, only, stores)]
  if (only !== undefined) return [{ text: request.m.roster.several(typed), buttons: buttonsOf(request, named) }]
  const near = nearestNamed(typed, people)
  return [{ text: request.m.roster.unknown(typed, near.length), buttons: buttonsOf(request, near) }]
}

const pageSize = 8
const labelLength = 40

interface Page {
  readonly agency: { readonly id: string; readonly name: string } | null
  readonly offset: number
}

const list = (request: Request, everybody: readonly Rostered[], { agency, offset }: Page): Reply => {
  const { m } = request
  const people =
    agency === null
      ? everybody
      : everybody.filter(({ memberships }) => memberships.some(({ agencyId }) => agencyId === agency.id))
  const shown = people.slice(offset, offset + pageSize)
  const text = m.roster.list({ agency: agency?.name ?? null, total: people.length, from: offset + 1, people: shown })
  const to = (label: string, at: number): Button => ({
    label,
    action: `ppl-ls:${agency === null ? '-' : endOf(agency.id)}:${at}`,
  })
  const pages = [
    offset > 0 && to(m.common.back, Math.max(0, offset - pageSize)),
    offset + pageSize < people.length && to(m.common.more, offset + pageSize),
  ].filter((button) => button !== false)
  return { text, buttons: [...buttonsOf(request, shown), ...(pages.length === 0 ? [] : [pages])] }
}

/** Who is called like another is told apart by the agency. */
const buttonsOf = ({ m }: Request, people: readonly Rostered[]): readonly (readonly Button[])[] =>
  inRows(
    people.slice(0, pageSize).map(({ personId, name, memberships }) => {
      const isAlone = people.filter((other) => other.name === name).length === 1
      const agencies = memberships.flatMap(({ agency }) => agency ?? [])
      const label = isAlone || agencies.length === 0 ? name : m.handover.of(name, agencies)
      return { label: shorten(label, labelLength), action: `ppl:${endOf(personId)}` }
    }),
    2,
  )

/** ppl-ls:<end of an agency's id, or "-">:<offset> */
export const turnPeople: Handler<RosterNeeds> = async (request, input, stores) => {
  requirePeopleManager(request)
  const [end = '', offset = ''] = input.split(':')
  const agency = (await stores.agencies.list()).find(({ id }) => endOf(id) === end) ?? null
  if (!/^\d{1,6}$/u.test(offset) || (agency === null && end !== '-')) throw new AppError('button-stale', {})
  return [{ ...list(request, await stores.roster.list(), { agency, offset: Number(offset) }), replaces: true }]
}

/** The id may be forged: who is not of this workspace does not exist. */
export const findRostered = async (end: string, { roster }: Pick<Stores, 'roster'>): Promise<Rostered> => {
  const found = (await roster.list()).find(({ personId }) => endOf(personId) === end)
  if (found === undefined) throw new AppError('button-stale', {})
  return found
}

/** ppl:<end of a person's id> */
export const pressPerson: Handler<RosterNeeds> = async (request, end, stores) => {
  requirePeopleManager(request)
  return [await showOne(request, await findRostered(end, stores), stores)]
}

const showOne = async (
  { m, person }: Request,
  rostered: Rostered,
  { handovers }: Pick<Stores, 'handovers'>,
): Promise<Reply> => {
  const { personId, memberships } = rostered
  const held = (await handovers.listHeld(personId, 'all')).length
  const text = m.roster.card({ ...rostered, held })
  const end = endOf(personId)
  const handOn =
    held > 0 && may(person.memberships, 'name-doer') ? [[{ label: m.roster.handOn, action: `ho:${end}` }]] : []
  // Whoever wants to go goes by /roi: a wrong tap in a list is not what anybody leaves by.
  if (personId === person.id) return { text, buttons: handOn }
  const agencies = new Map(
    memberships.flatMap(({ agencyId, agency }) => (agencyId === null ? [] : [[agencyId, agency ?? ''] as const])),
  )
  const ending = [...agencies].map(([id, name]) => [
    { label: shorten(m.roster.endIn(name), labelLength), action: `ppl-end:${end}:${endOf(id)}` },
  ])
  return { text, buttons: [...ending, [{ label: m.roster.remove, action: `ppl-end:${end}:-` }], ...handOn] }
}
