import type { Button } from '../domain/message.ts'
import type { ListName } from '../domain/ports/assignments.ts'
import { inRows } from '../domain/task-buttons.ts'
import type { Handler } from './request.ts'
import { openScope } from './scope.ts'

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
  return [{ text: m.tasks.chooseFilter(scope.title), buttons: inRows([...choices, ...plans], 2), replaces: true }]
}
