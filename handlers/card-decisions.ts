import type { Assignment } from '../domain/assignment.ts'
import { countExtensions, pendingOf, whyNotExtensible } from '../domain/extension.ts'
import type { Button } from '../domain/message.ts'
import { may, ownAgencies } from '../domain/permissions.ts'
import type { Finishing, Returned } from '../domain/ports/decisions.ts'
import type { ExtensionRequest } from '../domain/ports/extensions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { localDate } from '../domain/time.ts'
import type { Messages } from '../locales/index.ts'
import type { Rich } from '../locales/rich-text.ts'
import { extensionButtons, reassignButtons, verdictButtons } from './decision-items.ts'
import type { Request } from './request.ts'

type CardStores = Pick<Stores, 'decisions' | 'extensions'>
type Row = readonly Button[]

const requestsShown = 3
const wordsShown = 80

/** What the card of an assignment says and offers besides answers: requests for time, and what may be decided. */
export const decisionsOnCard = async (
  request: Request,
  assignment: Assignment,
  reach: readonly string[],
  stores: CardStores,
): Promise<{ readonly history: Rich | false; readonly rows: readonly Row[] }> => {
  const requests = await stores.extensions.list(assignment.id)
  const pending = whyNotExtensible(assignment) === null ? pendingOf(requests) : null
  const rows = [
    askingRow(request, assignment, pending),
    await decidingRow(request, assignment, { reach, pending }, stores),
  ]
  return { history: historyOf(request, requests), rows: rows.filter((row) => row.length > 0) }
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
  { reach, pending }: { readonly reach: readonly string[]; readonly pending: ExtensionRequest | null },
  { decisions }: Pick<Stores, 'decisions'>,
): Promise<Row> => {
  const { m, person } = request
  const { id, agencyId, state } = assignment
  const action = actionIn(state)
  if (action === null || !may(person.memberships, action, { agencyId, reach })) return []
  switch (action) {
    case 'reopen':
      return [{ label: m.approval.reopen, action: `reo:${id}` }]
    case 'reassign':
      return reassigningRow(m, await decisions.findLatestReturn(id))
    case 'approve':
      return approvingRow(request, await decisions.findFinishing(id))
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

/** Nobody decides on what they handed in themselves. */
const approvingRow = ({ m, person }: Request, deed: Finishing | null): Row =>
  deed === null || deed.personId === person.id ? [] : verdictButtons({ m, queue: false }, deed.id)
