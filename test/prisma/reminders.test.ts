import { describe, expect, test } from 'vitest'
import { createReminderSweep } from '../../prisma/reminders.ts'
import { addPerson, createTestWorkspace, within } from '../support/builders.ts'
import { wholeShare } from '../support/looks.ts'
import { now, useDueStage } from './due-stage.ts'

const stageOf = await useDueStage()

const sweep = () => createReminderSweep(stageOf().database.client)

describe('saying', () => {
  test('what was said waits no more, and is said in one digest only', async () => {
    const { database, ward, official, head, addDue, claim, waiting } = stageOf()
    await addDue(['2026-06-13T02:00:00Z', '2026-06-14T02:00:00Z'])
    await claim()
    const reminders = await waiting(official)
    expect(reminders.map(({ assignment }) => assignment.dueOn)).toEqual(['2026-06-13', '2026-06-14'])
    const ids = reminders.map(({ id }) => id)
    const say = (key: string) => within(database, ward.id, (stores) => stores.reminders.markSaid(ids, key))
    expect(await say('digest:1')).toBe(2)
    expect(await say('digest:2')).toBe(0)
    expect(await waiting(official)).toEqual([])
    expect(await waiting(head)).toHaveLength(2)
  })

  test('people with something waiting are listed once, without those who cannot be reached any more', async () => {
    const { database, ward, official, head, addDue, claim } = stageOf()
    await addDue(['2026-06-13T02:00:00Z', '2026-06-14T02:00:00Z'])
    await claim()
    const people = async (limit = 10) => {
      const list = await sweep().listWaitingPeople([ward.id], limit)
      return list.map(({ personId }) => personId)
    }
    expect(await people()).toEqual([official.id, head.id].sort())
    expect(await people(1)).toEqual([official.id, head.id].sort().slice(0, 1))
    await database.client.chat.update({ where: { id: head.chatId }, data: { blockedAt: now } })
    expect(await sweep().listWaitingPeople([ward.id], 10)).toEqual([{ workspaceId: ward.id, personId: official.id }])
  })

  test('people of a workspace that is not asked for take nobody’s place', async () => {
    const { database, ward, official, head, addDue, claim } = stageOf()
    const tokyo = await createTestWorkspace(database, { zone: 'Asia/Tokyo' })
    const abroad = await addPerson(database, tokyo, { agency: 'Phòng Y tế' })
    expect(await sweep().listWaitingOffices(now)).toEqual([])
    await addDue(['2026-06-14T02:00:00Z'])
    await addDue(['2026-06-14T02:00:00Z'], tokyo)
    await claim()
    await claim({ workspace: tokyo })
    expect((await sweep().listWaitingOffices(now)).map(({ workspaceId }) => workspaceId)).toEqual(
      [ward.id, tokyo.id].toSorted(),
    )
    expect(await sweep().listWaitingPeople([tokyo.id], 1)).toEqual([{ workspaceId: tokyo.id, personId: abroad.id }])
    expect(await sweep().listWaitingPeople([], 10)).toEqual([])
    const all = await sweep().listWaitingPeople([ward.id, tokyo.id], 10)
    expect(all.map(({ personId }) => personId)).toEqual([official.id, head.id, abroad.id].toSorted())
  })

  test('nobody is told while something that is due is not claimed yet, by whatever process', async () => {
    const { database, ward, official, addDue, claim } = stageOf()
    const offices = async () => (await sweep().listWaitingOffices(now)).map(({ workspaceId }) => workspaceId)
    await addDue(['2026-06-13T02:00:00Z', '2026-06-14T02:00:00Z'])
    await claim({ limit: 1 })
    expect(await offices()).toEqual([])
    await claim()
    expect(await offices()).toEqual([ward.id])
    const { id: assignmentId } = await database.client.assignment.findFirstOrThrow({ where: { workspaceId: ward.id } })
    const wish = { workspaceId: ward.id, assignmentId, personId: official.id, dueVersion: 1, turn: 1, at: now }
    await database.client.snooze.create({ data: { ...wish, remindOn: now, remindAt: now } })
    expect(await offices()).toEqual([])
    await sweep().claimSnoozes({ workspaceIds: [ward.id], now, limit: 10, share: wholeShare })
    expect(await offices()).toEqual([ward.id])
  })
})
