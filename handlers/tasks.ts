import { AppError } from '../domain/errors.ts'
import { fold } from '../domain/fold.ts'
import { may, ownAgencies } from '../domain/permissions.ts'
import { type PlanReference, readPlanReference } from '../domain/plan-reference.ts'
import type { ListName } from '../domain/ports/assignments.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { joinTexts } from '../domain/rich-text.ts'
import type { Handler, Reply, Request } from './request.ts'
import { openScope, type SeenScope } from './scope.ts'
import { namePlan } from './status-scope.ts'
import { showTaskNumber } from './task.ts'
import type { CardNeeds } from './task-card.ts'
import { showList } from './task-list.ts'

const filters: readonly { readonly name: ListName; readonly words: readonly string[] }[] = [
  { name: 'open', words: ['', 'tat ca', 'chua xong', 'dang mo', 'all', 'open'] },
  { name: 'late', words: ['tre', 'tre han', 'qua han', 'cham', 'late', 'overdue'] },
  { name: 'due-soon', words: ['sap', 'sap den han', 'sap toi han', 'gan han', 'soon', 'due soon', 'due'] },
  { name: 'due-today', words: ['hom nay', 'trong ngay', 'den han hom nay', 'today', 'due today'] },
  { name: 'this-week', words: ['tuan nay', 'trong tuan', 'den han tuan nay', 'tuan', 'this week', 'week'] },
  { name: 'this-month', words: ['thang nay', 'trong thang', 'den han thang nay', 'thang', 'this month', 'month'] },
  { name: 'done', words: ['xong', 'hoan thanh', 'da xong', 'da hoan thanh', 'done'] },
  { name: 'obstacles', words: ['vuong', 'vuong mac', 'dang vuong', 'obstacle', 'obstacles'] },
]

const findFilter = (typed: string) => filters.find(({ words }) => words.includes(fold(typed)))

type Needs = CardNeeds | 'search'

/** /viec: what my agencies still have to do, the most pressing first; "quá hạn", "tuần này", "229" narrow it down. */
export const showTasks: Handler<Needs> = async (request, typed, stores) => {
  const { m, person } = request
  const number = /^(nv)?\s*0*(\d{1,9})$/u.exec(fold(typed))
  if (number?.[1] !== undefined) return showTaskNumber(request, Number(number[2]), stores)
  if (ownAgencies(person.memberships).length === 0) {
    if (number !== null) return showTaskNumber(request, Number(number[2]), stores)
    if (may(person.memberships, 'see-workspace')) return [{ text: m.tasks.useStatus() }]
    throw new AppError('no-agency', {})
  }
  const scope = await openScope(request, 'own', stores)
  const plan = readPlanReference(typed)
  const filter = findFilter(typed)
  if (filter !== undefined || plan === null) return [await filtered(request, { scope, typed, filter }, stores)]
  return showPlan(request, { scope, plan, typed }, stores)
}

interface Wanted {
  readonly scope: SeenScope
  readonly typed: string
  readonly filter: ReturnType<typeof findFilter>
}

/** What was not understood is said, above everything that is open. */
const filtered = async (request: Request, { scope, typed, filter }: Wanted, stores: Pick<Stores, 'assignments'>) => {
  const list = await showList(request, { scope, name: filter?.name ?? 'open', offset: 0 }, stores)
  if (filter !== undefined) return list
  const apart = { text: '\n\n', entities: [] }
  return { ...list, text: joinTexts([request.m.tasks.filterUnknown(typed), apart, list.text]) }
}

/** A bare number that is no plan's is a task's. */
const showPlan = async (
  request: Request,
  { scope, plan, typed }: { readonly scope: SeenScope; readonly plan: PlanReference; readonly typed: string },
  stores: Pick<Stores, Needs>,
): Promise<readonly Reply[]> => {
  const named = await namePlan(request, plan.number, scope, stores)
  if ('token' in named) {
    const narrowed = await openScope(request, named.token, stores)
    return [await filtered(request, { scope: narrowed, typed: plan.rest, filter: findFilter(plan.rest) }, stores)]
  }
  return named.found === 0 && fold(typed) === plan.number
    ? showTaskNumber(request, Number(plan.number), stores)
    : [named.ask]
}
