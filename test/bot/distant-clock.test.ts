import { describe, expect, test } from 'vitest'
import { createDistantClock } from '../../bot/distant-clock.ts'

describe('a distant clock', () => {
  test('is known no better than the quickest question allows', () => {
    const clock = createDistantClock()
    // It is 1000 ahead. The first question took 20, the second 4.
    clock.observe(0, 1012, 20)
    clock.observe(100, 1101, 104)
    expect(clock.fromLocal(200)).toBeCloseTo(1201, 0)
    expect(clock.toLocal(1200)).toBeCloseTo(203, 0)
  })

  test('is never thought to be earlier than it may be, nor asked for too soon', () => {
    const clock = createDistantClock()
    const offset = 5000
    for (let asked = 0; asked < 3000; asked += 37) {
      const there = (asked * 7) % 13
      const back = (asked * 5) % 17
      clock.observe(asked, asked + there + offset, asked + there + back)
      expect(clock.fromLocal(asked)).toBeGreaterThanOrEqual(asked + offset)
      expect(clock.toLocal(asked + offset)).toBeGreaterThanOrEqual(asked)
    }
  })

  test.each([-3_600_000, 3_600_000])('that was set by %i ms is learnt anew', (step) => {
    const clock = createDistantClock()
    clock.observe(0, 1, 2)
    clock.observe(100, 101 + step, 102)
    expect(clock.fromLocal(200)).toBeCloseTo(201 + step, 0)
    expect(clock.toLocal(200 + step)).toBeCloseTo(201, 0)
  })
})
