import type { Assignment } from '../domain/assignment.ts'
import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import { occasionOf } from '../domain/occasion.ts'
import { ownAgencies } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { groupClaimed, type PlannedReminder, type SaidMilestone } from '../domain/reminder-schedule.ts'
import { shorten } from '../domain/shorten.ts'
import { inRows } from '../domain/task-buttons.ts'
import { chooseAssignment } from '../domain/task-choice.ts'
import { localDate, localTime } from '../domain/time.ts'
import { causeOf } from '../domain/why-reminded.ts'
import type { Messages } from '../locales/index.ts'
import { findPlanned } from './planned-reminders.ts'
import { findTask, getAssignment } from './reach.ts'
import type { Handler, Reply, Request } from './request.ts'

type Needs = 'agencies' | 'assignments' | 'calendar' | 'reminders' | 'snoozes'
type Words = Parameters<Messages['schedule']['shown']>[0]

const titleLength = 120
const labelLength = 28
const plannedShown = 5
const saidShown = 5
const peopleShown = 6
const agenciesShown = 6

/** /lichnhac 12: when this task will remind whom, and what was said already. */
export const showSchedule: Handler<Needs> = async (request, typed, stores) => {
  const { m, person } = request
  if (typed === '') throw new AppError('number-missing', { example: m.schedule.example })
  const number = Number(/^(?:nv|#)?\s*0*(\d{1,9})$/iu.exec(typed)?.[1] ?? '0')
  const seen = await findTask(request, { number, action: 'see-agency' }, stores)
  const choice = chooseAssignment(seen, ownAgencies(person.memberships))
  switch (choice.kind) {
    case 'none':
      throw new AppError('task-unknown', { typed })
    case 'one':
      return [await tell(request, choice.assignment, stores)]
    case 'several':
      return [askAgency(request, number, choice.current, 0)]
  }
}

/** sch:<assignment> */
export const openSchedule: Handler<Needs> = async (request, id, stores) => [
  await tell(request, await getAssignment(request, { id, action: 'see-agency' }, stores), stores),
]

/** sch-of:<number>:<offset>: the next agencies of a task. */
export const turnScheduleAgencies: Handler<Needs> = async (request, input, stores) => {
  const [number, offset] = input.split(':').map(Number)
  const seen = await findTask(request, { number: number ?? 0, action: 'see-agency' }, stores)
  const choice = chooseAssignment(seen, ownAgencies(request.person.memberships))
  if (choice.kind !== 'several' || !Number.isInteger(offset) || choice.current[offset ?? -1] === undefined) {
    throw new AppError('button-stale', {})
  }
  return [{ ...askAgency(request, number ?? 0, choice.current, offset ?? 0), replaces: true }]
}

const askAgency = ({ m }: Request, number: number, current: readonly Assignment[], offset: number): Reply => {
  const page = (label: string, to: number): Button => ({ label, action: `sch-of:${number}:${to}` })
  const items = current.slice(offset, offset + agenciesShown)
  const opening = items.map(({ id, agencyName }) => ({ label: shorten(agencyName, labelLength), action: `sch:${id}` }))
  const turning = [
    ...(offset > 0 ? [page(m.common.back, Math.max(0, offset - agenciesShown))] : []),
    ...(offset + agenciesShown < current.length ? [page(m.common.more, offset + agenciesShown)] : []),
  ]
  return { text: m.schedule.which(number), buttons: [...inRows(opening, 2), ...(turning.length > 0 ? [turning] : [])] }
}

const tell = async (request: Request, assignment: Assignment, stores: Pick<Stores, Needs>): Promise<Reply> => {
  const { id, number, agencyName, dueOn, dueVersion, task } = assignment
  const { zone } = request.workspace
  const found = await findPlanned(request, assignment, stores)
  const { claimed, rule, snoozed } = found
  const said = groupClaimed(claimed, dueVersion, zone)
  const text = request.m.schedule.shown({
    ...{ number, title: shorten(task.title, titleLength), agency: agencyName, dueOn },
    next: await nextInWords(assignment, found, zone, stores),
    said: said.slice(0, saidShown).map(saidInWords),
    rule,
    snoozed: snoozed.slice(0, peopleShown),
    moreSaid: Math.max(0, said.length - saidShown),
  })
  return { text, assignmentId: id, buttons: [[{ label: request.m.history.openTask, action: `open:${id}` }]] }
}

const saidInWords = ({ people, kind, milestone, ...said }: SaidMilestone): Words['said'][number] => ({
  ...{ ...said, cause: causeOf({ kind, milestone }) },
  people: people.slice(0, peopleShown),
  morePeople: Math.max(0, people.length - peopleShown),
})

const nextInWords = async (
  assignment: Assignment,
  { next, planned, steps, silence }: Awaited<ReturnType<typeof findPlanned>>,
  zone: string,
  { reminders }: Pick<Stores, 'reminders'>,
): Promise<Words['next']> => {
  if (next.kind === 'never') return next
  const [first] = planned
  const late = planned.find(({ heads }) => heads)
  const told = await reminders.listTold(
    assignment,
    [first, late].filter((one) => one !== undefined),
  )
  const toldOf = (one: PlannedReminder | undefined) => told.filter(({ milestone }) => milestone === one?.milestone)
  const names = new Set(toldOf(first).map(({ name }) => name))
  const items = planned.slice(0, plannedShown).map((one) => inWords(one, zone))
  const last = planned.length > plannedShown ? planned.at(-1) : undefined
  return {
    ...{ kind: 'planned', items, more: planned.length - items.length },
    last: last === undefined ? null : inWords(last, zone),
    told: toldOf(first),
    steps: steps.map(({ level, at }) => ({ level, ...momentOf(at, zone) })),
    silence: silence === null ? null : momentOf(silence, zone),
    alsoLate: toldOf(late).filter(({ name }) => !names.has(name)),
  }
}

const inWords = ({ at, milestone, movedFrom }: PlannedReminder, zone: string) => ({
  ...{ ...momentOf(at, zone), occasion: occasionOf(milestone), movedFrom },
})

const momentOf = (at: Date, zone: string) => ({ day: localDate(at, zone), time: localTime(at, zone).slice(0, 5) })
