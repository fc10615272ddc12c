import { z } from 'zod'
import { AppError } from '../domain/errors.ts'
import { byField } from '../domain/fields.ts'
import type { GroupFigures } from '../domain/figures.ts'
import type { Button } from '../domain/message.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { type Narrowing, writeToken } from '../domain/scope-token.ts'
import { shorten } from '../domain/shorten.ts'
import { inRows } from '../domain/task-buttons.ts'
import type { Handler, Request } from './request.ts'
import { openScope, type SeenScope } from './scope.ts'

const pageSize = 5
const labelLength = 28

export type Division = 'plan' | 'field'

/** The plans or fields of a scope that have anything to count. */
export const groupsOf = async (
  { today }: Request,
  division: Division,
  scope: SeenScope,
  { assignments }: Pick<Stores, 'assignments'>,
): Promise<readonly GroupFigures[]> => {
  const found = await assignments.figuresBy(division === 'plan' ? 'plan' : 'section', scope, today)
  return (division === 'plan' ? found : byField(found)).filter(({ total }) => total > 0)
}

/** The same scope, narrowed to one of its plans or fields. */
export const tokenOf = ({ base, narrowing }: SeenScope, division: Division, { task }: GroupFigures): string => {
  const kind: Narrowing['kind'] = narrowing === null ? division : 'field-of-plan'
  return writeToken({ base, narrowing: { kind, task } })
}

const wanted = z.tuple([z.enum(['p', 'f']), z.string(), z.coerce.number().int().min(0).max(1_000_000)])

/** by:<p or f>:<scope>:<offset>: plan by plan or field by field; each can be opened. */
export const turnGroups: Handler<'agencies' | 'assignments' | 'search'> = async (request, input, stores) => {
  const parsed = wanted.safeParse(input.split(':'))
  if (!parsed.success) throw new AppError('button-stale', {})
  const [letter, token, offset] = parsed.data
  const division = letter === 'p' ? 'plan' : 'field'
  const scope = await openScope(request, token, stores)
  const all = await groupsOf(request, division, scope, stores)
  const items = all.slice(offset, offset + pageSize)
  if (items.length === 0) throw new AppError('button-stale', {})
  const { m } = request
  const text = m.status.groups({ division, scope: scope.title, total: all.length, from: offset + 1, items })
  const opening = items.map((item) => openGroup(request, scope, division, item))
  const to = (label: string, at: number): Button => ({ label, action: `by:${letter}:${token}:${at}` })
  const pages = [
    offset > 0 && to(m.common.back, Math.max(0, offset - pageSize)),
    offset + pageSize < all.length && to(m.common.more, offset + pageSize),
  ].filter((button) => button !== false)
  const rows = [...inRows(opening, 2), pages, elsewhere(request, scope, division)]
  return [{ text, buttons: rows.filter((row) => row.length > 0), replaces: true }]
}

/** One's own work opens as a list of what is to be done, everything else with its figures. */
export const openGroup = ({ m }: Request, scope: SeenScope, division: Division, group: GroupFigures): Button => {
  const token = tokenOf(scope, division, group)
  const label = shorten(group.name === '' ? m.status.noName : group.name, labelLength)
  return { label, action: scope.base === 'own' ? `list:${token}:open:0` : `st:${token}` }
}

const elsewhere = ({ m }: Request, scope: SeenScope, division: Division): readonly Button[] => {
  const other: Button =
    division === 'plan'
      ? { label: m.status.byField, action: `by:f:${scope.token}:0` }
      : { label: m.status.byPlan, action: `by:p:${scope.token}:0` }
  const back: Button =
    scope.base === 'own'
      ? { label: m.tasks.filter, action: `fil:${scope.token}` }
      : { label: m.status.back, action: `st:${scope.token}` }
  return scope.narrowing === null ? [other, back] : [back]
}
