import { type Assignment, isAwaited } from './assignment.ts'
import type { OfficeCalendar } from './calendar/office-calendar.ts'
import { nextOpening } from './calendar/office-hours.ts'
import { type Level, levelOfRank } from './escalation.ts'
import type { ReminderKind, WaitingReminder } from './ports/reminders.ts'
import { isToldSilence, silentSinceOf } from './silence.ts'
import { isSnoozed } from './snooze.ts'
import { isAnswered, isSince, isStatusRequest } from './status-requests.ts'
import { daysBetween, type LocalDate, localDate } from './time.ts'

/** What one person is reminded of at once. */
export interface Digest {
  /** The most overdue first, then by days left, at last what has no due date; within a group by number. */
  readonly groups: readonly { readonly daysLeft: number | null; readonly items: readonly Assignment[] }[]
  readonly items: readonly Assignment[]
  /** What is said of some of these besides their day, by assignment. */
  readonly notes: ReadonlyMap<string, Note>
  /** Late work of others that is reported to this person, the most overdue first. */
  readonly escalated: readonly Assignment[]
  /** Work of agencies nobody has joined from: at a milestone, or only silent since a day that its note says. */
  readonly unreached: readonly Assignment[]
  /** The assignments that the person wanted to be reminded of again now. */
  readonly snoozed: ReadonlySet<string>
  /** The day on which it should have been said, when that is more than a day ago. */
  readonly lateSince: LocalDate | null
}

/** Why an assignment is spoken of, where it is not its day alone. */
interface Note {
  /** Who pressed for it. */
  readonly urgedBy?: string
  /** The day since which nobody has said anything. */
  readonly silentSince?: LocalDate
  /** To whom it was reported because it is late: the highest. */
  readonly reportedTo?: Level
}

/** Whom a digest is for. */
export interface Reader {
  /** The agencies they are told about: their own, and those of whom they stand in for. */
  readonly agencyIds: readonly string[]
  /** Whether they oversee the workspace, or stand in for anybody. */
  readonly oversees: boolean
  /** Whether they may look at the work of an agency: who wanted to be reminded of it again is, whosever it is. */
  readonly mayOpen: (agencyId: string) => boolean
}

/** Puts together what still holds of the reminders that wait for a person; each assignment is said once. */
export const planDigest = (
  waiting: readonly WaitingReminder[],
  { agencyIds, oversees, mayOpen }: Reader,
  now: Date,
  calendar: OfficeCalendar,
): Digest => {
  const today = localDate(now, calendar.zone)
  const isOwn = (reminder: WaitingReminder) =>
    agencyIds.includes(reminder.assignment.agencyId) || (isPutOff(reminder) && mayOpen(reminder.assignment.agencyId))
  const holding = waiting.filter(
    (reminder) => (isOwn(reminder) || oversees) && stillHolds(reminder, today, calendar.zone),
  )
  const own = holding.filter((reminder) => !isFromBelow(reminder) && isOwn(reminder))
  const said = new Set(own.map(({ assignment }) => assignment.id))
  const unreached = assignmentsOf(holding, 'unreached', said)
  for (const { id } of unreached) said.add(id)
  const items = [...new Map(own.map(({ assignment }) => [assignment.id, assignment])).values()]
  const byDays = Map.groupBy(items, ({ dueOn }) => (dueOn === null ? null : daysBetween(today, dueOn)))
  const groups = [...byDays]
    .map(([daysLeft, group]) => ({ daysLeft, items: group.toSorted((a, b) => a.number - b.number) }))
    .toSorted((a, b) => (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity))
  return {
    ...{
      groups,
      items: groups.flatMap((group) => group.items),
      notes: notesOf([...own, ...silencesOf(holding, unreached)]),
    },
    ...{ escalated: assignmentsOf(holding, 'escalated', said), unreached },
    snoozed: new Set(own.filter(isPutOff).map(({ assignment }) => assignment.id)),
    lateSince: findLateSince(holding, now, calendar),
  }
}

/** What others have to do, and this person hears of. */
const isFromBelow = ({ kind }: WaitingReminder): boolean => kind === 'escalated' || kind === 'unreached'

const isPutOff = ({ kind, milestone }: WaitingReminder): boolean => kind === 'due' && isSnoozed(milestone)

/** Of one kind and not said elsewhere in the digest, the most overdue first. */
const assignmentsOf = (
  holding: readonly WaitingReminder[],
  kind: WaitingReminder['kind'],
  said: ReadonlySet<string>,
): readonly Assignment[] =>
  [
    ...new Map(
      holding
        .filter((reminder) => reminder.kind === kind && !said.has(reminder.assignment.id))
        .map(({ assignment }) => [assignment.id, assignment]),
    ).values(),
  ].toSorted((a, b) => (a.dueOn ?? undated).localeCompare(b.dueOn ?? undated) || a.number - b.number)

/** What nobody else hears of is spoken of by its milestone, or else by its silence. */
const silencesOf = (
  holding: readonly WaitingReminder[],
  unreached: readonly Assignment[],
): readonly WaitingReminder[] => {
  const told = holding.filter(({ kind }) => kind === 'unreached')
  const reached = new Set(told.filter((one) => !isToldSilence(one.milestone)).map(({ assignment }) => assignment.id))
  const silent = new Set(unreached.map(({ id }) => id).filter((id) => !reached.has(id)))
  return told.filter(({ assignment }) => silent.has(assignment.id))
}

/** After every day. */
const undated = '9999-12-31'

const notesOf = (noted: readonly WaitingReminder[]): ReadonlyMap<string, Note> =>
  new Map(
    [...Map.groupBy(noted, ({ assignment }) => assignment.id)].flatMap(([id, reminders]) => {
      const note = Object.assign({}, ...reminders.toSorted((a, b) => a.milestone - b.milestone).map(noteOf)) as Note
      return Object.keys(note).length === 0 ? [] : [[id, note] as const]
    }),
  )

const noteOf = ({ kind, milestone, urgedBy }: WaitingReminder): Note => {
  switch (kind) {
    case 'urged':
      return { urgedBy: urgedBy ?? '' }
    case 'silent':
    case 'unreached':
      return { silentSince: silentSinceOf(milestone) }
    case 'told':
      return { reportedTo: levelOfRank(milestone) }
    default:
      return {}
  }
}

/** Not done or handed in meanwhile, and what else each kind asks. */
const stillHolds = (reminder: WaitingReminder, today: LocalDate, zone: string): boolean =>
  isAwaited(reminder.assignment.state) && holds[reminder.kind](reminder, today, zone)

type Holds = (reminder: WaitingReminder, today: LocalDate, zone: string) => boolean

const isUnanswered: Holds = ({ heardAt, dueAt }) => !isSince(heardAt, dueAt)
const isSameDate: Holds = ({ dueVersion, assignment }) => dueVersion === assignment.dueVersion

/** Its due date has not moved away from the milestone, and nobody said what is asked. */
const milestoneHolds: Holds = ({ assignment, dueVersion, heardAt, milestone }, today, zone) => {
  const { dueOn } = assignment
  if (isStatusRequest(milestone)) return dueOn === null && !isAnswered(milestone, heardAt, zone)
  if (isSnoozed(milestone)) return dueVersion === assignment.dueVersion
  if (dueOn === null) return false
  return dueVersion === assignment.dueVersion || daysBetween(today, dueOn) <= milestone
}

const holds: Readonly<Record<ReminderKind, Holds>> = {
  due: milestoneHolds,
  unreached: (reminder, today, zone) =>
    isToldSilence(reminder.milestone)
      ? isSameDate(reminder, today, zone) && isUnanswered(reminder, today, zone)
      : milestoneHolds(reminder, today, zone),
  silent: isUnanswered,
  urged: isUnanswered,
  escalated: isSameDate,
  told: isSameDate,
}

const tolerated = 24 * 60 * 60 * 1000

/** Reckoned from when somebody could first be spoken to: what had to wait for the end of Tết is not late then. */
const findLateSince = (
  reminders: readonly WaitingReminder[],
  now: Date,
  calendar: OfficeCalendar,
): LocalDate | null => {
  const [earliest] = reminders.map(({ dueAt }) => dueAt).toSorted((a, b) => a.getTime() - b.getTime())
  if (earliest === undefined) return null
  const sayable = nextOpening(earliest, calendar)
  return now.getTime() - sayable.getTime() > tolerated ? localDate(sayable, calendar.zone) : null
}
