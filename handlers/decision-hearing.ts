import { hearVerdict, type Verdict } from '../domain/approval-words.ts'
import type { Assignment } from '../domain/assignment.ts'
import { AppError } from '../domain/errors.ts'
import { pendingOf, whyNotExtensible } from '../domain/extension.ts'
import { readDueDay } from '../domain/due-day-words.ts'
import type { Action } from '../domain/permissions.ts'
import { rightTo } from '../domain/stand-in.ts'
import { approve, askRejection, reject } from './approval.ts'
import type { DecisionStores } from './decide.ts'
import { extensionButtons, verdictButtons } from './decision-items.ts'
import { askRefusal, grant, type OpenedRequest, refuse } from './extension-decision.ts'
import { findActing, findTask } from './reach.ts'
import { openReturn } from './reassign-open.ts'
import { reassignNamed } from './reassign-to.ts'
import { whichOf } from './record.ts'
import { askReopening, reopen } from './reopen.ts'
import type { Reply, Request } from './request.ts'
import { showWaitingReturn } from './return.ts'
import { listAgencies } from './task.ts'

/**
 * Words that decide on what waits: a reply to a task's message, or with its number; `onlyNamed` while the bot waits for
 * other words. Null when they are nothing of the kind, or nothing about that task waits for this person: then they are
 * an answer like any other.
 */
export const hearDecision = async (
  request: Request,
  { text, onlyNamed }: { readonly text: string; readonly onlyNamed: boolean },
  stores: DecisionStores,
): Promise<readonly Reply[] | null> => {
  const verdict = hearVerdict(text)
  if (verdict === null || (onlyNamed && verdict.tasks.length === 0)) return null
  const waiting: { readonly assignment: Assignment; readonly take: Take }[] = []
  const meant = await findMeant(request, verdict, stores)
  for (const assignment of meant) {
    const take = await whatWaits(request, assignment, verdict, stores)
    if (take !== null) waiting.push({ assignment, take })
  }
  const [only, another] = waiting
  if (only === undefined) return nothingToDecide(meant, verdict)
  if (another === undefined) return only.take()
  const current = waiting.map(({ assignment }) => assignment)
  return [{ text: request.m.answers.whichAgency() }, listAgencies(request, current, 0)]
}

const nothingToDecide = (meant: readonly Assignment[], { kind }: Verdict): null => {
  if (meant.some(({ state }) => state === concerned[kind])) throw new AppError('not-allowed', {})
  return null
}

/** What somebody without the right to it is told so about: such words are no answer either. */
const concerned: Partial<Record<Verdict['kind'], Assignment['state']>> = { approve: 'submitted', reopen: 'done' }

type Take = () => Promise<readonly Reply[]>

/** The assignments that are named: by the message replied to, or by the one number in the words. */
const findMeant = async (
  request: Request,
  { tasks }: Verdict,
  stores: DecisionStores,
): Promise<readonly Assignment[]> => {
  const about = request.about?.assignmentId ?? null
  if (about !== null) {
    const assignment = await stores.assignments.find(about)
    return assignment !== null && tasks.every((task) => task === assignment.number) ? [assignment] : []
  }
  const [number, another] = tasks
  if (typeof number !== 'number' || another !== undefined) return []
  return findTask(request, { number, action: 'see-agency' }, stores)
}

/** What this verdict would do about an assignment, null when there is nothing for this person to decide. */
const whatWaits = async (
  request: Request,
  assignment: Assignment,
  verdict: Verdict,
  stores: DecisionStores,
): Promise<Take | null> => {
  const acting = await findActing(request, stores)
  const mayDo = (action: Action) => rightTo(acting, action, assignment.agencyId) !== null
  if (verdict.kind === 'reopen') {
    return mayDo('reopen') ? () => takeReopening(request, assignment, verdict, stores) : null
  }
  if (assignment.state === 'submitted' && mayDo('approve')) {
    return () => takeSubmission(request, assignment, verdict, stores)
  }
  if (assignment.state === 'returned' && mayDo('reassign')) return returned(request, assignment, verdict, stores)
  if (mayDo('decide-extension')) return requested(request, assignment, verdict, stores)
  return null
}

const takeReopening = (request: Request, assignment: Assignment, { words }: Verdict, stores: DecisionStores) =>
  words === '' || assignment.state !== 'done'
    ? askReopening(request, assignment, stores)
    : reopen(request, assignment, words, stores)

const takeSubmission = async (
  request: Request,
  assignment: Assignment,
  { kind, words }: Verdict,
  stores: DecisionStores,
): Promise<readonly Reply[]> => {
  const { m } = request
  const latest = await stores.decisions.findFinishing(assignment.id)
  const seen = { id: latest?.id ?? '', queue: false }
  if (kind === 'reject') {
    return words === ''
      ? askRejection(request, assignment, seen, stores)
      : reject(request, assignment, { ...seen, reason: words }, stores)
  }
  if (kind === 'approve' && words === '') return approve(request, assignment, seen, stores)
  // "Duyệt nhưng còn thiếu phụ lục" may be either.
  const buttons = [verdictButtons({ m, queue: false }, seen.id)]
  return [{ text: m.approval.askWhich(whichOf(request, assignment)), assignmentId: assignment.id, buttons }]
}

const returned = async (
  request: Request,
  assignment: Assignment,
  { kind, words }: Verdict,
  stores: DecisionStores,
): Promise<Take | null> => {
  const item = await showWaitingReturn(request, assignment, stores)
  const deed = await stores.decisions.findLatestReturn(assignment.id)
  if (item === null || deed === null) return null
  if (kind !== 'assign') return () => Promise.resolve([item])
  return async () => {
    const opened = await openReturn(request, { id: deed.id, queue: false }, stores)
    return 'gone' in opened ? opened.gone : reassignNamed(request, opened, words, stores)
  }
}

const requested = async (
  request: Request,
  assignment: Assignment,
  verdict: Verdict,
  stores: DecisionStores,
): Promise<Take | null> => {
  const asked = pendingOf(await stores.extensions.list(assignment.id))
  if (asked === null || whyNotExtensible(assignment) !== null) return null
  return () => takeRequest(request, { asked, assignment, queue: false }, verdict, stores)
}

const takeRequest = async (
  request: Request,
  opened: OpenedRequest,
  { kind, words }: Verdict,
  stores: DecisionStores,
): Promise<readonly Reply[]> => {
  const { m, today, person } = request
  const { asked, assignment } = opened
  if (kind === 'reject') {
    return words === '' ? askRefusal(request, opened, stores) : refuse(request, opened, words, stores)
  }
  const context = { today, dueOn: assignment.dueOn, locale: person.locale }
  const day = words === '' ? asked.wantedOn : readDueDay(words, context)
  if (kind === 'approve' && day !== null) return grant(request, opened, { day, words: '' }, stores)
  const buttons = [extensionButtons({ m, queue: false }, asked.id)]
  return [{ text: m.extension.askWhich(whichOf(request, assignment)), assignmentId: assignment.id, buttons }]
}
