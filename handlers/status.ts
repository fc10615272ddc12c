import { worstFirst } from '../domain/agency-ranking.ts'
import { AppError } from '../domain/errors.ts'
import { type AgencyFigures, type Figures, sumFigures } from '../domain/figures.ts'
import type { Button } from '../domain/message.ts'
import { may, ownAgencies } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { inRows } from '../domain/task-buttons.ts'
import { lineOf } from '../domain/task-view.ts'
import type { Messages } from '../locales/index.ts'
import { lines } from '../locales/rich-text.ts'
import type { Handler, Reply, Request } from './request.ts'
import { openScope, type SeenScope } from './scope.ts'
import { readNamedScope } from './status-scope.ts'
import { noticeUnreached } from './unreached.ts'

type Needs = 'agencies' | 'assignments' | 'search'

/** /tinhhinh: the workspace, or one's own agency and those below it, or the agency, plan or field that is named. */
export const showStatus: Handler<Needs> = async (request, typed, stores) => {
  const { memberships } = request.person
  const everything = may(memberships, 'see-workspace')
  if (!everything && ownAgencies(memberships).length === 0) throw new AppError('no-agency', {})
  const widest = await openScope(request, everything ? 'all' : 'me', stores)
  if (typed === '') return [await statusOf(request, widest, stores)]
  const named = await readNamedScope(request, typed, widest, stores)
  return 'ask' in named ? [named.ask] : [await statusOf(request, await openScope(request, named.token, stores), stores)]
}

/** st:<scope>: the same in the place of a list. */
export const openStatus: Handler<Needs> = async (request, token, stores) => [
  { ...(await statusOf(request, await openScope(request, token, stores), stores)), replaces: true },
]

const lateShown = 5

const statusOf = async (request: Request, scope: SeenScope, stores: Pick<Stores, Needs>): Promise<Reply> => {
  const { m, today } = request
  const figures = await stores.assignments.figures(scope, today)
  const total = sumFigures(figures)
  if (total.total === 0) return { text: m.status.nothing(scope.title) }
  const unreached = await noticeIn(request, scope, stores)
  const text = lines([
    m.status.figures({ ...total, scope: scope.title, today }),
    total.late > 0 && scope.agencyIds !== 'all' && (await lateTasks(request, scope, stores)),
    ...(scope.several ? agencyLines(request, scope, figures) : []),
    ...unreached.texts,
  ])
  return { text, buttons: [...buttonsOf(request, scope, total, figures.length), ...unreached.rows] }
}

/** Below the figures of the whole workspace: for whom there is work that nobody hears of. */
const noticeIn = async (request: Request, { agencyIds, narrowing }: SeenScope, stores: Pick<Stores, 'agencies'>) => {
  const notice = agencyIds === 'all' && narrowing === null ? await noticeUnreached(request, stores) : null
  return notice === null ? { texts: [], rows: [] } : { texts: ['', notice.text], rows: notice.rows }
}

const lateTasks = async ({ m, today }: Request, scope: SeenScope, { assignments }: Pick<Stores, 'assignments'>) => {
  const page = { offset: 0, limit: lateShown }
  const late = await assignments.list(scope, 'late', today, page)
  const items = late.items.map((item) => m.tasks.line(lineOf(item, today), scope.several))
  return m.status.lateTasks(items, late.total - late.items.length)
}

const agenciesShown = 5

const agencyLines = ({ m }: Request, scope: SeenScope, figures: readonly AgencyFigures[]) => {
  const worst = worstFirst(figures.filter(({ late }) => late > 0)).slice(0, agenciesShown)
  const silent = figures.filter((agency) => agency.silent > 0).toSorted((a, b) => b.silent - a.silent)
  const named = silent
    .slice(0, agenciesShown)
    .map(({ agencyName, silent: count }) => ({ name: agencyName, silent: count }))
  return [
    scope.agencyIds === 'all' && worst.length > 0 && m.status.worst(worst),
    named.length > 0 && m.status.silentAgencies(named, silent.length - named.length),
  ]
}

const counted: readonly (readonly [Parameters<Messages['status']['list']>[0], keyof Figures])[] = [
  ['late', 'late'],
  ['due-soon', 'dueSoon'],
  ['in-time', 'inTime'],
  ['undated', 'undated'],
  ['done', 'done'],
  ['obstacles', 'obstacles'],
  ['silent', 'silent'],
]

/** Every number opens to its list; those that are zero have none. */
const buttonsOf = (
  { m }: Request,
  scope: SeenScope,
  total: Figures,
  agencies: number,
): readonly (readonly Button[])[] => {
  const numbers: readonly Button[] = counted
    .filter(([, figure]) => total[figure] > 0)
    .map(([name, figure]) => ({
      label: m.status.list(name, total[figure]),
      action: `list:${scope.token}:${name}:0`,
    }))
  const last = scope.several
    ? { label: m.status.byAgency(agencies), action: `ags:${scope.token}:0` }
    : { label: m.status.list('all', total.total), action: `list:${scope.token}:all:0` }
  return inRows([...numbers, last, ...divisions(m, scope)], 2)
}

/** The work divided by what it is not narrowed to yet. */
const divisions = (m: Messages, { token, narrowing }: SeenScope): readonly Button[] => {
  if (narrowing?.kind === 'field-of-plan') return []
  return narrowing?.kind === 'plan'
    ? [{ label: m.status.byField, action: `by:f:${token}:0` }]
    : [{ label: m.status.byPlan, action: `by:p:${token}:0` }]
}
