import { beforeAll, expect, test } from 'vitest'
import type { Assignment } from '../../domain/assignment.ts'
import {
  addPerson,
  addPlan,
  builtAt,
  createTestWorkspace,
  type TestPerson,
  type TestWorkspace,
  within,
} from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'

const later = new Date('2026-03-16T02:00:00Z')
const change = { percent: 100, obstacle: null, doneOn: null, remindAt: null }

const database = await useTestDatabase()
let ours: TestWorkspace
let theirs: TestWorkspace
let us: TestPerson
let them: TestPerson

beforeAll(async () => {
  ours = await createTestWorkspace(database)
  us = await addPerson(database, ours)
  theirs = await createTestWorkspace(database)
  them = await addPerson(database, theirs)
})

const assign = async (workspace: TestWorkspace, person: TestPerson): Promise<Assignment> => {
  const { planId } = await addPlan(database, workspace, [{ occurrences: ['2026-03-20'] }], { createdById: person.id })
  const { id } = await database.client.assignment.findFirstOrThrow({ where: { occurrence: { task: { planId } } } })
  const found = await within(database, workspace.id, ({ assignments }) => assignments.find(id))
  return found!
}

const asked = (assignment: Assignment, person: TestPerson, wantedOn = '2026-04-15') => ({
  ...{ assignmentId: assignment.id, personId: person.id, reason: 'chờ Bộ', dueBefore: assignment.dueOn, wantedOn },
})

const submit = (workspace: TestWorkspace, person: TestPerson, assignment: Assignment) =>
  within(database, workspace.id, ({ assignments }) =>
    assignments.record(
      { assignment, personId: person.id, kind: 'done', note: '', links: [], change: { ...change, state: 'submitted' } },
      later,
    ),
  )

const waiting = (
  workspace: TestWorkspace,
  notBy: string,
  agencyIds: readonly string[] | 'all' = 'all',
  steering = true,
) => within(database, workspace.id, ({ decisions }) => decisions.listWaiting({ agencyIds, notBy, steering }))

test('a second request takes the place of the first, and a decision is made once', async () => {
  const assignment = await assign(ours, us)
  const first = await within(database, ours.id, ({ extensions }) => extensions.request(asked(assignment, us), later))
  const second = await within(database, ours.id, ({ extensions }) =>
    extensions.request(asked(assignment, us, '2026-05-01'), later),
  )
  const decision = { state: 'refused', grantedOn: null, answer: 'gấp', personId: us.id } as const
  const settle = (id: string) => within(database, ours.id, ({ extensions }) => extensions.settle(id, decision, later))
  expect(await settle(first)).toBe(false)
  expect(await settle(second)).toBe(true)
  expect(await settle(second)).toBe(false)
  const all = await within(database, ours.id, ({ extensions }) => extensions.list(assignment.id))
  expect(all.map(({ state, wantedOn, answer }) => [state, wantedOn, answer])).toEqual([
    ['withdrawn', '2026-04-15', ''],
    ['refused', '2026-05-01', 'gấp'],
  ])
})

test('what waits: the oldest first, without one’s own, only in the agencies asked for', async () => {
  const [submitted, requested, returned] = [await assign(ours, us), await assign(ours, us), await assign(ours, us)]
  const updateId = await submit(ours, us, submitted)
  const requestId = await within(database, ours.id, ({ extensions }) => extensions.request(asked(requested, us), later))
  const returnId = await within(database, ours.id, ({ decisions }) =>
    decisions.record(
      { assignment: returned, personId: us.id, kind: 'return', note: '', change: { ...change, state: 'returned' } },
      later,
    ),
  )
  expect((await waiting(ours, them.id)).map(({ id }) => id)).toEqual([updateId, requestId, returnId])
  expect((await waiting(ours, us.id)).map(({ kind }) => kind)).toEqual(['extension', 'return'])
  expect(await waiting(ours, them.id, [ours.agency('Phòng Tư pháp')], false)).toEqual([])
  expect(await waiting(theirs, us.id)).toEqual([])
  // A request for what has ended waits for nobody.
  await submit(ours, us, requested)
  expect((await waiting(ours, us.id)).map(({ kind }) => kind)).toEqual(['return'])
})

test('a moved due date counts up, and a decision on an old state is not written over a new one', async () => {
  const assignment = await assign(ours, us)
  const extend = { assignment, personId: us.id, kind: 'extend', note: '', dueOn: '2026-04-15' } as const
  const moving = { ...extend, change: { ...change, percent: 0, state: 'assigned', remindAt: later } } as const
  await within(database, ours.id, ({ decisions }) => decisions.record(moving, later))
  const moved = await within(database, ours.id, ({ assignments }) => assignments.find(assignment.id))
  expect(moved).toMatchObject({ dueOn: '2026-04-15', originalDueOn: '2026-03-20', dueVersion: 2 })
  await expect(within(database, ours.id, ({ decisions }) => decisions.record(moving, later))).rejects.toThrow(
    'was changed meanwhile',
  )
})

test('the same due date is given to another agency once', async () => {
  const assignment = await assign(ours, us)
  const give = () =>
    within(database, ours.id, ({ decisions }) =>
      decisions.assignTo(assignment, ours.agency('Phòng Tư pháp'), later, later),
    )
  const first = await give()
  expect(first).toMatchObject({ kind: 'created' })
  expect(await give()).toEqual({ ...first, kind: 'there' })
  const theirAgency = theirs.agency('Phòng Tư pháp')
  await expect(
    within(database, ours.id, ({ decisions }) => decisions.assignTo(assignment, theirAgency, null, later)),
  ).rejects.toThrow('agency of another workspace')
})

test('nothing of another workspace is found, decided or changed', async () => {
  const assignment = await assign(theirs, them)
  const updateId = await submit(theirs, them, assignment)
  const other = await assign(theirs, them)
  const requestId = await within(database, theirs.id, ({ extensions }) => extensions.request(asked(other, them), later))
  const { planId } = await addPlan(database, theirs, [{}], { createdById: them.id })
  await within(database, ours.id, async ({ decisions, extensions, planSettings }) => {
    expect(await decisions.findFinishing(assignment.id)).toBeNull()
    expect(await decisions.findReturn(updateId)).toBeNull()
    expect(await extensions.find(requestId)).toBeNull()
    expect(await extensions.list(other.id, { lock: true })).toEqual([])
    const settled = { state: 'granted', grantedOn: '2026-04-15', answer: '', personId: us.id } as const
    expect(await extensions.settle(requestId, settled, later)).toBe(false)
    await extensions.withdrawPending(other.id, later)
    expect(await planSettings.lock(planId)).toBeNull()
  })
  const stolen = { assignment: other, personId: us.id, kind: 'approve', note: '' } as const
  const attempts = await Promise.allSettled([
    within(database, ours.id, ({ extensions }) => extensions.request(asked(other, us), later)),
    within(database, ours.id, ({ decisions }) =>
      decisions.record({ ...stolen, change: { ...change, state: 'done' } }, later),
    ),
    within(database, ours.id, ({ decisions }) =>
      decisions.assignTo(other, ours.agency('Phòng Tư pháp'), null, builtAt),
    ),
    within(database, ours.id, ({ planSettings }) =>
      planSettings.save(planId, { workflow: 'chat', requiresEvidence: true }),
    ),
  ])
  expect(attempts.map(({ status }) => status)).toEqual(attempts.map(() => 'rejected'))
  const untouched = await within(database, theirs.id, ({ extensions }) => extensions.find(requestId))
  expect(untouched).toMatchObject({ state: 'pending' })
})
