import { describe, expect, test } from 'vitest'
import { createMemoryPermits } from '../../bot/memory-permits.ts'

const begin = () => {
  let now = 1000
  const permits = createMemoryPermits(() => now)
  return { permits, to: (ms: number) => (now = ms) }
}
const chat = { key: 'telegram:1', most: 1, perMs: 1000 }
const channel = { key: 'telegram', most: 2, perMs: 1000 }

describe('permits in memory', () => {
  test('are free a stretch after the start: nobody knows what was sent before', async () => {
    const { permits, to } = begin()
    expect(await permits.takePermit(chat)).toEqual({ permit: null, freeAt: 2000, clock: 1000 })
    to(2000)
    expect(await permits.takePermit(chat)).toEqual({ permit: 'telegram:1', freeAt: 2000, clock: 2000 })
    expect((await permits.takePermit(chat)).permit).toBeNull()
  })

  test('are free again at the moment they came back with, and a little ahead where there are several', async () => {
    const { permits, to } = begin()
    to(5000)
    const held = [await permits.takePermit(channel), await permits.takePermit(channel)]
    expect(held.map(({ permit }) => permit)).toEqual(['telegram#1', 'telegram#2'])
    expect((await permits.takePermit(channel)).permit).toBeNull()
    await permits.returnPermits([{ permit: 'telegram#2', freeAt: 6000 }])
    to(5959)
    expect(await permits.takePermit(channel)).toMatchObject({ permit: null, freeAt: 6000 })
    to(5960)
    expect(await permits.takePermit(channel)).toEqual({ permit: 'telegram#2', freeAt: 6000, clock: 5960 })
  })

  test('wait for a pause, the longest that was asked for', async () => {
    const { permits, to } = begin()
    to(5000)
    await permits.pausePermits(channel, 3000)
    await permits.pausePermits(channel, 10)
    expect(await permits.takePermit(channel)).toMatchObject({ permit: null, freeAt: 8000 })
    to(8000)
    expect((await permits.takePermit(channel)).permit).toBe('telegram#1')
  })

  test('of thousands of chats are forgotten once they are free', async () => {
    const { permits, to } = begin()
    to(9000)
    const many = Array.from({ length: 20_000 }, (_, index) => ({ permit: `telegram:${index}`, freeAt: 5000 }))
    await permits.returnPermits(many)
    expect((await permits.takePermit({ ...chat, key: 'telegram:7' })).permit).toBe('telegram:7')
  })
})
