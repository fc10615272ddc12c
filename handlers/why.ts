import type { Assignment } from '../domain/assignment.ts'
import { AppError } from '../domain/errors.ts'
import { countingOf, writeRule } from '../domain/milestone-rule.ts'
import { ownAgencies } from '../domain/permissions.ts'
import type { SaidReminder } from '../domain/ports/reminders.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { isOfEarlierDate } from '../domain/reminder-schedule.ts'
import { shorten } from '../domain/shorten.ts'
import { isSnoozed } from '../domain/snooze.ts'
import { agenciesToldOf } from '../domain/stand-in.ts'
import { chooseAssignment } from '../domain/task-choice.ts'
import { localDate, localTime } from '../domain/time.ts'
import { askedTask, asksWhyReminded, causeOf, tieOf } from '../domain/why-reminded.ts'
import type { Messages } from '../locales/index.ts'
import { findPlanned } from './planned-reminders.ts'
import { findTask, getAssignment } from './reach.ts'
import type { Handler, Reply, Request } from './request.ts'

type Needs = 'agencies' | 'assignments' | 'calendar' | 'reminders' | 'snoozes'
type Why = Parameters<Messages['why']['one']>[0]

const titleLength = 120

/** "Vì sao tôi được nhắc?", to a reminder or alone; null when that is not what was asked. */
export const hearWhy = async (
  request: Request,
  text: string,
  stores: Pick<Stores, Needs>,
): Promise<readonly Reply[] | null> => (asksWhyReminded(text) ? explain(request, askedTask(text), stores) : null)

/** why:<assignment>, or why: under a reminder of several. */
export const pressWhy: Handler<Needs> = (request, id, stores) =>
  id === '' ? explainMessage(request, stores) : explainOne(request, id, stores)

const explain = async (
  request: Request,
  number: number | null,
  stores: Pick<Stores, Needs>,
): Promise<readonly Reply[]> => {
  if (number !== null) return explainOne(request, await findNamed(request, number, stores), stores)
  const id = request.about?.assignmentId ?? null
  return id === null ? explainMessage(request, stores) : explainOne(request, id, stores)
}

/** Of a task of several agencies one's own, else the first that is seen. */
const findNamed = async (request: Request, number: number, stores: Pick<Stores, Needs>): Promise<string> => {
  const seen = await findTask(request, { number, action: 'see-agency' }, stores)
  const choice = chooseAssignment(seen, ownAgencies(request.person.memberships))
  const found = choice.kind === 'one' ? choice.assignment : choice.kind === 'several' ? choice.current[0] : undefined
  if (found === undefined) throw new AppError('task-unknown', { typed: `NV${number}` })
  return found.id
}

const explainOne = async (request: Request, id: string, stores: Pick<Stores, Needs>): Promise<readonly Reply[]> => {
  const assignment = await getAssignment(request, { id, action: 'see-agency' }, stores)
  const said = await stores.reminders.findSaid(request.person.id, id)
  const text = request.m.why.one(await inWords(request, assignment, said, stores))
  return [{ text, assignmentId: id, buttons: [[{ label: request.m.schedule.button, action: `sch:${id}` }]] }]
}

/** The reminder that is replied to or whose button was pressed; the last one when it is none, or nobody can tell. */
const explainMessage = async (request: Request, stores: Pick<Stores, Needs>): Promise<readonly Reply[]> => {
  const { m, person, about, standsIn } = request
  const agencyIds = agenciesToldOf(ownAgencies(person.memberships), standsIn ?? [])
  const messageKey = reminderKey(about)
  const [only, another, ...more] = await stores.reminders.listSaid(person.id, { messageKey, agencyIds })
  if (only === undefined) return [{ text: m.why.nothing(countingOf(request.workspace.milestones, null).rule) }]
  if (another === undefined) return explainOne(request, only.assignment.id, stores)
  const items: Why[] = []
  for (const said of [only, another, ...more]) items.push(await inWords(request, said.assignment, said, stores))
  return [{ text: m.why.several(items, oneRule(items)) }]
}

const reminderKey = (about: Request['about']): string | null => {
  const key = about?.key
  return key?.startsWith('reminder:') === true ? key : null
}

const inWords = async (
  request: Request,
  assignment: Assignment,
  said: SaidReminder | null,
  stores: Pick<Stores, 'calendar' | 'reminders' | 'snoozes'>,
): Promise<Why> => {
  const { person, workspace } = request
  const { next, rule, snoozed } = await findPlanned(request, assignment, stores)
  const { number, agencyName, dueOn, dueVersion, task } = assignment
  return {
    ...{ number, title: shorten(task.title, titleLength), agency: agencyName, dueOn },
    tie: tieIn(request, assignment, said),
    said:
      said === null
        ? null
        : {
            day: localDate(said.saidAt, workspace.zone),
            cause: causeOf(said),
            moved: isOfEarlierDate(said, dueVersion),
          },
    rule,
    snoozedTo: snoozed.find(({ personId }) => personId === person.id)?.day ?? null,
    next: next.kind === 'never' ? next : momentOf(next.at, workspace.zone),
  }
}

/** Whoever is told of what others have to do is told because they oversee it, or because they wanted to be. */
const tieIn = ({ person, standsIn }: Request, assignment: Assignment, said: SaidReminder | null): Why['tie'] => {
  const tie = tieOf(assignment, person, standsIn ?? [])
  if (tie.kind !== 'none' || said === null) return tie
  if (said.kind === 'escalated' || said.kind === 'unreached') return { kind: 'above' }
  return said.kind === 'due' && isSnoozed(said.milestone) ? { kind: 'wanted' } : tie
}

/** Null where they go by several. */
const oneRule = ([first, ...more]: readonly Why[]): Why['rule'] | null => {
  const isSame = first !== undefined && more.every(({ rule }) => writeRule(rule) === writeRule(first.rule))
  return isSame ? first.rule : null
}

const momentOf = (at: Date, zone: string): Why['next'] => ({
  ...{ kind: 'at', day: localDate(at, zone), time: localTime(at, zone).slice(0, 5) },
})
