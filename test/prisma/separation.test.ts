import { beforeAll, describe, expect, test } from 'vitest'
import type { Stores } from '../../domain/ports/stores.ts'
import { addPerson, createTestWorkspace, type TestPerson, type TestWorkspace, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { attemptsOnAgencies } from './separation-agencies.ts'
import { attemptsOnAsking } from './separation-asking.ts'
import { attemptsOnAssignments } from './separation-assignments.ts'
import { attemptsOnBroadcasts } from './separation-broadcasts.ts'
import { attemptsOnCalendar } from './separation-calendar.ts'
import { attemptsOnChats } from './separation-chats.ts'
import { attemptsOnCases } from './separation-decisions.ts'
import { attemptsOnDelivery } from './separation-delivery.ts'
import { attemptsOnPeople } from './separation-people.ts'
import { attemptsOnPeriods } from './separation-periods.ts'
import { attemptsOnPlans } from './separation-plans.ts'
import { snapshotOf } from './separation-snapshot.ts'
import { attemptsOnSummaries } from './separation-summaries.ts'
import { fillTheirs, type Theirs } from './separation-theirs.ts'

// Two workspaces; whoever asks in "ours" knows every id of "theirs", and gets nothing for it.

const database = await useTestDatabase()
let ours: TestWorkspace
let us: TestPerson & { readonly agencyId: string }
let theirs: Theirs

beforeAll(async () => {
  theirs = await fillTheirs(database)
  const directory = { agencies: [{ name: 'Phòng Nội vụ', kind: 'phong', aliases: [] }], groups: [] }
  ours = await createTestWorkspace(database, { directory })
  us = { ...(await addPerson(database, ours)), agencyId: ours.agency('Phòng Nội vụ') }
})

const here = <T>(work: (stores: Stores) => Promise<T>) => within(database, ours.id, work)

const snapshot = () => snapshotOf(database, theirs.workspace.id)

const them = () => theirs
const we = () => us
const theirPerson = () => theirs.person

const attempts = [
  attemptsOnAgencies(them, we, () => us.agencyId),
  attemptsOnAssignments(them, we),
  attemptsOnBroadcasts(them, () => us.id),
  attemptsOnCalendar(theirPerson),
  attemptsOnCases(them, we),
  attemptsOnChats(theirPerson, we),
  attemptsOnPeople(them, we),
  attemptsOnPeriods(them, we),
  attemptsOnPlans(them, we),
  attemptsOnSummaries(theirPerson),
]

type Attempt = (stores: Stores) => Promise<unknown>
type Asked = readonly [Attempt, unknown]
type Named<T> = Readonly<Record<string, T>>

const together = <T>(all: readonly Named<T>[]): Named<T> =>
  Object.fromEntries(all.flatMap((each) => Object.entries(each)))

/** What finds nothing: the value it must come back with. */
const reads = together<Asked>([attemptsOnDelivery, attemptsOnAsking(them), ...attempts.map((on) => on.reads)])

/** What has nothing to write: the value it must come back with. */
const writes = together<Asked>(attempts.map((on) => on.writes))

/** What is refused outright, because no honest caller can ask for it. */
const refused = together<Attempt>(attempts.map((on) => on.refused))

describe('one workspace', () => {
  test.each(Object.keys(reads))('sees nothing of another by %s', async (name) => {
    const [ask, nothing] = reads[name]!
    expect(await here(ask)).toEqual(nothing)
  })

  test.each(Object.keys(writes))('changes nothing of another by %s', async (name) => {
    const before = await snapshot()
    const [attempt, nothing] = writes[name]!
    expect(await here(attempt)).toEqual(nothing)
    expect(await snapshot()).toEqual(before)
  })

  test.each(Object.keys(refused))('is refused %s', async (name) => {
    const before = await snapshot()
    await expect(here(refused[name]!)).rejects.toThrow()
    expect(await snapshot()).toEqual(before)
  })

  test('sees its own all the same', async () => {
    const list = await here(({ agencies }) => agencies.list())
    expect(list.map(({ name }) => name)).toEqual(['Phòng Nội vụ'])
    const ids = await here(({ agencies }) => agencies.ensure(['Phòng Nội vụ', 'Phòng Y tế']))
    expect([...ids.values()]).not.toContain(theirs.agencyId)
    const recipients = await here(({ people }) => people.listRecipients({}))
    expect(recipients.map(({ personId }) => personId)).toEqual([us.id])
  })

  test('leaves no store method unasked', async () => {
    const asked = Object.keys({ ...reads, ...writes, ...refused }).map((name) => name.split(' ')[0])
    const ownOnly = ['agencies.list', 'agencies.ensure', 'roster.list', 'people.create', 'audit.append']
    // What is sent has tests of its own; codes belong to whom they were given; the clock's jobs serve everybody.
    const elsewhere = /^(outbox|sentMessages|inviteCodes)\.|^jobRuns\.(listLast|countMissed|listStops)$/
    const methods = await here((stores) =>
      Promise.resolve(
        Object.entries(stores).flatMap(([noun, store]: [string, object]) =>
          Object.keys(store).map((verb) => `${noun}.${verb}`),
        ),
      ),
    )
    const unasked = methods.filter((name) => !elsewhere.test(name) && ![...asked, ...ownOnly].includes(name))
    expect(unasked).toEqual([])
  })
})
