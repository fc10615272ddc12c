import type { Assignment } from '../domain/assignment.ts'
import { type Evidence, mayWithdraw } from '../domain/evidence.ts'
import { AppError } from '../domain/errors.ts'
import { may } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { messagesIn } from '../locales/index.ts'
import { findReach, getAssignment } from './reach.ts'
import { whichOf } from './record.ts'
import type { Handler, Reply, Request } from './request.ts'

export type WithdrawingNeeds = 'agencies' | 'assignments' | 'audit' | 'evidence' | 'outbox' | 'people'

/** With "more" as many choices as one message has. */
const offered = 8
const labelLength = 40
const wordsLength = 200

/** ev-wd:<assignment>:<offset>: what this person may withdraw. */
export const chooseWithdrawal: Handler<WithdrawingNeeds> = async (request, input, stores) => {
  const [id = '', offset = ''] = input.split(':')
  const { m } = request
  const assignment = await getAssignment(request, { id, action: 'see-agency' }, stores)
  const from = Number(offset)
  const all = (await listWithdrawable(request, assignment, stores)).filter(({ mine }) => mine)
  const items = all.slice(from, from + offered)
  if (items.length === 0) throw new AppError('button-stale', {})
  const choices = items.map(({ item, position }) => [
    { label: shorten(m.evidence.item({ position, words: item.words }), labelLength), action: `ev-ask:${item.id}` },
  ])
  const more = { label: m.common.more, action: `ev-wd:${id}:${from + offered}` }
  return [
    {
      text: m.evidence.chooseToWithdraw(whichOf(request, assignment)),
      buttons: from + offered < all.length ? [...choices, [more]] : choices,
      assignmentId: id,
    },
  ]
}

/** What there is, numbered as the list numbers it, and whether this person may withdraw it. */
const listWithdrawable = async (request: Request, assignment: Assignment, stores: Pick<Stores, WithdrawingNeeds>) => {
  const isMine = await withdrawing(request, assignment, stores)
  const there = (await stores.evidence.list(assignment.id)).filter(({ withdrawnAt }) => withdrawnAt === null)
  return there.map((item, index) => ({ item, position: index + 1, mine: isMine(item) }))
}

const withdrawing = async (
  request: Request,
  { agencyId }: Assignment,
  stores: Pick<Stores, 'agencies'>,
): Promise<(item: Evidence) => boolean> => {
  const { person, now } = request
  const reach = await findReach(request, stores)
  const approves = may(person.memberships, 'approve', { agencyId, reach })
  return (item) => mayWithdraw(item, { personId: person.id, approves, now })
}

/** ev-ask:<evidence>: what is withdrawn does not come back, so it is asked once more. */
export const askWithdrawal: Handler<WithdrawingNeeds> = async (request, id, stores) => {
  const { m } = request
  const { item, assignment } = await open(request, id, stores)
  if (item.withdrawnAt !== null) return [sayBefore(request, item)]
  await requireMine(request, { item, assignment }, stores)
  const text = m.evidence.askWithdraw(whichOf(request, assignment), wordsOf(item))
  return [{ text, buttons: [[{ label: m.evidence.withdrawOne, action: `ev-out:${id}` }]], assignmentId: assignment.id }]
}

/** ev-out:<evidence> */
export const pressWithdraw: Handler<WithdrawingNeeds> = async (request, id, stores) =>
  withdraw(request, await open(request, id, stores), stores)

/** "/minhchung 12 rút 3" */
export const withdrawNumber = async (
  request: Request,
  assignment: Assignment,
  position: number,
  stores: Pick<Stores, WithdrawingNeeds>,
): Promise<readonly Reply[]> => {
  const there = await listWithdrawable(request, assignment, stores)
  const item = there[position - 1]?.item
  if (item === undefined) {
    return [{ text: request.m.evidence.noSuchItem({ typed: String(position), total: there.length }) }]
  }
  return withdraw(request, { item, assignment }, stores)
}

interface Opened {
  readonly item: Evidence
  readonly assignment: Assignment
}

const open = async (request: Request, id: string, stores: Pick<Stores, WithdrawingNeeds>): Promise<Opened> => {
  const item = await stores.evidence.find(id)
  if (item === null) throw new AppError('button-stale', {})
  const assignment = await getAssignment(request, { id: item.assignmentId, action: 'see-agency' }, stores)
  return { item, assignment }
}

const requireMine = async (
  request: Request,
  { item, assignment }: Opened,
  stores: Pick<Stores, 'agencies'>,
): Promise<void> => {
  if (!(await withdrawing(request, assignment, stores))(item)) throw new AppError('not-allowed', {})
}

const withdraw = async (
  request: Request,
  { item, assignment }: Opened,
  stores: Pick<Stores, WithdrawingNeeds>,
): Promise<readonly Reply[]> => {
  const { m, now, person, chat } = request
  if (item.withdrawnAt !== null) return [sayBefore(request, item)]
  await requireMine(request, { item, assignment }, stores)
  if (!(await stores.evidence.withdraw(item.id, now))) return [sayBefore(request, item)]
  await stores.audit.append(
    {
      ...{ action: 'evidence.withdraw', subject: 'assignment', subjectId: assignment.id },
      ...{ personId: person.id, channel: chat.channel },
      before: { evidence: item.id, words: item.words, giver: item.giver.personId, withdrawnAt: null },
      after: { evidence: item.id, withdrawnAt: now.toISOString() },
    },
    now,
  )
  await tellGiver(request, { item, assignment }, stores)
  const text = m.evidence.withdrawn(whichOf(request, assignment), wordsOf(item))
  return [{ text, assignmentId: assignment.id, replaces: true }]
}

const tellGiver = async (
  { person }: Request,
  { item, assignment }: Opened,
  { outbox, people }: Pick<Stores, 'outbox' | 'people'>,
): Promise<void> => {
  if (item.giver.personId === person.id) return
  const recipients = await people.listRecipients({ personIds: [item.giver.personId] })
  const giver = await people.get(item.giver.personId)
  await outbox.add(
    recipients.map(({ chatId, personId, locale }) => ({
      ...{ chatId, personId, key: `evidence-withdrawn:${item.id}`, kind: 'assignment' as const },
      text: messagesIn(locale).evidence.toldWithdrawn(whichOf({ person: giver }, assignment), {
        ...{ words: wordsOf(item), by: person.name },
      }),
      assignmentId: assignment.id,
    })),
  )
}

const wordsOf = ({ words }: Evidence): string => shorten(words, wordsLength)

const sayBefore = ({ m }: Request, item: Evidence): Reply => ({ text: m.evidence.withdrawnBefore(wordsOf(item)) })
