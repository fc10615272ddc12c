import { beforeEach, describe, expect, test } from 'vitest'
import { addPerson } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi } from './job-stage.ts'
import { aPerson, friday, nextFriday, openWeeklyStage, type WeeklyStage } from './weekly-stage.ts'

const database = await useTestDatabase()
let stage: WeeklyStage

beforeEach(async () => {
  stage = await openWeeklyStage(database)
})

describe('the weekly summary', () => {
  test('comes on Friday at four and not before, once', async () => {
    await stage.subscribe(aPerson(stage.coordinator))
    stage.setNow(hanoi('2026-03-06', '15:59'))
    await stage.runTwice()
    expect(await stage.said()).toEqual([])
    stage.setNow(friday)
    await stage.runTwice()
    expect(await stage.said()).toEqual([
      expect.objectContaining({ chatId: stage.coordinator.chatId, key: `summary:${stage.coordinator.id}:2026-03-06` }),
    ])
    expect(await stage.dueOf(aPerson(stage.coordinator))).toEqual(nextFriday)
  })

  test('comes again the Friday after', async () => {
    await stage.subscribe(aPerson(stage.coordinator))
    for (const now of [friday, nextFriday]) {
      stage.setNow(now)
      await stage.runTwice()
      await stage.deliver()
    }
    expect(await stage.said()).toHaveLength(2)
  })

  test('two sweeps and two jobs at once send one', async () => {
    await stage.subscribe(aPerson(stage.coordinator))
    stage.setNow(friday)
    await Promise.all([stage.tick(), stage.tick()])
    expect(stage.waiting.summarize).toHaveLength(2)
    await Promise.all([stage.work(), stage.work()])
    expect(await stage.said()).toHaveLength(1)
  })

  test('after three weeks of silence it comes once, in office hours, and then on the next Friday', async () => {
    await stage.subscribe(aPerson(stage.coordinator))
    stage.setNow(hanoi('2026-03-22', '10:00'))
    await stage.runTwice()
    expect(await stage.said()).toEqual([])
    stage.setNow(hanoi('2026-03-23', '08:00'))
    await stage.runTwice()
    expect((await stage.said()).map(({ key }) => key)).toEqual([`summary:${stage.coordinator.id}:2026-03-20`])
    await stage.deliver()
    stage.setNow(hanoi('2026-03-27', '16:00'))
    await stage.runTwice()
    expect((await stage.said()).map(({ key }) => key.slice(-10))).toEqual(['2026-03-20', '2026-03-27'])
  })

  test.each([
    ['in the evening', hanoi('2026-03-06', '17:00')],
    ['on Saturday', hanoi('2026-03-07', '23:00')],
  ])('woken before the office closes and worked %s it waits for the next opening, once', async (_name, closed) => {
    await stage.subscribe(aPerson(stage.coordinator))
    stage.setNow(hanoi('2026-03-06', '16:59'))
    await stage.tick()
    expect(stage.waiting.summarize).toHaveLength(1)
    stage.setNow(closed)
    expect(await stage.work()).toBe(0)
    await stage.runTwice()
    expect(await stage.said()).toEqual([])
    expect(await stage.dueOf(aPerson(stage.coordinator))).toEqual(friday)

    stage.setNow(hanoi('2026-03-09', '07:30'))
    await stage.runTwice()
    expect((await stage.saidOnce()).text).toContain('Tổng hợp tuần')
    expect(await stage.dueOf(aPerson(stage.coordinator))).toEqual(nextFriday)
  })

  test('does not come where nobody asked for it, or no longer does', async () => {
    await stage.subscribe(aPerson(stage.coordinator))
    stage.setNow(friday)
    await stage.tick()
    await stage.subscribe(aPerson(stage.coordinator), null)
    await stage.work()
    expect(await stage.said()).toEqual([])
  })

  test('waits while the chat is blocked', async () => {
    await stage.subscribe(aPerson(stage.coordinator))
    const block = (blockedAt: Date | null) =>
      database.client.chat.update({ where: { id: stage.coordinator.chatId }, data: { blockedAt } })
    await block(friday)
    stage.setNow(friday)
    await stage.runTwice()
    expect(stage.waiting.summarize).toEqual([])
    await block(null)
    await stage.runTwice()
    expect(await stage.said()).toHaveLength(1)
  })

  test('one chat that fails does not stop the others', async () => {
    const other = await addPerson(database, stage.workspace, { name: 'Chuyên viên Mười', role: 'admin' })
    await stage.subscribe(aPerson(stage.coordinator))
    await stage.subscribe(aPerson(other))
    await database.client.person.update({ where: { id: stage.coordinator.id }, data: { locale: 'unheard of' } })
    stage.setNow(friday)
    await stage.tick()
    expect(await stage.work()).toBe(1)
    expect((await stage.said()).map(({ chatId }) => chatId)).toEqual([other.chatId])
  })

  test('is not said to somebody who may see no week any more', async () => {
    await stage.subscribe(aPerson(stage.official))
    stage.setNow(friday)
    await stage.runTwice()
    expect(await stage.said()).toEqual([])
    expect(await stage.dueOf(aPerson(stage.official))).toEqual(nextFriday)
  })
})
