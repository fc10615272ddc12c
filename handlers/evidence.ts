import type { Assignment } from '../domain/assignment.ts'
import { type Evidence, mayWithdraw } from '../domain/evidence.ts'
import { AppError } from '../domain/errors.ts'
import { may, ownAgencies } from '../domain/permissions.ts'
import type { Button } from '../domain/message.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { chooseAssignment } from '../domain/task-choice.ts'
import { localDate } from '../domain/time.ts'
import type { EvidenceLine } from '../locales/vi/evidence.ts'
import { momentIn } from './evidence-attach.ts'
import { taskChoices } from './evidence-target.ts'
import { withdrawNumber, type WithdrawingNeeds } from './evidence-withdraw.ts'
import { findReach, findTask, getAssignment } from './reach.ts'
import type { Handler, Reply, Request } from './request.ts'

type Needs = 'agencies' | 'assignments' | 'evidence'

const shownAtOnce = 8
const titleLength = 90
const wordsLength = 200
const withdrawnShown = 5

/** /minhchung 12, /minhchung 12 rút 3, or without a number as a reply to a task's message. */
export const showEvidence: Handler<Needs | WithdrawingNeeds> = async (request, typed, stores) => {
  const [, number, withdrawn] =
    /^(?:(?:nv|#)?\s*0*(\d{1,9}))?\s*(?:(?:rút|rut|withdraw)\s+(\d{1,3}))?$/iu.exec(typed) ?? []
  const assignments = await findMeant(request, { typed, number }, stores)
  const choice = chooseAssignment(assignments, ownAgencies(request.person.memberships))
  if (choice.kind === 'none') throw new AppError('task-unknown', { typed })
  if (choice.kind === 'several') {
    const among = choice.current.slice(0, shownAtOnce)
    return [{ text: request.m.answers.whichAgency(), buttons: taskChoices(request, among, ({ id }) => `ev:${id}:0`) }]
  }
  if (withdrawn !== undefined) return withdrawNumber(request, choice.assignment, Number(withdrawn), stores)
  return [await listOf(request, choice.assignment, 0, stores)]
}

const findMeant = async (
  request: Request,
  { typed, number }: { readonly typed: string; readonly number: string | undefined },
  stores: Pick<Stores, Needs>,
): Promise<readonly Assignment[]> => {
  if (number !== undefined) return findTask(request, { number: Number(number), action: 'see-agency' }, stores)
  const id = request.about?.assignmentId
  if (id != null) return [await getAssignment(request, { id, action: 'see-agency' }, stores)]
  if (typed === '') throw new AppError('number-missing', { example: request.m.evidence.example })
  throw new AppError('task-unknown', { typed })
}

/** ev:<assignment>:<offset> */
export const turnEvidence: Handler<Needs> = async (request, input, stores) => {
  const [id = '', offset = '0'] = input.split(':')
  if (!/^\d{1,4}$/u.test(offset)) throw new AppError('button-stale', {})
  const assignment = await getAssignment(request, { id, action: 'see-agency' }, stores)
  const reply = await listOf(request, assignment, Number(offset), stores)
  return [input.includes(':') ? { ...reply, replaces: true } : reply]
}

const listOf = async (
  request: Request,
  assignment: Assignment,
  offset: number,
  stores: Pick<Stores, Needs>,
): Promise<Reply> => {
  const { m, person, now } = request
  const all = await stores.evidence.list(assignment.id)
  const there = all.filter(({ withdrawnAt }) => withdrawnAt === null)
  if (offset > 0 && offset >= there.length) throw new AppError('button-stale', {})
  const text = m.evidence.list({
    ...{ number: assignment.number, agency: assignment.agencyName, total: there.length },
    title: shorten(assignment.task.title, titleLength),
    items: there.slice(offset, offset + shownAtOnce).map((item, index) => lineOf(request, item, offset + index + 1)),
    withdrawn: offset > 0 ? [] : withdrawnOf(request, all),
  })
  const reach = await findReach(request, stores)
  const approves = may(person.memberships, 'approve', { agencyId: assignment.agencyId, reach })
  const canWithdraw = there.some((item) => mayWithdraw(item, { personId: person.id, approves, now }))
  const withdraw = { label: m.evidence.withdraw, action: `ev-wd:${assignment.id}:0` }
  const rows = [...pagesOf(request, assignment, offset, there.length), ...(canWithdraw ? [[withdraw]] : [])]
  return { text, buttons: rows, assignmentId: assignment.id }
}

const lineOf = (request: Request, { id, words, file, giver, at }: Evidence, position: number): EvidenceLine => ({
  ...{ position, words: shorten(words, wordsLength), file, giver: giver.name, at: momentIn(at, request) },
  url: file === null ? null : `${request.links.web}/tai-lieu/${id}`,
})

const withdrawnOf = ({ workspace: { zone } }: Request, all: readonly Evidence[]) =>
  all
    .flatMap(({ words, withdrawnAt }) =>
      withdrawnAt === null ? [] : [{ words: shorten(words, titleLength), day: localDate(withdrawnAt, zone) }],
    )
    .slice(0, withdrawnShown)

const pagesOf = ({ m }: Request, { id }: Assignment, offset: number, total: number): readonly (readonly Button[])[] => {
  const at = (label: string, to: number): Button => ({ label, action: `ev:${id}:${to}` })
  const row = [
    ...(offset > 0 ? [at(m.common.back, Math.max(0, offset - shownAtOnce))] : []),
    ...(offset + shownAtOnce < total ? [at(m.common.more, offset + shownAtOnce)] : []),
  ]
  return row.length === 0 ? [] : [row]
}
