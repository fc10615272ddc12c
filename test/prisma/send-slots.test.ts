import { describe, expect, test } from 'vitest'
import type { PermitLimit } from '../../domain/ports/messages.ts'
import { createSendSlots } from '../../prisma/send-slots.ts'
import { useTestDatabase } from '../support/database.ts'

const database = await useTestDatabase()

const limitOf = (key: string, most: number): PermitLimit => ({ key, most, perMs: 1000 })
/** Each as another process would see it. */
const slots = () => createSendSlots(database.client)
const takeMany = async (limit: PermitLimit, count: number) => {
  const taken = await Promise.all(Array.from({ length: count }, () => slots().takePermit(limit)))
  return taken.flatMap(({ permit }) => permit ?? [])
}

describe('permits', () => {
  test.each([1, 7])('of which there are %i are each held by one, however many ask at once', async (most) => {
    const limit = limitOf(`test:${most}`, most)
    const held: string[] = []
    for (let rounds = 0; held.length < most && rounds < 20; rounds += 1) held.push(...(await takeMany(limit, 12)))
    expect(held).toHaveLength(most)
    expect(new Set(held).size).toBe(most)
    expect(await takeMany(limit, 3)).toEqual([])
  })

  test('are not free before the moment they came back with', async () => {
    const limit = limitOf('test:back', 2)
    const { permit, clock } = await slots().takePermit(limit)
    const freeAt = Math.round(clock + 5000)
    await slots().returnPermits([{ permit: permit!, freeAt }])
    expect((await slots().takePermit(limit)).permit).not.toBeNull()
    expect(await slots().takePermit(limit)).toMatchObject({ permit: null, freeAt })
  })

  test('are to be had a little before they are free, and say when that is', async () => {
    const limit = limitOf('test:soon', 2)
    const { permit, clock } = await slots().takePermit(limit)
    await slots().takePermit(limit)
    const freeAt = Math.round(clock + 5000)
    await slots().returnPermits([{ permit: permit!, freeAt }])
    await database.client.sendSlot.updateMany({
      where: { key: permit! },
      data: { nextAt: new Date(Date.now() + 30) },
    })
    const again = await slots().takePermit(limit)
    expect(again.permit).toBe(permit)
    expect(again.freeAt - again.clock).toBeLessThanOrEqual(40)
  })

  test('of a holder that died come free by themselves', async () => {
    const limit = limitOf('test:dead', 1)
    await slots().takePermit(limit)
    const { freeAt, clock } = await slots().takePermit(limit)
    expect(freeAt - clock).toBeGreaterThan(25_000)
    expect(freeAt - clock).toBeLessThanOrEqual(30_000)
  })

  test('of one limit do not slow another', async () => {
    await slots().takePermit(limitOf('test:a', 1))
    expect((await slots().takePermit(limitOf('test:b', 1))).permit).toBe('test:b')
  })

  test('are not locked for long when the clock is set back', async () => {
    const limits = [limitOf('test:clock', 1), limitOf('test:clocks', 2)]
    const nextAt = new Date(Date.now() + 1_200_000)
    const keys = ['test:clock', 'test:clocks#1', 'test:clocks#2', 'test:clocks!']
    await database.client.sendSlot.createMany({ data: keys.map((key) => ({ key, nextAt })) })
    for (const limit of limits) {
      const { permit, freeAt, clock } = await slots().takePermit(limit)
      expect(permit).not.toBeNull()
      expect(freeAt).toBe(clock)
    }
  })
})

describe('a pause', () => {
  test('holds back all permits of its limit, also those that come back meanwhile', async () => {
    const limit = limitOf('test:pause', 3)
    const { permit, clock } = await slots().takePermit(limit)
    await slots().pausePermits(limit, 60_000)
    await slots().returnPermits([{ permit: permit!, freeAt: clock }])
    const { permit: none, freeAt } = await slots().takePermit(limit)
    expect(none).toBeNull()
    expect(freeAt - clock).toBeGreaterThan(59_000)
  })

  test('is never shortened by another', async () => {
    const limit = limitOf('test:longer', 3)
    await slots().pausePermits(limit, 60_000)
    await slots().pausePermits(limit, 1)
    const { freeAt, clock } = await slots().takePermit(limit)
    expect(freeAt - clock).toBeGreaterThan(59_000)
  })

  test.each([1, 3])('of an hour is an hour, where there are %i permits', async (most) => {
    const limit = limitOf(`test:hour:${most}`, most)
    await slots().pausePermits(limit, 3_600_000)
    const { permit, freeAt, clock } = await slots().takePermit(limit)
    expect(permit).toBeNull()
    expect(freeAt - clock).toBeGreaterThan(3_590_000)
  })

  test.each([1, 3])('that began before the clock was set back is over (%i permits)', async (most) => {
    const limit = limitOf(`test:set-back:${most}`, most)
    await slots().pausePermits(limit, 3_600_000)
    // As if all of it had been written by a clock that was two hours ahead.
    await database.client.$executeRaw`
      UPDATE "SendSlot" SET "nextAt" = "nextAt" + interval '2 hours' WHERE starts_with("key", ${limit.key})`
    const { permit, clock } = await slots().takePermit(limit)
    expect(permit).not.toBeNull()
    await slots().returnPermits([{ permit: permit!, freeAt: clock }])
    await slots().pausePermits(limit, 60_000)
    const { freeAt, clock: later } = await slots().takePermit(limit)
    expect(freeAt - later).toBeLessThanOrEqual(60_000)
    expect(freeAt - later).toBeGreaterThan(59_000)
  })

  test('that is over holds back nothing', async () => {
    const limit = limitOf('test:over', 3)
    await slots().pausePermits(limit, 1)
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect((await slots().takePermit(limit)).permit).not.toBeNull()
  })
})
