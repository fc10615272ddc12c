import type { Assignment } from '../domain/assignment.ts'
import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import { ownAgencies } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { hear } from '../domain/reply/hear.ts'
import { takeTasks, type TaskReference } from '../domain/reply/task-reference.ts'
import { planSnooze, type SnoozePlan, type SnoozeWanted } from '../domain/snooze.ts'
import { readSnooze, readSnoozeDay } from '../domain/snooze-words.ts'
import { agenciesToldOf } from '../domain/stand-in.ts'
import { localDate } from '../domain/time.ts'
import { findOneTarget } from './one-target.ts'
import { findPlanned } from './planned-reminders.ts'
import { getAssignment } from './reach.ts'
import type { Handler, Reply, Request } from './request.ts'

type Needs = 'agencies' | 'assignments' | 'audit' | 'calendar' | 'reminders' | 'snoozes'
type SnoozeStores = Pick<Stores, Needs>

/** What one tap means. */
const nextDay: SnoozeWanted = { days: 1 }
const daysOffered = [1, 2, 3]

/** /nhaclai 12 [2, mai, 25/12] */
export const snooze: Handler<Needs> = async (request, typed, stores) => {
  const text = /^\d/u.test(typed) ? `nv${typed}` : typed
  const { tasks, rest } = takeTasks(hear(text))
  const [task] = tasks
  if (task === undefined) throw new AppError('text-missing', { example: request.m.snooze.example })
  const words = rest.text.trim()
  const wanted = readSnoozeDay(words, request.today)
  if (words !== '' && wanted === null) throw new AppError('text-missing', { example: request.m.snooze.example })
  return snoozeOne(request, { task, wanted }, stores)
}

/** "Nhắc lại sau 2 ngày", "để mai nhắc"; null when that is not what was said. */
export const hearSnooze = async (
  request: Request,
  text: string,
  stores: SnoozeStores,
): Promise<readonly Reply[] | null> => {
  const words = readSnooze(text, request.today)
  if (words === null) return null
  const several = words.task === null ? await listReminded(request, stores) : []
  return several.length > 1
    ? snoozeAll(request, several, words.wanted ?? nextDay, stores)
    : snoozeOne(request, words, stores)
}

/** snz:<assignment>[:<days>], or snz: under a reminder of several. */
export const pressSnooze: Handler<Needs> = async (request, input, stores) => {
  if (input === '') return snoozeAll(request, await listReminded(request, stores), nextDay, stores)
  const [id = '', days = '1'] = input.split(':')
  if (!/^[1-9]$/u.test(days)) throw new AppError('button-stale', {})
  const assignment = await getAssignment(request, { id, action: 'answer' }, stores)
  return [await putOff(request, assignment, { days: Number(days) }, stores)]
}

/** snz-no:<assignment> */
export const pressUnsnooze: Handler<Needs> = async (request, id, stores) => {
  const { m, person, chat, now } = request
  const assignment = await getAssignment(request, { id, action: 'answer' }, stores)
  const mine = await stores.snoozes.list(assignment.id)
  const waiting = mine.find(({ personId, isWaiting }) => personId === person.id && isWaiting)
  const key = { assignmentId: assignment.id, personId: person.id }
  if (waiting === undefined || !(await stores.snoozes.remove({ ...key, ...turnOf(waiting) }))) {
    throw new AppError('button-stale', {})
  }
  await stores.audit.append(
    {
      ...{ action: 'reminder.unsnoozed', subject: 'assignment', subjectId: assignment.id },
      ...{ personId: person.id, channel: chat.channel, before: { remindOn: waiting.day }, after: { remindOn: null } },
    },
    now,
  )
  return [{ text: m.snooze.takenBack(assignment.number), assignmentId: assignment.id }]
}

const turnOf = ({ dueVersion, turn }: { readonly dueVersion: number; readonly turn: number }) => ({ dueVersion, turn })

/**
 * What the reminder of several that is replied to or whose button was pressed was about; where people cannot reply to a
 * message, today's last one.
 */
const listReminded = async (request: Request, { reminders }: SnoozeStores): Promise<readonly Assignment[]> => {
  const { about, person, standsIn, today, workspace } = request
  if (about !== null && !isOfSeveral(about)) return []
  const agencyIds = agenciesToldOf(ownAgencies(person.memberships), standsIn ?? [])
  const said = await reminders.listSaid(person.id, { messageKey: about?.key ?? null, agencyIds })
  const meant = said.filter(({ saidAt }) => about !== null || localDate(saidAt, workspace.zone) === today)
  return [...new Map(meant.map(({ assignment }) => [assignment.id, assignment])).values()]
}

const isOfSeveral = ({ key, assignmentId }: NonNullable<Request['about']>): boolean =>
  assignmentId === null && key?.startsWith('reminder:') === true

const snoozeOne = async (
  request: Request,
  { task, wanted }: { readonly task: TaskReference | null; readonly wanted: SnoozeWanted | null },
  stores: SnoozeStores,
): Promise<readonly Reply[]> => {
  const target = await findOneTarget(request, task, stores)
  if ('replies' in target) return target.replies
  const { assignment } = target
  if (wanted !== null) return [await putOff(request, assignment, wanted, stores)]
  const { id, number } = assignment
  const buttons = daysOffered.map((days) => ({ label: request.m.snooze.inDays(days), action: `snz:${id}:${days}` }))
  return [{ text: request.m.snooze.when(number), buttons: [buttons], assignmentId: id }]
}

const putOff = async (
  request: Request,
  assignment: Assignment,
  wanted: SnoozeWanted,
  stores: SnoozeStores,
): Promise<Reply> => {
  const { m } = request
  const { id, number, dueOn } = assignment
  const plan = await save(request, assignment, wanted, stores)
  if (plan.kind !== 'planned') {
    return { text: m.snooze.refused({ number, why: plan, isDated: dueOn !== null }), assignmentId: id }
  }
  const { planned } = await findPlanned(request, assignment, stores)
  const before = planned[0] === undefined ? null : localDate(planned[0].at, request.workspace.zone)
  return {
    text: m.snooze.planned({
      number,
      day: plan.day,
      left: plan.left,
      milestone: before !== null && before <= plan.day ? before : null,
    }),
    buttons: await otherDays(request, assignment, plan.day, stores),
    assignmentId: id,
  }
}

const otherDays = async (
  request: Request,
  assignment: Assignment,
  chosen: string,
  { calendar, snoozes }: Pick<Stores, 'calendar' | 'snoozes'>,
): Promise<readonly (readonly Button[])[]> => {
  const { m, person, today } = request
  const mine = (await snoozes.list(assignment.id)).filter(({ personId }) => personId === person.id)
  const moment = { today, calendar: await calendar.read() }
  const others = daysOffered.flatMap((days) => {
    const plan = planSnooze(assignment, mine, { days }, moment)
    if (plan.kind !== 'planned' || plan.day === chosen) return []
    return [{ label: m.snooze.inDays(days), action: `snz:${assignment.id}:${days}` }]
  })
  return [[...others, { label: m.snooze.takeBack, action: `snz-no:${assignment.id}` }]]
}

/** Decides, keeps and records; what is refused changes nothing. */
const save = async (
  { now, today, person, chat }: Request,
  assignment: Assignment,
  wanted: SnoozeWanted,
  { audit, calendar, snoozes }: SnoozeStores,
): Promise<SnoozePlan> => {
  const mine = (await snoozes.list(assignment.id)).filter(({ personId }) => personId === person.id)
  const plan = planSnooze(assignment, mine, wanted, { today, calendar: await calendar.read() })
  if (plan.kind !== 'planned' || plan.day === plan.instead) return plan
  const { day, turn, at: remindAt } = plan
  const { id: assignmentId, dueVersion } = assignment
  await snoozes.save({ assignmentId, personId: person.id, dueVersion, turn, day, remindAt }, now)
  await audit.append(
    {
      ...{ action: 'reminder.snoozed', subject: 'assignment', subjectId: assignmentId },
      ...{ personId: person.id, channel: chat.channel },
      ...{ before: { remindOn: plan.instead }, after: { remindOn: day, turn } },
    },
    now,
  )
  return plan
}

/** Each by itself: one that cannot be put off keeps no other from it, and is named. */
const snoozeAll = async (
  request: Request,
  assignments: readonly Assignment[],
  wanted: SnoozeWanted,
  stores: SnoozeStores,
): Promise<readonly Reply[]> => {
  const [first] = assignments
  if (first === undefined) throw new AppError('button-stale', {})
  const planned: { readonly number: number; readonly day: string }[] = []
  const refused: { readonly number: number; readonly why: Exclude<SnoozePlan, { kind: 'planned' }> }[] = []
  for (const assignment of assignments) {
    const plan = await save(request, assignment, wanted, stores)
    const { number } = assignment
    if (plan.kind === 'planned') planned.push({ number, day: plan.day })
    else refused.push({ number, why: plan })
  }
  const day = planned[0]?.day ?? null
  return [{ text: request.m.snooze.several({ day, numbers: planned.map(({ number }) => number), refused }) }]
}
