import { expect, test } from 'vitest'
import { chunk, isId, toDate, toLocalDate } from '../../prisma/rows.ts'

test.each(['2026-01-01', '2024-02-29', '2026-12-31'])('%s survives the way to the database and back', (day) => {
  expect(toLocalDate(toDate(day))).toBe(day)
  expect(toDate(day)?.toISOString()).toBe(`${day}T00:00:00.000Z`)
})

test('no day is no day', () => {
  expect(toDate(null)).toBeNull()
  expect(toLocalDate(null)).toBeNull()
})

test.each([
  ['01a1fac5-1b26-71da-9aa0-5439804bd581', true],
  ['f47ac10b-58cc-4372-a567-0e02b2c3d479', true],
  ['12', false],
  ['', false],
  ["'; DROP TABLE", false],
])('%j can be an id: %s', (text, can) => {
  expect(isId(text)).toBe(can)
})

test('a list is cut into pieces without losing anything', () => {
  expect(chunk([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
  expect(chunk([], 2)).toEqual([])
})
