import type { Button } from '../domain/message.ts'
import type { ListName } from '../domain/ports/assignments.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { inRows } from '../domain/task-buttons.ts'
import type { Handler, Request } from './request.ts'
import { openScope, type SeenScope } from './scope.ts'

const filters = ['open', 'late', 'due-soon', 'this-week', 'obstacles', 'done'] as const satisfies readonly ListName[]

/** fil:<scope>: what a list can be narrowed to, each with how many there are; what is empty is left out. */
export const showFilters: Handler<'agencies' | 'assignments' | 'search'> = async (request, token, stores) => {
  const { m, today } = request
  const scope = await openScope(request, token, stores)
  const counted: { readonly name: (typeof filters)[number]; readonly total: number }[] = []
  for (const name of filters) {
    const { total } = await stores.assignments.list(scope, name, today, { offset: 0, limit: 0 })
    if (name === 'open' || total > 0) counted.push({ name, total })
  }
  const choices: Button[] = counted.map(({ name, total }) => ({
    label: m.tasks.filtered(name, total),
    action: `list:${scope.token}:${name}:0`,
  }))
  const plans: Button[] = scope.narrowing === null ? [{ label: m.tasks.byPlan, action: `by:p:${scope.token}:0` }] : []
  const wider = await beyond(request, scope, stores)
  return [
    { text: m.tasks.chooseFilter(scope.title), buttons: inRows([...choices, ...plans, ...wider], 2), replaces: true },
  ]
}

/** From one's own work: agency by agency where one has several, and with the agencies below those one heads. */
const beyond = async (
  request: Request,
  scope: SeenScope,
  stores: Pick<Stores, 'agencies' | 'assignments' | 'search'>,
): Promise<readonly Button[]> => {
  const { m, today } = request
  if (scope.base !== 'own' || scope.narrowing !== null) return []
  const agencies = scope.several ? await stores.assignments.figures(scope, today) : []
  const all = await openScope(request, 'me', stores)
  const { total } = await stores.assignments.list(all, 'open', today, { offset: 0, limit: 0 })
  return [
    ...(agencies.length > 1 ? [{ label: m.status.byAgency(agencies.length), action: 'ags:own:0' }] : []),
    ...(all.agencyIds.length > scope.agencyIds.length && total > 0
      ? [{ label: m.tasks.withSubordinates(total), action: 'list:me:open:0' }]
      : []),
  ]
}
