import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownDay } from '../../../domain/calendar/calendar-change.ts'
import { isOfficeHours, nextOpening, readHours, usualHours, writeHours } from '../../../domain/calendar/office-hours.ts'
import { closedOffices, openOffices } from '../../../domain/calendar/open-offices.ts'
import { addDays, instantAt, localTime } from '../../../domain/time.ts'

const zone = 'Asia/Ho_Chi_Minh'
const usual = { zone, hours: usualHours, own: new Map() }
const withLunch = { ...usual, hours: readHours('07:30-11:30, 13:30-17:00')! }
const at = (day: string, time: string): Date => instantAt(day, time, zone)
const words = (date: Date): string => localTime(date, zone).slice(0, 5)

describe('office hours', () => {
  test.each([
    ['2026-03-02', '07:29', false],
    ['2026-03-02', '07:30', true],
    ['2026-03-06', '16:59', true],
    ['2026-03-06', '17:00', false],
    ['2026-03-07', '09:00', false],
    ['2026-03-08', '09:00', false],
    ['2026-02-18', '09:00', false],
    ['2026-08-22', '09:00', true],
    ['2026-08-31', '09:00', false],
  ])('%s %s: %s', (day, time, open) => {
    expect(isOfficeHours(at(day, time), usual)).toBe(open)
  })

  test('go by the clock of the zone', () => {
    const morning = at('2026-03-02', '08:00')
    expect([zone, 'America/New_York'].map((where) => isOfficeHours(morning, { ...usual, zone: where }))).toEqual([
      ...[true, false],
    ])
  })

  test('may have a rest at noon', () => {
    const asked = ['11:29', '11:30', '13:29', '13:30'].map((time) => isOfficeHours(at('2026-03-02', time), withLunch))
    expect(asked).toEqual([true, false, false, true])
  })

  test('only the workspaces that are open are asked for, zone by zone', () => {
    const office = (workspaceId: string, calendar: typeof usual) => ({ workspaceId, calendar })
    const closed = {
      ...usual,
      own: new Map([['2026-03-02', ownDay({ date: '2026-03-02', kind: 'off', words: '', source: '' })]]),
    }
    const offices = [
      office('a', usual),
      office('b', { ...usual, zone: 'Asia/Bangkok' }),
      office('c', { ...usual, own: closed.own }),
      office('d', { ...usual, zone: 'Europe/London' }),
      office('e', usual),
    ]
    expect(openOffices(offices, at('2026-03-02', '09:00'))).toEqual([
      { zone, workspaceIds: ['a', 'e'] },
      { zone: 'Asia/Bangkok', workspaceIds: ['b'] },
    ])
    expect(closedOffices(offices, at('2026-03-02', '09:00'))).toEqual(['c', 'd'])
  })
})

describe('the next opening', () => {
  test.each([
    ['in office hours at once', '2026-03-05', '08:00', '2026-03-05', '08:00'],
    ['on Saturday on Monday', '2026-03-07', '08:00', '2026-03-09', '07:30'],
    ['in the evening the next morning', '2026-03-05', '19:10', '2026-03-06', '07:30'],
    ['before Tết after it', '2026-02-13', '17:00', '2026-02-23', '07:30'],
    ['before a swapped Saturday on it', '2026-08-21', '18:00', '2026-08-22', '07:30'],
    ['before the swapped Monday after the holiday', '2026-08-28', '18:00', '2026-09-03', '07:30'],
  ])('for what is due %s', (_name, day, time, then, opens) => {
    expect(nextOpening(at(day, time), usual)).toEqual(at(then, opens))
  })

  test('at noon is in the afternoon where there is a rest', () => {
    expect(nextOpening(at('2026-03-02', '12:00'), withLunch)).toEqual(at('2026-03-02', '13:30'))
    expect(nextOpening(at('2026-03-02', '12:00'), usual)).toEqual(at('2026-03-02', '12:00'))
  })

  test('is never before the moment, always open, and the same when asked again', () => {
    const moments = fc.date({ min: new Date('2021-12-01'), max: new Date('2031-02-01'), noInvalidDate: true })
    const calendars = fc.constantFrom(usual, withLunch, { ...usual, zone: 'America/New_York' })
    fc.assert(
      fc.property(moments, calendars, (moment, calendar) => {
        const opening = nextOpening(moment, calendar)
        expect(opening.getTime()).toBeGreaterThanOrEqual(moment.getTime())
        expect(isOfficeHours(opening, calendar)).toBe(true)
        expect(nextOpening(opening, calendar)).toEqual(opening)
        expect(opening.getTime() - moment.getTime()).toBeLessThan(13 * 86_400_000)
      }),
    )
  })

  test('of an office that never opens is not searched for ever', () => {
    const own = new Map(
      Array.from({ length: 400 }, (_, later) => addDays('2026-01-01', later)).map((date) => [
        date,
        ownDay({ date, kind: 'off', words: '', source: '' }),
      ]),
    )
    expect(words(nextOpening(at('2026-03-02', '09:00'), { ...usual, own }))).toBe('09:00')
  })
})

test.each([
  ['07:30-11:30, 13:30-17:00', '07:30-11:30, 13:30-17:00'],
  ['7h30 - 11h30 và 13h30 – 17h', '07:30-11:30, 13:30-17:00'],
  ['8:00-16:30', '08:00-16:30'],
  ['17:00-7:30', null],
  ['7:30-12:00, 11:30-17:00', null],
  ['7:30-7:45', null],
  ['8:00-25:00', null],
  ['8:75-17:00', null],
  ['sáng', null],
  ['7:30-11:30 13', null],
  ['', null],
])('“%s” are office hours %s', (text, written) => {
  const hours = readHours(text)
  expect(hours === null ? null : writeHours(hours)).toBe(written)
})
