import { choose, endOf, goesOn, idOf, inState, membersOf, type Of, press, write } from './acting.ts'
import { dayOf, spoken, toInstant } from './calendar.ts'
import type { Play } from './play.ts'
import type { ModelAssignment } from './work.ts'

export const answer = async (play: Play, { which, who, done }: Of<'answer'>): Promise<void> => {
  const chosen = choose(done ? inState(play, 'open') : [...inState(play, 'open'), ...inState(play, 'submitted')], which)
  if (chosen === undefined) return
  const person = choose([...membersOf(play, chosen), play.coordinators[0]], who) ?? play.coordinators[0]
  const id = await idOf(play, chosen)
  const { percent } = await play.database.client.assignment.findUniqueOrThrow({ where: { id } })
  await press(play, person, done ? `done:${id}` : `pct:${id}:${(percent + 7) % 100}`, who % 2 === 0)
  const heardAt = play.office.now
  goesOn(play, chosen, { state: done ? (chosen.isStrict ? 'submitted' : 'done') : 'open', heardAt })
}

export const extend = async (play: Play, { which, days, granted }: Of<'extend'>): Promise<void> => {
  const chosen = choose(
    inState(play, 'open').filter(({ due }) => due !== null),
    which,
  )
  if (chosen === undefined) return
  const [asks, decides] = play.coordinators
  const assignmentId = await idOf(play, chosen)
  const day = Math.max(chosen.due ?? 0, dayOf(play.office.now)) + days
  await press(play, asks, `ext:${assignmentId}`)
  await write(play, asks, `đến ${spoken(day)} vì chưa đủ số liệu`)
  const where = { assignmentId, state: 'pending' } as const
  const asked = await play.database.client.extensionRequest.findFirstOrThrow({ where })
  await press(play, decides, `${granted ? 'exg' : 'exr'}:${asked.id}`, true)
  if (!granted) await write(play, decides, 'Kế hoạch không cho lùi hạn')
  goesOn(play, chosen, granted ? { due: day, version: chosen.version + 1 } : {})
}

const findDeed = (play: Play, assignmentId: string, kind: 'done' | 'return') =>
  play.database.client.statusUpdate.findFirstOrThrow({ where: { assignmentId, kind }, orderBy: { id: 'desc' } })

export const judge = async (play: Play, { which, good }: Of<'judge'>): Promise<void> => {
  const chosen = choose(inState(play, 'submitted'), which)
  if (chosen === undefined) return
  const { id } = await findDeed(play, await idOf(play, chosen), 'done')
  const decides = play.coordinators[1]
  await press(play, decides, `${good ? 'apv' : 'rej'}:${id}`)
  if (!good) await write(play, decides, 'Thiếu phụ lục')
  goesOn(play, chosen, { state: good ? 'done' : 'open' })
}

export const reopen = async (play: Play, { which }: Of<'reopen'>): Promise<void> => {
  const chosen = choose(inState(play, 'done'), which)
  if (chosen === undefined) return
  const decides = play.coordinators[1]
  await press(play, decides, `reo:${await idOf(play, chosen)}`)
  await write(play, decides, 'Số liệu chưa khớp')
  goesOn(play, chosen, { state: 'open' })
}

/** The plan no longer asks it of this agency. */
export const cancel = async (play: Play, { which }: Of<'cancel'>): Promise<void> => {
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
export const giveBack = async (play: Play, { which, to }: Of<'return'>): Promise<void> => {
  const chosen = choose(inState(play, 'open'), which)
  if (chosen === undefined) return
  const [answers, decides] = play.coordinators
  const id = await idOf(play, chosen)
  await press(play, answers, `ret:${id}`)
  await write(play, answers, 'Không thuộc chức năng của đơn vị')
  Object.assign(chosen, { state: 'returned', heardAt: play.office.now })
  const { id: returned } = await findDeed(play, id, 'return')
  if (to !== null && to !== chosen.agency) return passOn(play, chosen, returned, to)
  await press(play, decides, `rea-bk:${returned}`)
  await write(play, decides, 'Đúng là của đơn vị')
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
