import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shorten } from '../../domain/shorten.ts'

test('a short text stays as it is, on one line', () => {
  expect(shorten('Rà soát\n  văn bản', 40)).toBe('Rà soát văn bản')
})

test('a long text is cut after a whole word', () => {
  expect(shorten('Tham mưu ban hành kế hoạch kiểm tra, đôn đốc', 30)).toBe('Tham mưu ban hành kế hoạch…')
})

test('a word longer than the limit is cut through', () => {
  expect(shorten('a'.repeat(50), 10)).toBe(`${'a'.repeat(9)}…`)
})

test('it never grows beyond the limit and never cuts a character in two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 50 }), (text, limit) => {
      const short = shorten(text, limit)
      expect(Array.from(short).length).toBeLessThanOrEqual(limit)
      if (text.isWellFormed()) expect(short.isWellFormed()).toBe(true)
    }),
  )
})
