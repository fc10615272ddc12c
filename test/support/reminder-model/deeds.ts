import { expect } from 'vitest'
import type { IncomingBody } from '../../../domain/incoming.ts'
import { dayOf, isoOf, speaksUntil, spoken, toInstant } from './calendar.ts'
import type { Command } from './commands.ts'
import type { ModelAssignment } from './work.ts'
import { liveThrough, type Play, run } from './play.ts'

type Of<Kind extends Command['kind']> = Extract<Command, { readonly kind: Kind }>

const endOf = (id: string): string => id.slice(-12)

/** The one that a number chooses. */
const choose = <T>(from: readonly T[], number: number): T | undefined => from[number % from.length]

const inState = ({ model }: Play, wanted: ModelAssignment['state']): readonly ModelAssignment[] =>
  model.assignments.filter(({ state }) => state === wanted)

/** The id of an assignment of the model in the program's tables. */
const idOf = async ({ database, workspace, agencyIds }: Play, { number, agency }: ModelAssignment): Promise<string> => {
  const agencyId = agencyIds[agency] ?? ''
  const where = { workspaceId: workspace.id, agencyId, occurrence: { task: { number } } }
  return (await database.client.assignment.findFirstOrThrow({ where, select: { id: true } })).id
}

const say = (play: Play, person: number, body: IncomingBody, twice = false): Promise<void> => {
  const who = play.people[person]
  const listener = play.model.staff.people[person]
  if (who === undefined || listener === undefined) throw new Error(`no person ${person}`)
  // Whoever writes can be written to again.
  listener.isReachable = body.kind !== 'blocked'
  return play.office.tell(who, body, twice)
}

const press = (play: Play, person: number, action: string, twice = false): Promise<void> =>
  say(play, person, { kind: 'button', action }, twice)

const type = (play: Play, person: number, text: string): Promise<void> => say(play, person, { kind: 'text', text })

const membersOf = ({ model }: Play, { agency }: ModelAssignment): readonly number[] =>
  model.staff.people.flatMap(({ roles }, index) => (roles.some((one) => one.agency === agency) ? [index] : []))

/** What happened speaks for every milestone until now, but for those of a day on which nobody was told yet. */
const goesOn = (
  { office: { now } }: Play,
  assignment: ModelAssignment,
  change: Partial<ModelAssignment> = {},
): void => {
  Object.assign(assignment, { ...change, changedAt: now })
  assignment.handledUntil = assignment.due === null ? now : speaksUntil(now)
}

const answer = async (play: Play, { which, who, done }: Of<'answer'>): Promise<void> => {
  const chosen = choose(done ? inState(play, 'open') : [...inState(play, 'open'), ...inState(play, 'submitted')], which)
  if (chosen === undefined) return
  const person = choose([...membersOf(play, chosen), play.coordinators[0]], who) ?? play.coordinators[0]
  const id = await idOf(play, chosen)
  const { percent } = await play.database.client.assignment.findUniqueOrThrow({ where: { id } })
  await press(play, person, done ? `done:${id}` : `pct:${id}:${(percent + 7) % 100}`, who % 2 === 0)
  const heardAt = play.office.now
  goesOn(play, chosen, { state: done ? (chosen.isStrict ? 'submitted' : 'done') : 'open', heardAt })
}

const extend = async (play: Play, { which, days, granted }: Of<'extend'>): Promise<void> => {
  const chosen = choose(
    inState(play, 'open').filter(({ due }) => due !== null),
    which,
  )
  if (chosen === undefined) return
  const [asks, decides] = play.coordinators
  const assignmentId = await idOf(play, chosen)
  const day = Math.max(chosen.due ?? 0, dayOf(play.office.now)) + days
  await press(play, asks, `ext:${assignmentId}`)
  await type(play, asks, `đến ${spoken(day)} vì chưa đủ số liệu`)
  const where = { assignmentId, state: 'pending' } as const
  const asked = await play.database.client.extensionRequest.findFirstOrThrow({ where })
  await press(play, decides, `${granted ? 'exg' : 'exr'}:${asked.id}`, true)
  if (!granted) await type(play, decides, 'Kế hoạch không cho lùi hạn')
  goesOn(play, chosen, granted ? { due: day, version: chosen.version + 1 } : {})
}

const findDeed = (play: Play, assignmentId: string, kind: 'done' | 'return') =>
  play.database.client.statusUpdate.findFirstOrThrow({ where: { assignmentId, kind }, orderBy: { id: 'desc' } })

const judge = async (play: Play, { which, good }: Of<'judge'>): Promise<void> => {
  const chosen = choose(inState(play, 'submitted'), which)
  if (chosen === undefined) return
  const { id } = await findDeed(play, await idOf(play, chosen), 'done')
  const decides = play.coordinators[1]
  await press(play, decides, `${good ? 'apv' : 'rej'}:${id}`)
  if (!good) await type(play, decides, 'Thiếu phụ lục')
  goesOn(play, chosen, { state: good ? 'done' : 'open' })
}

const reopen = async (play: Play, { which }: Of<'reopen'>): Promise<void> => {
  const chosen = choose(inState(play, 'done'), which)
  if (chosen === undefined) return
  const decides = play.coordinators[1]
  await press(play, decides, `reo:${await idOf(play, chosen)}`)
  await type(play, decides, 'Số liệu chưa khớp')
  goesOn(play, chosen, { state: 'open' })
}

/** The plan no longer asks it of this agency. */
const cancel = async (play: Play, { which }: Of<'cancel'>): Promise<void> => {
  const chosen = choose(inState(play, 'open'), which)
  if (chosen === undefined) return
  const { taskId, occurrence } = await play.database.client.assignment.findUniqueOrThrow({
    where: { id: await idOf(play, chosen) },
    select: { taskId: true, occurrence: { select: { task: { select: { planId: true } } } } },
  })
  const others = play.model.assignments.filter((one) => one.number === chosen.number && one !== chosen)
  const leads = [{ taskId, agencyIds: others.map(({ agency }) => play.agencyIds[agency] ?? '') }]
  await play.office.inTransaction(({ storesOf }) =>
    storesOf(play.workspace.id).plans.amend(
      {
        ...{ planId: occurrence.task.planId, heading: null, stayed: [], added: [], removedIds: [], cancel: true },
        ...{ leaving: { taskIds: [], occurrenceIds: [], leads }, remindAt: () => null },
      },
      toInstant(play.office.now),
    ),
  )
  chosen.state = 'cancelled'
}

/** "Not ours": it is theirs after all, or goes to another agency; it stays returned where that one has it already. */
const giveBack = async (play: Play, { which, to }: Of<'return'>): Promise<void> => {
  const chosen = choose(inState(play, 'open'), which)
  if (chosen === undefined) return
  const [answers, decides] = play.coordinators
  const id = await idOf(play, chosen)
  await press(play, answers, `ret:${id}`)
  await type(play, answers, 'Không thuộc chức năng của đơn vị')
  Object.assign(chosen, { state: 'returned', heardAt: play.office.now })
  const { id: returned } = await findDeed(play, id, 'return')
  if (to !== null && to !== chosen.agency) return passOn(play, chosen, returned, to)
  await press(play, decides, `rea-bk:${returned}`)
  await type(play, decides, 'Đúng là của đơn vị')
  goesOn(play, chosen, { state: 'open' })
}

const passOn = async (play: Play, chosen: ModelAssignment, returned: string, to: number): Promise<void> => {
  const { model, agencyIds, coordinators } = play
  const there = model.assignments.find((one) => one.number === chosen.number && one.agency === to)
  if (there !== undefined && there.state !== 'returned' && there.state !== 'cancelled') return
  await press(play, coordinators[1], `rea-to:${returned}:${endOf(agencyIds[to] ?? '')}`)
  const given = dayOf(play.office.now)
  const news = { agency: to, given, version: 1, doer: null, heardAt: -Infinity }
  if (there === undefined) model.assignments.push({ ...chosen, ...news })
  goesOn(play, there ?? model.assignments.at(-1)!, { state: 'open' })
}

const pickOne = (able: readonly number[], who: number | null): number | null =>
  who === null ? null : (choose(able, who) ?? null)

const nameDoer = async (play: Play, { which, who }: Of<'doer'>): Promise<void> => {
  const chosen = choose(inState(play, 'open'), which)
  if (chosen === undefined) return
  // It is asked among those who can be told.
  const able = membersOf(play, chosen).filter((person) => play.model.staff.people[person]?.isReachable)
  const doer = pickOne(able, who)
  if (able.length === 0 || (doer === null && chosen.doer === null)) return
  const person = play.people[doer ?? -1]
  await press(play, play.coordinators[1], `doer:${await idOf(play, chosen)}:${person ? endOf(person.id) : '-'}`)
  Object.assign(chosen, { doer, changedAt: play.office.now })
}

const goAway = async (play: Play, { from, to, in: later, days }: Of<'away'>): Promise<void> => {
  const { model, people, office, workspace } = play
  const own = model.staff.people.filter(({ above }) => above === null).length
  if (own < 2) return
  const absent = from % own
  const standIn = to % own === absent ? (absent + 1) % own : to % own
  const firstDay = dayOf(office.now) + later
  const lastDay = firstDay + days - 1
  const who = { fromPersonId: people[absent]?.id ?? '', toPersonId: people[standIn]?.id ?? '' }
  const when = { firstDay: isoOf(firstDay), lastDay: isoOf(lastDay) }
  await office.inTransaction(({ storesOf }) =>
    storesOf(workspace.id).delegations.create({ ...who, ...when }, toInstant(office.now)),
  )
  model.staff.aways.push({ from: absent, to: standIn, firstDay, lastDay, isEnded: false })
}

/** Rows are in the order in which they were made, as those of the model are. */
const comeHome = async (play: Play, { which }: Of<'home'>): Promise<void> => {
  const { model, office, workspace, database } = play
  const chosen = choose([...model.staff.aways.keys()], which)
  const away = model.staff.aways[chosen ?? -1]
  if (chosen === undefined || away === undefined || away.isEnded) return
  const rows = await database.client.delegation.findMany({
    where: { workspaceId: workspace.id },
    orderBy: { id: 'asc' },
  })
  const ended = await office.inTransaction(({ storesOf }) =>
    storesOf(workspace.id).delegations.end(rows[chosen]?.id ?? '', toInstant(office.now)),
  )
  expect(ended).toBe(true)
  away.isEnded = true
}

/** Whoever may answer for it may want to hear of it again, also where that is refused. */
const snooze = async (play: Play, { which, who, days }: Of<'snooze'>): Promise<void> => {
  const chosen = choose(play.model.assignments, which)
  const person = chosen && choose(membersOf(play, chosen), who)
  if (chosen === undefined || person === undefined) return
  await press(play, person, `snz:${await idOf(play, chosen)}:${days}`, who % 2 === 0)
  play.model.snoozes.want(person, chosen, days, play.office.now)
}

const unsnooze = async (play: Play, { which, who }: Of<'unsnooze'>): Promise<void> => {
  const { snoozes, assignments } = play.model
  const waiting = assignments.flatMap((assignment) =>
    membersOf(play, assignment)
      .filter((person) => snoozes.countWaiting(person, assignment) === 1)
      .map((person) => ({ person, assignment })),
  )
  const chosen = choose(waiting, which + who)
  if (chosen === undefined) return
  await press(play, chosen.person, `snz-no:${await idOf(play, chosen.assignment)}`)
  snoozes.takeBack(chosen.person, chosen.assignment)
}

const setBlocked = (play: Play, { who, blocked }: Of<'block'>): Promise<void> =>
  say(play, who % play.people.length, { kind: blocked ? 'blocked' : 'unblocked' })

const deeds: { readonly [Kind in Command['kind']]: (play: Play, command: Of<Kind>) => Promise<void> | void } = {
  pass: ({ office }, { minutes }) => {
    office.now += minutes
  },
  days: liveThrough,
  fate: ({ office }, { fates }) => {
    office.fates.push(...fates)
  },
  ...{ run, answer, extend, judge, reopen, cancel, return: giveBack },
  ...{ doer: nameDoer, away: goAway, home: comeHome, block: setBlocked, snooze, unsnooze },
}

/** Has it happen, in the program and in the model. */
export const perform = async (play: Play, command: Command): Promise<void> => {
  const deed = deeds[command.kind] as (play: Play, command: Command) => Promise<void> | void
  await deed(play, command)
}
