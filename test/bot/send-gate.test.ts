import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSendGate } from '../../bot/send-gate.ts'

/** Sendings that are finished from outside, and the order in which they began. */
const openScene = (isBacklog = () => false, patienceMs = 10_000) => {
  const gate = createSendGate({ isBacklog, patienceMs })
  const began: string[] = []
  const finish = new Map<string, () => void>()
  const send = (name: string, first = false) =>
    gate.pass(async () => {
      began.push(name)
      await new Promise<void>((resolve) => {
        finish.set(name, resolve)
      })
      return name
    }, first)
  return { began, finish: (name: string) => finish.get(name)?.(), send }
}

test('one after the other, those that are hurried before those that wait', async () => {
  const { began, finish, send } = openScene()
  const all = [send('a'), send('b'), send('c'), send('d', true)]
  await sleep(1)
  expect(began).toEqual(['a'])
  for (const name of ['a', 'd', 'b', 'c']) {
    finish(name)
    await sleep(1)
  }
  expect(began).toEqual(['a', 'd', 'b', 'c'])
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd'])
})

test('several at once while there is a backlog, and one again after it', async () => {
  let isBacklog = true
  const { began, finish, send } = openScene(() => isBacklog)
  const first = [send('a'), send('b'), send('c')]
  await sleep(1)
  expect(began).toEqual(['a', 'b', 'c'])
  isBacklog = false
  const second = [send('d'), send('e')]
  for (const name of ['a', 'b']) finish(name)
  await sleep(1)
  expect(began).toEqual(['a', 'b', 'c'])
  finish('c')
  await sleep(1)
  expect(began).toEqual(['a', 'b', 'c', 'd'])
  finish('d')
  await sleep(1)
  finish('e')
  expect(await Promise.all([...first, ...second])).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('whoever takes too long keeps nobody waiting, and does not open the gate a second time by leaving', async () => {
  const { began, finish, send } = openScene(undefined, 20)
  const slow = send('slow')
  const others = [send('b'), send('c')]
  await sleep(10)
  expect(began).toEqual(['slow'])
  await sleep(15)
  expect(began).toEqual(['slow', 'b'])
  finish('slow')
  await slow
  await sleep(1)
  expect(began).toEqual(['slow', 'b'])
  finish('b')
  await sleep(1)
  finish('c')
  expect(await Promise.all(others)).toEqual(['b', 'c'])
})

test('a sending that fails lets the next one pass, and fails for whoever asked for it alone', async () => {
  const { send, finish } = openScene()
  const gate = createSendGate({ isBacklog: () => false, patienceMs: 10_000 })
  await expect(gate.pass(() => Promise.reject(new Error('refused')), false)).rejects.toThrow('refused')
  expect(await gate.pass(() => Promise.resolve(1), false)).toBe(1)
  const well = send('a')
  await sleep(1)
  finish('a')
  expect(await well).toBe('a')
})

test('whatever comes and however long it takes, all pass, never two at once without a backlog', async () => {
  const sendings = fc.array(fc.record({ first: fc.boolean(), ticks: fc.nat(5), fails: fc.boolean() }), {
    maxLength: 30,
  })
  await fc.assert(
    fc.asyncProperty(sendings, async (all) => {
      const gate = createSendGate({ isBacklog: () => false, patienceMs: 60_000 })
      let inside = 0
      const results = all.map(({ first, ticks, fails }, at) =>
        gate.pass(async () => {
          inside += 1
          expect(inside).toBe(1)
          for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve()
          inside -= 1
          if (fails) throw new Error('refused')
          return at
        }, first),
      )
      const settled = await Promise.allSettled(results)
      expect(settled.map(({ status }) => status === 'rejected')).toEqual(all.map(({ fails }) => fails))
    }),
  )
})
