import { describe, expect, test } from 'vitest'
import { readCalendarWords, readOfficeDate } from '../../../domain/calendar/calendar-words.ts'
import { type CalendarRow, readCalendarRows } from '../../../domain/calendar/calendar-sheet.ts'

const today = '2026-11-21'

describe('what is typed behind /lich', () => {
  test.each([
    ['', { kind: 'show', year: null }],
    ['2027', { kind: 'show', year: 2027 }],
    ['năm 2025', { kind: 'show', year: 2025 }],
    ['giờ 7:30-17:00', { kind: 'hours', hours: [{ opens: 450, closes: 1020 }] }],
    ['giờ 17:00-7:30', { kind: 'unclear', about: 'hours' }],
    ['bỏ 04/01/2027', { kind: 'forget', dates: ['2027-01-04'] }],
    ['remove 4/1', { kind: 'forget', dates: ['2027-01-04'] }],
  ])('“%s” is %j', (typed, words) => {
    expect(readCalendarWords(typed, today)).toEqual(words)
  })

  test.each([
    ['nghỉ 04/01/2027: hoán đổi', 'off', ['2027-01-04'], 'hoán đổi', ''],
    ['nghi 4/1', 'off', ['2027-01-04'], '', ''],
    ['nghỉ 24/11', 'off', ['2026-11-24'], '', ''],
    ['làm 09/01/2027: làm bù', 'working', ['2027-01-09'], 'làm bù', ''],
    ['lam bu 9/1/2027', 'unclear', [], '', ''],
    ['off 2027-01-04', 'unclear', [], '', ''],
    ['work 9.1.2027', 'working', ['2027-01-09'], '', ''],
    [
      'nghỉ 05/02/2027 - 07/02/2027: Tết Nguyên đán (Thông báo số 1)',
      'off',
      ['2027-02-05', '2027-02-06', '2027-02-07'],
      'Tết Nguyên đán',
      'Thông báo số 1',
    ],
    ['nghỉ từ 30/12 đến 1/1', 'off', ['2026-12-30', '2026-12-31', '2027-01-01'], '', ''],
  ])('“%s”', (typed, kind, dates, words, source) => {
    const read = readCalendarWords(typed, today)
    if (kind === 'unclear') expect(read.kind).toBe('unclear')
    else expect(read).toEqual({ kind: 'days', wanted: dates.map((date) => ({ date, kind, words, source })) })
  })

  test.each([
    ['nghỉ 31/02/2027'],
    ['nghỉ'],
    ['nghỉ hôm nay'],
    ['nghỉ 04/01/2027 hoán đổi'],
    ['nghỉ 11/02/2027 - 05/02/2027'],
    ['nghỉ 01/01/2027 - 31/12/2027'],
    ['xin 04/01/2027'],
    ['04/01/2027'],
    ['nghỉ 04/01/1927'],
  ])('“%s” is not guessed', (typed) => {
    expect(readCalendarWords(typed, today)).toEqual({ kind: 'unclear', about: 'days' })
  })
})

test.each([
  ['29/2', '2028-02-29'],
  ['30/02/2028', null],
  ['21/11', '2026-11-21'],
  ['20/11', '2027-11-20'],
  ['2027-1-4', '2027-01-04'],
  ['4/13/2027', null],
])('the day “%s” is %s', (text, day) => {
  expect(readOfficeDate(text, today)).toBe(day)
})

describe('the rows of a file', () => {
  const row = (line: number, from: string, to: string, kind: string, name = '', source = ''): CalendarRow => ({
    ...{ line, from, to, kind, name, source },
  })

  test('are days off and days worked, with their names and sources', () => {
    const { days, problems } = readCalendarRows([
      row(2, '04/01/2027', '', 'Nghỉ', 'hoán đổi', 'Thông báo số 1'),
      row(3, '09/01/2027', '', 'Làm bù', '', ''),
      row(4, '2027-02-05 00:00:00', '06/02/2027', 'nghi', 'Tết'),
    ])
    expect(problems).toEqual([])
    expect(days).toEqual([
      { date: '2027-01-04', kind: 'off', words: 'hoán đổi', source: 'Thông báo số 1' },
      { date: '2027-01-09', kind: 'working', words: '', source: '' },
      { date: '2027-02-05', kind: 'off', words: 'Tết', source: '' },
      { date: '2027-02-06', kind: 'off', words: 'Tết', source: '' },
    ])
  })

  test('that cannot be taken are told by their line, and the others are taken', () => {
    const { days, problems } = readCalendarRows([
      row(2, '31/02/2027', '', 'nghỉ'),
      row(3, '04/01', '', 'nghỉ'),
      row(4, '04/01/2027', '', 'có lẽ'),
      row(5, '04/01/2027', '03/01/2027', 'nghỉ'),
      row(6, '04/01/2027', '04/06/2027', 'nghỉ'),
      row(7, '04/01/2027', '', 'nghỉ'),
      row(8, '04/01/2027', '', 'làm'),
    ])
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [2, 'bad-date'],
      [3, 'bad-date'],
      [4, 'bad-kind'],
      [5, 'ends-before-it-begins'],
      [6, 'too-long'],
      [8, 'contradicts'],
    ])
    expect(days).toHaveLength(1)
  })
})
