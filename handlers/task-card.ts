import type { Assignment } from '../domain/assignment.ts'
import { may } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { agenciesToldOf } from '../domain/stand-in.ts'
import { taskButtons } from '../domain/task-buttons.ts'
import { cardOf } from '../domain/task-view.ts'
import { lines } from '../locales/rich-text.ts'
import { waitingOnCard } from './card-waiting.ts'
import { decisionsOnCard } from './card-decisions.ts'
import { doerRow } from './doer-row.ts'
import { findReach } from './reach.ts'
import type { Reply, Request } from './request.ts'

const evidenceShown = 5

export type CardNeeds = 'agencies' | 'assignments' | 'decisions' | 'extensions'

/** What else there is of the same task. */
export interface Besides {
  /** The same agency's other open due dates. */
  readonly alsoOpen: readonly Assignment[]
  /** How many agencies have it, as far as the person sees. */
  readonly agencies: number
}

/** One assignment as a message of its own: an answer to it is about it, and its buttons answer it. */
export const showCard = async (
  request: Request,
  assignment: Assignment,
  stores: Pick<Stores, CardNeeds>,
  besides: Besides = { alsoOpen: [], agencies: 1 },
): Promise<Reply> => {
  const { m, person, today } = request
  const evidence = await stores.assignments.listEvidence(assignment.id)
  const { alsoOpen, agencies } = besides
  const reach = await findReach(request, stores)
  const { history, rows } = await decisionsOnCard(request, assignment, reach, stores)
  const text = lines([
    m.tasks.card(cardOf(assignment, today)),
    await waitingOnCard(request, assignment, stores),
    evidence.length > 0 &&
      m.tasks.evidence(
        evidence.slice(-evidenceShown).map(({ url }) => url),
        evidence.length - evidenceShown,
      ),
    history,
    alsoOpen.length > 0 && m.tasks.otherOccurrences(alsoOpen.map(({ dueOn }) => dueOn)),
  ])
  const isTheirs = may(person.memberships, 'answer', {
    agencyId: assignment.agencyId,
    reach: agenciesToldOf(reach, request.standsIn ?? []),
  })
  const answering = [
    ...(isTheirs ? taskButtons(assignment, m.tasks.buttons) : []),
    ...rows,
    ...doerRow(request, assignment),
  ]
  const proofs = { label: m.evidence.onCard(evidence.length), action: `ev:${assignment.id}` }
  const others = { label: m.tasks.otherAgencies(agencies - 1), action: `nva:${assignment.number}:0` }
  const story = { label: m.history.open, action: `his:${assignment.id}` }
  const below = [evidence.length > 0 ? [proofs, story] : [story], ...(agencies > 1 ? [[others]] : [])]
  return { text, assignmentId: assignment.id, buttons: [...answering, ...below] }
}
