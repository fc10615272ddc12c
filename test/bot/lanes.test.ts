import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLanes, type Lanes } from '../../bot/lanes.ts'

const noErrors = (key: string, error: unknown): never => {
  throw new Error(`lane ${key} failed`, { cause: error })
}

/** A promise that is resolved from outside. */
const gate = (): { readonly opened: Promise<void>; open(): void } => {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  return { opened: promise.then(() => undefined), open: () => resolve(undefined) }
}

describe('a lane', () => {
  test('runs its work one at a time, and once more for a wake that comes meanwhile', async () => {
    const gates = [gate(), gate()]
    let running = 0
    let runs = 0
    const lanes = createLanes(
      async () => {
        running += 1
        expect(running).toBe(1)
        await gates[runs]?.opened
        running -= 1
        runs += 1
      },
      { atOnce: 4, onError: noErrors },
    )
    lanes.wake('a')
    lanes.wake('a')
    lanes.wake('a')
    await sleep(5)
    expect([running, runs]).toEqual([1, 0])
    gates[0]?.open()
    await sleep(5)
    expect([running, runs]).toEqual([1, 1])
    gates[1]?.open()
    await lanes.quiet()
    expect(runs).toBe(2)
  })

  test('is not run twice at once when its work wakes it before it waits for anything', async () => {
    let running = 0
    let runs = 0
    const lanes: Lanes = createLanes(
      async (key) => {
        running += 1
        expect(running).toBe(1)
        if (runs === 0) lanes.wake(key)
        await sleep(1)
        running -= 1
        runs += 1
      },
      { atOnce: 4, onError: noErrors },
    )
    lanes.wake('a')
    await lanes.quiet()
    expect(runs).toBe(2)
  })

  test('goes on after its work failed, and says so', async () => {
    const failures: string[] = []
    let runs = 0
    const lanes = createLanes(
      () => {
        runs += 1
        return runs === 1 ? Promise.reject(new Error('once')) : Promise.resolve()
      },
      { atOnce: 1, onError: (key, error) => failures.push(`${key} ${String(error)}`) },
    )
    lanes.wake('a')
    await lanes.quiet()
    lanes.wake('a')
    await lanes.quiet()
    expect(failures).toEqual(['a Error: once'])
    expect(runs).toBe(2)
  })
})

describe('lanes', () => {
  test('never run more at once than allowed, and all get their turn', async () => {
    let running = 0
    let most = 0
    const seen = new Set<string>()
    const lanes = createLanes(
      async (key) => {
        running += 1
        most = Math.max(most, running)
        await sleep(1)
        seen.add(key)
        running -= 1
      },
      { atOnce: 3, onError: noErrors },
    )
    for (let index = 0; index < 20; index += 1) lanes.wake(`lane ${index}`)
    await lanes.quiet()
    expect(most).toBe(3)
    expect(seen.size).toBe(20)
  })

  test('miss nothing: whatever was stored before a wake is done, each thing once', async () => {
    const plan = fc.array(fc.record({ lane: fc.nat(4), pause: fc.nat(3) }), { minLength: 1, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(plan, fc.integer({ min: 1, max: 4 }), async (steps, atOnce) => {
        const stored = new Map<string, number[]>()
        const done: string[] = []
        const busy = new Set<string>()
        const lanes = createLanes(
          async (key) => {
            expect(busy.has(key)).toBe(false)
            busy.add(key)
            for (let item = stored.get(key)?.shift(); item !== undefined; item = stored.get(key)?.shift()) {
              await sleep(item % 2)
              done.push(`${key}:${item}`)
            }
            // The dangerous moment: nothing was left, but the lane is not over yet.
            await sleep(1)
            busy.delete(key)
          },
          { atOnce, onError: noErrors },
        )
        const expected: string[] = []
        for (const [index, { lane, pause }] of steps.entries()) {
          const key = String(lane)
          stored.set(key, [...(stored.get(key) ?? []), index])
          expected.push(`${key}:${index}`)
          lanes.wake(key)
          if (pause > 0) await sleep(pause - 1)
        }
        await lanes.quiet()
        expect(done.toSorted()).toEqual(expected.toSorted())
        for (const key of stored.keys()) {
          const own = (list: readonly string[]) => list.filter((each) => each.startsWith(`${key}:`))
          expect(own(done)).toEqual(own(expected))
        }
      }),
      { numRuns: 40 },
    )
  })

  test('are quiet at once when there is nothing to do', async () => {
    await createLanes(() => Promise.resolve(), { atOnce: 1, onError: noErrors }).quiet()
  })

  test('finish what is in hand when they are stopped, and begin nothing new', async () => {
    const inHand = gate()
    const finished: string[] = []
    const lanes = createLanes(
      async (key, signal) => {
        await inHand.opened
        expect(signal.aborted).toBe(true)
        finished.push(key)
      },
      { atOnce: 2, onError: noErrors },
    )
    for (const key of ['a', 'b', 'c', 'd']) lanes.wake(key)
    const stopped = lanes.stop()
    lanes.wake('e')
    inHand.open()
    await stopped
    lanes.wake('f')
    await lanes.quiet()
    expect(finished.toSorted()).toEqual(['a', 'b'])
  })
})

test('who is in a hurry goes before all that wait, and no lane is run twice for it', async () => {
  const order: string[] = []
  const first = gate()
  const lanes = createLanes(
    async (key) => {
      order.push(key)
      if (key === 'a') await first.opened
    },
    { atOnce: 1, onError: noErrors },
  )
  for (const key of ['a', 'b', 'c', 'd']) lanes.wake(key)
  lanes.wake('e', true)
  lanes.wake('d', true)
  first.open()
  await lanes.quiet()
  expect(order).toEqual(['a', 'e', 'd', 'b', 'c'])
})

test('each lane counts once, however often it was woken', async () => {
  const inHand = gate()
  const lanes = createLanes(() => inHand.opened, { atOnce: 2, onError: noErrors })
  for (const key of ['a', 'b', 'c', 'a', 'c']) {
    lanes.wake(key)
    lanes.wake(key, true)
  }
  expect([lanes.isBusierThan(2), lanes.isBusierThan(3)]).toEqual([true, false])
  inHand.open()
  await lanes.quiet()
  expect(lanes.isBusierThan(0)).toBe(false)
})
