import pino from 'pino'
import { expect, test, vi } from 'vitest'
import { createBell } from '../../../bot/web/bell.ts'
import { createLive } from '../../../bot/web/live.ts'

const chat = (personId: string) => ({ workspaceId: 'w', personId })

test('however many pages are open, one look covers all; with none open nobody looks', async () => {
  const looks: string[][] = []
  let mark = 0
  const findMarks = (chats: readonly { personId: string }[]) => {
    looks.push(chats.map(({ personId }) => personId))
    return Promise.resolve(new Map([['a', String(mark)]]))
  }
  const live = createLive({ findMarks }, { pollMs: 5, log: pino({ level: 'silent' }) })
  const ringA = vi.fn()
  const stops = [live.watch(chat('a'), ringA), live.watch(chat('a'), vi.fn()), live.watch(chat('b'), vi.fn())]
  await vi.waitFor(() => expect(ringA).toHaveBeenCalledTimes(1))
  mark = 1
  await vi.waitFor(() => expect(ringA).toHaveBeenCalledTimes(2))
  expect(new Set(looks.map(String))).toEqual(new Set(['a,b']))
  for (const stop of stops) stop()
  await new Promise((resolve) => setTimeout(resolve, 20))
  const soFar = looks.length
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(looks.length).toBe(soFar)
})

test('a message on its way is looked for at once, not at the regular pace', async () => {
  let looks = 0
  const findMarks = () => Promise.resolve(new Map([['a', String(looks++)]]))
  const live = createLive({ findMarks }, { pollMs: 600_000, log: pino({ level: 'silent' }) })
  const ring = vi.fn()
  live.watch(chat('a'), ring)
  live.nudge('somebody whose page is not open')
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(ring).not.toHaveBeenCalled()
  live.nudge('a')
  await vi.waitFor(() => expect(ring.mock.calls.length).toBeGreaterThan(2), { timeout: 5000 })
  live.close()
})

test('a look that fails is logged and does not end the looking', async () => {
  const lines: string[] = []
  let fails = 2
  const findMarks = () =>
    fails-- > 0 ? Promise.reject(new Error('no database')) : Promise.resolve(new Map([['a', 'x']]))
  const live = createLive({ findMarks }, { pollMs: 2, log: pino({}, { write: (line: string) => lines.push(line) }) })
  const ring = vi.fn()
  live.watch(chat('a'), ring)
  await vi.waitFor(() => expect(ring).toHaveBeenCalled())
  expect(lines).toHaveLength(2)
  live.close()
})

test('a bell that rings while nobody waits is heard by the next who does, once', async () => {
  const bell = createBell()
  bell.ring()
  bell.ring()
  expect(await bell.wait(1000)).toBe(true)
  expect(await bell.wait(1)).toBe(false)
})
