import type { Assignment } from '../domain/assignment.ts'
import { countExtensions, pendingOf, whyNotExtensible } from '../domain/extension.ts'
import type { Button } from '../domain/message.ts'
import { ownAgencies } from '../domain/permissions.ts'
import type { Finishing, Returned } from '../domain/ports/decisions.ts'
import type { ExtensionRequest } from '../domain/ports/extensions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { type Acting, rightTo, withoutSubmitter } from '../domain/stand-in.ts'
import { localDate } from '../domain/time.ts'
import type { Messages } from '../locales/index.ts'
import type { Rich } from '../locales/rich-text.ts'
import { extensionButtons, reassignButtons, verdictButtons } from './decision-items.ts'
import type { Request } from './request.ts'

type CardStores = Pick<Stores, 'decisions' | 'extensions'>
type Row = readonly Button[]

/** What the card says of requests for time, and what it offers besides answers. */
interface OnCard {
  readonly history: Rich | false
  /** To whoever may decide on what waits. */
  readonly decide: Row
  /** To the agency's own people. */
  readonly ask: Row
}

const requestsShown = 3
const wordsShown = 80

/** Requests for time, and what may be decided. */
export const decisionsOnCard = async (
  request: Request,
  assignment: Assignment,
  acting: readonly Acting[],
  stores: CardStores,
): Promise<OnCard> => {
  const requests = await stores.extensions.list(assignment.id)
  const pending = whyNotExtensible(assignment) === null ? pendingOf(requests) : null
  return {
    history: historyOf(request, requests),
    decide: await decidingRow(request, assignment, { acting, pending }, stores),
    ask: askingRow(request, assignment, pending),
  }
}

const historyOf = ({ m, workspace }: Request, requests: readonly ExtensionRequest[]): Rich | false => {
  const counted = requests.filter(({ state }) => state !== 'withdrawn')
  if (counted.length === 0) return false
  const items = counted.slice(-requestsShown).map(({ at, wantedOn, state, grantedOn, answer }) => ({
    ...{ on: localDate(at, workspace.zone), wantedOn, state, grantedOn, answer: shorten(answer, wordsShown) },
  }))
  return m.extension.history({ ...countExtensions(requests), items })
}

/** For the agency's own people, while the work is theirs to do. */
const askingRow = ({ m, person }: Request, assignment: Assignment, pending: ExtensionRequest | null): Row => {
  const { id, agencyId, state } = assignment
  const problem = whyNotExtensible(assignment)
  if (!ownAgencies(person.memberships).includes(agencyId) || problem === 'closed' || state === 'submitted') return []
  const ask = { label: m.extension.ask, action: `ext:${id}` }
  const notOurs = { label: m.returning.notOurs, action: `ret:${id}` }
  return problem === null && pending === null ? [ask, notOurs] : [notOurs]
}

const decidingRow = async (
  request: Request,
  assignment: Assignment,
  { acting, pending }: { readonly acting: readonly Acting[]; readonly pending: ExtensionRequest | null },
  { decisions }: Pick<Stores, 'decisions'>,
): Promise<Row> => {
  const { m } = request
  const { id, agencyId, state } = assignment
  const action = actionIn(state)
  if (action === null || rightTo(acting, action, agencyId) === null) return []
  switch (action) {
    case 'reopen':
      return [{ label: m.approval.reopen, action: `reo:${id}` }]
    case 'reassign':
      return reassigningRow(m, await decisions.findLatestReturn(id))
    case 'approve':
      return approvingRow(request, { agencyId, acting }, await decisions.findFinishing(id))
    case 'decide-extension':
      return pending === null ? [] : extensionButtons({ m, queue: false }, pending.id)
  }
}

/** What is to be decided about an assignment as it stands. */
const actionIn = (state: Assignment['state']) => {
  switch (state) {
    case 'done':
      return 'reopen'
    case 'returned':
      return 'reassign'
    case 'submitted':
      return 'approve'
    case 'cancelled':
      return null
    default:
      return 'decide-extension'
  }
}

const reassigningRow = (m: Messages, deed: Returned | null): Row =>
  deed?.isWaiting === true ? reassignButtons({ m, queue: false }, deed.id) : []

/** Nobody decides on what they handed in themselves, or the one in whose place they are. */
const approvingRow = (
  { m, person }: Request,
  { agencyId, acting }: { readonly agencyId: string; readonly acting: readonly Acting[] },
  deed: Finishing | null,
): Row => {
  if (deed === null || deed.personId === person.id) return []
  const right = rightTo(withoutSubmitter(acting, deed.personId), 'approve', agencyId)
  return right === null ? [] : verdictButtons({ m, queue: false }, deed.id)
}
