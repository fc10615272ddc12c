import { describe, expect, test } from 'vitest'
import { readDueDay, readRequestForTime } from '../../domain/due-day-words.ts'

const context = { today: '2026-03-02', dueOn: '2026-03-20', locale: 'vi' } as const

describe('a day without a year', () => {
  test.each([
    ['1/3', '2026-03-01'],
    ['15/1', '2026-01-15'],
    ['hết tháng 2', '2026-02-28'],
    ['30/9', '2026-09-30'],
    ['15/12', '2026-12-15'],
    ['1/3/2027', '2027-03-01'],
    ['thêm 400 ngày', '2027-04-24'],
    ['chưa biết', null],
  ] as const)('%s is not put off to next year where this year’s has just passed', (words, day) => {
    expect(readDueDay(words, context)).toBe(day)
  })

  test('is of next year where that is near the due date', () => {
    expect(readDueDay('15/1', { ...context, today: '2026-11-20', dueOn: '2026-12-20' })).toBe('2027-01-15')
    expect(readDueDay('15/1', { ...context, dueOn: '2026-12-20' })).toBe('2027-01-15')
  })

  test('is read in the same way in a request', () => {
    const said = readRequestForTime('xin gia hạn đến 1/3 vì chờ văn bản của Bộ', context)
    expect(said).toEqual({ wantedOn: '2026-03-01', reason: 'chờ văn bản của Bộ' })
  })
})

test('whoever reads English may write days in English', () => {
  const english = { ...context, locale: 'en' } as const
  expect(readDueDay('1 April', english)).toBe('2026-04-01')
  expect(readDueDay('15/4', english)).toBe('2026-04-15')
  expect(readRequestForTime('until 1 April because we wait for the ministry', english)).toEqual({
    wantedOn: '2026-04-01',
    reason: 'we wait for the ministry',
  })
  expect(readDueDay('1 April', context)).toBeNull()
})
