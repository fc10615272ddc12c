import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createTogether } from '../../prisma/together.ts'

/** Work that keeps what it was given at once, and is done when it is told to. */
const gather = () => {
  const batches: (readonly number[])[] = []
  let finish: () => void = () => undefined
  const together = createTogether((items: readonly number[]) => {
    batches.push(items)
    return new Promise<readonly string[]>((resolve) => {
      finish = () => resolve(items.map((item) => `${item}!`))
    })
  })
  const next = (count: number) => expect.poll(() => batches.length).toBe(count)
  return { batches, together, next, finish: () => finish() }
}

describe('what is asked for at the same moment', () => {
  test('goes together, each with its own answer; what comes meanwhile goes together next', async () => {
    const { batches, together, next, finish } = gather()
    const first = [together(1), together(2)]
    await next(1)
    const second = [together(3), together(4), together(5)]
    finish()
    expect(await Promise.all(first)).toEqual(['1!', '2!'])
    await next(2)
    finish()
    expect(await Promise.all(second)).toEqual(['3!', '4!', '5!'])
    expect(batches).toEqual([
      [1, 2],
      [3, 4, 5],
    ])
  })

  test('what arrives while the work holds everything up goes together next, though each arrives by itself', async () => {
    const batches: (readonly number[])[] = []
    const hold = () => {
      for (const end = performance.now() + 5; performance.now() < end; ) continue
    }
    const together = createTogether((items: readonly number[]) => {
      batches.push(items)
      hold()
      return Promise.resolve(items)
    })
    const arriving = [1, 2, 3].map(async (item) => {
      await sleep(1)
      return together(item)
    })
    hold()
    expect(await Promise.all(arriving)).toEqual([1, 2, 3])
    expect(batches).toEqual([[1], [2, 3]])
  })

  test('does not wait for others where there are none', async () => {
    const { batches, together, next, finish } = gather()
    for (const [index, item] of [1, 2].entries()) {
      const answer = together(item)
      await next(index + 1)
      finish()
      expect(await answer).toBe(`${item}!`)
    }
    expect(batches).toEqual([[1], [2]])
  })

  test('fails for whom it fails alone', async () => {
    const tried: (readonly string[])[] = []
    const together = createTogether((items: readonly string[]) => {
      tried.push(items)
      return items.includes('hỏng') ? Promise.reject(new Error('hỏng')) : Promise.resolve(items)
    })
    const answers = await Promise.allSettled(['một', 'hỏng', 'hai'].map((item) => together(item)))
    expect(answers).toMatchObject([
      { status: 'fulfilled', value: 'một' },
      { status: 'rejected', reason: new Error('hỏng') },
      { status: 'fulfilled', value: 'hai' },
    ])
    expect(tried).toEqual([['một', 'hỏng', 'hai'], ['một'], ['hỏng'], ['hai']])
    expect(await together('ba')).toBe('ba')
  })
})
