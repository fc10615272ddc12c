import { expect } from 'vitest'
import type { Database } from '../../../prisma/database.ts'
import { renderedSchema } from '../../../prisma/outbox.ts'
import { dayMinutes, dayOf, isoOf, toInstant } from './calendar.ts'
import type { Spoken } from './model.ts'
import { type Office, openOffice } from './office.ts'
import { type Beginning, build, type World } from './world.ts'

/** A story under way: the program and the model side by side. */
export interface Play extends World {
  readonly database: Database
  readonly office: Office
  lastMessage: bigint
}

export const openPlay = async (database: Database, beginning: Beginning): Promise<Play> => ({
  ...(await build(database, beginning)),
  ...{ database, office: openOffice(database, beginning.start), lastMessage: 0n },
})

/** Answers and notices are beside the point here, and none waits behind another. */
export const forgetAnswers = async ({ database: { client }, office }: Play): Promise<void> => {
  await client.outboundMessage.deleteMany({ where: { kind: { not: 'reminder' }, state: 'pending' } })
  await office.send()
}

/** Reminders that were put into words since the last look, by person; those to the coordinators are beside the point. */
const readReminders = async (play: Play): Promise<ReadonlyMap<number, Spoken>> => {
  const rows = await play.database.client.outboundMessage.findMany({
    where: { id: { gt: play.lastMessage } },
    orderBy: { id: 'asc' },
  })
  play.lastMessage = rows.at(-1)?.id ?? play.lastMessage
  const heard = new Map<number, Spoken>()
  for (const row of rows.filter(({ kind }) => kind === 'reminder')) {
    const person = play.people.findIndex(({ chatId }) => chatId === row.chatId)
    expect(heard.has(person), 'two messages to one person in one run').toBe(false)
    if (play.coordinators.includes(person)) continue
    heard.set(person, numbersIn(renderedSchema.parse(row.content).text))
  }
  return heard
}

/** A digest has a line for each task, those of others below their own title; a task alone is its own card. */
const numbersIn = (text: string): Spoken => {
  const [said = '', lost = ''] = text.split('🚪 Chưa ai tham gia')
  const [own = '', reported = ''] = said.split('📣 Báo cáo vượt cấp')
  const isList = /^(?:Nhắc việc|Báo cáo) ngày/u.test(text)
  return { own: isList ? listedIn(own) : [numberIn(own)], reported: listedIn(reported), lost: namedIn(lost) }
}

const listedIn = (text: string): readonly number[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('• '))
    .map(numberIn)
    .toSorted((a, b) => a - b)

/** Those of one agency stand in one line. */
const namedIn = (text: string): readonly number[] =>
  [...text.matchAll(/NV(\d+)/gu)].map(([, number]) => Number(number)).toSorted((a, b) => a - b)

const numberIn = (text: string): number => Number(/NV(\d+)|(\d+) việc, lâu nhất/u.exec(text)?.slice(1).join(''))

/** What goes wrong in a run. */
interface RunFaults {
  readonly dies: boolean
  readonly twice: boolean
  readonly cuts: number
}

/** The clock's run, as the program does it and as the model says it must be. */
export const run = async (play: Play, { dies, twice, cuts }: RunFaults): Promise<void> => {
  const expected = [...play.model.run(play.office.now, { dies })].filter(
    ([person]) => !play.coordinators.includes(person),
  )
  play.office.cuts = cuts
  await play.office.run({ dies, twice })
  play.office.cuts = 0
  const heard = await readReminders(play)
  expect(Object.fromEntries(heard), `at ${toInstant(play.office.now).toISOString()}`).toEqual(
    Object.fromEntries(expected),
  )
}

/** What the tables say of every assignment is what the model says. */
export const compareStates = async (play: Play): Promise<void> => {
  const rows = await play.database.client.assignment.findMany({
    where: { workspaceId: play.workspace.id },
    select: {
      state: true,
      dueOn: true,
      dueVersion: true,
      agencyId: true,
      occurrence: { select: { task: { select: { number: true } } } },
    },
  })
  const order = (lines: readonly string[]) => lines.toSorted()
  const open = new Set(['assigned', 'acknowledged', 'in_progress'])
  const stored = rows.map(({ state, dueOn, dueVersion, agencyId, occurrence: { task } }) => {
    const agency = play.agencyIds.indexOf(agencyId)
    const due = dueOn?.toISOString().slice(0, 10) ?? null
    return `${task.number} ${agency} ${open.has(state) ? 'open' : state} ${due} v${dueVersion}`
  })
  const meant = play.model.assignments.map(
    ({ number, agency, state, due, version }) =>
      `${number} ${agency} ${state} ${due === null ? null : isoOf(due)} v${version}`,
  )
  expect(order(stored)).toEqual(order(meant))
}

/** Moves the time on day by day, with a run on each at this minute, of which the last may die. */
export const liveThrough = async (
  play: Play,
  { count, minute, dies = false }: { readonly count: number; readonly minute: number; readonly dies?: boolean },
): Promise<void> => {
  for (let left = count; left > 0; left -= 1) {
    play.office.now = (dayOf(play.office.now) + 1) * dayMinutes + minute
    await run(play, { dies: dies && left === 1, twice: false, cuts: 0 })
  }
}
