import type { Assignment } from '../domain/assignment.ts'
import { cardRows } from '../domain/card-buttons.ts'
import { capabilities } from '../domain/channels.ts'
import type { Button } from '../domain/message.ts'
import { ownAgencies } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { type Acting, rightTo } from '../domain/stand-in.ts'
import { canSnooze } from '../domain/snooze.ts'
import { taskButtons } from '../domain/task-buttons.ts'
import { chooseAssignment } from '../domain/task-choice.ts'
import { cardOf } from '../domain/task-view.ts'
import { lines } from '../locales/rich-text.ts'
import { decisionsOnCard } from './card-decisions.ts'
import { waitingOnCard, type WaitingNeeds } from './card-waiting.ts'
import { doerButton } from './doer-row.ts'
import { findActing, findTask, getAssignment } from './reach.ts'
import type { Handler, Reply, Request } from './request.ts'
import { urgeButtons } from './urge.ts'

const evidenceShown = 5

export type CardNeeds = WaitingNeeds | 'agencies' | 'assignments'

/** What else there is of the same task. */
interface Besides {
  /** The same agency's other open due dates. */
  readonly alsoOpen: readonly Assignment[]
  /** How many agencies have it, as far as the person sees. */
  readonly agencies: number
}

interface Shown extends Besides {
  /** Whether its rarer buttons are shown instead of those needed most. */
  readonly showsRest?: boolean
}

/** One assignment as a message of its own: an answer to it is about it, and its buttons answer it. */
export const showCard = async (
  request: Request,
  assignment: Assignment,
  stores: Pick<Stores, CardNeeds>,
  { alsoOpen, agencies, showsRest = false }: Shown = { alsoOpen: [], agencies: 1 },
): Promise<Reply> => {
  const { m, today } = request
  const evidence = await stores.assignments.listEvidence(assignment.id)
  const acting = await findActing(request, stores)
  const { history, decide, ask } = await decisionsOnCard(request, assignment, acting, stores)
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
  const buttons = {
    ...{ decide, ask, answer: answering(request, assignment, acting) },
    doer: [...urgeButtons(request, assignment, acting), ...doerButton(request, assignment)],
    look: [
      ...looking(request, assignment, { evidence: evidence.length, agencies }),
      ...snoozing(request, assignment, acting),
    ],
  }
  const isNobodys = assignment.state === 'assigned' && assignment.assigneeId === null
  return {
    text,
    assignmentId: assignment.id,
    buttons: cardRows(buttons, { isNobodys, showsRest }, turning(request, assignment)),
  }
}

const answering = ({ m }: Request, assignment: Assignment, acting: readonly Acting[]): readonly Button[] =>
  rightTo(acting, 'answer', assignment.agencyId) === null ? [] : taskButtons(assignment, m.tasks.buttons).flat()

const looking = (
  { m }: Request,
  { id, number }: Assignment,
  { evidence, agencies }: { readonly evidence: number; readonly agencies: number },
): readonly Button[] => [
  ...(evidence > 0 ? [{ label: m.evidence.onCard(evidence), action: `ev:${id}` }] : []),
  { label: m.history.open, action: `his:${id}` },
  ...(agencies > 1 ? [{ label: m.tasks.otherAgencies(agencies - 1), action: `nva:${number}:0` }] : []),
]

const snoozing = ({ m, today }: Request, assignment: Assignment, acting: readonly Acting[]): readonly Button[] =>
  rightTo(acting, 'answer', assignment.agencyId) !== null && canSnooze(assignment, today)
    ? [{ label: m.snooze.button, action: `snz:${assignment.id}` }]
    : []

const turning = ({ m }: Request, { id }: Assignment) => ({
  more: { label: m.tasks.moreButtons, action: `card:${id}:rest` },
  back: { label: m.common.back, action: `card:${id}` },
})

/** card:<assignment>[:rest]: its rarer buttons, or those needed most, in the same message. */
export const turnCard: Handler<CardNeeds> = async (request, input, stores) => {
  const [id = '', part] = input.split(':')
  const assignment = await getAssignment(request, { id, action: 'see-agency' }, stores)
  const showsRest = part === 'rest'
  const card = await showCard(request, assignment, stores, {
    ...{ ...(await findBesides(request, assignment, stores)), showsRest },
  })
  const text = showsRest ? withRest(request, assignment, card.text) : card.text
  return [{ ...card, text, replaces: true }]
}

/** Where a message cannot be changed the whole card would be said again. */
const withRest = ({ m, chat }: Request, { number }: Assignment, text: Reply['text']): Reply['text'] => {
  const heading = m.tasks.otherButtons(number)
  return capabilities[chat.channel].edits ? lines([text, '', heading]) : heading
}

const findBesides = async (request: Request, { id, number }: Assignment, stores: Pick<Stores, CardNeeds>) => {
  const seen = await findTask(request, { number, action: 'see-agency' }, stores)
  const choice = chooseAssignment(seen, ownAgencies(request.person.memberships))
  return choice.kind === 'one' && choice.assignment.id === id ? choice : { alsoOpen: [], agencies: 1 }
}
