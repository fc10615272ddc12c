import { expect } from 'vitest'
import { choose, endOf, idOf, inState, membersOf, type Of, press, say } from './acting.ts'
import { dayOf, isoOf, toInstant } from './calendar.ts'
import type { Play } from './play.ts'

const pickOne = (able: readonly number[], who: number | null): number | null =>
  who === null ? null : (choose(able, who) ?? null)

export const nameDoer = async (play: Play, { which, who }: Of<'doer'>): Promise<void> => {
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

export const goAway = async (play: Play, { from, to, in: later, days }: Of<'away'>): Promise<void> => {
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
export const comeHome = async (play: Play, { which }: Of<'home'>): Promise<void> => {
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
export const snooze = async (play: Play, { which, who, days }: Of<'snooze'>): Promise<void> => {
  const chosen = choose(play.model.assignments, which)
  const person = chosen && choose(membersOf(play, chosen), who)
  if (chosen === undefined || person === undefined) return
  await press(play, person, `snz:${await idOf(play, chosen)}:${days}`, who % 2 === 0)
  play.model.snoozes.want(person, chosen, days, play.office.now)
}

export const unsnooze = async (play: Play, { which, who }: Of<'unsnooze'>): Promise<void> => {
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

export const setBlocked = (play: Play, { who, blocked }: Of<'block'>): Promise<void> =>
  say(play, who % play.people.length, { kind: blocked ? 'blocked' : 'unblocked' })
