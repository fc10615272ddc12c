import { type Assignment, isOpen } from '../domain/assignment.ts'
import { AppError } from '../domain/errors.ts'
import type { Recipient } from '../domain/people.ts'
import { ownAgencies } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { lineOf } from '../domain/task-view.ts'
import { chooseAssignment } from '../domain/task-choice.ts'
import { shorten } from '../domain/shorten.ts'
import { inRows } from '../domain/task-buttons.ts'
import { endOf } from './decision-items.ts'
import { tellDoers } from './doer-told.ts'
import { findTask, getAssignment } from './reach.ts'
import type { Handler, Reply, Request } from './request.ts'
import { findAgencyPeople } from './told.ts'

export type DoerNeeds = 'agencies' | 'assignments' | 'audit' | 'doers' | 'outbox' | 'people'
type DoerStores = Pick<Stores, DoerNeeds>

/** /giaoviec 12: who of the agency does it. */
export const nameDoer: Handler<DoerNeeds> = async (request, typed, stores) => {
  const number = /^(?:nv|#)?\s*0*(\d{1,9})$/iu.exec(typed)?.[1]
  if (number === undefined) throw new AppError('number-missing', { example: request.m.doer.example })
  const seen = await findTask(request, { number: Number(number), action: 'name-doer' }, stores)
  const choice = chooseAssignment(seen, ownAgencies(request.person.memberships))
  switch (choice.kind) {
    case 'none':
      throw new AppError('task-unknown', { typed: `NV${number}` })
    case 'one':
      return [await askDoer(request, choice.assignment, 0, stores)]
    case 'several':
      return [chooseAgency(request, choice.current)]
  }
}

const agenciesShown = 8
const labelLength = 28

/** A task of several agencies: of which one the doer is to be named. */
const chooseAgency = ({ m }: Request, current: readonly Assignment[]): Reply => ({
  text: m.answers.whichAgency(),
  buttons: inRows(
    current.slice(0, agenciesShown).map(({ id, agencyName }) => ({
      label: shorten(agencyName, labelLength),
      action: `doer-ask:${id}`,
    })),
    2,
  ),
})

/** doer-ask:<assignment>[:<offset>] */
export const pressNameDoer: Handler<DoerNeeds> = async (request, input, stores) => {
  const [id = '', offset = '0'] = input.split(':')
  if (!/^\d{1,4}$/u.test(offset)) throw new AppError('button-stale', {})
  const assignment = await getAssignment(request, { id, action: 'name-doer' }, stores)
  return [await askDoer(request, assignment, Number(offset), stores)]
}

const peopleShown = 6

const askDoer = async (
  request: Request,
  assignment: Assignment,
  offset: number,
  stores: Pick<Stores, 'people'>,
): Promise<Reply> => {
  const { m, today } = request
  requireOpen(assignment)
  const people = await findAgencyPeople(assignment.agencyId, stores)
  if (people.length === 0) return { text: m.doer.noPeople(assignment.agencyName) }
  const shown = people.slice(offset, offset + peopleShown)
  const more = offset + peopleShown < people.length
  const buttons = [
    ...inRows(
      shown.map(({ personId, name }) => ({
        label: shorten(name, labelLength),
        action: `doer:${assignment.id}:${endOf(personId)}`,
      })),
      2,
    ),
    [
      ...(more ? [{ label: m.common.more, action: `doer-ask:${assignment.id}:${offset + peopleShown}` }] : []),
      { label: m.doer.everybody, action: `doer:${assignment.id}:${nobody}` },
    ],
  ]
  return { text: m.doer.ask(lineOf(assignment, today), assignment.assigneeName), buttons }
}

/** In a button, in place of the end of somebody's id. */
const nobody = '-'

/** doer:<assignment>:<end of a person's id, or "-"> */
export const pressDoer: Handler<DoerNeeds> = async (request, input, stores) => {
  const { m } = request
  const [id = '', end = ''] = input.split(':')
  const assignment = await getAssignment(request, { id, action: 'name-doer' }, stores)
  requireOpen(assignment)
  const people = await findAgencyPeople(assignment.agencyId, stores)
  const doer = end === nobody ? null : people.find(({ personId }) => endOf(personId) === end)
  if (doer === undefined) {
    const again = await askDoer(request, assignment, 0, stores)
    return [{ ...again, text: m.doer.notThere() }]
  }
  if (isDoneBy(assignment, doer)) {
    return [{ text: m.doer.already(assignment.number, assignment.assigneeName), assignmentId: assignment.id }]
  }
  return [await saveDoer(request, assignment, doer, stores)]
}

const isDoneBy = ({ assigneeId }: Assignment, doer: Recipient | null): boolean =>
  assigneeId === (doer === null ? null : doer.personId)

const saveDoer = async (
  request: Request,
  assignment: Assignment,
  doer: Recipient | null,
  stores: DoerStores,
): Promise<Reply> => {
  const { now, m, person, chat } = request
  const { id, number, assigneeId } = assignment
  const named = doer === null ? null : { id: doer.personId, name: doer.name }
  const update = await stores.doers.name({ assignment, personId: person.id, doer: named }, now)
  await stores.audit.append(
    {
      ...{ action: 'assignment.assignee', subject: 'assignment', subjectId: id },
      ...{ personId: person.id, channel: chat.channel },
      before: { assigneeId },
      after: { assigneeId: named?.id ?? null, update },
    },
    now,
  )
  await tellDoers(request, { assignment, doer, update }, stores)
  const isTold = doer !== null && doer.personId !== person.id
  return {
    text: doer === null ? m.doer.cleared(number) : m.doer.named(number, doer.name, isTold),
    assignmentId: id,
    replaces: true,
  }
}

const requireOpen = ({ state, number }: Assignment): void => {
  if (!isOpen(state)) throw new AppError('task-closed', { number })
}
