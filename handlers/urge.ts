import type { Assignment } from '../domain/assignment.ts'
import { isOfficeHours, nextOpening } from '../domain/calendar/office-hours.ts'
import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import { may, ownAgencies } from '../domain/permissions.ts'
import type { UrgingLook } from '../domain/ports/urgings.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { type Acting, rightTo } from '../domain/stand-in.ts'
import { shorten } from '../domain/shorten.ts'
import { inRows } from '../domain/task-buttons.ts'
import { chooseAssignment } from '../domain/task-choice.ts'
import { localDate, localTime } from '../domain/time.ts'
import { canBeUrged, urgingRestMs } from '../domain/urging.ts'
import { findTask, getAssignment } from './reach.ts'
import type { Handler, Reply, Request } from './request.ts'

export type UrgeNeeds = 'agencies' | 'assignments' | 'audit' | 'calendar' | 'search' | 'urgings'

const agenciesShown = 6
const labelLength = 28

/** What presses for a task from its card; none for whoever does it or may not press. */
export const urgeButtons = (
  { m, person }: Request,
  assignment: Assignment,
  acting: readonly Acting[],
): readonly Button[] => {
  const { id, agencyId, assigneeId } = assignment
  const isTheirs =
    assigneeId === person.id || (assigneeId === null && ownAgencies(person.memberships).includes(agencyId))
  if (isTheirs || !canBeUrged(assignment) || rightTo(acting, 'urge', agencyId) === null) return []
  return [{ label: m.urging.button, action: `urg:${id}` }]
}

/** urg:<assignment> */
export const pressUrge: Handler<UrgeNeeds> = async (request, id, stores) => [
  await urge(request, await getAssignment(request, { id, action: 'urge' }, stores), stores),
]

/** /dondoc 12: at once where one agency has it, else which one or all. */
export const urgeNumber = async (
  request: Request,
  number: number,
  stores: Pick<Stores, UrgeNeeds>,
): Promise<readonly Reply[]> => {
  const { m, person } = request
  const seen = await findTask(request, { number, action: 'urge' }, stores)
  const choice = chooseAssignment(seen, ownAgencies(person.memberships))
  switch (choice.kind) {
    case 'none':
      throw new AppError('task-unknown', { typed: `NV${number}` })
    case 'one':
      return [await urge(request, choice.assignment, stores)]
    case 'several': {
      const open = choice.current.filter(canBeUrged)
      if (open.length === 0) return [{ text: m.urging.closed(number) }]
      const one = ({ id, agencyName }: Assignment) => ({ label: shorten(agencyName, labelLength), action: `urg:${id}` })
      const all = { label: m.urging.everybody(open.length), action: `urg-ask:nv${number}:o` }
      return [{ text: m.urging.which(number), buttons: [...inRows(open.slice(0, agenciesShown).map(one), 2), [all]] }]
    }
  }
}

const urge = async (request: Request, assignment: Assignment, stores: Pick<Stores, UrgeNeeds>): Promise<Reply> => {
  const { m, now, person } = request
  const { id, number, agencyName: agency } = assignment
  if (!canBeUrged(assignment)) return { text: m.urging.closed(number), assignmentId: id }
  const [look] = await stores.urgings.press([id], person.id, now)
  if (look === undefined) throw new AppError('button-stale', {})
  if (look.last !== null) return tellResting(request, assignment, look.last)
  if (look.people.length === 0) return tellNobody(request, assignment)
  await stores.audit.append(
    {
      ...{ action: 'assignment.urge', subject: 'assignment', subjectId: id },
      ...{ personId: person.id, channel: request.chat.channel, after: { people: look.people.length } },
    },
    now,
  )
  const opens = await findOpening(request, stores)
  return { text: m.urging.pressed({ number, agency, people: look.people.length, opens }), assignmentId: id }
}

const tellResting = (
  request: Request,
  { id, number, agencyName: agency }: Assignment,
  { name, at }: NonNullable<UrgingLook['last']>,
): Reply => {
  const again = momentOf(request, new Date(at.getTime() + urgingRestMs))
  return {
    text: request.m.urging.resting({ number, agency, name, at: momentOf(request, at), again }),
    assignmentId: id,
  }
}

const tellNobody = ({ m, person }: Request, { id, number, agencyId, agencyName: agency }: Assignment): Reply => ({
  text: m.urging.nobody({ number, agency }),
  assignmentId: id,
  ...(may(person.memberships, 'invite') && {
    buttons: [[{ label: shorten(m.account.inviteInto(agency), 40), action: `inv-to:${agencyId}` }]],
  }),
})

/** When people hear of it; null for at once. */
export const findOpening = async (request: Request, { calendar }: Pick<Stores, 'calendar'>) => {
  const office = await calendar.read()
  return isOfficeHours(request.now, office) ? null : momentOf(request, nextOpening(request.now, office))
}

const momentOf = ({ workspace }: Request, at: Date) => ({
  day: localDate(at, workspace.zone),
  time: localTime(at, workspace.zone).slice(0, 5),
})
