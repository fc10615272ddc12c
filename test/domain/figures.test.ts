import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Figures, onTimeRate, sumFigures } from '../../domain/figures.ts'

const none: Figures = {
  ...{ total: 0, done: 0, doneLate: 0, late: 0, dueSoon: 0, inTime: 0, undated: 0 },
  ...{ silent: 0, obstacles: 0, fellDue: 0, onTime: 0, onTimeOriginal: 0 },
}

const anyFigures = fc.record(
  Object.fromEntries(Object.keys(none).map((key) => [key, fc.nat(1000)])),
) as fc.Arbitrary<Figures>

describe('figures of several agencies together', () => {
  test('of none are all zero', () => {
    expect(sumFigures([])).toEqual(none)
  })

  test('are the same in any order and any grouping', () => {
    fc.assert(
      fc.property(fc.array(anyFigures, { maxLength: 8 }), fc.nat(8), (parts, at) => {
        const whole = sumFigures(parts)
        expect(sumFigures(parts.toReversed())).toEqual(whole)
        expect(sumFigures([sumFigures(parts.slice(0, at)), sumFigures(parts.slice(at))])).toEqual(whole)
        expect(whole.total).toBe(parts.reduce((sum, { total }) => sum + total, 0))
      }),
    )
  })

  test('leave out what is no figure', () => {
    expect(sumFigures([{ ...none, total: 2, agencyId: 'A', agencyName: 'Sở A' } as Figures])).toEqual({
      ...none,
      total: 2,
    })
  })
})

describe('the share finished on time', () => {
  test.each([
    [0, 0, null],
    [4, 0, 0],
    [4, 1, 0.25],
    [4, 4, 1],
  ])('of %s that fell due with %s on time is %s', (fellDue, onTime, rate) => {
    expect(onTimeRate({ ...none, total: 10, done: 9, fellDue, onTime })).toBe(rate)
  })
})
