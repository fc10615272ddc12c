import { describe, expect, test } from 'vitest'
import type { Transfer, TransferWish } from '../../domain/ports/transfers.ts'
import { planTransfer } from '../../domain/transfer.ts'
import { addPerson, addPlan, builtAt, createTestWorkspace, type TestWorkspace, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'

const now = new Date('2026-03-02T02:00:00Z')
const later = new Date('2026-03-03T02:00:00Z')
const health = 'Phòng Y tế'
const home = 'Phòng Nội vụ'

const database = await useTestDatabase()

/** Moves everything, as the handler does it. */
const moveAll = async (workspace: TestWorkspace, wish: TransferWish, by: string, at = now) =>
  within(database, workspace.id, async ({ transfers }) => {
    await transfers.lock([wish.fromId, wish.toId])
    const plan = planTransfer(await transfers.list(wish, { lock: true }))
    const transfer: Transfer = { wish, toName: home, by: { personId: by, channel: 'web' }, ...plan }
    return transfers.move(transfer, at)
  })

const wishOf = (workspace: TestWorkspace, more: Partial<TransferWish> = {}): TransferWish => ({
  ...{ fromId: workspace.agency(health), toId: workspace.agency(home), planId: null, received: false },
  ...more,
})

describe('work that is moved as a whole', () => {
  test('a few hundred assignments go with a handful of statements, and what they have goes along', async () => {
    const workspace = await createTestWorkspace(database)
    const { id } = await addPerson(database, workspace, { agency: health })
    const tasks = Array.from({ length: 300 }, (_, index) => ({
      ...{ title: `Việc ${index}`, to: [health], occurrences: ['2026-03-20'] },
    }))
    await addPlan(database, workspace, tasks, { remindAt: () => later })
    const moved = await moveAll(workspace, wishOf(workspace), id)
    expect(moved).toHaveLength(300)
    const { client } = database
    const where = { workspaceId: workspace.id }
    expect(await client.assignment.groupBy({ by: ['agencyId', 'state'], where, _count: true })).toEqual(
      expect.arrayContaining([
        { agencyId: workspace.agency(health), state: 'returned', _count: 300 },
        { agencyId: workspace.agency(home), state: 'assigned', _count: 300 },
      ]),
    )
    const there = { assignment: { agencyId: workspace.agency(home) } }
    expect(await client.nextReminder.count({ where: { ...where, ...there } })).toBe(300)
    expect(await client.nextReminder.count({ where })).toBe(300)
    expect(await client.statusUpdate.count({ where: { ...where, kind: 'reassign', note: home } })).toBe(300)
    expect(await client.auditEvent.count({ where: { ...where, action: 'assignment.reassign' } })).toBe(300)
    // Moved already, there is nothing left.
    expect(await moveAll(workspace, wishOf(workspace), id)).toEqual([])
  })

  test('a result that waits, its evidence, a request for time and the days go along, there and back', async () => {
    const workspace = await createTestWorkspace(database)
    const { id } = await addPerson(database, workspace, { agency: health, name: 'Chuyên viên Một' })
    const tasks = [
      { occurrences: ['2026-03-20'], to: [health] },
      { occurrences: ['2026-03-25'], to: [health] },
    ]
    await addPlan(database, workspace, tasks)
    await within(database, workspace.id, async ({ assignments, extensions, decisions }) => {
      const [first] = await assignments.findByNumber(1)
      const submitted = { state: 'submitted', percent: 100, obstacle: null, doneOn: null, remindAt: null } as const
      const said = { personId: id, note: 'xong', links: ['https://a.vn'] }
      await assignments.record({ assignment: first!, ...said, kind: 'done', change: submitted }, builtAt)
      const [second] = await assignments.findByNumber(2)
      const going = { state: 'in_progress', percent: 40, obstacle: 'kinh phí', doneOn: null, remindAt: null } as const
      const granted = { assignment: second!, personId: id, kind: 'extend', note: '', change: going } as const
      await decisions.record({ ...granted, dueOn: '2026-04-10' }, builtAt)
      const asked = { assignmentId: second!.id, personId: id, reason: 'chờ', dueBefore: '2026-04-10' }
      await extensions.request({ ...asked, wantedOn: '2026-05-01' }, builtAt)
    })
    await moveAll(workspace, wishOf(workspace), id)
    const found = await within(database, workspace.id, async (stores) => {
      const [first, second] = await Promise.all(
        [1, 2].map(
          async (number) =>
            (await stores.assignments.findByNumber(number)).find(({ agencyName }) => agencyName === home)!,
        ),
      )
      return {
        ...{ first: first!, second: second! },
        evidence: await stores.assignments.listEvidence(first!.id),
        finishing: await stores.decisions.findFinishing(first!.id),
        requests: await stores.extensions.list(second!.id),
        waiting: await stores.decisions.listWaiting({ agencyIds: 'all', notBy: crypto.randomUUID(), steering: true }),
        history: await stores.history.list(first!.id),
      }
    })
    expect(found.first).toMatchObject({ state: 'submitted', percent: 100 })
    expect(found.evidence.map(({ url }) => url)).toEqual(['https://a.vn'])
    expect(found.finishing).toMatchObject({ personId: id, percentBefore: 0, at: builtAt })
    expect(found.second).toMatchObject({ state: 'assigned', percent: 40, obstacle: 'kinh phí' })
    expect(found.second).toMatchObject({ originalDueOn: '2026-03-25', dueOn: '2026-04-10' })
    expect(found.requests).toMatchObject([{ state: 'pending', wantedOn: '2026-05-01' }])
    expect(found.waiting.map(({ kind, assignmentId }) => [kind, assignmentId]).toSorted()).toEqual([
      ['extension', found.second.id],
      ['submission', found.first.id],
    ])
    // Handed in once, it is told once.
    expect(found.history.map((entry) => (entry.what === 'update' ? entry.update.kind : entry.what))).toEqual([
      ...['assigned', 'done', 'reassign', 'assigned'],
    ])

    const back = {
      ...wishOf(workspace),
      fromId: workspace.agency(home),
      toId: workspace.agency(health),
      received: true,
    }
    await moveAll(workspace, back, id, later)
    const rows = await database.client.assignment.findMany({
      where: { workspaceId: workspace.id, agencyId: workspace.agency(health) },
      orderBy: { dueOn: 'asc' },
      include: { evidence: true, extensions: true },
    })
    expect(rows).toMatchObject([
      { state: 'submitted', percent: 100, dueVersion: 1, evidence: [{ url: 'https://a.vn' }] },
      { state: 'assigned', percent: 40, dueVersion: 2, extensions: [{ state: 'pending' }] },
    ])
    const history = await within(database, workspace.id, (stores) => stores.history.list(rows[0]!.id))
    expect(history.filter((entry) => entry.what === 'update' && entry.update.kind === 'done')).toHaveLength(1)
  })

  test('who does it goes on where they belong to the agency; of one plan only its own goes', async () => {
    const workspace = await createTestWorkspace(database)
    const mover = await addPerson(database, workspace, { agency: health })
    const both = await addPerson(database, workspace, { agency: health })
    const stays = await addPerson(database, workspace, { agency: health })
    await within(database, workspace.id, ({ people }) =>
      people.addMembership(both.id, { role: 'official', agencyId: workspace.agency(home) }, builtAt),
    )
    const { planId } = await addPlan(database, workspace, [{ to: [health] }, { to: [health] }])
    await addPlan(database, workspace, [{ to: [health] }])
    const { client } = database
    const doers = [both.id, stays.id]
    for (const [index, assigneeId] of doers.entries()) {
      await client.assignment.updateMany({
        where: { workspaceId: workspace.id, occurrence: { task: { number: index + 1 } } },
        data: { assigneeId },
      })
    }
    const taken = await moveAll(workspace, wishOf(workspace, { planId }), mover.id)
    const rows = await client.assignment.findMany({ where: { id: { in: [...taken] } } })
    expect(rows.map(({ assigneeId }) => assigneeId).toSorted()).toEqual([both.id, null].toSorted())
    const left = { workspaceId: workspace.id, agencyId: workspace.agency(health), state: 'assigned' } as const
    expect(await client.assignment.count({ where: left })).toBe(1)
  })

  test('what the other was given again meanwhile is not given twice', async () => {
    const workspace = await createTestWorkspace(database)
    const { id } = await addPerson(database, workspace, { agency: health })
    await addPlan(database, workspace, [{ to: [health, home] }])
    const wish = wishOf(workspace)
    const ofHome = { workspaceId: workspace.id, agencyId: wish.toId }
    await database.client.assignment.updateMany({ where: ofHome, data: { state: 'returned' } })
    const plan = planTransfer(await within(database, workspace.id, ({ transfers }) => transfers.list(wish)))
    await database.client.assignment.updateMany({ where: ofHome, data: { state: 'assigned' } })
    const moving = within(database, workspace.id, ({ transfers }) =>
      transfers.move({ wish, toName: home, by: { personId: id, channel: 'web' }, ...plan }, now),
    )
    await expect(moving).rejects.toThrow('changed meanwhile')
  })
})
