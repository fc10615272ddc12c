import type { Assignment } from '../domain/assignment.ts'
import { isHandedIn, needsEvidence } from '../domain/approval.ts'
import { countingOf } from '../domain/milestone-rule.ts'
import { type Decision, givesEvidence, type Moment, planChange, type Said } from '../domain/assignment-change.ts'
import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import { ownAgencies } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { rightTo } from '../domain/stand-in.ts'
import { lines } from '../locales/rich-text.ts'
import { waitFor } from './answer-dialogs.ts'
import { type ApproverNeeds, tellApprovers } from './approval-told.ts'
import { withoutKnown } from './evidence-words.ts'
import { findActing } from './reach.ts'
import type { Reply, Request } from './request.ts'

export type RecordingNeeds = ApproverNeeds | 'assignments' | 'audit' | 'dialogs'
export type RecordingStores = Pick<Stores, RecordingNeeds>

/** Records an answer with what it changes and says so in one line that can be undone. */
export const recordAnswer = async (
  request: Request,
  assignment: Assignment,
  given: Said & { readonly amongOthers?: boolean },
  stores: RecordingStores,
): Promise<readonly Reply[]> => {
  const said = await withoutKnown(assignment, given, stores)
  const decision = planChange(assignment, said, momentOf(request, assignment))
  if (decision instanceof AppError) throw decision
  await stores.dialogs.remove(request.chat.id, request.person.id)
  if (decision === 'already') return [sayAlready(request, assignment)]
  if (await lacksEvidence(assignment, given, decision, stores)) return askEvidenceFirst(request, assignment, stores)
  const updateId = await save(request, assignment, { said, decision }, stores)
  const askEvidence = decision.kind === 'done' && !givesEvidence(given) && given.amongOthers !== true
  if (askEvidence) await waitFor(request, 'evidence', assignment.id, stores)
  const approvers = isHandedIn(assignment, decision.change)
    ? await tellApprovers(request, { ...assignment, ...decision.change }, stores)
    : null
  return [sayRecorded(request, assignment, { said, decision, updateId, askEvidence, approvers })]
}

/** The moment of a request, with how the milestones of this assignment are counted. */
export const momentOf = ({ now, today, workspace }: Request, { task }: Pick<Assignment, 'task'>): Moment => ({
  ...{ now, today, zone: workspace.zone, counting: countingOf(workspace.milestones, task.planId) },
})

const lacksEvidence = async (
  assignment: Assignment,
  said: Said,
  { change }: Decision,
  { assignments }: RecordingStores,
): Promise<boolean> =>
  needsEvidence(assignment, change) &&
  !givesEvidence(said) &&
  (await assignments.listEvidence(assignment.id)).length === 0

/** Nothing is recorded as done yet: the evidence comes first. */
const askEvidenceFirst = async (
  request: Request,
  assignment: Assignment,
  stores: RecordingStores,
): Promise<readonly Reply[]> => {
  await waitFor(request, 'evidence', assignment.id, stores)
  return [{ text: request.m.approval.needsEvidence(whichOf(request, assignment)), assignmentId: assignment.id }]
}

const save = async (
  request: Request,
  assignment: Assignment,
  { said, decision }: { readonly said: Said; readonly decision: Decision },
  stores: RecordingStores,
): Promise<string> => {
  const { person, chat, now } = request
  const { assignments, audit } = stores
  const { kind, change } = decision
  const absent = await findAbsent(request, assignment, stores)
  const { note, links, files = [] } = said
  const id = await assignments.record({ assignment, personId: person.id, kind, note, links, files, change }, now)
  await audit.append(
    {
      ...{ action: `assignment.${kind}`, subject: 'assignment', subjectId: assignment.id },
      ...{ personId: person.id, channel: chat.channel },
      before: { state: assignment.state, percent: assignment.percent, obstacle: assignment.obstacle },
      after: {
        state: change.state,
        percent: change.percent,
        obstacle: change.obstacle,
        update: id,
        note,
        links,
        ...filesOf(files),
        ...(absent !== null && { insteadOf: absent.personId }),
      },
    },
    now,
  )
  return id
}

/** In whose place somebody answers; null in their own right. */
const findAbsent = async (request: Request, { agencyId }: Assignment, stores: RecordingStores) => {
  if ((request.standsIn ?? []).length === 0) return null
  return rightTo(await findActing(request, stores), 'answer', agencyId)?.insteadOf ?? null
}

/** Files as the record has them; nothing where there are none. */
const filesOf = (files: NonNullable<Said['files']>) =>
  files.length === 0 ? {} : { files: files.map(({ name, version, size, sha256 }) => ({ name, version, size, sha256 })) }

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
    /** How many were told that it waits for them; null when nothing does. */
    readonly approvers: number | null
  },
): Reply => {
  const { m } = request
  const { said, decision, updateId, askEvidence } = recorded
  const { state, percent, obstacle } = decision.change
  const text = m.answers.recorded({
    ...{ which: whichOf(request, assignment), kind: decision.kind, state, percent, askEvidence },
    obstacle: obstacle === null ? null : shorten(obstacle, wordsShown),
    unblocked: assignment.obstacle !== null && obstacle === null && state !== 'done',
    withdrawn: assignment.state === 'submitted' && state === 'in_progress',
    note: decision.kind === 'obstacle' ? '' : shorten(said.note, wordsShown),
    evidence: [...said.links.slice(0, linksShown), ...(said.files ?? []).map((file) => m.evidence.file(file))],
  })
  const undo = { label: m.answers.undo, action: `undo:${updateId}` }
  return withWhatFollows(request, assignment, recorded, { text, assignmentId: assignment.id, buttons: [[undo]] })
}

/** Who looks at it now; and where only the evidence was missing, the rest in one tap. */
const withWhatFollows = (
  { m }: Request,
  assignment: Assignment,
  { decision, approvers }: { readonly decision: Decision; readonly approvers: number | null },
  reply: Reply & { readonly buttons: readonly (readonly Button[])[] },
): Reply => {
  if (approvers !== null) return { ...reply, text: lines([reply.text, m.approval.told(approvers)]) }
  if (decision.kind !== 'evidence' || !needsEvidence(assignment, { state: 'done' })) return reply
  const done = { label: m.tasks.buttons.done, action: `done:${assignment.id}` }
  const [first = [], ...others] = reply.buttons
  return { ...reply, text: lines([reply.text, m.approval.evidenceThere()]), buttons: [[done, ...first], ...others] }
}
