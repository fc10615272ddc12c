import { expect, test } from 'vitest'
import { outcomeOfIllness, pauseAfter } from '../../bot/outcomes.ts'

test.each([
  [1, 10],
  [2, 20],
  [3, 40],
  [6, 320],
  [7, 600],
  [149, 600],
  [5000, 600],
])('after %i attempts an ill service is asked again in %i seconds', (attempts, seconds) => {
  expect(pauseAfter(attempts)).toBe(seconds)
})

test('an ill service is waited for about a day', () => {
  const now = new Date('2026-03-02T02:00:00Z')
  let at = now
  for (let attempts = 1; ; attempts += 1) {
    const outcome = outcomeOfIllness('telegram-502', { attempts }, at)
    if (outcome.kind !== 'retry' || attempts >= (outcome.giveUpAfter ?? Infinity)) break
    at = outcome.at
  }
  const hours = (at.getTime() - now.getTime()) / 3_600_000
  expect(hours).toBeGreaterThanOrEqual(24)
  expect(hours).toBeLessThan(24.5)
})
