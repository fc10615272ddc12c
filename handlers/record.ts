import type { Assignment } from '../domain/assignment.ts'
import { type Decision, type Moment, planChange, type Said } from '../domain/assignment-change.ts'
import { AppError } from '../domain/errors.ts'
import { ownAgencies } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { waitFor } from './answer-dialogs.ts'
import type { Reply, Request } from './request.ts'

export type RecordingStores = Pick<Stores, 'assignments' | 'audit' | 'dialogs'>

/** Records an answer with what it changes and says so in one line that can be undone. */
export const recordAnswer = async (
  request: Request,
  assignment: Assignment,
  said: Said,
  stores: RecordingStores,
): Promise<readonly Reply[]> => {
  const decision = planChange(assignment, said, momentOf(request))
  if (decision instanceof AppError) throw decision
  await stores.dialogs.remove(request.chat.id, request.person.id)
  if (decision === 'already') return [sayAlready(request, assignment)]
  const updateId = await save(request, assignment, { said, decision }, stores)
  const askEvidence = decision.kind === 'done' && said.links.length === 0
  if (askEvidence) await waitFor(request, 'evidence', assignment.id, stores)
  return [sayRecorded(request, assignment, { said, decision, updateId, askEvidence })]
}

export const momentOf = ({ now, today, workspace }: Request): Moment => ({ now, today, zone: workspace.zone })

const save = async (
  { person, chat, now }: Request,
  assignment: Assignment,
  { said, decision }: { readonly said: Said; readonly decision: Decision },
  { assignments, audit }: RecordingStores,
): Promise<string> => {
  const { kind, change } = decision
  const { note, links } = said
  const id = await assignments.record({ assignment, personId: person.id, kind, note, links, change }, now)
  await audit.append(
    {
      ...{ action: `assignment.${kind}`, subject: 'assignment', subjectId: assignment.id },
      ...{ personId: person.id, channel: chat.channel },
      before: { state: assignment.state, percent: assignment.percent, obstacle: assignment.obstacle },
      after: { state: change.state, percent: change.percent, obstacle: change.obstacle, update: id, note, links },
    },
    now,
  )
  return id
}

/** How an assignment is called in one line: by its agency only where the person answers for others as well. */
export const whichOf = ({ person }: Pick<Request, 'person'>, assignment: Assignment) => {
  const own = ownAgencies(person.memberships)
  const isTheOne = own.length === 1 && own[0] === assignment.agencyId
  const { number, dueOn, agencyName, task } = assignment
  const { occurrence, occurrences } = task
  return { number, dueOn, occurrence, occurrences, agency: isTheOne ? null : agencyName }
}

const sayAlready = (request: Request, assignment: Assignment): Reply => ({
  text: request.m.answers.already(whichOf(request, assignment), assignment),
  assignmentId: assignment.id,
})

const wordsShown = 150
const linksShown = 3

const sayRecorded = (
  request: Request,
  assignment: Assignment,
  recorded: {
    readonly said: Said
    readonly decision: Decision
    readonly updateId: string
    readonly askEvidence: boolean
  },
): Reply => {
  const { m } = request
  const { said, decision, updateId, askEvidence } = recorded
  const { state, percent, obstacle } = decision.change
  const text = m.answers.recorded({
    ...{ which: whichOf(request, assignment), kind: decision.kind, state, percent, askEvidence },
    obstacle: obstacle === null ? null : shorten(obstacle, wordsShown),
    unblocked: assignment.obstacle !== null && obstacle === null && state !== 'done',
    note: decision.kind === 'obstacle' ? '' : shorten(said.note, wordsShown),
    evidence: said.links.slice(0, linksShown),
  })
  const undo = { label: m.answers.undo, action: `undo:${updateId}` }
  return { text, assignmentId: assignment.id, buttons: [[undo]] }
}
